// Outlines of failure domains around the nodes in them. A domain whose nodes stand apart has several outlines.

import { largest } from "@lkcluster/core/many.ts";
import type { NodeBox } from "./arrangement.ts";
import { type Box, boundsOf, grow } from "./geometry.ts";
import type { TopologyShape } from "./shape.ts";

export interface DomainOutline extends Box {
  readonly name: string;
  /** What else fails with it and is not inside the outline. */
  readonly also: readonly string[];
}

/** How deep outlines nest around one node. */
export function outlineLevels({ nodes, domains }: TopologyShape): number {
  const depths = nodes.map(
    ({ name }) =>
      domains.filter(({ members }) => members.some((member) => member.kind === "node" && member.name === name)).length,
  );
  return largest([0, ...depths]);
}

export function outlineDomains({ domains }: TopologyShape, nodes: readonly NodeBox[]): readonly DomainOutline[] {
  const depth = new Map<string, number>();
  // Small domains lie inside large ones.
  const bySize = domains
    .map((domain, index) => ({
      domain,
      index,
      names: new Set(domain.members.filter(({ kind }) => kind === "node").map(({ name }) => name)),
    }))
    .sort((a, b) => a.names.size - b.names.size || a.index - b.index);
  const outlines: DomainOutline[] = [];
  for (const { domain, names } of bySize) {
    const also = domain.members.filter(({ kind }) => kind !== "node").map(({ name }) => name);
    for (const run of runsOf(nodes.filter(({ name }) => names.has(name)))) {
      const level = largest([0, ...run.map(({ name }) => depth.get(name) ?? 0)]);
      for (const { name } of run) depth.set(name, level + 1);
      const side = 8 + level * 7;
      outlines.push({
        ...grow(boundsOf(run), { left: side, right: side, bottom: side, top: 22 + level * 21 }),
        name: domain.name,
        also,
      });
    }
  }
  // Large ones first: they lie behind.
  return outlines.reverse();
}

/** Nodes of one row that stand side by side, together. */
function runsOf(nodes: readonly NodeBox[]): readonly (readonly NodeBox[])[] {
  const runs: NodeBox[][] = [];
  const ordered = [...nodes].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const node of ordered) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.row === node.row && last.column + 1 === node.column) runs.at(-1)?.push(node);
    else runs.push([node]);
  }
  return runs;
}
