// The words of the menus; the names of the entries are the language's own.

import type { Localized } from "@lkcluster/core/locale/localized.ts";

export const menuGroups = {
  faults: { en: "Faults", ja: "障害" },
  operations: { en: "Operations", ja: "操作" },
  repairs: { en: "Repairs", ja: "復旧" },
} as const satisfies Record<string, Localized>;

export const menuWords = {
  why: { en: "Why it is so", ja: "この状態の理由" },
  showInFile: { en: "Show in the file", ja: "ファイルで表示" },
} as const satisfies Record<string, Localized>;

export const nothingToDo: Localized = {
  en: "There is nothing to do here at this moment.",
  ja: "この時点でできる操作はありません。",
};
