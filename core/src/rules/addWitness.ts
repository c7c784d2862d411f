// The fix that adds a witness-only node to a cluster, with a path to every other node.

import { writtenName } from "../model/names.ts";
import type { Fix } from "../problem.ts";
import type { FileEdit } from "../text/edit.ts";
import type { ClusterContext } from "./context.ts";
import { fix, insertedAfter } from "./fixes.ts";

export function witnessAdded(context: ClusterContext): readonly Fix[] {
  const edits = witnessEdits(context);
  if (edits.length === 0) return [];
  return [fix({ en: "Add a witness-only node", ja: "Witness 専用ノードを追加する" }, edits, "a choice")];
}

/** A node that votes and runs nothing, with a path to all; its address is for the user to fill in. */
function witnessEdits(context: ClusterContext): readonly FileEdit[] {
  const { cluster, nodes, parsed } = context;
  const items = parsed.tree.cluster?.items ?? [];
  const lastNode = items.findLast((item) => item.kind === "node");
  if (lastNode === undefined) return [];
  let name = "wit";
  for (let number = 2; nodes.has(name); number++) name = `wit${number}`;
  const witness = `witness ${name} { set WITNESS_MODE = none }`;
  const paths = cluster.nodes.map((node) => {
    const link = cluster.paths.flatMap((path) => path.links).find(({ ends }) => ends.includes(node.address));
    const on = link?.network === undefined ? "" : ` on ${writtenName(link.network)}`;
    return `path ${writtenName(node.name)} <-> ${name} { tcp ${writtenName(node.address)} <-> ${name}${on} }`;
  });
  const lastPath = items.findLast((item) => item.kind === "path");
  if (lastPath === undefined) return [insertedAfter(context, lastNode.span, [witness, ...paths])];
  return [insertedAfter(context, lastNode.span, [witness]), insertedAfter(context, lastPath.span, paths)];
}
