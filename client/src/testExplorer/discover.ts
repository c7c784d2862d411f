// What can be run in a cluster file: its scenarios and its proofs, with the place of each.

import { requirementsOf } from "@lkcluster/core/model/requirements.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { indexLines, type Position } from "@lkcluster/core/text/lineIndex.ts";
import type { Span } from "@lkcluster/core/text/span.ts";

export interface Runnable {
  readonly kind: "scenario" | "proof";
  readonly title: string;
  /** Counted among those of its kind, in the order written. Titles may be equal while one is being written. */
  readonly index: number;
  /** What it shows to be met. */
  readonly requirements: readonly string[];
  readonly start: Position;
  readonly end: Position;
}

/** Half-written blocks count as soon as they have a title. */
export function findRunnables(file: string, text: string): readonly Runnable[] {
  const { scenarios, proofs } = parseCluster(file, text).tree;
  const lines = indexLines(text);
  const place = (span: Span) => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) });
  const blocks = [
    ...scenarios.map((block, index) => ({ kind: "scenario" as const, block, index })),
    ...proofs.map((block, index) => ({ kind: "proof" as const, block, index })),
  ];
  return blocks.flatMap(({ kind, block, index }) =>
    block.title === undefined
      ? []
      : [{ kind, title: block.title.value, index, requirements: requirementsOf(block), ...place(block.span) }],
  );
}
