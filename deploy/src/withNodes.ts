// What every command that speaks to nodes has in common: connect to all nodes of the cluster, read them, mend what an
// earlier run left if the user agrees, do something, and close every connection whatever happens.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { findAftermath } from "@lkcluster/core/plan/aftermath.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { findLeftovers, type Leftover } from "@lkcluster/core/plan/leftover.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { Progress } from "@lkcluster/core/prove/explore.ts";
import { causeOf, type HostFailure, saidOf } from "./failure.ts";
import { hashOf } from "./hash.ts";
import { mendLeftovers } from "./heal.ts";
import { type NodeSession, openSession } from "./nodeSession.ts";
import { makeReporter, type Reporter } from "./progress.ts";
import { pump } from "./pump.ts";
import { isRead, type NodeReading, readNodes } from "./readNodes.ts";
import type { AuditDetails, DeployReport, Mended, NodeReport } from "./report.ts";
import type { Carrying, ClusterRequest, Targets } from "./request.ts";
import { conclude, type RunEnd, type Seen, unchangedNode, undecidedNode } from "./statements.ts";
import { carryOut } from "./transaction/carryOut.ts";
import { planHash } from "./transaction/record.ts";
import { cancelled } from "./transaction/transaction.ts";
import { type Clock, steadyClock } from "./wait.ts";

export interface Prepared {
  /** Of the nodes that were asked for. */
  readonly facts: readonly NodeFacts[];
  /** Of the other nodes of the cluster that could be read. */
  readonly others: readonly NodeFacts[];
  /** Other nodes that could not be read. */
  readonly unread: readonly string[];
  readonly sessions: ReadonlyMap<string, NodeSession>;
  /** Makes a plan in slices, with progress; undefined when it was cancelled meanwhile. */
  plan(making: Generator<Progress, DeploymentPlan>): Promise<DeploymentPlan | undefined>;
  carryOut(plan: DeploymentPlan, carrying: Carrying): Promise<DeployReport>;
  /** The deployment does not begin. */
  refuse(why: readonly Localized[]): DeployReport;
  readonly cancelled: () => DeployReport;
}

export interface Doing<Result> {
  readonly refused: (report: DeployReport) => Result;
  readonly prepared: (prepared: Prepared) => Promise<Result>;
}

/** What the run is for, as the record has it, and whether it may mend what an earlier one left. */
export interface Purpose {
  readonly command: "plan" | "deploy" | "deploy a saved plan" | "roll back" | "list ways back";
  readonly who?: string;
  /** Undefined: it only looks. */
  readonly mend?: Carrying["mend"];
}

const confirmWithinSecondsDefault = 120;

/** What the run knows, growing while it goes on. */
interface Run {
  readonly targets: Targets;
  readonly sessions: ReadonlyMap<string, NodeSession>;
  readonly reporter: Reporter;
  readonly signal: AbortSignal | undefined;
  readonly first: readonly NodeReading[];
}

/** Everything that a run is, does and comes to is written to the audit sink here. */
export async function withNodes<Result>(
  request: Pick<ClusterRequest, "hosts" | "signal" | "onProgress" | "audit" | "clock">,
  targets: Targets,
  { command, who, mend }: Purpose,
  doing: Doing<Result>,
): Promise<Result> {
  const reporter = makeReporter(request.onProgress, request.audit);
  const destinations = [...targets.asked, ...targets.others];
  const asked = targets.asked.map(({ node }) => ({ node, before: undefined, after: undefined }));
  reporter.record("run", "begins", { command, who, cluster: targets.cluster, nodes: asked });
  const sessions = new Map(destinations.map((to) => [to.node, openSession(request.hosts(to))]));
  try {
    const first = await readNodes(sessions.values(), reporter, request.signal);
    const run: Run = { targets, sessions, reporter, signal: request.signal, first };
    const unread = first.filter((reading): reading is HostFailure => !isRead(reading));
    if (unread.some(({ node }) => isAsked(targets, node))) return doing.refused(unreadReport(run));
    const read = mend === undefined ? { now: first.filter(isRead), mended: [] } : await mended(run, mend);
    if ("outcome" in read) return doing.refused(read);
    return await doing.prepared(prepare(run, read, request.clock ?? steadyClock));
  } finally {
    await Promise.all([...sessions.values()].map((session) => session.close()));
  }
}

