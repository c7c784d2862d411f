// Every combination of readings: what the tree of consulted readings claims, against exploring the combinations one
// by one.

import { deepEqual, equal, ok } from "node:assert/strict";
import { type FaultKind, faultKinds, usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import {
  boundOf,
  type Exploration,
  type ExploreOptions,
  exploreNow,
  type Report,
} from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { combinationsWith, ReadingTree } from "@lkcluster/core/prove/readingTree.ts";
import { recordingReadings } from "@lkcluster/core/simulate/consulted.ts";
import {
  defaultReadings,
  type ReadingChoice,
  type ReadingId,
  readings,
  withAnswer,
} from "@lkcluster/core/simulate/readings.ts";
import fc from "fast-check";
import { clusterOf, clusterWith } from "../../support/lowered.ts";

const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "never", what: "data-loss" },
  { kind: "never", what: "two-active", longerThanMs: 30_000 },
  { kind: "sometimes", what: "failover" },
  { kind: "sometimes", what: "quorum-loss" },
];

const total = combinationsWith(new Set());

/** The combination of that number, and back from 0 to the last. */
function combination(number: number): ReadingChoice {
  let rest = number;
  let choice = defaultReadings;
  for (const { id, answers } of readings) {
    choice = withAnswer(choice, id, answers[rest % answers.length]?.id ?? "") ?? choice;
    rest = Math.floor(rest / answers.length);
  }
  return choice;
}

function explored(
  cluster: Cluster,
  faults: number,
  kinds: readonly FaultKind[],
  options: Pick<ExploreOptions, "readings" | "statesMax" | "statesOfAllMax" | "until">,
): Report {
  return exploreNow(cluster, { properties, bounds: [boundOf(faults, kinds)], ...options });
}

const figures = ({ states, transitions, results, twoActiveMs, noSurvivor }: Exploration): unknown => [
  states,
  transitions,
  results.map(({ status }) => status),
  twoActiveMs,
  noSurvivor,
];

function standsFor({ explorations }: Report, choice: ReadingChoice): readonly Exploration[] {
  return explorations.filter((one) => one.consulted.every((id) => one.choice[id] === choice[id]));
}

/** How many answers are not the default ones. */
const distance = (choice: ReadingChoice): number =>
  readings.filter(({ id }) => choice[id] !== defaultReadings[id]).length;

const tiny = clusterOf({ servers: 2, witnesses: 1 });

const larger: Readonly<Record<string, readonly [Cluster, number, readonly FaultKind[]]>> = {
  "a pair with storage": [
    clusterOf({
      servers: 2,
      settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
      more: "storage disk { reached-by A, B }",
    }),
    2,
    faultKinds,
  ],
  "two servers and a witness": [clusterOf({ servers: 2, witnesses: 1 }), 2, usualFaultKinds],
  "three servers that go out of service": [
    clusterOf({ servers: 3, settings: "set QUORUM_LOSS_ACTION = osu" }),
    1,
    faultKinds,
  ],
  "three servers without the package": [clusterOf({ servers: 3, more: "quorum-package none" }), 2, usualFaultKinds],
  "a pair that asks hosts and a node": [
    clusterOf({
      servers: 2,
      witnesses: 1,
      settings: 'set QUORUM_MODE = tcp_remote set QUORUM_HOSTS = "h1:80,h2:80,h3:80"',
    }),
    2,
    ["cut", "host", "crash"],
  ],
  "a mirror below an address": [
    clusterWith(`
      node A {} node B {}
      path A <-> B { tcp 1 <-> 2 }
      quorum-package none
      resource app gen/app { servers A 1, B 2 resource ip comm/ip 10.0.0.9 { resource m scsi/netraid /dev/sdb } }
    `),
    2,
    faultKinds,
  ],
};

describe("a tree of readings", () => {
  it("covers every combination once, whatever is consulted", () => {
    const ids = readings.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.subarray(ids), { minLength: 1, maxLength: 20 }), (asked) => {
        const tree = new ReadingTree(defaultReadings);
        const parts: { readonly choice: ReadingChoice; readonly on: ReadonlySet<ReadingId>; readonly size: number }[] =
          [];
        for (let part = tree.next; part !== undefined && parts.length < 40; part = tree.next) {
          // Whoever was led here by an answer has asked for it.
          const consulted = ids.filter((id) => part.fixed.has(id) || asked[parts.length % asked.length]?.includes(id));
          parts.push({ choice: part.choice, on: new Set(consulted), size: tree.cover(consulted) });
        }
        const within = (one: ReadingChoice): number =>
          parts.filter(({ choice, on }) => ids.every((id) => !on.has(id) || choice[id] === one[id])).length;
        const counts = Array.from({ length: 50 }, (_, index) => within(combination((index * 7919) % total)));
        ok(counts.every((count) => count <= 1));
        const size = parts.reduce((sum, part) => sum + part.size, 0);
        if (tree.next === undefined) {
          equal(size, total);
          ok(counts.every((count) => count === 1));
        } else ok(size < total);
      }),
      { numRuns: 50, seed: 12 },
    );
  });

  it("comes to few answers that differ before many", () => {
    const [cluster, faults, kinds] = larger["two servers and a witness"] ?? [];
    ok(cluster !== undefined && faults !== undefined && kinds !== undefined);
    const sizes = explored(cluster, faults, kinds, { readings: "every" }).explorations.map(
      (one) => one.readings.length,
    );
    deepEqual(sizes, [...sizes].sort());
    ok(sizes.length > 10);
  });
});

