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
  /** True when the last deployment was the way back to an earlier one: the files here need not have changed since. */
  readonly isRolledBack: boolean;
}

/** `sets` are the names that the files here set now: what a merge takes over from the node is no change of theirs. */
export function findDrift(
  facts: Pick<NodeFacts, "target" | "generations">,
  wanted: ByteText | undefined,
  sets: readonly string[],
): Drift {
  const held = facts.target.kind === "file" ? facts.target.content : undefined;
  const generation = facts.generations.findLast(({ confirmed }) => confirmed);
  const last = generation?.deployed;
  if (generation === undefined || (last === undefined && !generation.removed)) {
    return { kind: "never", changedThere: [], onlyWording: false, isRolledBack: false };
  }
  const changedThere = compareParameters(last, held);
  const theirs = last !== held;
  // A merge keeps what somebody else changed, so that bytes say nothing of the files here as soon as somebody has.
  const ours = theirs ? setsOthers(last, wanted, sets, generation.record?.names ?? []) : wanted !== held;
  const kind = theirs ? (ours ? "both" : "theirs") : ours ? "ours" : "none";
  const isRolledBack = generation.record?.rollback !== undefined;
  return { kind, changedThere, onlyWording: theirs && changedThere.length === 0, isRolledBack };
}

/** Whether a name that the files here set, or set at the last deployment, would get another value today. */
function setsOthers(
  last: ByteText | undefined,
  wanted: ByteText | undefined,
  sets: readonly string[],
  before: readonly string[],
): boolean {
  const [then, now] = [readLines(last), readLines(wanted)];
  return before.some((name) => !sets.includes(name)) || sets.some((name) => then.get(name) !== now.get(name));
}

function compareParameters(last: ByteText | undefined, held: ByteText | undefined): Drift["changedThere"] {
  const before = readLines(last);
  const now = readLines(held);
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => ({ name, deployed: before.get(name), now: now.get(name) }));
}

export function describeDrift({ kind, changedThere, onlyWording, isRolledBack }: Drift): Localized {
  const names = changedThere.map(({ name }) => name).join(", ");
  switch (kind) {
    case "never":
      return { en: "never deployed from here", ja: "ここからのデプロイはまだありません" };
    case "none":
      return { en: "same as here", ja: "ここのファイルと一致しています" };
    case "ours":
      if (isRolledBack) {
        return {
          en: "rolled back to an earlier deployment; the files here say something else",
          ja: "以前のデプロイに戻されています。ここのファイルとは内容が異なります",
        };
      }
      return {
        en: "the files here have changed since the last deployment",
        ja: "最後のデプロイの後、ここのファイルが変更されました",
      };
    case "theirs":
    case "both": {
      const there: Localized = onlyWording
        ? { en: "comments or blank lines were changed on the node", ja: "ノード側でコメントまたは空行が変更されました" }
        : { en: `changed on the node: ${names}`, ja: `ノード側で変更されました: ${names}` };
      if (kind === "theirs" || isRolledBack) return there;
      return {
        en: `${there.en}; the files here have changed too`,
        ja: `${there.ja}。ここのファイルも変更されています`,
      };
    }
  }
}
