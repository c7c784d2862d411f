// The words of the drawing and of its table.

import { type Localized, same } from "@lkcluster/core/locale/localized.ts";
import type { LinkCondition, NodePicture } from "../picture.ts";

export const linkConditionWords: Readonly<Record<LinkCondition, Localized>> = {
  alive: same("ALIVE"),
  cut: { en: "cut, not noticed yet", ja: "切断（未検知）" },
  dead: same("DEAD"),
};

/** What the last check said, and how much is reached now. */
export function quorumWords({ quorum, reached, isDeceived }: NodePicture): Localized | undefined {
  if (isDeceived && reached !== undefined && quorum !== "unused") {
    const held = quorum === "held" ? { en: "Quorum held, believes", ja: "Quorum あり、認識上" } : undefined;
    const lost = quorum === "lost" ? { en: "Quorum lost, believes", ja: "Quorum 喪失、認識上" } : undefined;
    const { en, ja } = held ?? lost ?? { en: "Believes", ja: "認識上" };
    return { en: `${en} ${reached}`, ja: `${ja} ${reached}` };
  }
  const count = reached === undefined ? "" : ` ${reached}`;
  switch (quorum) {
    case "held":
      return { en: `Quorum held${count}`, ja: `Quorum あり${count}` };
    case "lost":
      return { en: `Quorum lost${count}`, ja: `Quorum 喪失${count}` };
    case "unchecked":
      return count === "" ? undefined : { en: `Reaches${count}`, ja: `到達${count}` };
    case "unused":
      return undefined;
  }
}

export const topologyWords = {
  drawing: { en: "Drawing of the cluster", ja: "クラスターの図" },
  drawingHelp: {
    en: "Arrow keys move between things, Enter opens the menu of faults and repairs, Space selects.",
    ja: "矢印キーで移動し、Enter キーで障害と復旧のメニューを開き、スペースキーで選択します。",
  },
  node: { en: "Node", ja: "ノード" },
  witness: { en: "Witness-only node", ja: "Witness 専用ノード" },
  witnessShort: { en: "Witness only", ja: "Witness 専用" },
  standby: { en: "Standby", ja: "スタンバイ" },
  unreachable: { en: "In service, unreachable", ja: "サービス中、到達不能" },
  upIsolated: { en: "Running, no network", ja: "稼働中、ネットワークなし" },
  isolated: { en: "no network", ja: "ネットワークなし" },
  inService: { en: "In service", ja: "サービス中" },
  failed: { en: "Failed", ja: "障害" },
  path: { en: "Communication path", ja: "コミュニケーションパス" },
  paths: { en: "Communication paths", ja: "コミュニケーションパス" },
  noPath: { en: "No path", ja: "パスなし" },
  network: { en: "Network", ja: "ネットワーク" },
  storage: { en: "Quorum storage", ja: "Quorum ストレージ" },
  host: { en: "Quorum host", ja: "Quorum ホスト" },
  hosts: { en: "Quorum hosts", ja: "Quorum ホスト" },
  mirror: { en: "Mirror", ja: "ミラー" },
  domain: { en: "Failure domain", ja: "障害ドメイン" },
  reached: { en: "reached", ja: "到達可" },
  notReached: { en: "not reached", ja: "到達不可" },
  down: { en: "down", ja: "停止" },
  state: { en: "State", ja: "状態" },
  ends: { en: "Addresses or devices", ja: "アドレスまたはデバイス" },
  around: { en: "Around the nodes", ja: "ノード以外" },
  name: { en: "Name", ja: "名前" },
  marked: { en: "selected", ja: "選択中" },
  mirrors: (whole: number, other: number): Localized => ({
    en: `Mirrors: ${whole} in sync${other > 0 ? ` · ${other} not` : ""}`,
    ja: `ミラー: 同期済み ${whole}${other > 0 ? ` · 未同期 ${other}` : ""}`,
  }),
  splitBrain: { en: "Split brain", ja: "スプリットブレイン" },
} as const;
