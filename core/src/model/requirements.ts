// The requirements that scenarios and proofs name: the numbers under which a project lists what its system must do.

import type { RequirementItem, Word } from "../syntax/cluster/tree.ts";

interface Naming {
  readonly requirements: readonly RequirementItem[];
}

/** Each once, in the order written; blanks around a name are no part of it. */
export function requirementsOf({ requirements }: Naming): readonly string[] {
  return [...new Set(requirementWords({ requirements }).map(({ name }) => name))].filter((name) => name !== "");
}

export function requirementWords({ requirements }: Naming): readonly { readonly word: Word; readonly name: string }[] {
  return requirements.flatMap(({ names }) => names.map((word) => ({ word, name: word.value.trim() })));
}

/** Whoever names requirements at all means to name them everywhere. */
export function usesRequirements(tree: {
  readonly scenarios: readonly Naming[];
  readonly proofs: readonly Naming[];
}): boolean {
  return [...tree.scenarios, ...tree.proofs].some((block) => requirementsOf(block).length > 0);
}

/** As a reader looks for them: A-2 before A-10. */
export function inOrder(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].sort(compareNames);
}

function compareNames(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [one = "", other = ""] = [left[at], right[at]];
    if (one === other) continue;
    const isNumeric = /^\d/.test(one) && /^\d/.test(other);
    if (isNumeric && Number(one) !== Number(other)) return Number(one) - Number(other);
    return one < other ? -1 : 1;
  }
  return 0;
}

/** Digits, and what stands between them. */
function partsOf(name: string): readonly string[] {
  return name.match(/\d+|\D+/g) ?? [];
}