interface ReadNow {
  readonly now: readonly NodeFacts[];
  readonly mended: readonly Mended[];
}

function prepare(run: Run, read: ReadNow, clock: Clock): Prepared {
  const { targets, sessions, reporter, signal } = run;
  const facts = read.now.filter(({ node }) => isAsked(targets, node));
  const end = (how: RunEnd): DeployReport => endOf(run, read, how);
  return {
    facts,
    others: read.now.filter(({ node }) => !isAsked(targets, node)),
    unread: run.first.filter((reading) => !isRead(reading)).map(({ node }) => node),
    sessions,
    plan: async (making) => {
      reporter.begins("plan");
      const onProgress = ({ states }: Progress): void => reporter.goesOn("plan", exploringText(states));
      const plan = await pump(making, { signal, onProgress });
      if (plan === undefined) return undefined;
      reporter.done("plan");
      reporter.record("plan", plan.refusals.length === 0 ? "ok" : "refused", recordOf(plan));
      return plan;
    },
    refuse: (why) => end({ kind: "not-begun", why }),
    cancelled: () => end({ kind: "not-begun", why: [cancelled], declined: true }),
    carryOut: async (plan, carrying) => {
      // Nodes that all hold what they should do agree by now, whatever was decided on them.
      const nothing = plan.order.length === 0;
      const left = findAftermath(read.now)
        .filter(({ kind }) => !(nothing && kind === "split"))
        .map(({ text }) => text);
      const shown = { ...plan, warnings: [...left, ...plan.warnings] };
      if (plan.refusals.length > 0) return end({ kind: "not-begun", why: plan.refusals, plan });
      if (!nothing && !(await carrying.confirm(shown)))
        return end({ kind: "not-begun", why: [declined], plan, declined: true });
      const seconds = Math.max(1, Math.trunc(carrying.confirmWithinSeconds ?? confirmWithinSecondsDefault));
      const { who } = carrying;
      const carried = await carryOut({
        ...{ plan, facts: read.now, sessions, reporter, signal, clock, who },
        confirmWithinSeconds: seconds,
      });
      const report = end(carried);
      // Files that need no change are no proof that all is well: LifeKeeper may be down since an earlier run.
      return nothing ? { ...report, advice: [...left, ...report.advice] } : report;
    },
  };
}

function isAsked({ asked }: Targets, node: string): boolean {
  return asked.some((to) => to.node === node);
}

/** Mends what concerns the nodes that were asked for; what cannot be mended, or was not agreed to, ends the run. */
async function mended(run: Run, mend: Carrying["mend"]): Promise<ReadNow | DeployReport> {
  const { targets, sessions, reporter, first } = run;
  const facts = first.filter(isRead);
  const unread = first.filter((reading) => !isRead(reading)).map(({ node }) => node);
  const leftovers = findLeftovers(facts, unread).filter((left) => concerns(targets, left));
  const untouched: ReadNow = { now: facts, mended: [] };
  if (leftovers.length === 0) return untouched;
  const refuse = (why: readonly Localized[], declined: boolean): DeployReport =>
    endOf(run, untouched, { kind: "not-begun", why, declined });
  const blocked = leftovers.flatMap((left) => left.blocked ?? []);
  if (blocked.length > 0) return refuse(blocked, false);
  if (!(await mend(leftovers))) return refuse([notMended], true);
  const { mended: done, failed } = await mendLeftovers(leftovers, sessions, reporter);
  reporter.record("mended", failed === undefined ? "ok" : "failed", { healed: done });
  const again = await readNodes(sessions.values(), reporter, run.signal, "new connections");
  const now = again.filter(isRead);
  const read: ReadNow = { now, mended: done };
  const lost = again.filter((reading) => !isRead(reading) && isAsked(targets, reading.node));
  if (failed === undefined && lost.length === 0) return read;
  const why = failed ?? unreadText(lost.map(({ node }) => node));
  const nodes = again.map((reading) => asReport(run, reading));
  return endOf(run, read, { kind: "mending-failed", why, nodes });
}