describe("readings that are recorded", () => {
  it("answer like those they record, and name what was asked", () => {
    const { readings: recorded, consulted } = recordingReadings(combination(4711));
    deepEqual(consulted(), []);
    equal(recorded["witness-late"], combination(4711)["witness-late"]);
    equal(recorded["address-check"], combination(4711)["address-check"]);
    deepEqual(consulted(), ["witness-late", "address-check"]);
    for (const { id } of readings) equal(recorded[id], combination(4711)[id]);
    equal(consulted().length, readings.length);
  });
});

describe("a report under every combination of readings", () => {
  it(`says of each combination what exploring it says, of all ${total}`, () => {
    const kinds: readonly FaultKind[] = ["crash", "resource"];
    const report = explored(tiny, 1, kinds, { readings: "every" });
    const counts = new Map<Exploration, number>();
    const changed = report.results.map(() => ({ combinations: 0, least: Number.POSITIVE_INFINITY }));
    for (let number = 0; number < total; number++) {
      const choice = combination(number);
      const [one, ...others] = standsFor(report, choice);
      ok(one !== undefined && others.length === 0, `combination ${number}`);
      counts.set(one, (counts.get(one) ?? 0) + 1);
      const [alone] = explored(tiny, 1, kinds, { readings: choice }).explorations;
      ok(alone !== undefined);
      equal(JSON.stringify(figures(alone)), JSON.stringify(figures(one)), `combination ${number}`);
      for (const [index, { status }] of alone.results.entries()) {
        const count = changed[index];
        if (count === undefined || status === report.results[index]?.first) continue;
        count.combinations++;
        count.least = Math.min(count.least, distance(choice));
      }
    }
    ok(report.explorations.length >= 2);
    deepEqual(
      report.explorations.map((one) => one.combinations),
      report.explorations.map((one) => counts.get(one)),
    );
    const told = report.results.map(({ change }) => [change?.combinations ?? 0, change?.readings.length]);
    deepEqual(
      told,
      changed.map(({ combinations, least }) => [combinations, Number.isFinite(least) ? least : undefined]),
    );
    ok(told.some(([combinations]) => combinations !== undefined && combinations > 0));
    deepEqual(report.cover, { combinations: total, covered: total, explored: report.explorations.length });
  }).timeout(60_000);

  for (const [name, [cluster, faults, kinds]] of Object.entries(larger)) {
    it(`says of each combination what exploring it says: ${name}`, () => {
      const report = explored(cluster, faults, kinds, { readings: "every" });
      equal(report.cover.covered, total);
      fc.assert(
        fc.property(fc.nat(total - 1), (number) => {
          const choice = combination(number);
          const found = standsFor(report, choice);
          const [alone] = explored(cluster, faults, kinds, { readings: choice }).explorations;
          ok(alone !== undefined && found.length > 0);
          for (const one of found) deepEqual(figures(alone), figures(one), JSON.stringify(choice));
        }),
        { numRuns: 60, seed: 5 },
      );
    });
  }

  it("branches on nothing that was not consulted", () => {
    const cluster = clusterOf({ servers: 2, more: "quorum-package none" });
    const report = explored(cluster, 1, ["cut"], { readings: "every" });
    deepEqual(report.cover, { combinations: total, covered: total, explored: 1 });
    deepEqual(report.explorations[0]?.consulted, []);
  });

  it("says how far it came when it ended at its limit, and then claims no more", () => {
    const [cluster, faults, kinds] = larger["two servers and a witness"] ?? [];
    ok(cluster !== undefined && faults !== undefined && kinds !== undefined);
    const report = explored(cluster, faults, kinds, { readings: "every", statesOfAllMax: 1000 });
    equal(report.limit, "statesOfAllMax");
    equal(report.complete, false);
    ok(report.cover.covered > 0 && report.cover.covered < total);
    equal(
      report.cover.covered,
      report.explorations.reduce((sum, one) => sum + one.combinations, 0),
    );
    const cut = explored(cluster, faults, kinds, { readings: "every", statesMax: 50 });
    equal(cut.limit, "statesMax");
    equal(cut.cover.covered, 0);
  });

  it("stops as soon as the verdict is clear when no more is wanted", () => {
    const cluster = clusterOf({ servers: 2 });
    const outage: readonly Property[] = [{ kind: "never", what: "outage" }];
    const report = exploreNow(cluster, {
      properties: outage,
      bounds: [boundOf(1, ["crash"])],
      readings: "every",
      until: "decided",
    });
    equal(report.explorations.length, 1);
    equal(report.results[0]?.status, "violated");
    ok(report.cover.covered < total);
  });
});
