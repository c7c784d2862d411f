import { deepEqual, ok } from "node:assert/strict";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { exploreNow, type Report } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { clusterText, generatedClusters, nameOf, plainClusters } from "./generatedClusters.ts";
import { exploreNaively, type NaiveFault, type NaiveResult } from "./naive.ts";
import type { NaiveCluster } from "./naiveState.ts";
import { restsOf } from "./rests.ts";

const usual = [
  "crash",
  "isolate",
  "cut",
  "network",
  "storage",
  "host",
  "resource",
] as const satisfies readonly NaiveFault[];
const freezing = ["freeze", "crash", "cut"] as const satisfies readonly NaiveFault[];
/**
 * Without `isolate`: here a node may deal with a loss at any moment, after it hears the others again too, and a path that is
 * back takes a heartbeat to be heard. Isolated and back within two faults, it would go on here where it has halted.
 */
const returning = ["crash", "cut", "storage", "host", "stop", "reboot"] as const satisfies readonly NaiveFault[];
const everything = [...usual, "freeze", "stop", "reboot"] as const satisfies readonly NaiveFault[];
const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "sometimes", what: "failover" },
  { kind: "sometimes", what: "quorum-loss" },
];

function lowered(cluster: NaiveCluster): Cluster {
  const parsed = parseCluster("generated.lk", clusterText(cluster));
  const { cluster: read, problems } = lowerCluster(parsed, filesOf({}));
  deepEqual([...parsed.problems, ...problems], []);
  ok(read !== undefined);
  return read;
}

function explored(cluster: NaiveCluster, faultsMax: number, kinds: readonly NaiveFault[]): Report {
  return exploreNow(lowered(cluster), { properties, bounds: [{ faultsMax, kinds }] });
}

/** What can happen within so many faults. */
function within(result: NaiveResult, faults: number): Readonly<Record<string, boolean>> {
  const happens = (least: number | undefined): boolean => least !== undefined && least <= faults;
  return {
    "split-brain": happens(result.splitBrain),
    outage: happens(result.outage),
    failover: happens(result.failover),
    "quorum-loss": happens(result.quorumLoss),
  };
}

function answers({ results, complete }: Report): Readonly<Record<string, boolean>> {
  ok(complete, "the search of a small cluster must be complete");
  return Object.fromEntries(
    results.map(({ property, status }) => {
      if (property.kind === "never") return [property.what, status === "violated"];
      if (property.kind === "sometimes") return [property.what, status === "holds"];
      return ["recovers", false];
    }),
  );
}

function sorted(rests: ReadonlyMap<string, number>): readonly string[] {
  return [...rests].map(([rest, faults]) => `${rest}: ${faults}`).sort();
}

describe("the explorer and the naive one, written from the documents alone, agree", () => {
  const outcomes = new Set<string>();
  const compare = (cluster: NaiveCluster, kinds: readonly NaiveFault[], most = 2): void => {
    const naive = exploreNaively(cluster, most, kinds);
    outcomes.add(JSON.stringify(within(naive, most)));
    for (let faults = 1; faults <= most; faults++) {
      deepEqual(answers(explored(cluster, faults, kinds)), within(naive, faults), `with ${faults} faults`);
    }
    deepEqual(sorted(restsOf(lowered(cluster), most, kinds)), sorted(naive.rests));
  };

  // Whole units of time make many states, so that the larger clusters are compared with one fault.
  for (const cluster of generatedClusters()) {
    const { servers, lossAction, best, oneNetwork, second } = cluster;
    const isPlain = lossAction === "fastkill" && best === "first" && !oneNetwork && !second;
    const most = servers.length === 2 || (isPlain && servers.includes(false)) ? 2 : 1;
    it(`on ${nameOf(cluster)}, for up to ${most} faults`, () => compare(cluster, usual, most));
  }

  for (const cluster of plainClusters()) {
    const most = cluster.servers.length === 2 ? 2 : 1;
    if (cluster.lossAction === "fastkill") {
      it(`on ${nameOf(cluster)}, when nodes may freeze and wake up`, () => compare(cluster, freezing, most));
    }
    it(`on ${nameOf(cluster)}, when nodes are stopped and everything may come back`, () =>
      compare(cluster, returning, most));
  }

  for (const cluster of plainClusters()) {
    if (cluster.servers.length > 2 || cluster.lossAction === "osu" || cluster.hosts > 1) continue;
    it(`on ${nameOf(cluster)}, for two faults of every kind`, () => compare(cluster, everything));
  }

  it("and the generator makes clusters that differ in what can happen to them", () => {
    ok(outcomes.size >= 5, [...outcomes].join("\n"));
  });
});
