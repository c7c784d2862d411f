// Rolling back is a deployment of what every node held before or after an earlier one, through the same steps with the
// same promise.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { judgeMixed } from "@lkcluster/core/plan/judgeMixed.ts";
import { type JudgeNodes, nodePlan, planFor } from "@lkcluster/core/plan/makePlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { findWayBack, notKept, transactionsOf, type WayBack } from "@lkcluster/core/plan/wayBack.ts";
import { describeFailure } from "./failure.ts";
import { type KeptFiles, keptFilesOf } from "./generations.ts";
import type { DeployReport } from "./report.ts";
import { type Carrying, type ClusterRequest, targetsOf } from "./request.ts";
import { type Prepared, withNodes } from "./withNodes.ts";

export interface RollbackRequest extends ClusterRequest, Carrying {
  /** The transaction whose result is wanted, or its first characters. Without it: what was there before the last one. */
  readonly to?: string;
  readonly activate?: boolean;
  readonly ignoreProofs?: boolean;
  readonly judge?: JudgeNodes;
}

export function rollbackCluster(request: RollbackRequest): Promise<DeployReport> {
  return withNodes<DeployReport>(
    request,
    targetsOf(request),
    { ...request, command: "roll back" },
    {
      refused: (report) => report,
      prepared: async (prepared) => {
        const { facts, others } = prepared;
        const asked = facts.map(({ node }) => node);
        const way = findWayBack([...facts, ...others], asked, request.to);
        if ("en" in way) return prepared.refuse([way]);
        const nodes = await nodesOn(way, prepared, keptFilesOfAll(prepared));
        if ("en" in nodes) return prepared.refuse([nodes]);
        const plan = await planRollback(request, prepared, way, nodes);
        return plan === undefined ? prepared.cancelled() : prepared.carryOut(plan, request);
      },
    },
  );
}

/** Where a rollback could lead. */
export interface WayBackChoice {
  /** Undefined: before the last deployment. */
  readonly to: string | undefined;
  readonly way: WayBack | undefined;
  /** What each node would hold; or why it cannot go there. */
  readonly nodes: readonly NodePlan[] | Localized;
}

/** Every state that the nodes could go back to, the last ones first, with what would change. Changes nothing. */
export function waysBack(request: ClusterRequest): Promise<readonly WayBackChoice[] | DeployReport> {
  return withNodes<readonly WayBackChoice[] | DeployReport>(
    request,
    targetsOf(request),
    { command: "list ways back" },
    {
      refused: (report) => report,
      prepared: (read) => waysBackOf(read, Number.POSITIVE_INFINITY),
    },
  );
}

type Read = Pick<Prepared, "facts" | "sessions">;

/** The newest `most` of them. */
export async function waysBackOf(read: Read, most: number): Promise<readonly WayBackChoice[]> {
  const kept = keptFilesOfAll(read);
  const asked = read.facts.map(({ node }) => node);
  const names = transactionsOf(read.facts);
  const choices: WayBackChoice[] = [];
  for (const to of names.length === 0 ? [] : [undefined, ...names].slice(0, most)) {
    const way = findWayBack(read.facts, asked, to);
    if ("en" in way) choices.push({ to, way: undefined, nodes: way });
    else choices.push({ to, way, nodes: await nodesOn(way, read, kept) });
  }
  return choices;
}

function keptFilesOfAll({ facts, sessions }: Read): ReadonlyMap<string, KeptFiles> {
  return new Map(
    facts.flatMap((held) => {
      const session = sessions.get(held.node);
      return session === undefined ? [] : [[held.node, keptFilesOf(held, session)] as const];
    }),
  );
}

/** All of them, or the nodes that do not have what they should hold. */
async function nodesOn(
  way: WayBack,
  { facts }: Pick<Read, "facts">,
  kept: ReadonlyMap<string, KeptFiles>,
): Promise<readonly NodePlan[] | Localized> {
  const found = await Promise.all(
    facts.map(async (held) => {
      const files = kept.get(held.node);
      if (files === undefined)
        throw new Error(`Bug in lkcluster: ${held.node} was read, but nobody is connected to it`);
      return { held, file: await files.find(way.wanted.get(held.node) ?? "") };
    }),
  );
  const failure = found.flatMap(({ file }) => (file.kind === "failure" ? [file] : []))[0];
  if (failure !== undefined) return describeFailure(failure);
  const missing = found.filter(({ file }) => file.kind === "not-kept").map(({ held }) => held.node);
  if (missing.length > 0) return notKept(way, missing);
  return found.flatMap(({ held, file }) => {
    if (file.kind !== "found") return [];
    const before = held.target.kind === "file" ? held.target.content : undefined;
    return [nodePlan(held, before, file.content, namesOf(held, way))];
  });
}

/** What the deployment answered for on this node. */
function namesOf({ generations }: NodeFacts, { record: { transaction } }: WayBack): readonly string[] {
  return generations.find(({ record }) => record?.transaction === transaction)?.record?.names ?? [];
}

async function planRollback(
  request: RollbackRequest,
  { facts, others, unread, sessions, plan }: Prepared,
  way: WayBack,
  nodes: readonly NodePlan[],
): Promise<DeploymentPlan | undefined> {
  const { part, record } = way;
  // What the other nodes would hold if they went back too, as far as they can tell.
  const back = await nodesOn(way, { facts: others }, keptFilesOfAll({ facts: others, sessions }));
  const remaining = "en" in back ? [] : back;
  const { cluster, activate = false, ignoreProofs = false, judge = judgeMixed } = request;
  const context = { cluster, facts, others, unread, mode: "replace", activate, ignoreProofs } as const;
  const rollback = { part, transaction: record.transaction };
  return plan(planFor({ ...context, judge, rollback, nodes, remaining, refusals: [] }));
}
