// The parameters of the LifeKeeper GUI.

import type { ParameterEntry } from "../spec.ts";

export const guiParameters = [
  {
    name: "HIDE_GUI_SYS_LIST",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "Presumably a list of systems is hidden.", ja: "システムの一覧を隠すものと推測されます。" },
        off: { en: "Presumably it is shown.", ja: "表示するものと推測されます。" },
      },
    },
    default: null,
    summary: {
      en: "An option of the GUI that stands in the example file of the 8.x quorum chapter, without an explanation.",
      ja: "8.x の Quorum の章の設定例に現れる GUI のオプションです。説明はありません。",
    },
    details: {
      en: "Only the line `HIDE_GUI_SYS_LIST=1` was seen. What it does can only be guessed from its name.",
      ja: "確認できたのは `HIDE_GUI_SYS_LIST=1` という行だけです。動作は名前から推測するほかありません。",
    },
    examples: ["HIDE_GUI_SYS_LIST=1"],
    sources: ["P131"],
    evidence: { entry: "unsure", file: "documented", values: "unsure", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
