// Every fault at every single operation of every node in memory, and after each the promise of docs/deployment.md: each
// file is old or new and whole; the nodes agree or the outcome says that they may not; nothing is left armed or locked;
// the next run heals whatever is left.

import assert from "node:assert/strict";
import { findAftermath } from "@lkcluster/core/plan/aftermath.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { type ByteText, bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { isFailure } from "@lkcluster/deploy/failure.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import type { MemoryNode } from "../../deploy/testNodes/memoryNode.ts";
import { type Injection, MemoryCluster, type MemoryFault, memoryFaults } from "../../deploy/testNodes/memoryNodes.ts";
import type { FaultRow } from "./faultTable.ts";
import { clusterOf } from "./planning.ts";

const names = ["alpha", "beta", "wit"];
const old = bytesOfText("# theirs\nQUORUM_MODE=none\n");

/** One deployment that is tried again and again. */
interface Trial {
  readonly title: string;
  readonly activate: boolean;
  readonly configuration: ReturnType<typeof clusterOf>;
  /** What each node holds when all is well; filled by the run without a fault. */
  readonly fresh: Map<string, ByteText>;
}

function trialOf(title: string, activate: boolean, shared: string): Trial {
  const configuration = clusterOf(shared, { wit: "set WITNESS_MODE = none" });
  return { title, activate, configuration, fresh: new Map() };
}

const shared = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n";

export const trials: readonly Trial[] = [
  trialOf("in memory, every operation", false, shared),
  // Equal on all nodes and read at start: stop all, write all, start all.
  trialOf("in memory, stopping and starting LifeKeeper, every operation", true, `${shared}LCMHBEATTIME=6\n`),
];

function deploy({ configuration, activate }: Trial, memory: MemoryCluster): Promise<DeployReport> {
  return deployCluster({
    ...configuration,
    activate,
    hosts: memory.hosts,
    clock: memory.clock,
    // The order of writing is judged elsewhere; here thousands of deployments are made.
    judge: () => () => ({ kind: "safe", statesExplored: 0 }),
    who: "test@here",
    confirm: async () => true,
    mend: async () => true,
    confirmWithinSeconds: 60,
  });
}

function nodesOf(memory: MemoryCluster): readonly MemoryNode[] {
  return names.flatMap((name) => memory.nodes.get(name) ?? []);
}

/** Faults after which a file may rightly be neither old nor new: somebody else changed it. */
const foreign: ReadonlySet<MemoryFault> = new Set(["file-edited", "file-replaced-by-folder"]);

function stateOf({ fresh }: Trial, node: MemoryNode): string {
  if (node.folder) return "folder";
  return node.file === old ? "old" : node.file === fresh.get(node.name) ? "new" : "other";
}

function checkFiles(trial: Trial, memory: MemoryCluster, { fault, node }: Injection, where: string): void {
  for (const each of nodesOf(memory)) {
    const state = stateOf(trial, each);
    const allowed = state === "old" || state === "new" || (foreign.has(fault) && each.name === node);
    assert.ok(allowed, `${where}: ${each.name} holds a file that is neither old nor new`);
  }
}

function checkOutcome(
  trial: Trial,
  memory: MemoryCluster,
  injection: Injection,
  report: DeployReport,
  where: string,
): void {
  const states = nodesOf(memory).map((node) => stateOf(trial, node));
  const own = (state: string, at: number): boolean =>
    states[at] === state || (foreign.has(injection.fault) && names[at] === injection.node);
  switch (report.outcome) {
    case "deployed":
      assert.ok(
        states.every((_, at) => own("new", at)),
        `${where}: deployed, but ${states.join(" ")}`,
      );
      break;
    case "reverted":
    case "refused":
      assert.ok(
        states.every((_, at) => own("old", at)),
        `${where}: ${report.outcome}, but ${states.join(" ")}`,
      );
      break;
    case "mixed":
      assert.ok(
        wasEditedOverOurs(memory, injection) ||
          injection.fault === "node-gone-for-good" ||
          injection.fault === "node-reboots",
        `${where}: mixed without need: ${report.message.en}`,
      );
      break;
    case "unchanged":
      assert.fail(`${where}: unchanged although every file differs`);
  }
}

/** Somebody changed our file after it was in place; a file that was never ours makes nothing mixed. */
function wasEditedOverOurs(memory: MemoryCluster, { fault, node }: Injection): boolean {
  const journal = memory.nodes.get(node)?.journal ?? [];
  return foreign.has(fault) && journal.some(({ event }) => "put" in event && event.put);
}

/** Values that count at start must not live on in memory when their file is gone, nor the other way round. */
function checkRunning(memory: MemoryCluster, { fault, node }: Injection, where: string): void {
  for (const { name, running, runsOn, file } of nodesOf(memory)) {
    if ((foreign.has(fault) || fault.startsWith("node-")) && name === node) continue;
    assert.ok(running, `${where}: LifeKeeper is down on ${name}`);
    assert.equal(runsOn, file, `${where}: LifeKeeper on ${name} runs on other values than its file holds`);
  }
}

function checkNothingLeft(memory: MemoryCluster, except: string | undefined, where: string): void {
  for (const node of nodesOf(memory)) {
    if (node.name === except) continue;
    assert.equal(node.timer, undefined, `${where}: a timer is armed on ${node.name}`);
    assert.equal(node.staged, undefined, `${where}: staged files are left on ${node.name}`);
    assert.equal(node.lock, undefined, `${where}: ${node.name} is still locked`);
  }
}

