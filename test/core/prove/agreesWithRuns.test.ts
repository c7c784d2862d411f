// A timed run is one of the orders that an exploration tries: whatever a run ends in, the exploration has found.
// Every counterexample replays under every reading, also with all kinds of faults.

import { ok } from "node:assert/strict";
import { faultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { boundOf, exploreNow } from "@lkcluster/core/prove/explore.ts";
import { Search } from "@lkcluster/core/prove/explorer.ts";
import { normalize } from "@lkcluster/core/prove/symmetry.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import fc from "fast-check";
import { clusterOf, clusterWith } from "../../support/lowered.ts";

const clusters: Readonly<Record<string, Cluster>> = {
  "two servers and a witness": clusterOf({ servers: 2, witnesses: 1 }),
  "two servers and a witness that restart": clusterOf({
    servers: 2,
    witnesses: 1,
    settings: "set QUORUM_LOSS_ACTION = fastboot",
  }),
  "three servers that go out of service": clusterOf({ servers: 3, settings: "set QUORUM_LOSS_ACTION = osu" }),
  "a storage pair with a mirror": clusterOf({
    servers: 2,
    settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
    more: "storage disk { reached-by A, B }",
    resource: "resource mirror scsi/netraid /dev/sdb",
  }),
  "a pair that asks hosts": clusterOf({
    servers: 2,
    linksPerPair: 2,
    settings: 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80,h3:80"',
  }),
  "two hierarchies without the package": clusterWith(`
    quorum-package none
    node A { stonith } node B { shutdown switchover } node C { confirm-failover }
    path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 1 <-> 3 } path B <-> C { tcp 2 <-> 3 }
    resource app gen/app { servers A 1, B 2, C 3 switchback automatic on A }
    resource base gen/app { servers C 1, A 2 resource disk scsi/netraid /dev/sdb }
  `),
};

/** Until the next fault: within the heartbeats, between what nodes notice of two faults, during waits, or for good. */
const waits = fc.constantFrom(0, 3000, 10_000, 14_999, 15_000, 20_000, 30_000, 100_000, Number.POSITIVE_INFINITY);

/** The cells of a settled run as the search of the same cluster keeps them. */
function keyOf(search: Search, cluster: Cluster, state: State): Int32Array {
  const { model } = search;
  const run = compile(cluster);
  const cells = search.cellsOf(0);
  const from = run.layout;
  const to = model.layout;
  // Up to the cells of resources the two are laid out alike.
  for (let index = 0; index < to.inService; index++) cells[index] = state.cells[index] ?? 0;
  const regions = [
    "inService",
    "full",
    "failed",
    "wanted",
    "failing",
    "failingBeyond",
    "refuseRestore",
    "refuseRemove",
  ] as const;
  for (const [index, { tag }] of model.resources.entries()) {
    const other = run.indexOfResource.get(tag) ?? 0;
    for (const region of regions) cells[to[region] + index] = state.cells[from[region] + other] ?? 0;
  }
  const disks = ["mirrorSource", "mirrorInSync", "mirrorCorrupt", "mirrorOwner", "mirrorLost"] as const;
  for (let mirror = 0; mirror < model.mirrors.length; mirror++) {
    for (const region of disks) cells[to[region] + mirror] = state.cells[from[region] + mirror] ?? 0;
  }
  cells.fill(0, to.keyLength);
  normalize(search.symmetry, cells);
  return new Int32Array(cells.buffer, 0, search.table.words);
}

describe("a timed run", () => {
  for (const [name, cluster] of Object.entries(clusters)) {
    it(`ends in a state that the exploration knows: ${name}`, () => {
      const search = new Search(compile(cluster, { purpose: "explore" }), {
        bounds: [boundOf(3, faultKinds)],
        properties: [],
        given: [],
        statesMax: 1_000_000,
        bytesMax: 250_000_000,
        merging: "symmetry",
        reduction: "partial-order",
        until: "exhausted",
      });
      search.run(Number.POSITIVE_INFINITY);
      ok(search.limit === undefined);
      const model = compile(cluster);
      const failable = new Set(search.model.failable.map((resource) => search.model.resources[resource]?.tag));
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(), waits), { minLength: 1, maxLength: 3 }), (choices) => {
          let state = initialState(model);
          const happened: unknown[] = [];
          for (const [choice, waitMs] of choices) {
            // What a node that freezes in the middle of an interval believes meanwhile is not explored: it is taken to
            // have noticed with the others. Frozen between faults, it agrees.
            const mayFreeze = choices.every(([, wait]) => wait === 0 || wait === Number.POSITIVE_INFINITY);
            // An exploration lets one resource stand for those that move together.
            const faults = enabledFaults(model, state, faultKinds).filter(
              (fault) => (fault.kind !== "fail" || failable.has(fault.tag)) && (fault.kind !== "freeze" || mayFreeze),
            );
            const fault = faults[choice % Math.max(1, faults.length)];
            if (fault === undefined) break;
            state = step(model, state, fault);
            happened.push(fault, waitMs);
            state = settle(
              model,
              state,
              undefined,
              Number.isFinite(waitMs) ? { untilMs: state.timeMs + waitMs } : {},
            ).state;
          }
          state = settle(model, state).state;
          ok(search.table.find(keyOf(search, cluster, state)) >= 0, JSON.stringify(happened));
        }),
        { numRuns: 1000, seed: 20 },
      );
    });
  }
});

describe("every reading", () => {
  for (const [name, cluster] of Object.entries(clusters)) {
    it(`has counterexamples that replay: ${name}`, () => {
      const report = exploreNow(cluster, {
        bounds: [boundOf(2, faultKinds)],
        readings: "every",
        properties: [
          { kind: "never", what: "split-brain" },
          { kind: "never", what: "outage" },
          { kind: "never", what: "two-active", longerThanMs: 0 },
          { kind: "sometimes", what: "quorum-loss" },
        ],
      });
      for (const { choice, results } of report.explorations) {
        const model = compile(cluster, { readings: choice });
        for (const { trace } of results) {
          if (trace === undefined) continue;
          let state = initialState(model, trace.given);
          for (const event of trace.events) {
            const next = step(model, state, event);
            ok(next !== state, `${JSON.stringify(event)} changes nothing under ${JSON.stringify(choice)}`);
            state = next;
          }
        }
      }
    });
  }
});
