// Outcomes and the states of nodes as people read them; JSON keeps the names themselves.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { NodeState, Outcome } from "./report.ts";

export const outcomeWords: Readonly<Record<Outcome, Localized>> = {
  unchanged: { en: "unchanged", ja: "変更なし" },
  deployed: { en: "deployed", ja: "デプロイ完了" },
  reverted: { en: "reverted", ja: "復元済み" },
  mixed: { en: "mixed", ja: "要確認" },
  healed: { en: "mended only", ja: "修復のみ" },
  refused: { en: "refused", ja: "拒否" },
};

export const nodeStateWords: Readonly<Record<NodeState, Localized>> = {
  unchanged: { en: "unchanged", ja: "変更なし" },
  changed: { en: "changed", ja: "変更済み" },
  reverted: { en: "reverted", ja: "復元済み" },
  edited: { en: "edited by others", ja: "ほかの人が変更" },
  failed: { en: "failed", ja: "失敗" },
  unknown: { en: "unknown", ja: "不明" },
};
