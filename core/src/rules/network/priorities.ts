// The priorities of links as they are written, pair by pair.

import type { Place } from "../../problem.ts";
import type { ClusterContext } from "../context.ts";

interface WrittenPriority {
  readonly value: number;
  readonly place: Place;
  readonly nodes: readonly [string, string];
}

/** Of each path, the links that have one. */
export function prioritiesOf({ parsed }: ClusterContext): readonly (readonly WrittenPriority[])[] {
  const { file } = parsed;
  return (parsed.tree.cluster?.items ?? []).flatMap((item) => {
    if (item.kind !== "path" || item.left === undefined || item.right === undefined) return [];
    const nodes = [item.left.value, item.right.value] as const;
    return [
      item.links.flatMap(({ priority }) =>
        priority?.value === undefined
          ? []
          : [{ value: priority.value, place: { file, span: priority.word.span }, nodes }],
      ),
    ];
  });
}
