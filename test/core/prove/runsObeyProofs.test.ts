// A third opinion: the timed simulator, with faults at arbitrary moments, never does what the untimed proof excludes,
// and never lets two nodes run the same thing for longer than the bound that was computed.

import { ok } from "node:assert/strict";
import { type FaultKind, faultKinds, usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { exploreNow } from "@lkcluster/core/prove/explore.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { activeNodes, readState, type StateView } from "@lkcluster/core/simulate/read.ts";
import { nextInside, settle } from "@lkcluster/core/simulate/settle.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import fc from "fast-check";
import { clusterText, nameOf, plainClusters } from "./generatedClusters.ts";
import type { NaiveCluster } from "./naiveState.ts";

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
  readonly dataLoss: boolean;
  /** The longest time that two nodes ran it and that ended. */
  readonly twoActiveMs: number;
}

/** What happens after a wait: a certain event, or the so-manieth of what is possible then. */
type Choose = (model: Model, state: State) => OutsideEvent | undefined;

/** Faults after waits, then rest. */
function watch(cluster: Cluster, moments: readonly (readonly [number, Choose])[]): Seen {
  const model = compile(cluster);
  let state: State = initialState(model);
  let since: number | undefined;
  let twoActiveMs = 0;
  let split = false;
  const look = (): void => {
    const twice = cluster.resources.some(({ name }) => activeNodes(model, state, name).length > 1);
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
    for (let steps = 0; ; steps++) {
      ok(steps < 5_000, "the run does not come to rest");
      const next = nextInside(model, state);
      if (next === undefined || next.dueMs > untilMs) break;
      state = step(model, state, next.event);
      look();
    }
    state = settle(model, state, undefined, { untilMs: Number.isFinite(untilMs) ? untilMs : state.timeMs }).state;
  };
  for (const [waitMs, choose] of moments) {
    run(state.timeMs + waitMs);
    const event = choose(model, state);
    if (event === undefined) continue;
    state = step(model, state, event);
    look();
  }
  run(Number.POSITIVE_INFINITY);
  look();
  const view = readState(model, state);
  const dataLoss = view.resources.some(
    ({ mirror }) => mirror?.dataLost === true || (mirror?.corruptOn.length ?? 0) > 0,
  );
  const roots = cluster.resources.filter(({ parents }) => parents.length === 0);
  return { split, outage: roots.some(({ name }) => isOut(view, name)), dataLoss, twoActiveMs };
}

/** Nobody who works runs it, and a server works or halted itself. */
function isOut({ nodes, resources }: StateView, tag: string): boolean {
  const app = resources.find((resource) => resource.tag === tag);
  const works = nodes.filter(({ condition }) => condition === "up").map(({ name }) => name);
  const able = nodes.filter(({ condition }) => condition === "up" || condition === "halted").map(({ name }) => name);
  const isServer = (name: string): boolean => app?.states.some(({ node }) => node === name) === true;
  return able.some(isServer) && !works.some((name) => app?.activeOn.includes(name) === true);
}

const properties = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "never", what: "data-loss" },
] as const;

const wait = fc.oneof(
  fc.integer({ min: 0, max: 45_000 }),
  fc.constantFrom(0, 14_999, 15_000, 15_001, 130_000, 700_000),
);

function holdAgainst(
  cluster: Cluster,
  allowed: readonly FaultKind[],
  choice: fc.Arbitrary<Choose>,
  numRuns: number,
): void {
  const { results, explorations } = exploreNow(cluster, { properties, bounds: [{ faultsMax, kinds: allowed }] });
  const [split, outage, dataLoss] = results.map(({ status }) => status === "violated");
  const longestMs = Math.max(0, ...explorations.map(({ twoActiveMs }) => twoActiveMs ?? 0));
  fc.assert(
    fc.property(fc.array(fc.tuple(wait, choice), { minLength: 1, maxLength: faultsMax }), (moments) => {
      const seen = watch(cluster, moments);
      ok(!seen.split || split, "a split brain that the proof excludes");
      ok(!seen.outage || outage, "an outage that the proof excludes");
      ok(!seen.dataLoss || dataLoss, "a loss of data that the proof excludes");
      ok(seen.twoActiveMs <= longestMs, `${seen.twoActiveMs} ms of double activity, the bound is ${longestMs} ms`);
    }),
    { numRuns },
  );
}

