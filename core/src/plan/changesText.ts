// What would change, short enough for a list: each parameter once, with the nodes where it changes.

import type { Localized } from "../locale/localized.ts";
import { isChanged, type NodePlan } from "./deploymentPlan.ts";

export function changesText(nodes: readonly NodePlan[]): Localized {
  const changed = nodes.filter(isChanged);
  if (changed.length === 0) return { en: "nothing changes", ja: "変更なし" };
  const where = new Map<string, string[]>();
  for (const { node, changes, after } of changed) {
    const texts = after === undefined ? [removed] : changes.length === 0 ? [onlyWording] : changes.map(changeText);
    for (const { en, ja } of texts) {
      const key = JSON.stringify({ en, ja });
      where.set(key, [...(where.get(key) ?? []), node]);
    }
  }
  const parts = [...where].map(([key, names]): Localized => {
    // The key is what was written above.
    const { en, ja } = JSON.parse(key) as Localized;
    if (names.length === nodes.length) return { en, ja };
    return { en: `${en} (${names.join(", ")})`, ja: `${ja}（${names.join("、")}）` };
  });
  return { en: parts.map(({ en }) => en).join("; "), ja: parts.map(({ ja }) => ja).join("、") };
}

function changeText({ name, before, after }: NodePlan["changes"][number]): Localized {
  const from = before ?? "–";
  const to = after ?? "–";
  return { en: `${name} ${from} → ${to}`, ja: `${name} ${from} → ${to}` };
}

const removed: Localized = { en: "the parameter file is removed", ja: "パラメーターファイルを削除" };
const onlyWording: Localized = { en: "only comments or blank lines", ja: "コメントまたは空行のみ" };
