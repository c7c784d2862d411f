// How long clients miss what: exact times, nothing that a run shows is left out, and every longest time can be played.

import { deepEqual, equal, ok } from "node:assert/strict";
import { type FaultKind, usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { type Availability, availability } from "@lkcluster/core/prove/availability.ts";
import { coverageText, disasterText, mostText, toldRows } from "@lkcluster/core/prove/availabilityText.ts";
import { replay } from "@lkcluster/core/prove/replay.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { clusterWith } from "../../support/lowered.ts";
import { awayContradictions } from "./timed/awayContradictions.ts";
import { randomCase } from "./timed/contradictions.ts";

const pair = `quorum-package none node A {} node B {} path A <-> B { tcp 1 <-> 2 tcp 3 <-> 4 }
  resource app gen/app { servers A 1, B 2 }`;

function found(cluster: Cluster, faultsMax: number, kinds: readonly FaultKind[] = usualFaultKinds): Availability {
  return pumped(availability(cluster, kinds, { faultsMax }));
}

/** One line for each row and each set, so that a whole answer reads like a table. */
function told(cluster: Cluster, { rows, disasters, alike }: Availability): readonly string[] {
  return [
    ...toldRows(cluster, rows, alike).map(({ one, faults }) => {
      const times = `${one.mayGoOn ? "none" : (one.least ?? "-")} to ${mostText(one).en}`;
      return `${faults.en}: ${one.hierarchy} ${times}${one.forGood === undefined ? "" : ", or stays away"}`;
    }),
    ...disasters.map((one) => `${one.faults.map(eventText).join(" + ")}: ${disasterText(one).en}`),
  ];
}

describe("availability", () => {
  it("tells the least and the most that each single fault takes", () => {
    const cluster = clusterWith(pair);
    deepEqual(told(cluster, found(cluster, 1, ["crash", "cut", "resource"])), [
      "A crashes: app 10000 to 15 s + start",
      "app fails on A: app 0 to 120 s + start",
    ]);
  });

  it("tells of two faults only what is worse than each of them", () => {
    const cluster = clusterWith(pair);
    deepEqual(told(cluster, found(cluster, 2, ["crash", "cut"])), [
      "A crashes: app 10000 to 15 s + start",
      "crash A + crash B: app: stays out of service (no server is left)",
      "cut path A <-> B 1 + cut path A <-> B 2: app: split brain",
    ]);
  });

  it("counts a node that nobody reaches as away, and says who takes over", () => {
    const cluster = clusterWith(`node A {} node B {} witness W { set WITNESS_MODE = none }
      path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 3 <-> 4 } path B <-> W { tcp 5 <-> 6 }
      resource app gen/app { servers A 1, B 2 }`);
    const [row] = found(cluster, 1, ["isolate"]).rows;
    deepEqual([row?.least, row?.most?.ms, row?.most?.servedBy], [10_000, 15_000, ["B"]]);
  });

  it("finds the single point of failure of a two-node majority", () => {
    const cluster = clusterWith(
      `set QUORUM_MODE = majority set WITNESS_MODE = none node A {} node B {}
      path A <-> B { tcp 1 <-> 2 } resource app gen/app { servers A 1, B 2 }`.replace(/^set .* none /, ""),
    );
    const singles = found(cluster, 1, ["crash"]).disasters.map(({ faults }) => faults.map(eventText).join());
    deepEqual(singles, ["crash A", "crash B"]);
  });

  it("says that a restart is assumed where one is waited for", () => {
    const cluster =
      clusterWith(`node A { set QUORUM_LOSS_ACTION = fastboot } node B { set QUORUM_LOSS_ACTION = fastboot }
      path A <-> B { tcp 1 <-> 2 } resource app gen/app { servers A 1, B 2 }`);
    const assumes = found(cluster, 1, ["crash"]).rows.flatMap(({ most }) => most?.assumes ?? []);
    ok(assumes.length === 0 || assumes.includes("restart"));
  });

  it("follows every fault that a run can have, or one that nothing tells from it", () => {
    const twins = clusterWith(`quorum-package none node A {} node B {} path A <-> B { tcp 1 <-> 2 tcp 3 <-> 4 }
      resource app gen/app { servers A 1, B 2 resource fs1 gen/filesys /1 resource fs2 gen/filesys /2
        resource fs3 gen/filesys /3 }`);
    const clusters = [twins, ...Array.from({ length: 30 }, (_, seed) => randomCase(seed).cluster)];
    let whole = 0;
    for (const [index, cluster] of clusters.entries()) {
      const model = compile(cluster);
      const able = enabledFaults(model, initialState(model), usualFaultKinds).map(eventText);
      const { alike, sets } = pumped(availability(cluster, usualFaultKinds, { transitionsMax: 20_000 }));
      if (!sets.isAll) continue;
      whole++;
      const followed = [...alike].flatMap(([name, others]) => [name, ...others.map(eventText)]);
      // In a run too, links that nothing tells apart are offered once.
      deepEqual(
        able.filter((name) => !followed.includes(name)),
        [],
        `cluster ${index}`,
      );
      equal(new Set(followed).size, followed.length, `cluster ${index}`);
    }
    ok(whole > 20, `only ${whole} were followed to the end`);
    const { rows, alike } = found(twins, 1, ["resource"]);
    deepEqual(
      toldRows(twins, rows, alike).map(({ faults }) => faults.en),
      ["app fails on A (likewise fs1, fs2, fs3)"],
    );
    const cut = found(twins, 1, ["cut"]).alike.get("cut path A <-> B 1");
    deepEqual(cut?.map(eventText), ["cut path A <-> B 2"]);
  });

  it("claims nothing about what it did not follow", () => {
    const cluster = clusterWith(pair);
    const some = pumped(
      availability(cluster, usualFaultKinds, { faultsMax: 3, transitionsMax: 50, transitionsPerSlice: 10 }),
    );
    equal(some.sets.isAll, false);
    ok(coverageText(some).en.startsWith("Not finished"));
    const none = pumped(availability(cluster, usualFaultKinds, { isEnough: () => true }));
    deepEqual([none.sets.isAll, none.rows], [false, []]);
  });
});

describe("no run takes away what availability excludes", () => {
  for (let first = 0; first < 24; first += 8) {
    it(`on random clusters ${first} to ${first + 7}`, () => {
      let compared = 0;
      for (let seed = first; seed < first + 8; seed++) {
        for (const faultsMax of [1, 2]) {
          const against = awayContradictions(seed, faultsMax, 40);
          deepEqual(against.contradictions, []);
          compared += against.compared;
        }
      }
      ok(compared > 80, `only ${compared} runs were compared`);
    }).timeout(120_000);
  }
});

describe("the longest time away", () => {
  it("is what its schedule shows when it is played", () => {
    let played = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { cluster, kinds } = randomCase(seed);
      for (const { most } of pumped(availability(cluster, kinds, { faultsMax: 1, transitionsMax: 100_000 })).rows) {
        if (most === undefined) continue;
        const { view } = replay(cluster, most.witness, []);
        const last = most.witness.moments.at(-1) ?? 0;
        equal(view.timeMs, last, `seed ${seed}`);
        const fault =
          most.witness.moments[most.witness.events.findIndex((event) => most.witness.faults.includes(event as never))];
        if (most.ms < 86_400_000) ok(last - (fault ?? 0) >= most.ms, `seed ${seed}: ${last} ${fault} ${most.ms}`);
        played++;
      }
    }
    ok(played > 30, `only ${played} were played`);
  }).timeout(120_000);
});