/** Whoever asks for the status is told that the nodes do not agree, and where LifeKeeper is down. */
async function checkExplained(trial: Trial, memory: MemoryCluster, where: string): Promise<void> {
  const facts: NodeFacts[] = [];
  for (const node of names) {
    const connection = await memory.hosts({ node, ssh: node, file: "" }).connect();
    assert.ok(!isFailure(connection));
    const answer = await connection.request({ kind: "read" });
    assert.ok(!isFailure(answer));
    facts.push(answer.facts);
    await connection.close();
  }
  const told = findAftermath(facts);
  const kinds = told.map(({ kind }) => kind);
  const states = nodesOf(memory).map((node) => stateOf(trial, node));
  if (states.includes("old") && states.includes("new")) {
    assert.ok(
      kinds.includes("split") || kinds.includes("unfinished"),
      `${where}: ${states.join(" ")}, and nobody says so`,
    );
  }
  const down = nodesOf(memory).flatMap(({ name, running }) => (running ? [] : [name]));
  const said = told.find(({ kind }) => kind === "stopped")?.nodes ?? [];
  assert.deepEqual(said, down, `${where}: LifeKeeper is down, and the status does not say so first`);
  assert.ok(down.length === 0 || kinds[0] === "stopped", where);
}

/** The next run, on nodes that are reachable again, ends with every node new. */
async function checkHealing(trial: Trial, memory: MemoryCluster, where: string): Promise<void> {
  for (const node of nodesOf(memory)) {
    if (!node.folder) continue;
    node.folder = false;
    node.file = old;
  }
  memory.revive();
  const report = await deploy(trial, memory);
  assert.ok(report.outcome === "deployed" || report.outcome === "unchanged", `${where}: ${report.message.en}`);
  checkNothingLeft(memory, undefined, where);
}

/** Deploys with these faults, checks the promise, lets the next run heal, and checks again. */
async function tryFaults(
  trial: Trial,
  injections: readonly [Injection, ...Injection[]],
  where: string,
): Promise<string> {
  const [first] = injections;
  const last = injections.at(-1) ?? first;
  const memory = new MemoryCluster(names, old, injections);
  const report = await Promise.race([deploy(trial, memory), memory.clientDied.then(() => undefined)]);
  if (injections.length === 1) assert.ok(memory.injected, `${where}: was not injected`);
  checkFiles(trial, memory, first, where);
  if (report !== undefined) checkOutcome(trial, memory, first, report, where);
  if (report !== undefined && report.outcome !== "mixed") {
    // Nobody is left stopped by a deployment that says how it ended.
    const reached = nodesOf(memory).filter(({ name }) => !first.fault.startsWith("node-") || name !== first.node);
    assert.ok(
      reached.every(({ running }) => running),
      `${where}: ${report.outcome}, but LifeKeeper is down`,
    );
    if (trial.activate) checkRunning(memory, first, where);
    // A node that could not be reached cleans up later; its file is judged above.
    checkNothingLeft(memory, first.fault.startsWith("node-") ? first.node : undefined, where);
  }
  memory.returnAll();
  // Sometimes the next run comes while the timers still run, sometimes long after.
  if (last.at % 2 === 0) memory.pass(120_000);
  memory.revive();
  await checkExplained(trial, memory, where);
  await checkHealing(trial, memory, `${where}, healing`);
  checkFiles(trial, memory, first, `${where}, after healing`);
  memory.pass(120_000);
  checkFiles(trial, memory, first, `${where}, long after`);
  return report?.outcome ?? "no report";
}

/** What each node does in a deployment without a fault; their numbers address injections. */
async function operationsOf(trial: Trial): Promise<readonly (readonly string[])[]> {
  const memory = new MemoryCluster(names, old);
  const report = await deploy(trial, memory);
  assert.equal(report.outcome, "deployed", report.message.en);
  for (const node of nodesOf(memory)) trial.fresh.set(node.name, node.file ?? bytesOfText(""));
  const operations = nodesOf(memory).map(({ operations: done }) => done);
  assert.ok(operations.every((done) => done.length > 15));
  return operations;
}

export async function memoryFaultRow(trial: Trial, fault: MemoryFault): Promise<FaultRow> {
  const operations = await operationsOf(trial);
  const outcomes = new Map<string, number>();
  for (const [order, node] of names.entries()) {
    for (const [at, operation] of (operations[order] ?? []).entries()) {
      const outcome = await tryFaults(trial, [{ node, at, fault }], `${fault} on ${node} at ${at} (${operation})`);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  return { where: trial.title, fault, outcomes };
}

/** Two faults: a node refuses while it commits or confirms, and the client is killed while it reverts. */
export async function killedWhileReverting(): Promise<FaultRow> {
  const [trial] = trials;
  assert.ok(trial);
  const operations = await operationsOf(trial);
  const outcomes = new Map<string, number>();
  for (const [order, node] of names.entries()) {
    for (const [at, operation] of (operations[order] ?? []).entries()) {
      if (!/^(commit|confirm)/.test(operation) || operation.endsWith("arrives")) continue;
      for (const [second, then] of names.entries()) {
        const from = operations[second]?.findIndex((name) => name.startsWith("confirm")) ?? 0;
        for (let later = from; later < from + 14; later++) {
          const where = `${operation} fails on ${node}, then the client is killed at ${later} of ${then}`;
          const faults = [
            { node, at, fault: "operation-fails" },
            { node: then, at: later, fault: "client-killed" },
          ] as const;
          const outcome = await tryFaults(trial, faults, where);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      }
    }
  }
  return { where: "in memory, two faults", fault: "operation-fails, then client-killed", outcomes };
}

export async function memoryFaultRows(): Promise<readonly FaultRow[]> {
  const rows: FaultRow[] = [];
  for (const trial of trials) for (const fault of memoryFaults) rows.push(await memoryFaultRow(trial, fault));
  return [...rows, await killedWhileReverting()];
}
