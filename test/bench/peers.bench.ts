// Side by side in one run: the majority model in Spin (compiled, breadth first), in our explorer and in the naive
// one, by states and time; one what-if in Pacemaker's crm_simulate against one scenario here; and typing in our language
// server and in two others.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { exploreNow } from "@lkcluster/core/prove/explore.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { clusterText } from "../core/prove/generatedClusters.ts";
import { exploreNaively } from "../core/prove/naive.ts";
import type { NaiveCluster } from "../core/prove/naiveState.ts";
import { compareServers } from "./peers/compareServers.ts";
import { isInstalled, run, runSpin } from "./peers/spin.ts";

const majority: NaiveCluster = {
  servers: [true, true, false],
  best: "first",
  oneNetwork: false,
  second: false,
  quorum: "majority",
  witness: "remote_verify",
  lossAction: "fastkill",
  hosts: 0,
};
const text = `${clusterText(majority)}scenario "A crashes" { crash A expect app active on B }\n`;
const parsed = parseCluster("majority.lk", text);
const cluster = lowerCluster(parsed, filesOf({})).cluster;
const [scenario] = parsed.tree.scenarios;
if (cluster === undefined || scenario === undefined) throw new Error("the cluster of this bench is not understood");

/** The middle of several runs, after one that warms up. */
function timed<Result>(work: () => Result, times = 9): { readonly result: Result; readonly ms: number } {
  let result = work();
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now();
    result = work();
    taken.push(performance.now() - started);
  }
  return { result, ms: taken.sort((a, b) => a - b)[times >> 1] ?? Number.NaN };
}

const print = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, at) => cell.padEnd(at === 0 ? 46 : 16)).join(""));

console.log("Two servers and a witness, majority and remote_verify: never two active, by faults of crash and cut");
print("", "states", "transitions", "search ms", "compile ms");
for (const faults of [1, 2, 3, 4]) {
  const kinds = ["crash", "cut"] as const;
  const options = {
    properties: [{ kind: "never", what: "split-brain" }],
    bounds: [{ faultsMax: faults, kinds }],
    until: "exhausted",
  } as const;
  const row = (name: string, states: number, transitions: number | undefined, ms: number, compileMs = 0): void =>
    print(
      `k = ${faults}  ${name}`,
      String(states),
      transitions === undefined ? "-" : String(transitions),
      ms.toFixed(2),
      compileMs === 0 ? "-" : compileMs.toFixed(0),
    );
  const ours = timed(() => exploreNow(cluster, options));
  row("lkcluster", ours.result.states, ours.result.transitions, ours.ms);
  const plain = timed(() => exploreNow(cluster, { ...options, merging: "none", reduction: "none" }));
  row("lkcluster, nothing merged or left out", plain.result.states, plain.result.transitions, plain.ms);
  const naive = timed(() => exploreNaively(majority, faults, kinds), 3);
  row("naive explorer of the tests", naive.result.states, undefined, naive.ms);
  const spin = runSpin(faults);
  if (spin === undefined) console.log("      Spin is not installed (Debian package spin)");
  else
    row(
      `Spin, errors ${spin.errors}, ${spin.stored} stored`,
      spin.states,
      spin.transitions,
      spin.searchMs,
      spin.compileMs,
    );
}

console.log("\nOne what-if: the active node fails, where does the application run?");
const model = compile(cluster);
const once = timed(() => runScenario(model, parsed, scenario), 50);
print("lkcluster, in a running process", `${once.ms.toFixed(3)} ms`, once.result.passed ? "runs on B" : "WRONG");
const started = timed(() => run(join(import.meta.dirname, "../.."), process.execPath, ["-e", "0"]), 5);
print("an empty program in Node, for comparison", `${started.ms.toFixed(1)} ms`);
if (isInstalled("crm_simulate")) {
  const folder = mkdtempSync(join(tmpdir(), "lkcluster-crm-"));
  try {
    copyFileSync(join(import.meta.dirname, "peers/pair.xml"), join(folder, "pair.xml"));
    run(folder, "crm_simulate", ["-x", "pair.xml", "-S", "-Q", "-O", "running.xml"]);
    const pacemaker = timed(() => run(folder, "crm_simulate", ["-x", "running.xml", "-S", "-f", "A"]), 9);
    const answer = /service\s.*Started B/.test(pacemaker.result.split("Revised Cluster Status")[1] ?? "");
    print("crm_simulate, one process", `${pacemaker.ms.toFixed(1)} ms`, answer ? "runs on B" : "WRONG");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else console.log("crm_simulate is not installed (Debian package pacemaker-cli-utils)");

await compareServers();
process.exit(0);
