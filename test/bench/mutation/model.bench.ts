// Breaks one rule of the model at a time, in a copy, and asks who notices: the published scenarios, the naive
// explorer, or the known truths of proofs. A change that nobody notices is a rule without a test; then it fails.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Mutation {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const root = join(import.meta.dirname, "../../..");

const mutations: readonly Mutation[] = [
  {
    what: "exactly half is a majority",
    file: "quorum.ts",
    from: "livingCount(model, cells, node) * 2 > model.nodes.length",
    to: "livingCount(model, cells, node) * 2 >= model.nodes.length",
  },
  {
    what: "a node does not count itself",
    file: "quorum.ts",
    from: "livingCount(model, cells, node) * 2 > model.nodes.length",
    to: "(livingCount(model, cells, node) - 1) * 2 > model.nodes.length",
  },
  {
    what: "exactly half of the hosts is enough",
    file: "quorum.ts",
    from: "hostsReached(model, cells, node) * 2 > (model.hostsOfNode[node] ?? []).length",
    to: "hostsReached(model, cells, node) * 2 >= (model.hostsOfNode[node] ?? []).length",
  },
  {
    what: "storage quorum always succeeds",
    file: "quorum.ts",
    from: "return hasStorageAccess(model, cells, node);",
    to: "return true;",
  },
  {
    what: "fastkill does nothing",
    file: "quorum.ts",
    from: 'case "fastkill":\n      powerOff(work, node);',
    to: 'case "fastkill":',
  },
  {
    what: "fastboot halts for good",
    file: "quorum.ts",
    from: "restart(work, node);\n      sayLossAction",
    to: "powerOff(work, node);\n      sayLossAction",
  },
  {
    what: "osu leaves the resources in service",
    file: "quorum.ts",
    from: "for (const component of model.components) {\n        if (!removeAll",
    to: "for (const component of []) {\n        if (!removeAll",
  },
  {
    what: "witnesses are not asked",
    file: "commDown.ts",
    from: "conclude(work, node, peer, askWitnesses(work, node, peer));",
    to: "conclude(work, node, peer, false);",
  },
  {
    what: "whoever asks is told alive",
    file: "commDown.ts",
    from: "conclude(work, node, peer, askWitnesses(work, node, peer));",
    to: "conclude(work, node, peer, true);",
  },
  {
    what: "the orderly stop of a peer is taken for its death",
    file: "commDown.ts",
    from: "if (hasBit(cells, layout.noFailover + node, peer)) {",
    to: "if (false) {",
  },
  {
    what: "quorum is not checked before a takeover",
    file: "commDown.ts",
    from: "if (!checkQuorum(work, node)) {\n    lossAction(work, node);\n    fallBehind(work, node, peer);\n    return;\n  }",
    to: "",
  },
  {
    what: "what runs on a living node is taken over too",
    file: "commDown.ts",
    from: "if ((activeOn(work, component) & seen) !== 0) return false;",
    to: "",
  },
  {
    what: "priority does not matter",
    file: "commDown.ts",
    from: "if (bestServer(work, component, able) !== node) return false;",
    to: "",
  },
  {
    what: "STONITH powers nobody off",
    file: "commDown.ts",
    from: "powerOff(work, peer);\n    sayPowerOff",
    to: "sayPowerOff",
  },
  {
    what: "nobody is asked to confirm",
    file: "commDown.ts",
    from: "const asks = (work.model.confirms & (1 << node)) !== 0 && takesOver(work, node, peer);",
    to: "const asks = false;",
  },
  {
    what: "an unanswered confirmation goes on",
    file: "commDown.ts",
    from: '(how === "timeout" && work.model.configurations[node]?.confirmDefault === "go-on")',
    to: 'how === "timeout"',
  },
  {
    what: "a crash is forgotten at the next start",
    file: "power.ts",
    from: "if (hasBit(cells, cell.running, node) && !hasBit(cells, cell.stopping, node)) rememberWhatRuns(work, node);",
    to: "",
  },
  {
    what: "a machine that goes down forgets what the last stop remembered",
    file: "power.ts",
    from: "if (hasBit(cells, cell.running, node) && !hasBit(cells, cell.stopping, node)) rememberWhatRuns(work, node);",
    to: "rememberWhatRuns(work, node);",
  },
  {
    what: "a stop tells nobody",
    file: "start.ts",
    from: "if ((peers & (1 << peer)) !== 0) setBit(cells, model.layout.noFailover + peer, node);",
    to: "",
  },
  {
    what: "nobody is asked at a start",
    file: "start.ts",
    from: "if (elsewhere >= 0) {",
    to: "if (false) {",
  },
  {
    what: "an orderly stop leaves the resources in service",
    file: "start.ts",
    from: "for (const component of model.components) removeAll(work, component.order, node);\n  dropWhatStayed(work, node);",
    to: "",
  },
  {
    what: "the flag of an orderly stop stays when the node is back",
    file: "notice.ts",
    from: "for (const offset of [layout.quorumPending, layout.witnessPending, layout.confirmPending, layout.noFailover]) {",
    to: "for (const offset of [layout.quorumPending, layout.witnessPending, layout.confirmPending]) {",
  },
  {
    what: "a node is back before its loss was dealt with",
    file: "../prove/ordering.ts",
    from: "if (isAbout && noticedMs(model, indexOf(code)) + delayOf(moment, code).max < restartMs) return true;",
    to: "",
  },
  {
    what: "a node that halted comes back",
    file: "power.ts",
    from: "clearBit(cells, index, node);\n  }\n}",
    to: "clearBit(cells, index, node);\n  }\n  setBit(cells, cell.restarting, node);\n}",
  },
  {
    what: "heartbeats are missed at once",
    file: "agenda.ts",
    from: "const max = heartbeatMs * heartbeatCount;",
    to: "const max = heartbeatMs;",
  },
  {
    what: "a start without quorum restores what ran",
    file: "start.ts",
    from: 'if (!checkQuorum(work, node)) {\n    sayStart(work, node, "without-quorum");\n    return;\n  }',
    to: "checkQuorum(work, node);",
  },
  {
    what: "a start restores what a peer has taken over",
    file: "start.ts",
    from: "if ((activeOn(work, component) & living(model, cells, node) & ~(1 << node)) !== 0) {",
    to: "if (false) {",
  },
  {
    what: "a start restores what was out of service",
    file: "start.ts",
    from: "order.filter((resource) => hasBit(cells, model.layout.wanted + resource, node))",
    to: "order",
  },
  {
    what: "a former source starts without its target",
    file: "mirror.ts",
    from: 'if (cause === "start" && targets !== 0 && (targets & living(model, cells, node)) === 0) {',
    to: "if (false) {",
  },
  {
    what: "a target that is behind may take over",
    file: "mirror.ts",
    from: "if (hasBit(cells, layout.mirrorInSync + mirror, node)) return true;\n  sayMirror",
    to: "return true;\n  sayMirror",
  },
  {
    what: "the policy Failover off moves the hierarchy",
    file: "resourceFailure.ts",
    from: 'if (model.resources[index]?.source.failover === false) return "policy";',
    to: "",
  },
  {
    what: "Block Resource Failover blocks nothing",
    file: "resourceFailure.ts",
    from: 'if ((model.blocksResourceFailover & (1 << node)) !== 0) return "blocked";',
    to: "",
  },
  {
    what: "temporal recovery counts one more",
    file: "resourceFailure.ts",
    from: "return count + 1 >= policy.count;",
    to: "return count >= policy.count;",
  },
  {
    what: "intelligent switchback goes back by itself",
    file: "commUp.ts",
    from: "if (entry === undefined || (entry.switchesBackTo & (1 << node)) === 0) return;",
    to: "if (entry === undefined) return;",
  },
  {
    what: "a refused restore succeeds",
    file: "service.ts",
    from: "if (hasBit(cells, layout.refuseRestore + index, node)) {",
    to: "if (false) {",
  },
  {
    what: "the side of a split mirror that goes on is not its source",
    file: "mirror.ts",
    from: "if (going === 0) return;",
    to: "return;",
  },
  {
    what: "any quorum storage is as good as the one with the own object",
    file: "reach.ts",
    from: "return reachesStorage(model, cells, node, model.objectStorage[owner]);",
    to: "return reachesStorage(model, cells, node);",
  },
  {
    what: "the watch on an object ends without a look at the own quorum",
    file: "commDown.ts",
    from: "if (!hasQuorum(work, node)) {",
    to: "if (false) {",
  },
  {
    what: "the duplicate check looks over a dead network",
    file: "service.ts",
    from: "if (network !== undefined) return !hasListBit(",
    to: "if (network !== undefined) return true || !hasListBit(",
  },
  {
    what: "SCSIHALT=FALSE restarts all the same",
    file: "apply.ts",
    from: "if (model.configurations[choice]?.restartsWithoutReservation === false)",
    to: "if (false)",
  },
  {
    what: "SCSIERROR=halt is not obeyed",
    file: "resourceFailure.ts",
    from: "if ((resource.haltsOn & (1 << node)) !== 0) {",
    to: "if (false) {",
  },
  {
    what: "RESERVATIONS=none does not count",
    file: "compile.ts",
    from: "&& (servers & nodesWith.withoutReservations) === 0",
    to: "",
  },
  {
    what: "lkcheck finds the errors of reserved disks",
    file: "agenda.ts",
    from: "(isReserved ? configuration?.diskCheckMs : configuration?.checkIntervalMs)",
    to: "configuration?.checkIntervalMs",
  },
  { what: "a reservation is nobody's", file: "reservation.ts", from: "if (!contested) {", to: "if (true) {" },
  {
    what: "the loser of a reservation is not restarted",
    file: "reservation.ts",
    from: "if (holder >= 0 && holder !== node) setBit(cells, layout.reservationTaken + number, holder);",
    to: "",
  },
];

