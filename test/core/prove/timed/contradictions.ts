// Proofs against runs, in both directions: a run that shows what a proof excludes, and a violation that no schedule leads to.

import { type FaultKind, faultKinds, usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { exploreNow, type PropertyResult, type Report } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { brokenBy, datesFor, demandsOf } from "./dates.ts";
import { pick, type Random, randomClusterText, randomFrom } from "./randomCluster.ts";
import { runAtRandom, type Seen } from "./randomRun.ts";

export interface Case {
  readonly text: string;
  readonly cluster: Cluster;
  readonly faults: number;
  readonly kinds: readonly FaultKind[];
}

const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "never", what: "data-loss" },
  { kind: "never", what: "two-active", longerThanMs: 0 },
];

function clusterOfText(text: string): Cluster {
  const { cluster, problems } = lowerCluster(parseCluster("random.lk", text), filesOf({}));
  if (cluster === undefined || problems.length > 0) throw new Error(`${JSON.stringify(problems)}\n${text}`);
  return cluster;
}

export function randomCase(seed: number): Case {
  const random = randomFrom(seed);
  const text = randomClusterText(random);
  const cluster = clusterOfText(text);
  return { text, cluster, faults: faultsOf(cluster, random), kinds: kindsOf(random) };
}

function faultsOf({ nodes }: Cluster, random: Random): number {
  return nodes.length > 3 ? pick(random, [1, 1, 2]) : pick(random, [1, 2, 2, 3]);
}

function kindsOf(random: Random): readonly FaultKind[] {
  const how = random();
  if (how < 0.4) return usualFaultKinds;
  const some = faultKinds.filter(() => random() < 0.3);
  return some.length > 0 ? some : ["cut"];
}

export interface Verdicts {
  readonly report: Report;
  readonly contradictions: readonly string[];
  readonly violations: number;
  readonly complete: boolean;
}

export function contradictionsOf(one: Case, runs: number, random: Random, statesMax = 100_000): Verdicts {
  const { cluster, faults, kinds } = one;
  const report = exploreNow(cluster, { properties, bounds: [{ faultsMax: faults, kinds }], statesMax });
  const model = compile(cluster);
  const contradictions: string[] = [];
  let violations = 0;
  for (const result of report.results) {
    if (result.status !== "violated") continue;
    violations++;
    const wrong = impossible(model, result);
    if (wrong !== undefined) contradictions.push(`no schedule for ${nameOf(result)}: ${wrong}`);
  }
  if (report.complete) {
    const longest = report.explorations[0]?.twoActiveMs;
    for (let run = 0; run < runs; run++) {
      const seen = runAtRandom(model, random, faults, kinds);
      const excluded = report.results.find(({ property, status }) => status === "holds" && shows(seen, property));
      if (excluded !== undefined) contradictions.push(`a run shows ${nameOf(excluded)}:\n  ${seen.story.join("\n  ")}`);
      else if (Number.isFinite(seen.twoActiveMs) && seen.twoActiveMs > (longest ?? 0)) {
        contradictions.push(
          `${seen.twoActiveMs} ms of double activity, ${longest} claimed:\n  ${seen.story.join("\n  ")}`,
        );
      } else continue;
      break;
    }
  }
  return { report, contradictions, violations, complete: report.complete };
}

function nameOf({ property }: PropertyResult): string {
  return property.kind === "never" ? property.what : property.kind;
}

function shows(seen: Seen, property: Property): boolean {
  if (property.kind !== "never") return false;
  switch (property.what) {
    case "split-brain":
      return seen.splitBrain;
    case "outage":
      return seen.outage;
    case "data-loss":
      return seen.dataLoss;
    case "two-active":
      return seen.twoActive;
  }
}

/** Why the way to a violation cannot be gone; undefined when it can. */
function impossible(model: Model, { trace }: PropertyResult): string | undefined {
  if (trace === undefined) return "there is none";
  const told = demandsOf(model, trace.given, trace.events);
  if (typeof told === "string") return `${told}\n  ${trace.events.map((event) => JSON.stringify(event)).join("\n  ")}`;
  if (datesFor(told.constraints, trace.events.length) !== undefined)
    return brokenBy(told.constraints, [0, ...trace.moments]);
  return `\n  ${trace.events.map((event) => JSON.stringify(event)).join("\n  ")}`;
}
