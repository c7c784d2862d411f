// What every command that speaks to nodes has in common: connect, look after what an earlier run left, read, do
// something, and close every connection whatever happens.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { findAftermath } from "@lkcluster/core/plan/aftermath.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { Progress } from "@lkcluster/core/prove/explore.ts";
import { causeOf, type HostFailure, saidOf } from "./failure.ts";
import { hashOf } from "./hash.ts";
import { heal } from "./heal.ts";
import type { Destination } from "./host.ts";
import { type NodeSession, openSession } from "./nodeSession.ts";
import { makeReporter, type Reporter } from "./progress.ts";
import { pump } from "./pump.ts";
import { isRead, type NodeReading, readNodes } from "./readNodes.ts";
import type { DeployReport, NodeReport } from "./report.ts";
import type { Carrying, ClusterRequest } from "./request.ts";
import { carryOut } from "./transaction/carryOut.ts";
import { refusedReport, unchangedNode } from "./unchanged.ts";
import { type Clock, steadyClock } from "./wait.ts";

export interface Prepared {
  readonly facts: readonly NodeFacts[];
  readonly sessions: ReadonlyMap<string, NodeSession>;
  /** Makes a plan in slices, with progress; undefined when it was cancelled meanwhile. */
  plan(making: Generator<Progress, DeploymentPlan>): Promise<DeploymentPlan | undefined>;
  carryOut(plan: DeploymentPlan, carrying: Carrying): Promise<DeployReport>;
}

export interface Doing<Result> {
  readonly refused: (report: DeployReport) => Result;
  readonly prepared: (prepared: Prepared) => Promise<Result>;
}

const confirmWithinSecondsDefault = 120;

/** `heal` finishes or reverts what an earlier run left; `look` changes nothing. */
export async function withNodes<Result>(
  request: Pick<ClusterRequest, "hosts" | "signal" | "onProgress" | "audit" | "clock">,
  destinations: readonly Destination[],
  attitude: "heal" | "look",
  doing: Doing<Result>,
): Promise<Result> {
  const reporter = makeReporter(request.onProgress, request.audit);
  const sessions = new Map(destinations.map((to) => [to.node, openSession(request.hosts(to))]));
  try {
    const first = await readNodes(sessions.values(), reporter, request.signal);
    if (!first.every(isRead)) return doing.refused(unreadReport(first));
    const facts = attitude === "look" ? first : await healed(first, sessions, reporter, request.signal);
    if ("outcome" in facts) return doing.refused(facts);
    return await doing.prepared({
      facts,
      sessions,
      plan: async (making) => {
        reporter.begins("plan");
        const onProgress = (states: number): void => reporter.goesOn("plan", exploringText(states));
        const plan = await pump(making, { signal: request.signal, onProgress });
        if (plan !== undefined) reporter.done("plan");
        return plan;
      },
      carryOut: (plan, carrying) =>
        carry(plan, carrying, {
          facts,
          sessions,
          reporter,
          signal: request.signal,
          clock: request.clock ?? steadyClock,
        }),
    });
  } finally {
    await Promise.all([...sessions.values()].map((session) => session.close()));
  }
}

async function healed(
  facts: readonly NodeFacts[],
  sessions: ReadonlyMap<string, NodeSession>,
  reporter: Reporter,
  signal: AbortSignal | undefined,
): Promise<readonly NodeFacts[] | DeployReport> {
  const healing = await heal(facts, sessions, reporter);
  if (healing.kind !== "healed") return refusedReport(undefined, [healing.why], facts.map(asHeld));
  if (healing.touched.length === 0) return facts;
  const again = await readNodes(sessions.values(), reporter, signal);
  return again.every(isRead) ? again : unreadReport(again);
}

async function carry(
  plan: DeploymentPlan,
  carrying: Carrying,
  context: Pick<Prepared, "facts" | "sessions"> & {
    readonly reporter: Reporter;
    readonly signal: AbortSignal | undefined;
    readonly clock: Clock;
  },
): Promise<DeployReport> {
  if (plan.refusals.length > 0) return refusedReport(plan, plan.refusals, []);
  const nothing = plan.order.length === 0;
  // Nodes that all hold what they should do agree by now, whatever was decided on them.
  const left = findAftermath(context.facts)
    .filter(({ kind }) => !(nothing && kind === "split"))
    .map(({ text }) => text);
  if (!nothing && !(await carrying.confirm({ ...plan, warnings: [...left, ...plan.warnings] })))
    return refusedReport(plan, [declined], []);
  const seconds = Math.trunc(carrying.confirmWithinSeconds ?? confirmWithinSecondsDefault);
  const report = await carryOut({
    ...context,
    plan,
    who: carrying.who,
    confirmWithinSeconds: Math.max(1, seconds),
  });
  // Files that need no change are no proof that all is well: LifeKeeper may be down since an earlier run.
  return nothing ? { ...report, advice: [...left, ...report.advice] } : report;
}

function exploringText(states: number): Localized {
  return {
    en: `proving every state between the old and the new files (${states} states so far)`,
    ja: `変更前から変更後までの途中の状態を証明しています（現在 ${states} 状態）`,
  };
}

const declined: Localized = { en: "It was not confirmed.", ja: "確認されませんでした。" };

function unreadReport(readings: readonly NodeReading[]): DeployReport {
  const failures = readings.filter((reading): reading is HostFailure => !isRead(reading));
  return refusedReport(undefined, [unreadText(failures.map(({ node }) => node))], readings.map(asReport));
}

function asReport(reading: NodeReading): NodeReport {
  if (isRead(reading)) return asHeld(reading);
  const said = saidOf(reading);
  const report = { node: reading.node, state: "unknown", before: undefined, after: undefined } as const;
  return { ...report, detail: causeOf(reading), ...(said === "" ? {} : { said }) };
}

/** Why, stands with each node. */
function unreadText(nodes: readonly string[]): Localized {
  const names = nodes.join(", ");
  return { en: `These nodes could not be read: ${names}.`, ja: `読み取れなかったノード: ${names}。` };
}

function asHeld({ node, target }: NodeFacts): NodeReport {
  return unchangedNode(node, hashOf(target.kind === "file" ? target.content : undefined));
}