/** What is run against each mutant: exits with 0 when it notices nothing. */
const jury = `
import { rows } from "./test/published/rows.ts";
import { runRow } from "./test/published/runRow.ts";
import { observe } from "./test/published/observe.ts";
import { compareRow } from "./test/published/compare.ts";
import { disagreements } from "./test/published/disagreements.ts";
import { clusterText, generatedClusters, nameOf } from "./test/core/prove/generatedClusters.ts";
import { exploreNaively } from "./test/core/prove/naive.ts";
import { restsOf } from "./test/core/prove/rests.ts";
import { readdirSync, readFileSync } from "node:fs";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { exploreNow } from "@lkcluster/core/prove/explore.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
const noticed = [];
for (const row of rows) {
  let different = true;
  try {
    const result = runRow(row);
    const known = disagreements.filter((one) => one.row === row.id).map(({ field }) => field).sort().join();
    different = !result.passed || compareRow(row, observe(result, row.tag)).filter(({ agrees }) => !agrees).map(({ field }) => field).sort().join() !== known;
  } catch {}
  if (different) noticed.push(row.id);
}
const folder = "./test/core/scenario/rules/";
const texts = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(folder + name, "utf8")]));
for (const file of Object.keys(texts).filter((name) => name.endsWith(".lk"))) {
  const parsed = parseCluster(file, texts[file]);
  const model = compile(lowerCluster(parsed, filesOf(texts)).cluster);
  for (const scenario of parsed.tree.scenarios) {
    let passed = false;
    try {
      passed = runScenario(model, parsed, scenario).passed;
    } catch {}
    if (!passed) noticed.push(file + ": " + scenario.title.value);
  }
}
const kinds = ["crash", "cut", "storage", "host", "resource"];
const properties = [{ kind: "never", what: "split-brain" }, { kind: "never", what: "outage" }, { kind: "sometimes", what: "failover" }, { kind: "sometimes", what: "quorum-loss" }];
for (const cluster of generatedClusters()) {
  if (cluster.lossAction === "osu" && cluster.servers.length === 3 && noticed.some((one) => one.startsWith("naive"))) continue;
  const naive = exploreNaively(cluster, 2, kinds);
  const lowered = lowerCluster(parseCluster("g.lk", clusterText(cluster)), filesOf({})).cluster;
  const report = exploreNow(lowered, { properties, bounds: [{ faultsMax: 2, kinds }] });
  const expected = [naive.splitBrain, naive.outage, naive.failover, naive.quorumLoss].map((least) => least !== undefined);
  const found = report.results.map(({ property, status }) => (property.kind === "never" ? status === "violated" : status === "holds"));
  const rests = (found) => [...found].map(String).sort().join(";");
  if (expected.join() !== found.join() || rests(naive.rests) !== rests(restsOf(lowered, 2, kinds))) noticed.push("naive: " + nameOf(cluster));
  if (cluster.lossAction !== "fastkill" || cluster.best === "last" || cluster.oneNetwork || cluster.second) continue;
  const returning = ["crash", "cut", "storage", "host", "stop", "reboot"];
  if (rests(exploreNaively(cluster, 2, returning).rests) !== rests(restsOf(lowered, 2, returning))) noticed.push("naive, returning: " + nameOf(cluster));
}
console.log(JSON.stringify(noticed));
`;

