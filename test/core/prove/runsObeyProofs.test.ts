// A third opinion: the timed simulator, with faults at arbitrary moments, never does what the untimed proof excludes,
// and never lets two nodes run the same thing for longer than the bound that was computed.

import { ok } from "node:assert/strict";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { exploreNow } from "@lkcluster/core/prove/explore.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { activeNodes, readState, type StateView } from "@lkcluster/core/simulate/read.ts";
import { nextInside, settle } from "@lkcluster/core/simulate/settle.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import fc from "fast-check";
import { clusterText, nameOf, plainClusters } from "./generatedClusters.ts";
import type { NaiveCluster } from "./naive.ts";

const kinds = ["crash", "freeze", "cut", "storage", "host", "resource"] as const;
const faultsMax = 2;

function clusterOf(made: NaiveCluster): Cluster {
  const { cluster } = lowerCluster(parseCluster("generated.lk", clusterText(made)), filesOf({}));
  ok(cluster !== undefined);
  return cluster;
}

function faultsOf(made: NaiveCluster): readonly OutsideEvent[] {
  const names = ["A", "B", "C"].slice(0, made.servers.length);
  return names.flatMap((node, index): readonly OutsideEvent[] => [
    { kind: "crash", node },
    { kind: "freeze", node },
    ...names.slice(index + 1).map((peer): OutsideEvent => ({ kind: "cut-link", between: [node, peer], index: 1 })),
    ...(made.quorum === "storage" ? [{ kind: "lose-storage", node } as const] : []),
    ...Array.from({ length: made.hosts }, (_, host) => ({ kind: "lose-host", host: `h${host + 1}:80`, node }) as const),
    ...(made.servers[index] ? [{ kind: "fail", tag: "app", node, beyondLocalRecovery: true } as const] : []),
  ]);
}

interface Seen {
  readonly split: boolean;
  readonly outage: boolean;
  /** The longest time that two nodes ran it and that ended. */
  readonly twoActiveMs: number;
}

/** Faults after waits, then rest. */
function watch(cluster: Cluster, moments: readonly (readonly [number, OutsideEvent])[]): Seen {
  const model = compile(cluster);
  let state: State = initialState(model);
  let since: number | undefined;
  let twoActiveMs = 0;
  let split = false;
  const look = (): void => {
    const twice = activeNodes(model, state, "app").length > 1;
    if (twice) {
      since ??= state.timeMs;
      // Nothing will end it by itself: a split brain, and no longer a matter of time.
      if (state.timers.length === 0) split = true;
      if (split) since = state.timeMs;
    } else if (since !== undefined) {
      if (!split) twoActiveMs = Math.max(twoActiveMs, state.timeMs - since);
      since = undefined;
    }
  };
  const run = (untilMs: number): void => {
    for (;;) {
      const next = nextInside(model, state);
      if (next === undefined || next.dueMs > untilMs) break;
      state = step(model, state, next.event);
      look();
    }
    state = settle(model, state, undefined, { untilMs: Number.isFinite(untilMs) ? untilMs : state.timeMs }).state;
  };
  for (const [waitMs, event] of moments) {
    run(state.timeMs + waitMs);
    state = step(model, state, event);
    look();
  }
  run(Number.POSITIVE_INFINITY);
  look();
  return { split, outage: isOut(readState(model, state)), twoActiveMs };
}

/** Nobody who works runs it, and a server works or halted itself. */
function isOut({ nodes, resources }: StateView): boolean {
  const [app] = resources;
  const works = nodes.filter(({ condition }) => condition === "up").map(({ name }) => name);
  const able = nodes.filter(({ condition }) => condition === "up" || condition === "halted").map(({ name }) => name);
  const isServer = (name: string): boolean => app?.states.some(({ node }) => node === name) === true;
  return able.some(isServer) && !works.some((name) => app?.activeOn.includes(name) === true);
}

describe("no run of the simulator does what a proof excludes", () => {
  for (const made of plainClusters()) {
    if (made.hosts === 1 || (made.lossAction !== "fastkill" && made.servers.length === 2)) continue;
    it(`on ${nameOf(made)}`, () => {
      const cluster = clusterOf(made);
      const properties = [
        { kind: "never", what: "split-brain" },
        { kind: "never", what: "outage" },
      ] as const;
      const { results, explorations } = exploreNow(cluster, { properties, bounds: [{ faultsMax, kinds }] });
      const [split, outage] = results.map(({ status }) => status === "violated");
      const longestMs = Math.max(0, ...explorations.map(({ twoActiveMs }) => twoActiveMs ?? 0));
      const wait = fc.oneof(fc.integer({ min: 0, max: 45_000 }), fc.constantFrom(0, 14_999, 15_000, 15_001, 130_000));
      const moment = fc.tuple(wait, fc.constantFrom(...faultsOf(made)));
      fc.assert(
        fc.property(fc.array(moment, { minLength: 1, maxLength: faultsMax }), (moments) => {
          const seen = watch(cluster, moments);
          ok(!seen.split || split, "a split brain that the proof excludes");
          ok(!seen.outage || outage, "an outage that the proof excludes");
          ok(seen.twoActiveMs <= longestMs, `${seen.twoActiveMs} ms of double activity, the bound is ${longestMs} ms`);
        }),
        { numRuns: 60 },
      );
    });
  }
});
