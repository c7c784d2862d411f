// The record that stays on a node: who deployed what, when, under which plan and proof. One line of JSON.

import { createHash } from "node:crypto";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { DeploymentRecord } from "@lkcluster/core/plan/nodeFacts.ts";
import { hashOf } from "../hash.ts";

interface Recorded {
  readonly id: string;
  readonly plan: DeploymentPlan;
  readonly who: string;
  readonly rollbackTo: number | undefined;
}

export function recordLine({ id, plan, who, rollbackTo }: Recorded, node: NodePlan): string {
  const record: DeploymentRecord & { readonly before: string; readonly after: string } = {
    transaction: id,
    cluster: plan.cluster,
    names: node.sets,
    who,
    when: new Date().toISOString(),
    plan: planHash(plan),
    proof: plan.rollout.kind,
    rollbackTo,
    before: hashOf(node.before),
    after: hashOf(node.after),
  };
  return JSON.stringify(record);
}

/** Names a plan: the same files to the same files in the same order have the same hash. */
function planHash({ cluster, mode, order, nodes, activate }: DeploymentPlan): string {
  const files = nodes.map(({ node, before, after }) => [node, hashOf(before), hashOf(after)]);
  return createHash("sha256")
    .update(JSON.stringify([cluster, mode, activate, order, files]))
    .digest("hex");
}