const folder = mkdtempSync(join(tmpdir(), "lkcluster-mutation-"));
let unnoticed = 0;
try {
  for (const part of ["core", "test/published", "test/core/prove", "test/core/scenario"]) {
    mkdirSync(join(folder, part), { recursive: true });
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith("node_modules") });
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  mkdirSync(join(folder, "node_modules/@lkcluster"), { recursive: true });
  symlinkSync(join(folder, "core"), join(folder, "node_modules/@lkcluster/core"));
  for (const name of ["chevrotain", "@chevrotain"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  writeFileSync(join(folder, "jury.ts"), jury);
  const healthy = judge();
  if (healthy.length > 0) throw new Error(`the jury complains about the model as it is: ${healthy.join(", ")}`);
  for (const { what, file, from, to } of mutations) {
    const path = join(folder, "core/src/simulate", file);
    const text = readFileSync(path, "utf8");
    const at = text.indexOf(from);
    if (at < 0) {
      unnoticed++;
      console.log(`${what}: ${file} no longer reads as this mutation expects`);
      continue;
    }
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
    const noticed = judge();
    writeFileSync(path, text);
    if (noticed.length === 0) unnoticed++;
    const naive = noticed.filter((one) => one.startsWith("naive")).length;
    const published = noticed.filter((one) => !one.startsWith("naive"));
    const who =
      noticed.length === 0
        ? "NOBODY"
        : `${published.length} of the scenarios (${published.slice(0, 4).join(", ")}${published.length > 4 ? ", …" : ""}), ${naive} small clusters`;
    console.log(`${what}: noticed by ${who}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${mutations.length - unnoticed} of ${mutations.length} mutations noticed`);
process.exitCode = unnoticed === 0 ? 0 : 1;

function judge(): readonly string[] {
  const run = spawnSync(process.execPath, ["jury.ts"], { cwd: folder, encoding: "utf8", timeout: 600_000 });
  if (run.status !== 0)
    return [
      `naive: the mutant does not run (${run.stderr.split("\n").find((line) => line.includes("rror")) ?? "timeout"})`,
    ];
  return JSON.parse(run.stdout);
}
