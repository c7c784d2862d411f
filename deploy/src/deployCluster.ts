// One click: reads the nodes, plans, shows, and carries the plan out on all of them or on none.

import { findAftermath } from "@lkcluster/core/plan/aftermath.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { judgeMixed } from "@lkcluster/core/plan/judgeMixed.ts";
import { makePlan } from "@lkcluster/core/plan/makePlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { Progress } from "@lkcluster/core/prove/explore.ts";
import type { DeployReport } from "./report.ts";
import { type DeployRequest, type PlanRequest, targetsOf } from "./request.ts";
import { type Prepared, withNodes } from "./withNodes.ts";

export type PlanResult =
  | { readonly kind: "planned"; readonly plan: DeploymentPlan; readonly facts: readonly NodeFacts[] }
  | { readonly kind: "refused"; readonly report: DeployReport };

/** Reads and plans; changes nothing anywhere. A plan with refusals is returned too, to be shown. */
export function planCluster(request: PlanRequest): Promise<PlanResult> {
  return withNodes<PlanResult>(
    request,
    targetsOf(request),
    { command: "plan" },
    {
      refused: (report) => ({ kind: "refused", report }),
      prepared: async (prepared) => {
        const { facts, others } = prepared;
        const plan = await prepared.plan(planOf(request, prepared));
        if (plan === undefined) return { kind: "refused", report: prepared.cancelled() };
        const left = findAftermath([...facts, ...others]).map(({ text }) => text);
        return {
          kind: "planned",
          plan: { ...plan, warnings: [...left, ...plan.warnings] },
          facts: [...facts, ...others],
        };
      },
    },
  );
}

export function deployCluster(request: DeployRequest): Promise<DeployReport> {
  return withNodes<DeployReport>(
    request,
    targetsOf(request),
    { ...request, command: "deploy" },
    {
      refused: (report) => report,
      prepared: async (prepared) => {
        const plan = await prepared.plan(planOf(request, prepared));
        return plan === undefined ? prepared.cancelled() : prepared.carryOut(plan, request);
      },
    },
  );
}

/** The plan for the nodes as they were read. */
export function planOf(
  request: Omit<PlanRequest, "hosts">,
  { facts, others, unread }: Pick<Prepared, "facts" | "others" | "unread">,
): Generator<Progress, DeploymentPlan> {
  const { cluster, files, mode = "merge", activate = false, ignoreProofs = false, judge = judgeMixed } = request;
  return makePlan({
    cluster,
    files,
    facts,
    others,
    unread,
    mode,
    activate,
    ignoreProofs,
    judge,
  });
}