/** Concludes, and writes down how it ended. */
function endOf(run: Run, read: ReadNow, how: RunEnd): DeployReport {
  const report = conclude(seenBy(run, read), how);
  const { outcome, nodes, healed, declined: no } = report;
  run.reporter.record("run", outcome, {
    nodes: nodes.map(({ node, state, before, after }) => ({ node, state, before, after })),
    healed,
    declined: no,
  });
  return report;
}

function recordOf(plan: DeploymentPlan): AuditDetails {
  return {
    plan: planHash(plan),
    proof: plan.rollout.kind,
    nodes: plan.nodes.map(({ node, before, after }) => ({ node, before: hashOf(before), after: hashOf(after) })),
  };
}

function concerns(targets: Targets, { nodes }: Leftover): boolean {
  return nodes.some(({ node }) => isAsked(targets, node));
}

function seenBy({ targets, sessions, first }: Run, { now, mended: done }: ReadNow): Seen {
  const hashes = (facts: readonly NodeFacts[]): ReadonlyMap<string, string> =>
    new Map(facts.map(({ node, target }) => [node, hashOf(target.kind === "file" ? target.content : undefined)]));
  return {
    cluster: targets.cluster,
    asked: targets.asked.map(({ node }) => node),
    others: targets.others.map(({ node }) => ({ node, read: now.some((facts) => facts.node === node) })),
    first: hashes(first.filter(isRead)),
    now: hashes(now),
    undecided: new Set(now.filter(isUndecided).map(({ node }) => node)),
    acts: [...sessions.values()].flatMap(({ acts }) => acts),
    mended: done,
  };
}

function exploringText(states: number): Localized {
  return {
    en: `proving every state between the old and the new files (${states} states so far)`,
    ja: `変更前から変更後までの途中の状態を証明しています（現在 ${states} 状態）`,
  };
}

const declined: Localized = { en: "It was not confirmed.", ja: "確認されませんでした。" };

const notMended: Localized = {
  en: "What an earlier deployment left unfinished was not to be mended, and stands in the way of another one.",
  ja: "以前のデプロイが完了していませんが、修復しないことが選ばれました。修復するまで、次のデプロイはできません。",
};

function unreadReport(run: Run): DeployReport {
  const { first, targets } = run;
  const names = first.filter((reading) => !isRead(reading) && isAsked(targets, reading.node)).map(({ node }) => node);
  const nodes = first.filter(({ node }) => isAsked(targets, node)).map((reading) => asReport(run, reading));
  const read: ReadNow = { now: first.filter(isRead), mended: [] };
  return endOf(run, read, { kind: "not-begun", why: [unreadText(names)], nodes });
}

/** Why, stands with each node. */
function unreadText(nodes: readonly string[]): Localized {
  const names = nodes.join(", ");
  return { en: `These nodes could not be read: ${names}.`, ja: `読み取れなかったノード: ${names}。` };
}

function asReport({ first }: Run, reading: NodeReading): NodeReport {
  const { node } = reading;
  if (!isRead(reading)) {
    const said = saidOf(reading);
    const report = { node, state: "unknown", before: undefined, after: undefined } as const;
    return { ...report, detail: causeOf(reading), ...(said === "" ? {} : { said }) };
  }
  const before = first.filter(isRead).find((facts) => facts.node === node) ?? reading;
  if (isUndecided(reading)) return undecidedNode(node, hashOfTarget(before));
  return unchangedNode(node, hashOfTarget(before), hashOfTarget(reading));
}

/** Its file is one that a timer, or whoever deploys there at this moment, may still replace. */
function isUndecided({ unfinished }: NodeFacts): boolean {
  if (unfinished === undefined) return false;
  return unfinished.held || (unfinished.state === "committed" && unfinished.decision !== "confirmed");
}

function hashOfTarget({ target }: NodeFacts): string {
  return hashOf(target.kind === "file" ? target.content : undefined);
}
