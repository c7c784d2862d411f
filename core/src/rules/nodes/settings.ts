// Where a setting of a node is written.

import type { ClusterNode } from "../../model/cluster.ts";
import type { Place } from "../../problem.ts";
import type { NodeSetting } from "../../syntax/cluster/tree.ts";
import type { ClusterContext } from "../context.ts";

/** The first setting of that kind in the block of the node, or else the name of the node. */
export function nodeSettingPlace(context: ClusterContext, node: ClusterNode, kind: NodeSetting["kind"]): Place {
  const setting = context.nodeItems.get(node.name)?.items.find((item) => item.kind === kind);
  return setting === undefined ? node.place : { file: context.parsed.file, span: setting.span };
}
