// How fast proofs are: the table of sizes, growth with faults and with nodes, transitions per second, memory.

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
  readonly ms: number;
}

function measure(cluster: Cluster, faults: number, statesMax = 3_000_000): Measured {
  const begin = performance.now();
  const report = exploreNow(cluster, {
    bounds: [boundOf(faults)],
    properties: [
      { kind: "never", what: "split-brain" },
      { kind: "never", what: "outage" },
      { kind: "sometimes", what: "failover" },
    ],
    statesMax,
  });
  return { report, ms: performance.now() - begin };
}

function line(what: string, { report, ms }: Measured, atMostMs?: number): void {
  const rate = report.transitions / ms / 1000;
  process.stdout.write(
    `${what.padEnd(48)} ${String(report.states).padStart(9)} states ${String(report.transitions).padStart(10)} transitions ` +
      `${ms.toFixed(0).padStart(6)} ms ${rate.toFixed(2)} M/s ${(report.bytes / 1e6).toFixed(1)} MB` +
      `${report.complete ? "" : ` stopped at ${report.limit}`}` +
      `${atMostMs === undefined ? "" : ms <= atMostMs ? `  (at most ${atMostMs} ms: met)` : `  (at most ${atMostMs} ms: NOT met)`}\n`,
  );
}

// Compiled code is what counts: the first run of anything is interpreted.
for (let round = 0; round < 3; round++) measure(clusterOf(3, 1, 2), 2);

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

process.stdout.write("memory: a million states\n");
const before = process.memoryUsage().rss;
const big = measure(clusterOf(5, 1, 2), 4, 1_000_000);
line("k = 4, 5 nodes and a witness, 2 paths a pair", big);
process.stdout.write(
  `  process: ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB more, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in all\n`,
);
