// How fast proofs are: the table of sizes, growth with faults and with nodes, transitions per second of processor
// time, memory. Times are of the quickest of five rounds and of the first one.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { boundOf, exploreNow, type Report } from "@lkcluster/core/prove/explore.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

/** Data nodes and witness-only nodes, every pair with so many paths, one hierarchy that all data nodes serve. */
function clusterOf(nodes: number, witnesses: number, paths: number, servers = nodes): Cluster {
  const names = [
    ...Array.from({ length: nodes }, (_, index) => `n${index + 1}`),
    ...Array.from({ length: witnesses }, (_, index) => `w${index + 1}`),
  ];
  const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => [a, b] as const));
  const links = Array.from(
    { length: paths },
    (_, index) => `tcp 10.0.${index}.1 <-> 10.0.${index}.2 priority ${index + 1}`,
  );
  const text = `cluster bench {
    lifekeeper 9.9.0
    ${names.map((name, index) => `${index < nodes ? "node" : "witness"} ${name} {}`).join("\n")}
    ${pairs.map(([a, b]) => `path ${a} <-> ${b} { ${links.join(" ")} }`).join("\n")}
    resource app gen/app {
      servers ${names
        .slice(0, servers)
        .map((name, index) => `${name} ${index + 1}`)
        .join(", ")}
      resource data gen/filesys /data { resource disk scsi/disk }
    }
  }`;
  const { cluster, problems } = lowerCluster(parseCluster("bench.lk", text), filesOf({}));
  if (cluster === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return cluster;
}

interface Measured {
  readonly report: Report;
  /** Of the quickest round. */
  readonly ms: number;
  readonly cpuMs: number;
  /** Of the first round, in which much is still interpreted. */
  readonly firstMs: number;
}

function measure(cluster: Cluster, faults: number, rounds = 5, readings: "default" | "every" = "default"): Measured {
  let best: Measured | undefined;
  for (let round = 0; round < rounds; round++) {
    const cpu = process.cpuUsage();
    const begin = performance.now();
    const report = exploreNow(cluster, {
      bounds: [boundOf(faults)],
      readings,
      properties: [
        { kind: "never", what: "split-brain" },
        { kind: "never", what: "outage" },
        { kind: "sometimes", what: "failover" },
      ],
    });
    const ms = performance.now() - begin;
    const used = process.cpuUsage(cpu);
    const cpuMs = (used.user + used.system) / 1000;
    const firstMs = best?.firstMs ?? ms;
    best = best === undefined || ms < best.ms ? { report, ms, cpuMs, firstMs } : { ...best, firstMs };
  }
  if (best === undefined) throw new Error("nothing was measured");
  return best;
}

function line(what: string, { report, ms, cpuMs, firstMs }: Measured, atMostMs?: number): void {
  const columns = [
    what.padEnd(48),
    `${report.states} states`.padStart(15),
    `${report.transitions} transitions`.padStart(20),
    `${ms.toFixed(1)} ms`.padStart(10),
    `first ${firstMs.toFixed(0)} ms`.padStart(14),
    `${(report.transitions / cpuMs / 1000).toFixed(2)} M/s`.padStart(9),
    `${(report.bytes / 1e6).toFixed(1)} MB`.padStart(8),
    report.limit === undefined ? "" : `stopped at ${report.limit}, all of up to ${report.faultsCovered} faults covered`,
    atMostMs === undefined ? "" : `${ms <= atMostMs ? "met" : "NOT met"}: at most ${atMostMs} ms`,
  ];
  process.stdout.write(`${columns.join(" ").trimEnd()}\n`);
}

process.stdout.write("the table\n");
for (const nodes of [2, 3, 4])
  line(`k = 2, ${nodes} nodes and a witness, 2 paths a pair`, measure(clusterOf(nodes, 1, 2), 2), 100);
line("k = 2, 5 nodes, 2 paths a pair", measure(clusterOf(5, 0, 2), 2), 100);
line("k = 4, 2 nodes and a witness", measure(clusterOf(2, 1, 1), 4), 100);
line("k = 4, 2 nodes and a witness, 2 paths a pair", measure(clusterOf(2, 1, 2), 4), 100);
line("k = 3, 4 nodes and a witness", measure(clusterOf(4, 1, 1), 3), 2000);
line("k = 3, 4 nodes and a witness, 2 paths a pair", measure(clusterOf(4, 1, 2), 3), 2000);
line("k = 2, 8 nodes", measure(clusterOf(8, 0, 1), 2), 5000);
line("k = 2, 8 nodes, 2 paths a pair", measure(clusterOf(8, 0, 2), 2), 5000);

process.stdout.write("growth with k: 3 nodes and a witness, 2 paths a pair\n");
for (const faults of [1, 2, 3, 4, 5]) line(`k = ${faults}`, measure(clusterOf(3, 1, 2), faults));

process.stdout.write("growth with nodes: k = 2, 1 path a pair, two servers\n");
for (const nodes of [3, 4, 5, 6, 8, 10, 12]) line(`${nodes} nodes`, measure(clusterOf(nodes, 0, 1, 2), 2));

process.stdout.write("every combination of readings: 2 nodes and a witness, 1 path a pair\n");
for (const faults of [1, 2, 3]) {
  const measured = measure(clusterOf(2, 1, 1), faults, 3, "every");
  const { combinations, covered, explored } = measured.report.cover;
  line(`k = ${faults}, ${explored} explorations for ${covered} of ${combinations}`, measured);
}

process.stdout.write("speed and memory at a million states\n");
const before = process.memoryUsage().rss;
line("k = 5, 5 nodes and a witness, 1 path a pair", measure(clusterOf(5, 1, 1), 5, 1));
const after = process.memoryUsage().rss;
process.stdout.write(
  `the process grew by ${((after - before) / 1e6).toFixed(0)} MB to ${(after / 1e6).toFixed(0)} MB\n`,
);

process.stdout.write("32 nodes: how far it comes before a limit\n");
line("k = 2, 32 nodes, 2 paths a pair", measure(clusterOf(32, 0, 2), 2, 1));
line("k = 4, 32 nodes, 2 paths a pair", measure(clusterOf(32, 0, 2), 4, 1));
