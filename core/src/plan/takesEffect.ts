// When the parameters that change begin to count, from the catalogue.

import { findParameter } from "../catalogue/parameters.ts";
import type { ParameterSpec, TakesEffect } from "../catalogue/spec.ts";
import type { Localized } from "../locale/localized.ts";
import type { Effect } from "./deploymentPlan.ts";

const order: readonly TakesEffect[] = [
  "immediately",
  "qwk-storage-init",
  "lifekeeper-restart",
  "lkcheck-restart",
  "resource-creation",
  "resync",
  "unknown",
];

export function effectsOf(names: readonly string[]): readonly Effect[] {
  const sorted = [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return order
    .map((takesEffect) => ({ takesEffect, names: sorted.filter((name) => effectOf(name) === takesEffect) }))
    .filter((effect) => effect.names.length > 0);
}

function effectOf(name: string): TakesEffect {
  return specOf(name)?.takesEffect ?? "unknown";
}

function specOf(name: string): ParameterSpec | undefined {
  return findParameter(name)?.spec;
}

/** Values that must be equal on all nodes and count at start: no node may run while they differ. */
export function needsAllStopped(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => {
    const spec = specOf(name);
    return spec?.mustAgree === "all" && spec.takesEffect === "lifekeeper-restart";
  });
}

/** Values that must be equal on all nodes, whenever they begin to count. */
export function mustAgree(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => specOf(name)?.mustAgree === "all");
}

export function describeEffect({ takesEffect, names }: Effect): Localized {
  const list = names.join(", ");
  switch (takesEffect) {
    case "immediately":
      return {
        en: `${list}: takes effect as soon as the file is in place`,
        ja: `${list}: ファイルの置き換えと同時に有効になります`,
      };
    case "qwk-storage-init":
      return {
        en: `${list}: takes effect when qwk_storage_init is run`,
        ja: `${list}: qwk_storage_init の実行時に有効になります`,
      };
    case "lifekeeper-restart":
      return { en: `${list}: takes effect when LifeKeeper starts`, ja: `${list}: LifeKeeper の起動時に有効になります` };
    case "lkcheck-restart":
      return {
        en: `${list}: takes effect when lkcheck is restarted`,
        ja: `${list}: lkcheck の再起動後に有効になります`,
      };
    case "resource-creation":
      return {
        en: `${list}: takes effect for resources created from now on`,
        ja: `${list}: 今後作成するリソースに適用されます`,
      };
    case "resync":
      return {
        en: `${list}: takes effect at the next resync of a mirror`,
        ja: `${list}: ミラーの次回の再同期から有効になります`,
      };
    case "unknown":
      return {
        en: `${list}: no document says when it takes effect`,
        ja: `${list}: いつ有効になるかを示す資料はありません`,
      };
  }
}
