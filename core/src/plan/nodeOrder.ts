// In which order nodes are stopped, started and written. Stopping and starting follow the documented order of a
// majority cluster (stop standby, active, witness; start witness, standby, active), which harms no other mode.

import type { Cluster } from "../model/cluster.ts";
import { parseShortStatus } from "./lcdstatus.ts";
import type { NodeFacts } from "./nodeFacts.ts";

type Part = "standby" | "active" | "witness";

export interface NodeOrders {
  readonly stop: readonly string[];
  readonly start: readonly string[];
  /** The order of writing that is tried first: those that run nothing, then those that do. */
  readonly write: readonly string[];
}

/** What a node says of itself, as far as the order asks for it. */
type Said = Pick<NodeFacts, "node" | "status">;

/** For whoever has not read them. */
export function orderUnread(cluster: Cluster): NodeOrders {
  return orderNodes(
    cluster,
    cluster.nodes.map(({ name }) => ({ node: name, status: undefined })),
  );
}

export function orderNodes(cluster: Cluster, facts: readonly Said[]): NodeOrders {
  const parts = new Map(cluster.nodes.map((node) => [node.name, partOf(cluster, facts, node.name)]));
  const names = facts.map(({ node }) => node);
  const by = (...order: readonly Part[]): readonly string[] =>
    order.flatMap((part) => names.filter((name) => (parts.get(name) ?? "standby") === part));
  return {
    stop: by("standby", "active", "witness"),
    start: by("witness", "standby", "active"),
    write: by("standby", "witness", "active"),
  };
}

/** Active is a node that runs something now; when no node tells, the one with the best priority of a hierarchy. */
function partOf(cluster: Cluster, facts: readonly Said[], name: string): Part {
  if (cluster.nodes.find((node) => node.name === name)?.role === "witness") return "witness";
  if (facts.some(({ status }) => status !== undefined && parseShortStatus(status).resources.length > 0)) {
    const own = facts.find(({ node }) => node === name)?.status;
    const runs = parseShortStatus(own ?? "").resources.some(({ state }) => state === "ISP" || state === "ISU");
    return runs ? "active" : "standby";
  }
  const first = cluster.resources.some(({ parents, servers }) => parents.length === 0 && servers[0]?.node === name);
  return first ? "active" : "standby";
}
