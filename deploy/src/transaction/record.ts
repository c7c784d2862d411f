// The record that stays on a node: who deployed what, when, under which plan and proof. One line of JSON.

import { createHash } from "node:crypto";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { DeploymentRecord, NodeFacts, NodeHashes } from "@lkcluster/core/plan/nodeFacts.ts";
import { lastTransactions } from "@lkcluster/core/plan/wayBack.ts";
import { hashOf } from "../hash.ts";

interface Recorded {
  readonly id: string;
  readonly plan: DeploymentPlan;
  readonly facts: readonly NodeFacts[];
  readonly who: string;
  /** One moment for all nodes. */
  readonly when: string;
}

export function recordLine({ id, plan, facts, who, when }: Recorded, node: NodePlan): string {
  const record: DeploymentRecord = {
    transaction: id,
    cluster: plan.cluster,
    names: node.sets,
    who,
    when,
    plan: planHash(plan),
    proof: plan.rollout.kind,
    rollback: plan.rollback,
    nodes: facts.flatMap((held) => hashesOf(plan, held)),
    follows: lastTransactions(facts),
  };
  return JSON.stringify(record);
}

/** Nothing is said of what is no file. */
function hashesOf({ nodes }: DeploymentPlan, { node, target }: NodeFacts): readonly NodeHashes[] {
  const planned = nodes.find((each) => each.node === node);
  if (planned !== undefined) return [{ node, before: hashOf(planned.before), after: hashOf(planned.after) }];
  if (target.kind === "other") return [];
  const held = hashOf(target.kind === "file" ? target.content : undefined);
  return [{ node, before: held, after: held }];
}

/** Names a plan: the same files to the same files in the same order have the same hash. */
export function planHash({ cluster, mode, order, nodes, activate }: DeploymentPlan): string {
  const files = nodes.map(({ node, before, after }) => [node, hashOf(before), hashOf(after)]);
  return createHash("sha256")
    .update(JSON.stringify([cluster, mode, activate, order, files]))
    .digest("hex");
}