describe("no run of the simulator does what a proof excludes", () => {
  for (const made of plainClusters()) {
    if (made.hosts === 1 || (made.lossAction !== "fastkill" && made.servers.length === 2)) continue;
    it(`on ${nameOf(made)}`, () => {
      const choice = fc.constantFrom(...faultsOf(made)).map(
        (event): Choose =>
          () =>
            event,
      );
      holdAgainst(clusterOf(made), kinds, choice, 60);
    });
  }

  const rich: Readonly<Record<string, string>> = {
    "a mirror and a second hierarchy": `
      node A {} node B {} witness W {}
      path A <-> B { tcp a <-> b tcp c <-> d } path A <-> W { tcp a <-> w } path B <-> W { tcp b <-> w }
      resource fs gen/filesys /data { servers A 1, B 2 resource mirror scsi/netraid /dev/sdb }
      resource other gen/app { servers B 1, A 2 switchback automatic on B }`,
    "a mirror without the package": `
      quorum-package none
      node A { shutdown switchover } node B {}
      path A <-> B { tcp a <-> b }
      resource fs gen/filesys /data { servers A 1, B 2 resource mirror scsi/netraid /dev/sdb }`,
    "networks, a failure domain and a quorum storage": `
      network lan domain rack { A, lan }
      node A { set QUORUM_MODE = storage set WITNESS_MODE = storage } node B { set QUORUM_MODE = storage set WITNESS_MODE = storage }
      path A <-> B { tcp a <-> b on lan tcp c <-> d }
      storage quorum { on lan }
      resource app gen/app { servers A 1, B 2 }`,
    "quorum objects on two storages": `
      domain east-site { east }
      node A { set QUORUM_MODE = storage set WITNESS_MODE = storage }
      node B { set QUORUM_MODE = storage set WITNESS_MODE = storage set QUORUM_LOSS_ACTION = osu }
      path A <-> B { tcp a <-> b }
      storage east { holds A } storage west { holds B }
      resource app gen/app { servers A 1, B 2 }`,
    "a clients' network, a serial line and reserved disks": `
      quorum-package none network clients network lan
      node A { set SCSIERROR = halt } node B { set SCSIHALT = FALSE }
      path A <-> B { tcp a <-> b on lan tty /dev/ttyS0 <-> /dev/ttyS0 }
      resource app gen/app { servers A 1, B 2
        resource ip comm/ip 192.0.2.9 { on-network clients }
        resource fs gen/filesys /d { resource mirror scsi/netraid /dev/sdb }
        resource lun scsi/disk 1 { reserved } }`,
    "power control and confirmation": `
      quorum-package none
      node A { stonith } node B { confirm-failover set CONFIRMSOTO = 30 } node C {}
      path A <-> B { tcp a <-> b } path A <-> C { tcp a <-> c } path B <-> C { tcp b <-> c }
      resource app gen/app { servers A 1, B 2, C 3 }`,
    "fastboot and switchback": `
      node A { set QUORUM_LOSS_ACTION = fastboot } node B { set QUORUM_LOSS_ACTION = fastboot } node C { set QUORUM_LOSS_ACTION = osu }
      path A <-> B { tcp a <-> b } path A <-> C { tcp a <-> c } path B <-> C { tcp b <-> c }
      resource app gen/app { servers A 1, B 2, C 3 switchback automatic on A }`,
  };
  const allowed: Readonly<Record<string, readonly FaultKind[]>> = {
    "usual faults": usualFaultKinds,
    "stops and returns too": faultKinds.filter((kind) => kind !== "freeze"),
    "every fault": faultKinds,
  };
  for (const [name, body] of Object.entries(rich)) {
    for (const [what, some] of Object.entries(allowed)) {
      it(`on ${name}, with ${what}`, () => {
        const text = `cluster rich { lifekeeper 9.9.0 ${body} }`;
        const { cluster } = lowerCluster(parseCluster("rich.lk", text), filesOf({}));
        ok(cluster !== undefined);
        const choice = fc.nat(1_000).map(
          (number): Choose =>
            (model, state) => {
              const possible = enabledFaults(model, state, some);
              return possible[number % Math.max(1, possible.length)];
            },
        );
        holdAgainst(cluster, some, choice, 100);
      });
    }
  }
});
