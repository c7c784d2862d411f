import { deepEqual, ok } from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { exploreNow, type Report } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { clusterText, generatedClusters, nameOf, plainClusters } from "./generatedClusters.ts";
import { exploreNaively, type NaiveCluster, type NaiveFault, type NaiveResult } from "./naive.ts";

const usual = ["crash", "cut", "network", "storage", "host", "resource"] as const satisfies readonly NaiveFault[];
const freezing = ["freeze", "crash", "cut"] as const satisfies readonly NaiveFault[];
const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "sometimes", what: "failover" },
  { kind: "sometimes", what: "quorum-loss" },
];

function explored(cluster: NaiveCluster, faultsMax: number, kinds: readonly NaiveFault[]): Report {
  const parsed = parseCluster("generated.lk", clusterText(cluster));
  const lowered = lowerCluster(parsed, filesOf({}));
  deepEqual([...parsed.problems, ...lowered.problems], []);
  ok(lowered.cluster !== undefined);
  return exploreNow(lowered.cluster, { properties, bounds: [{ faultsMax, kinds }] });
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

describe("the explorer and the naive one, written from the documents alone, agree", () => {
  const outcomes = new Set<string>();
  const compare = (cluster: NaiveCluster, kinds: readonly NaiveFault[]): void => {
    const naive = exploreNaively(cluster, 2, kinds);
    outcomes.add(JSON.stringify(within(naive, 2)));
    for (const faults of [1, 2]) {
      deepEqual(answers(explored(cluster, faults, kinds)), within(naive, faults), `with ${faults} faults`);
    }
  };

  for (const cluster of generatedClusters()) {
    it(`on ${nameOf(cluster)}, for one and for two faults`, () => compare(cluster, usual));
  }

  for (const cluster of plainClusters()) {
    if (cluster.lossAction !== "fastkill") continue;
    it(`on ${nameOf(cluster)}, when nodes may freeze and wake up`, () => compare(cluster, freezing));
  }

  it("and the generator makes clusters that differ in what can happen to them", () => {
    ok(outcomes.size >= 5, [...outcomes].join("\n"));
  });
});
