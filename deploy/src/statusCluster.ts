// Is what runs what we wrote? Reads every node, reachable or not, and compares three ways. Changes nothing.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { CheckedCluster } from "@lkcluster/core/model/cluster.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { type Aftermath, findAftermath } from "@lkcluster/core/plan/aftermath.ts";
import { readLines } from "@lkcluster/core/plan/defaultsLines.ts";
import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { type Disagreement, disagreements } from "@lkcluster/core/plan/disagreements.ts";
import { describeDrift } from "@lkcluster/core/plan/drift.ts";
import { parseShortStatus, type ShortStatus } from "@lkcluster/core/plan/lcdstatus.ts";
import { planNodes } from "@lkcluster/core/plan/makePlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { orderNodes } from "@lkcluster/core/plan/nodeOrder.ts";
import { textOrEmpty } from "@lkcluster/core/text/byteText.ts";
import { causeOf, type HostFailure } from "./failure.ts";
import { openSession } from "./nodeSession.ts";
import { makeReporter } from "./progress.ts";
import { isRead, readNodes } from "./readNodes.ts";
import { type ClusterRequest, destinationsOf } from "./request.ts";
import { type WayBackChoice, waysBackOf } from "./rollbackCluster.ts";

export interface StatusRequest extends ClusterRequest {
  readonly cluster: CheckedCluster;
  readonly files: FileSet;
  readonly mode?: "merge" | "replace";
}

/** `same`: deploying would change nothing. `differs`: it would. `unknown`: it could not be told. */
export interface NodeStatus {
  readonly node: string;
  readonly state: "same" | "differs" | "unknown";
  readonly detail: Localized;
  readonly facts: NodeFacts | undefined;
  readonly failure: HostFailure | undefined;
  /** The file there and what deploying would make of it; undefined when that cannot be told. */
  readonly plan: NodePlan | undefined;
  readonly hierarchies: ShortStatus | undefined;
}

export interface StatusReport {
  readonly nodes: readonly NodeStatus[];
  /** What an earlier deployment left behind, the urgent first. */
  readonly aftermath: readonly Aftermath[];
  /** Values that must be equal on all nodes and are not, whoever set them; over the nodes that could be read. */
  readonly disagreements: readonly Disagreement[];
  /** Where a rollback could lead, the newest first; empty when a node could not be read. */
  readonly waysBack: readonly WayBackChoice[];
  /**
   * True when every node could be read and holds what is here, nothing is left of an earlier deployment, and what must be
   * equal on all nodes is.
   */
  readonly same: boolean;
}

/** Each costs a node a request for every file that it kept. */
const waysBackMax = 6;

export async function statusOfCluster(request: StatusRequest): Promise<StatusReport> {
  const reporter = makeReporter(request.onProgress, request.audit);
  const sessions = destinationsOf(request).map((to) => openSession(request.hosts(to)));
  try {
    const readings = await readNodes(sessions, reporter, request.signal);
    const nodes = readings.map((reading) => (isRead(reading) ? statusOf(request, reading) : unreadable(reading)));
    const same = nodes.every(({ state }) => state === "same");
    // Whoever made the nodes agree by hand need not hear of it any more.
    const facts = readings.filter(isRead);
    const left = findAftermath(facts).filter(({ kind }) => !(same && kind === "split"));
    const { start } = orderNodes(request.cluster, facts);
    const aftermath = left.map((each) => ({ ...each, nodes: start.filter((name) => each.nodes.includes(name)) }));
    const bySession = new Map(sessions.map((session) => [session.node, session]));
    const isWhole = facts.length === readings.length;
    const waysBack = isWhole ? await waysBackOf({ facts, sessions: bySession }, waysBackMax) : [];
    const unequal = disagreements(facts.map(valuesOn), "now");
    const isWell = same && aftermath.length === 0 && unequal.length === 0;
    return { nodes, aftermath, disagreements: unequal, waysBack, same: isWell };
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
}

function valuesOn({ node, target }: NodeFacts): Parameters<typeof disagreements>[0][number] {
  return { node, values: readLines(target.kind === "file" ? target.content : undefined) };
}

function unreadable(failure: HostFailure): NodeStatus {
  const detail = causeOf(failure);
  return {
    node: failure.node,
    state: "unknown",
    detail,
    failure,
    facts: undefined,
    plan: undefined,
    hierarchies: undefined,
  };
}

function statusOf({ cluster, files, mode = "merge" }: StatusRequest, facts: NodeFacts): NodeStatus {
  const made = planNodes({ cluster, files, facts: [facts], mode });
  const plan = made.nodes[0];
  const base = {
    node: facts.node,
    facts,
    failure: undefined,
    plan,
    hierarchies: facts.status === undefined ? undefined : parseShortStatus(facts.status),
  };
  if (facts.unfinished !== undefined) {
    return { ...base, state: "unknown", detail: unfinishedText };
  }
  if (plan === undefined) {
    return { ...base, state: "unknown", detail: made.refusals[0] ?? { en: "unknown", ja: "不明" } };
  }
  const drift = describeDrift(plan.drift);
  if (plan.before === plan.after) return { ...base, state: "same", detail: sameText(plan, drift) };
  return { ...base, state: "differs", detail: drift };
}

const unfinishedText: Localized = { en: "an earlier deployment is unfinished", ja: "以前のデプロイが完了していません" };

/** A node that was never deployed to may still hold just what is here. */
function sameText({ drift }: NodePlan, words: Localized): Localized {
  if (drift.kind === "none") return words;
  return { en: `same as here (${words.en})`, ja: `ここのファイルと一致しています（${words.ja}）` };
}

export function shownContent(plan: NodePlan): { readonly before: string; readonly after: string } {
  return { before: textOrEmpty(plan.before), after: textOrEmpty(plan.after) };
}
