// One deployment over the real remote program with one fault in it, and the promise checked after it.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import {
  type CommandFault,
  type LocalNode,
  type LocalNodes,
  startLocalNodes,
} from "../../deploy/testNodes/localNodes.ts";
import { clusterOf } from "./planning.ts";

const oldText = "# theirs\nQUORUM_MODE=none\n";
const shared = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n";
const names = ["alpha", "beta", "wit"] as const;
const faulty = 1;

function newTextOf(name: string): string {
  return `# theirs\n${name === "wit" ? shared.replace("remote_verify", "none") : shared}`;
}

function deploy({ hosts, nodes }: LocalNodes, seconds: number): Promise<DeployReport> {
  const set = Object.fromEntries(
    nodes.map(({ name, file }) => [name, `file "${file}" ${name === "wit" ? "set WITNESS_MODE = none" : ""}`]),
  );
  return deployCluster({
    ...clusterOf(shared, set),
    hosts,
    who: "test@here",
    mend: async () => true,
    confirm: async () => true,
    confirmWithinSeconds: seconds,
  });
}

/** The numbers of every n-th command that a deployment runs on the node that will be faulty. */
export async function commandFaultPlan(every: number): Promise<readonly number[]> {
  const local = startLocalNodes(names, oldText);
  try {
    const report = await deploy(local, 60);
    assert.equal(report.outcome, "deployed", report.message.en);
    const count = local.nodes[faulty]?.commands().length ?? 0;
    assert.ok(count > 15, `only ${count} commands were counted`);
    return Array.from({ length: Math.ceil(count / every) }, (_, at) => at * every);
  } finally {
    local.stop();
  }
}

export async function commandFaultCase(at: number, fault: CommandFault): Promise<string> {
  const local = startLocalNodes(names, oldText);
  const where = `${fault} at command ${at}`;
  try {
    local.nodes[faulty]?.inject(at, fault);
    const report = await deploy(local, 2);
    const command = local.nodes[faulty]?.commands()[at] ?? "?";
    check(local, report, `${where} (${command})`);
    for (const node of local.nodes) node.reset();
    const again = await deploy(local, 60);
    assert.ok(
      again.outcome === "deployed" || again.outcome === "unchanged",
      `${where} (${command}), healing: ${again.message.en}`,
    );
    check(local, again, `${where} (${command}), after healing`);
    for (const node of local.nodes) assert.deepEqual(leftovers(node), [], `${where} (${command})`);
    return report.outcome;
  } finally {
    local.stop();
  }
}

function check({ nodes }: LocalNodes, report: DeployReport, where: string): void {
  const states = nodes.map(({ name, file }) => {
    const text = readFileSync(file, "latin1");
    assert.ok(text === oldText || text === newTextOf(name), `${where}: ${name} holds a torn file: ${text}`);
    return text === oldText ? "old" : "new";
  });
  const all = (state: string): boolean => states.every((each) => each === state);
  const said = `${where}: ${report.outcome}, but ${states.join(" ")}: ${report.message.en}`;
  if (report.outcome === "deployed" || report.outcome === "unchanged") assert.ok(all("new"), said);
  else assert.ok(all("old"), said);
  assert.notEqual(report.outcome, "mixed", said);
}

/** Whatever is beside the file that is neither a generation nor the journal. */
export function leftovers({ file }: Pick<LocalNode, "file">): readonly string[] {
  const beside = readdirSync(dirname(file)).filter((name) => name !== "LifeKeeper" && name !== ".LifeKeeper.lkcluster");
  const state = join(dirname(file), ".LifeKeeper.lkcluster");
  const inside = existsSync(state) ? readdirSync(state) : [];
  return [...beside, ...inside.filter((name) => name !== "journal" && !/^gen-\d{6}$/.test(name))];
}
