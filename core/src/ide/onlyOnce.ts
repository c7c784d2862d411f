// Statements that a block has once at most: completion does not offer them again where they are written already.

import type { BlockKind } from "../language/statement.ts";
import type { ClusterFile, ClusterItem, NodeItem, ResourceItem } from "../syntax/cluster/tree.ts";
import type { Span } from "../text/span.ts";

const repeatable: Readonly<Record<"cluster" | "node" | "resource", ReadonlySet<string>>> = {
  cluster: new Set(["network", "domain", "node", "witness", "path", "storage", "host", "resource"]),
  node: new Set(["set"]),
  resource: new Set(["resource", "uses"]),
};

interface Statement {
  readonly kind: string;
  readonly keyword: Span;
}

/** The keywords that stand in the block around `offset` and need no second time; the one being written is not among them. */
export function writtenOnce(tree: ClusterFile, block: BlockKind | undefined, offset: number): ReadonlySet<string> {
  if (block !== "cluster" && block !== "node" && block !== "resource") return new Set();
  const others = statementsAround(tree, block, offset).filter(
    ({ keyword }) => offset < keyword.start || keyword.end < offset,
  );
  return new Set(others.map(({ kind }) => kind).filter((kind) => !repeatable[block].has(kind)));
}

function statementsAround(
  tree: ClusterFile,
  block: "cluster" | "node" | "resource",
  offset: number,
): readonly Statement[] {
  const items = tree.cluster?.items ?? [];
  switch (block) {
    case "cluster":
      return items;
    case "node":
      return items.filter(isNode).find(({ body }) => isInside(body, offset))?.items ?? [];
    case "resource":
      return innermost(items.filter(isResource), offset)?.items ?? [];
  }
}

function innermost(resources: readonly ResourceItem[], offset: number): ResourceItem | undefined {
  const around = resources.find(({ body }) => isInside(body, offset));
  return around === undefined ? undefined : (innermost(around.items.filter(isResource), offset) ?? around);
}

function isNode(item: ClusterItem): item is NodeItem {
  return item.kind === "node" || item.kind === "witness";
}

function isResource(item: Statement): item is ResourceItem {
  return item.kind === "resource";
}

function isInside(body: Span | undefined, offset: number): boolean {
  return body !== undefined && body.start < offset && offset < body.end;
}
