// Three-way drift: what we last deployed, what we would deploy now, and what the node really holds.

import type { Localized } from "../locale/localized.ts";
import type { ByteText } from "../text/byteText.ts";
import { readLines } from "./defaultsLines.ts";
import type { NodeFacts } from "./nodeFacts.ts";

/**
 * `never`: this node has no deployment of ours. `none`: it holds what was last deployed. `ours`: only the files here
 * have changed since. `theirs`: only the node has. `both`: both have.
 */
export interface Drift {
  readonly kind: "never" | "none" | "ours" | "theirs" | "both";
  /** Parameters that somebody changed on the node since our last deployment. */
  readonly changedThere: readonly {
    readonly name: string;
    readonly deployed: string | undefined;
    readonly now: string | undefined;
  }[];
  /** True when only comments, order or blank lines differ there. */
  readonly onlyWording: boolean;
}

export function findDrift(facts: NodeFacts, wanted: ByteText | undefined): Drift {
  const held = facts.target.kind === "file" ? facts.target.content : undefined;
  const generation = facts.generations.findLast(({ confirmed }) => confirmed);
  const last = generation?.deployed;
  if (generation === undefined || (last === undefined && !generation.removed)) {
    return { kind: "never", changedThere: [], onlyWording: false };
  }
  const changedThere = compareParameters(last, held);
  const theirs = last !== held;
  const ours = wanted !== held && !(theirs && wanted === last);
  const kind = theirs ? (ours ? "both" : "theirs") : ours ? "ours" : "none";
  return { kind, changedThere, onlyWording: theirs && changedThere.length === 0 };
}

function compareParameters(last: ByteText | undefined, held: ByteText | undefined): Drift["changedThere"] {
  const before = readLines(last);
  const now = readLines(held);
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => ({ name, deployed: before.get(name), now: now.get(name) }));
}

export function describeDrift({ kind, changedThere, onlyWording }: Drift): Localized {
  const names = changedThere.map(({ name }) => name).join(", ");
  switch (kind) {
    case "never":
      return { en: "never deployed from here", ja: "ここからの配備はまだありません" };
    case "none":
      return { en: "same as here", ja: "ここのファイルと一致しています" };
    case "ours":
      return {
        en: "the files here have changed since the last deployment",
        ja: "最後の配備の後、ここのファイルが変更されました",
      };
    case "theirs":
    case "both": {
      const there: Localized = onlyWording
        ? { en: "comments or blank lines were changed on the node", ja: "ノード側でコメントまたは空行が変更されました" }
        : { en: `changed on the node: ${names}`, ja: `ノード側で変更されました: ${names}` };
      if (kind === "theirs") return there;
      return {
        en: `${there.en}; the files here have changed too`,
        ja: `${there.ja}。ここのファイルも変更されています`,
      };
    }
  }
}
