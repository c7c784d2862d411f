// Values that must be equal on all nodes, compared over what every node holds or will hold: also those that the files here
// do not set, since a merge keeps them and nobody else would notice.

import { defaultOf, findParameter } from "../catalogue/parameters.ts";
import type { Localized } from "../locale/localized.ts";
import { type ByteText, textOfBytes } from "../text/byteText.ts";
import { mustAgree, needsAllStopped } from "./takesEffect.ts";

export interface HeldValues {
  readonly node: string;
  /** By name, as they are written. */
  readonly values: ReadonlyMap<string, ByteText>;
}

export interface Disagreement {
  readonly name: string;
  /** Those whose value is known. */
  readonly nodes: readonly string[];
  readonly text: Localized;
}

/** Nothing is claimed of a node whose file is silent and whose default nobody knows. `when` the values are there. */
export function disagreements(held: readonly HeldValues[], when: "now" | "then"): readonly Disagreement[] {
  return mustAgree(held.flatMap(({ values }) => [...values.keys()])).flatMap((name) => {
    const values = held.map(({ node, values: all }) => ({ node, value: countedValue(name, all.get(name)) }));
    const known = new Set(values.flatMap(({ value }) => value ?? []));
    if (known.size <= 1) return [];
    const nodes = values.flatMap(({ node, value }) => (value === undefined ? [] : [node]));
    return [{ name, nodes, text: disagrees(name, values, when) }];
  });
}

/** Without its quotes; what a file does not give has its default, undefined where none is documented. */
function countedValue(name: string, written: ByteText | undefined): string | undefined {
  if (written !== undefined) return textOfBytes(written).replace(/^(["'])(.*)\1$/, "$2");
  const spec = findParameter(name)?.spec;
  return (spec === undefined ? null : defaultOf(spec, undefined)) ?? undefined;
}

function disagrees(
  name: string,
  values: readonly { readonly node: string; readonly value: string | undefined }[],
  when: "now" | "then",
): Localized {
  const list = values.map(({ node, value }) => `${node}=${value ?? "–"}`).join(", ");
  const atStart = needsAllStopped([name]).length > 0;
  const [is, ja] = when === "now" ? ["is not", "異なっています"] : ["will not be", "異なる値になります"];
  return {
    en: `${name} must be equal on all nodes, and ${is}: ${list}.${atStart ? " Do not start LifeKeeper before it is." : ""}`,
    ja: `${name} は全ノードで同じ値でなければなりませんが、${ja}: ${list}。${atStart ? "同じ値にするまで LifeKeeper を起動しないでください。" : ""}`,
  };
}
