// The parameter under the cursor, in either language: a line of a parameter file, or a `set` of a node.

import type { ClusterNode } from "../model/cluster.ts";
import type { ClusterFile, NodeItem, SetItem } from "../syntax/cluster/tree.ts";
import type { Assignment, DefaultsFile } from "../syntax/defaults/tree.ts";
import { type Span, touches } from "../text/span.ts";
import type { CursorPlace } from "./place.ts";
import type { Snapshot } from "./snapshot.ts";

export interface ParameterAt {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span | undefined;
  readonly part: "name" | "value";
  /** The node whose `set` this is. */
  readonly nodeName: string | undefined;
}

export function parameterAt(snapshot: Snapshot, { file, language, offset }: CursorPlace): ParameterAt | undefined {
  return language === "defaults"
    ? inParameterFile(snapshot.parameterFile(file).tree, offset)
    : inCluster(snapshot.parsed(file).tree, offset);
}

/** The line on which the offset stands; binary search, because a line is asked for on every key. */
export function lineAt(tree: DefaultsFile, offset: number): DefaultsFile["lines"][number] | undefined {
  let low = 0;
  let high = tree.lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = tree.lines[middle];
    if (line === undefined) return undefined;
    if (offset < line.span.start) high = middle - 1;
    else if (offset > line.span.end) low = middle + 1;
    else return line;
  }
  return undefined;
}

function inParameterFile(tree: DefaultsFile, offset: number): ParameterAt | undefined {
  const line = lineAt(tree, offset);
  if (line?.kind !== "assignment") return undefined;
  const part = partAt(line, offset);
  if (part === undefined) return undefined;
  return {
    name: line.name.text,
    nameSpan: line.name.span,
    value: line.value,
    valueSpan: line.rawValue.span,
    part,
    nodeName: undefined,
  };
}

function partAt(line: Assignment, offset: number): "name" | "value" | undefined {
  if (touches(line.name.span, offset)) return "name";
  return touches(line.rawValue.span, offset) ? "value" : undefined;
}

function inCluster(tree: ClusterFile, offset: number): ParameterAt | undefined {
  const found = setAt(tree, offset);
  if (found === undefined) return undefined;
  const { node, set } = found;
  if (set.parameter === undefined) return undefined;
  const onName = touches(set.parameter.span, offset);
  if (!onName && (set.value === undefined || !touches(set.value.span, offset))) return undefined;
  return {
    name: set.parameter.value,
    nameSpan: set.parameter.span,
    value: set.value?.value ?? "",
    valueSpan: set.value?.span,
    part: onName ? "name" : "value",
    nodeName: node.name?.value,
  };
}

function setAt(tree: ClusterFile, offset: number): { readonly node: NodeItem; readonly set: SetItem } | undefined {
  for (const node of tree.cluster?.items ?? []) {
    if ((node.kind !== "node" && node.kind !== "witness") || !touches(node.span, offset)) continue;
    for (const set of node.items) if (set.kind === "set" && touches(set.span, offset)) return { node, set };
  }
  return undefined;
}

/** The node of the model whose configuration this parameter belongs to. */
export function nodeOf(nodes: readonly ClusterNode[], at: ParameterAt): ClusterNode | undefined {
  return at.nodeName === undefined ? undefined : nodes.find((node) => node.name === at.nodeName);
}
