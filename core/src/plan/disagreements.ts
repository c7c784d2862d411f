// Values that must be equal on all nodes, compared over what every node will hold: also those that the files here do not
// set, since a merge keeps them and nobody else would notice.

import { defaultOf, findParameter } from "../catalogue/parameters.ts";
import type { Localized } from "../locale/localized.ts";
import { type ByteText, textOfBytes } from "../text/byteText.ts";
import { mustAgree, needsAllStopped } from "./takesEffect.ts";

export interface HeldValues {
  readonly node: string;
  /** By name, as they are written. */
  readonly values: ReadonlyMap<string, ByteText>;
}

/** Nothing is claimed of a node whose file is silent and whose default nobody knows. */
export function disagreements(held: readonly HeldValues[]): readonly Localized[] {
  return mustAgree(held.flatMap(({ values }) => [...values.keys()])).flatMap((name) => {
    const values = held.map(({ node, values: all }) => ({ node, value: countedValue(name, all.get(name)) }));
    const known = new Set(values.flatMap(({ value }) => value ?? []));
    return known.size > 1 ? [disagrees(name, values)] : [];
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
): Localized {
  const list = values.map(({ node, value }) => `${node}=${value ?? "–"}`).join(", ");
  const atStart = needsAllStopped([name]).length > 0;
  return {
    en: `${name} must be equal on all nodes, and will not be: ${list}.${atStart ? " Do not start LifeKeeper before it is." : ""}`,
    ja: `${name} は全ノードで同じ値でなければなりませんが、異なる値になります: ${list}。${atStart ? "同じ値にするまで LifeKeeper を起動しないでください。" : ""}`,
  };
}
