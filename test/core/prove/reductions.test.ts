// Every reduction of the search, held against the search without it: the same verdicts and the same longest double activity
// on random clusters.

import { deepEqual, equal, ok } from "node:assert/strict";
import { type ExploreOptions, exploreNow, type Report } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { defaultReadings, type ReadingChoice, readings, withAnswer } from "@lkcluster/core/simulate/readings.ts";
import { clusterWith } from "../../support/lowered.ts";
import { type Case, randomCase } from "./timed/contradictions.ts";
import { pick, randomFrom } from "./timed/randomCluster.ts";

const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "never", what: "data-loss" },
  { kind: "never", what: "two-active", longerThanMs: 0 },
  { kind: "sometimes", what: "failover" },
  { kind: "sometimes", what: "quorum-loss" },
];

function prove({ cluster, faults, kinds }: Case, options: Partial<ExploreOptions>): Report {
  return exploreNow(cluster, { properties, bounds: [{ faultsMax: faults, kinds }], statesMax: 4_000, ...options });
}

function told({ results, explorations }: Report): unknown {
  return [results.map(({ status }) => status), explorations.map(({ twoActiveMs }) => twoActiveMs)];
}

/** By seed, a choice of answers to everything that the documents leave open. */
function answersOf(seed: number): ReadingChoice {
  const random = randomFrom(seed ^ 0x5f3759df);
  return readings.reduce<ReadingChoice>(
    (choice, { id, answers }) => withAnswer(choice, id, pick(random, answers).id) ?? choice,
    defaultReadings,
  );
}

const clusters = 40;

describe("what a search leaves out decides nothing", () => {
  const without: Readonly<Record<string, Partial<ExploreOptions>>> = {
    "handlers that do nothing and quiet notices": { reduction: "none" },
    "what may be exchanged": { merging: "none" },
  };
  for (const [what, options] of Object.entries(without)) {
    for (const under of ["the default answers", "any answers"]) {
      it(`on random clusters, under ${under}: ${what}`, () => {
        let compared = 0;
        for (let seed = 0; seed < clusters; seed++) {
          const one = randomCase(seed);
          const choice = under === "any answers" ? answersOf(seed) : defaultReadings;
          const whole = prove(one, { ...options, readings: choice });
          if (!whole.complete) continue;
          compared++;
          deepEqual(
            told(prove(one, { readings: choice })),
            told(whole),
            `seed ${seed}, ${one.faults} faults of ${one.kinds.join()}\n${one.text}${JSON.stringify(choice)}`,
          );
        }
        ok(compared > clusters / 4, `only ${compared} are small enough`);
      });
    }
  }

  it("nor what a node that asks no witness learns from others about a better server", () => {
    const cluster = clusterWith(`quorum-package none network lan domain rack { B, lan }
      node A {} node B {} node C {} witness W {}
      path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 3 <-> 4 on lan } path A <-> W { tcp 5 <-> 6 }
      path B <-> C { tcp 7 <-> 8 } path B <-> W { tcp 9 <-> 10 } path C <-> W { tcp 11 <-> 12 }
      resource app gen/app { servers A 1, B 2, C 3 }`);
    const choice = withAnswer(defaultReadings, "better-server", "living-if-witnessed");
    ok(choice);
    for (const reduction of ["none", "partial-order"] as const) {
      const one: Case = { text: "", cluster, faults: 1, kinds: ["domain"] };
      const report = prove(one, { reduction, readings: choice });
      equal(report.results[0]?.status, "violated", reduction);
    }
  });
});
