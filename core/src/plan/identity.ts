// Whether the machines that answered are the nodes they were taken for. LifeKeeper knows each by its own name, which a
// cluster file gives too; an address that leads to another node of the cluster would put one node's values on another.

import type { Localized } from "../locale/localized.ts";
import type { NodeFacts } from "./nodeFacts.ts";

export interface Identities {
  readonly refusals: readonly Localized[];
  readonly warnings: readonly Localized[];
}

/** `names` are all nodes of the cluster. A node without LifeKeeper has no name to compare. */
export function checkIdentities(facts: readonly NodeFacts[], names: readonly string[]): Identities {
  const refusals: Localized[] = [];
  const warnings: Localized[] = [];
  for (const { node, lifekeeperName } of facts) {
    const own = lifekeeperName ?? "";
    if (own === "" || isSame(own, node)) continue;
    const other = names.find((name) => isSame(own, name));
    if (other === undefined) warnings.push(calledOtherwise(node, own));
    else refusals.push(answersAs(node, other));
  }
  return { refusals, warnings };
}

/** Host names know no case, and one may be written with its domain. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left === right || left.split(".")[0] === right || left === right.split(".")[0];
}

function answersAs(node: string, other: string): Localized {
  return {
    en: `${node}: LifeKeeper there calls itself ${other}, which is another node of this cluster. Check the ssh lines and addresses of both.`,
    ja: `${node}: 接続先の LifeKeeper は、このクラスターの別のノード ${other} を名乗っています。両方の ssh の行とアドレスを確かめてください。`,
  };
}

function calledOtherwise(node: string, own: string): Localized {
  const shown = own.slice(0, 64);
  return {
    en: `${node}: LifeKeeper there calls itself ${shown}. Make sure that this is the machine you mean.`,
    ja: `${node}: 接続先の LifeKeeper は ${shown} を名乗っています。対象のマシンに間違いないか確かめてください。`,
  };
}
