// Every reduction of the search, held against the search without it: the same verdicts and the same longest double activity
// on random clusters.

import { deepEqual, ok } from "node:assert/strict";
import { type ExploreOptions, exploreNow, type Report } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { type Case, randomCase } from "./timed/contradictions.ts";

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

const random = 40;

describe("what a search leaves out decides nothing", () => {
  const without: Readonly<Record<string, Partial<ExploreOptions>>> = {
    "handlers that do nothing and quiet notices": { reduction: "none" },
    "what may be exchanged": { merging: "none" },
  };
  for (const [what, options] of Object.entries(without)) {
    it(`on random clusters: ${what}`, () => {
      let compared = 0;
      for (let seed = 0; seed < random; seed++) {
        const one = randomCase(seed);
        const whole = prove(one, options);
        if (!whole.complete) continue;
        compared++;
        deepEqual(
          told(prove(one, {})),
          told(whole),
          `seed ${seed}, ${one.faults} faults of ${one.kinds.join()}\n${one.text}`,
        );
      }
      ok(compared > random / 4, `only ${compared} are small enough`);
    });
  }
});
