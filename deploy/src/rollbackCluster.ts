// Rolling back is a deployment of what an earlier generation holds, through the same steps with the same promise.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { ByteText } from "@lkcluster/core/plan/byteText.ts";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { judgeMixed } from "@lkcluster/core/plan/judgeMixed.ts";
import { type JudgeNodes, nodePlan, planFor } from "@lkcluster/core/plan/makePlan.ts";
import type { Generation, NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { describeFailure, isFailure } from "./failure.ts";
import type { DeployReport } from "./report.ts";
import { type Carrying, type ClusterRequest, destinationsOf } from "./request.ts";
import { cancelledReport, refusedReport } from "./unchanged.ts";
import { type Prepared, withNodes } from "./withNodes.ts";

export interface RollbackRequest extends ClusterRequest, Carrying {
  /** The transaction whose result is wanted, or its first characters. Without it: what was there before the last one. */
  readonly to?: string;
  readonly activate?: boolean;
  readonly ignoreProofs?: boolean;
  readonly judge?: JudgeNodes;
}

export function rollbackCluster(request: RollbackRequest): Promise<DeployReport> {
  return withNodes<DeployReport>(request, destinationsOf(request), "heal", {
    refused: (report) => report,
    prepared: async (prepared) => {
      const choice = choose(prepared.facts, request.to);
      if ("en" in choice) return refusedReport(undefined, [choice], []);
      const plan = await planRollback(request, prepared, choice);
      if (plan === undefined) return cancelledReport;
      if ("en" in plan) return refusedReport(undefined, [plan], []);
      const rollbackTo = Math.max(...choice.map(({ generation }) => generation.number));
      return prepared.carryOut(plan, { ...request, rollbackTo });
    },
  });
}

interface Choice {
  readonly node: string;
  readonly generation: Generation;
  readonly part: "replaced" | "deployed";
}

function choose(facts: readonly NodeFacts[], to: string | undefined): readonly Choice[] | Localized {
  const all = facts.flatMap(({ node, generations }) =>
    generations.filter(({ confirmed }) => confirmed).map((generation) => ({ node, generation })),
  );
  if (to === undefined) {
    // Each node knows its own order; only among the last ones do we have to trust the clocks of clients.
    const lastOnes = facts.flatMap(({ generations }) => generations.findLast(({ confirmed }) => confirmed) ?? []);
    const newest = latest(lastOnes);
    if (newest === undefined) return nothingYet;
    return all
      .filter(({ generation }) => sameTransaction(generation, newest))
      .map((found) => ({ ...found, part: "replaced" }));
  }
  const wanted = all.filter(({ generation }) => generation.record?.transaction.startsWith(to) === true);
  const transactions = new Set(wanted.map(({ generation }) => generation.record?.transaction));
  const target = wanted[0]?.generation;
  if (to === "" || target === undefined || transactions.size !== 1) return unknownTransaction(to);
  return facts.flatMap(({ node, generations }): readonly Choice[] => {
    const own = generations.filter(({ confirmed }) => confirmed);
    const held = own.findLast(({ record }) => whenOf(record?.when) <= whenOf(target.record?.when));
    if (held !== undefined) return [{ node, generation: held, part: "deployed" }];
    const first = own[0];
    return first === undefined ? [] : [{ node, generation: first, part: "replaced" }];
  });
}

function sameTransaction(a: Generation, b: Generation): boolean {
  return a.record !== undefined && a.record.transaction === b.record?.transaction;
}

function latest(generations: readonly Generation[]): Generation | undefined {
  return generations.reduce<Generation | undefined>(
    (best, next) => (best === undefined || whenOf(next.record?.when) > whenOf(best.record?.when) ? next : best),
    undefined,
  );
}

function whenOf(when: string | undefined): number {
  return Date.parse(when ?? "") || 0;
}

async function planRollback(
  request: RollbackRequest,
  { facts, sessions, plan }: Prepared,
  choices: readonly Choice[],
): Promise<DeploymentPlan | Localized | undefined> {
  const nodes: NodePlan[] = [];
  for (const held of facts) {
    const before = held.target.kind === "file" ? held.target.content : undefined;
    const choice = choices.find(({ node }) => node === held.node);
    const found = choice === undefined ? { content: before } : await contentOf(sessions, choice);
    if ("en" in found) return found;
    nodes.push(nodePlan(held, before, found.content, choice?.generation.record?.names ?? []));
  }
  const { cluster, activate = false, ignoreProofs = false, judge = judgeMixed } = request;
  const context = { cluster, facts, mode: "replace", activate, ignoreProofs } as const;
  return plan(planFor({ ...context, judge, nodes, refusals: [] }));
}

async function contentOf(
  sessions: Prepared["sessions"],
  { node, generation, part }: Choice,
): Promise<{ readonly content: ByteText | undefined } | Localized> {
  const session = sessions.get(node);
  if (session === undefined) throw new Error(`Bug in lkcluster: ${node} was read, but nobody is connected to it`);
  const answer = await session.request({ kind: "generation", number: generation.number });
  return isFailure(answer) ? describeFailure(answer) : { content: answer[part] };
}

const nothingYet: Localized = {
  en: "No node has a generation to go back to.",
  ja: "戻せる世代がどのノードにもありません。",
};

function unknownTransaction(to: string): Localized {
  return {
    en: `No deployment, or more than one, is called ${to}; lkcluster status lists them.`,
    ja: `${to} に当たる配備がないか、複数あります。lkcluster status で一覧を確かめてください。`,
  };
}
