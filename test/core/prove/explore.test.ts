// The search: exact counts, what is merged changes nothing, and every counterexample can be replayed.

import { deepEqual, equal, ok } from "node:assert/strict";
import { type FaultKind, faultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { boundOf, type ExploreOptions, explore, exploreNow, type Report } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { cell, hasBit } from "@lkcluster/core/simulate/layout.ts";
import { hasFailedOver, readState, splitTags } from "@lkcluster/core/simulate/read.ts";
import { defaultReadings } from "@lkcluster/core/simulate/readings.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import { stepAt } from "@lkcluster/core/simulate/step.ts";
import { clusterOf, clusterWith } from "../../support/lowered.ts";

const everything: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "never", what: "data-loss" },
  { kind: "never", what: "two-active", longerThanMs: 0 },
  { kind: "always-recovers", tag: "app" },
  { kind: "sometimes", what: "failover" },
  { kind: "sometimes", what: "quorum-loss" },
];

/** Named, so that a kind that is new changes no count. */
const plain: readonly FaultKind[] = ["crash", "cut", "network", "domain", "storage", "host", "resource"];

function prove(
  cluster: Cluster,
  faults: number,
  options: Partial<ExploreOptions> = {},
  kinds: readonly FaultKind[] = plain,
): Report {
  return exploreNow(cluster, { properties: everything, bounds: [boundOf(faults, kinds)], ...options });
}

const witnessed = clusterOf({ servers: 2, witnesses: 1 });
const tcpPair = clusterOf({
  servers: 2,
  linksPerPair: 2,
  settings: 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80,h3:80"',
});
const storagePair = clusterOf({
  servers: 2,
  settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
  more: "storage disk { reached-by A, B }",
});
const osu = clusterOf({ servers: 3, settings: "set QUORUM_LOSS_ACTION = osu" });
const mirrored = clusterOf({ servers: 2, witnesses: 1, resource: "resource mirror scsi/netraid /dev/sdb" });
const reserved = clusterOf({
  servers: 2,
  resource: "resource disk scsi/disk { reserved }",
  more: "quorum-package none",
});
const networks = clusterWith(`
  node A {} node B {} witness W {}
  network one network two
  domain site { B, two }
  path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 on one tcp 10.0.1.1 <-> 10.0.1.2 on two }
  path A <-> W { tcp 10.0.0.1 <-> 10.0.0.3 on one }
  path B <-> W { tcp 10.0.0.2 <-> 10.0.0.3 on two }
  resource app gen/app { servers A 1, B 2 switchback automatic on A }
`);
const idleNodes = clusterWith(`
  node A {} node B {} node C {} node D {} node E {}
  path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 1 <-> 3 } path A <-> D { tcp 1 <-> 4 } path A <-> E { tcp 1 <-> 5 }
  path B <-> C { tcp 2 <-> 3 } path B <-> D { tcp 2 <-> 4 } path B <-> E { tcp 2 <-> 5 }
  path C <-> D { tcp 3 <-> 4 } path C <-> E { tcp 3 <-> 5 } path D <-> E { tcp 4 <-> 5 }
  resource app gen/app { servers A 1, B 2 }
`);

const restarting = clusterOf({ servers: 2, witnesses: 1, settings: "set QUORUM_LOSS_ACTION = fastboot" });
const threeCopies = clusterOf({ servers: 3, resource: "resource mirror scsi/netraid /dev/sdb" });
const idleAsking = clusterWith(`
  ${["A", "B", "C", "D"].map((name) => `node ${name} { set QUORUM_MODE = tcp_remote set QUORUM_HOSTS = "h1:80,h2:80,h3:80" }`).join("\n")}
  path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 1 <-> 3 } path A <-> D { tcp 1 <-> 4 }
  path B <-> C { tcp 2 <-> 3 } path B <-> D { tcp 2 <-> 4 } path C <-> D { tcp 3 <-> 4 }
  resource app gen/app { servers A 1, B 2 }
`);

const busy = clusterWith(`
  node A { shutdown switchover } node B { confirm-failover set QUORUM_LOSS_ACTION = osu } node C { stonith } witness W {}
  path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 1 <-> 3 } path A <-> W { tcp 1 <-> 4 }
  path B <-> C { tcp 2 <-> 3 } path B <-> W { tcp 2 <-> 4 } path C <-> W { tcp 3 <-> 4 }
  resource app gen/app { servers A 1, B 2, C 3 switchback automatic on A resource disk scsi/netraid /dev/sdb }
  resource mail gen/app { servers C 1, A 2 failover off resource lun scsi/disk { reserved } }
`);

const all = {
  busy,
  restarting,
  threeCopies,
  idleAsking,
  witnessed,
  tcpPair,
  storagePair,
  osu,
  mirrored,
  reserved,
  networks,
  idleNodes,
};

const statuses = (report: Report): readonly string[] => report.results.map(({ status }) => status);

describe("an exploration", () => {
  // A state counts once for each zone of times in which it is reached and that lies within no other.
  it("counts the states of small clusters exactly", () => {
    deepEqual(
      Object.fromEntries(
        Object.entries(all).map(([name, cluster]) => [name, [1, 2].map((faults) => prove(cluster, faults).states)]),
      ),
      {
        witnessed: [14, 340],
        tcpPair: [11, 66],
        storagePair: [17, 146],
        osu: [14, 344],
        mirrored: [24, 513],
        reserved: [17, 149],
        networks: [16, 763],
        idleNodes: [17, 209],
        busy: [75, 4087],
        restarting: [14, 426],
        threeCopies: [50, 968],
        idleAsking: [25, 499],
      },
    );
  });

  it("finds majority with a witness safe from split brain under two faults", () => {
    const report = prove(witnessed, 2);
    equal(report.complete, true);
    equal(report.results[0]?.status, "holds");
    equal(report.results[5]?.status, "holds");
  });

  it("finds that tcp_remote without a witness splits when all paths are cut, and in no shorter way", () => {
    equal(prove(tcpPair, 1).results[0]?.status, "holds");
    const split = prove(tcpPair, 2).results[0];
    equal(split?.status, "violated");
    deepEqual(
      split?.trace?.faults.map(({ kind }) => kind),
      ["cut-link", "cut-link"],
    );
  });

  it("finds that one frozen node defeats quorum", () => {
    const split = prove(witnessed, 1, {}, ["freeze"]).results[0];
    equal(split?.status, "violated");
    deepEqual(split?.trace?.faults, [{ kind: "freeze", node: "A" }]);
  });

  it("finds that two-node majority stops on one crash", () => {
    const out = prove(clusterOf({ servers: 2 }), 1, {}, ["crash"]).results[1];
    equal(out?.status, "violated");
    deepEqual(out?.trace?.faults, [{ kind: "crash", node: "A" }]);
  });

  it("finds a failover that cannot happen", () => {
    const report = prove(clusterOf({ servers: 1, witnesses: 2 }), 2);
    equal(report.results[5]?.status, "violated");
  });

  it("says how long two nodes can be active at most, where it ends by itself", () => {
    const longest = (cluster: Cluster, faults: number, kinds?: readonly FaultKind[]): number | undefined =>
      prove(cluster, faults, {}, kinds).explorations[0]?.twoActiveMs;
    equal(longest(witnessed, 1), undefined);
    // A and B lose each other, the witness dies before B asks it: B takes over, and both lose quorum once they notice
    // that the witness is gone, at most 15 s after it died.
    equal(longest(witnessed, 2), 15_000);
    // A has lost two of three hosts, then both paths: B notices after 10 s, A after 15 s, and A waits 20 s for the hosts.
    equal(longest(tcpPair, 4, ["cut", "host"]), 25_000);
    // The holder looks at its reservation every FAILFASTTIMER, 5 s.
    equal(longest(reserved, 2), 5_000);
  });

  it("holds double activity against the time a proof allows", () => {
    const limit = (longerThanMs: number) =>
      prove(witnessed, 2, { properties: [{ kind: "never", what: "two-active", longerThanMs }] }).results[0];
    equal(limit(15_000)?.status, "holds");
    equal(limit(14_999)?.status, "violated");
    ok((limit(14_999)?.trace?.faults.length ?? 0) > 0);
  });

  it("claims nothing about double activity when it is stopped while it follows how long that lasts", () => {
    const all = prove(witnessed, 2);
    let isEnough = false;
    const search = explore(witnessed, {
      properties: [{ kind: "never", what: "two-active", longerThanMs: 1_000_000 }],
      bounds: [boundOf(2, plain)],
      transitionsPerSlice: 1,
      isEnough: () => isEnough,
    });
    let turn = search.next();
    for (; turn.done !== true; turn = search.next()) {
      // Everything is found; from here on only what was found is followed.
      isEnough = turn.value.states === all.states && turn.value.waiting === 0;
    }
    equal(turn.value.states, all.states);
    equal(turn.value.limit, "stopped");
    equal(turn.value.results[0]?.status, "unknown");
  });

  it("keeps to bounds for each group of kinds", () => {
    const bounded = (crashes: number, cuts: number) =>
      prove(tcpPair, 0, { bounds: [boundOf(crashes, ["crash"]), boundOf(cuts, ["cut"])] });
    equal(bounded(2, 1).results[0]?.status, "holds");
    equal(bounded(0, 2).results[0]?.status, "violated");
    for (const { trace } of bounded(1, 2).results) {
      ok((trace?.faults.filter(({ kind }) => kind === "crash").length ?? 0) <= 1);
      ok((trace?.faults.filter(({ kind }) => kind === "cut-link").length ?? 0) <= 2);
    }
  });

  it("judges a tag by the resource that stands for it", () => {
    const cluster = clusterOf({ servers: 2, resource: "resource data gen/filesys /data" });
    const recovers = prove(cluster, 1, { properties: [{ kind: "always-recovers", tag: "data" }] }, ["crash"])
      .results[0];
    equal(recovers?.status, "violated");
  });

  it("finds how a storage pair splits: the storage is lost after one side has looked and before the other has", () => {
    const split = prove(storagePair, 2).results[0];
    equal(split?.status, "violated");
    deepEqual(
      split?.trace?.faults.map(({ kind }) => kind),
      ["cut-link", "lose-storage"],
    );
  });

  it("finds no combination of readings under which a witness, or storage and two paths, let a pair split", () => {
    const twoPaths = clusterOf({
      servers: 2,
      linksPerPair: 2,
      settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
      more: "storage disk { reached-by A, B }",
    });
    for (const cluster of [witnessed, twoPaths]) {
      const report = prove(cluster, 2, { readings: "every" });
      equal(report.results[0]?.status, "holds");
      equal(report.results[0]?.change, undefined);
      equal(report.cover.covered, report.cover.combinations);
    }
  });

  it("finds no split brain where nodes stop, restart and return, with a witness and two paths", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 1, linksPerPair: 2 });
    const report = prove(cluster, 3, {}, ["crash", "cut", "stop", "reboot", "resource"]);
    equal(report.complete, true);
    equal(report.results[0]?.status, "holds");
  });

  it("keeps a resource that a property names, with its own policy", () => {
    const cluster = clusterOf({ servers: 2, resource: "resource ip comm/ip 10.0.0.9 { failover off }", witnesses: 1 });
    const [ip, app] = prove(cluster, 1, {
      properties: [
        { kind: "always-recovers", tag: "ip" },
        { kind: "always-recovers", tag: "app" },
      ],
    }).results;
    equal(app?.status, "holds");
    equal(ip?.status, "violated");
    deepEqual(ip?.trace?.faults, [{ kind: "fail", tag: "ip", node: "A", beyondLocalRecovery: true }]);
  });

  it("lets a restart end before its loss is noticed only where the heartbeats are slower", () => {
    const slow = clusterOf({ servers: 2, witnesses: 1, settings: "set LCMHBEATTIME = 60" });
    deepEqual(
      [witnessed, slow].map((cluster) => prove(cluster, 1, { reduction: "none" }, ["reboot"]).states),
      [61, 79],
    );
  });

  it("names the reading that a violation needs", () => {
    const result = prove(witnessed, 1, { readings: "every" }, ["crash"]).results[1];
    equal(result?.status, "violated");
    deepEqual(result?.readings, [{ id: "witness-late", answer: "still-alive" }]);
    equal(prove(witnessed, 1, {}, ["crash"]).results[1]?.status, "holds");
  });

  it("names the limit it hit, and then claims nothing", () => {
    const report = prove(witnessed, 4, { statesMax: 100 });
    equal(report.complete, false);
    equal(report.limit, "statesMax");
    equal(report.results[0]?.status, "unknown");
  });

  it("gives the same bytes every time", () => {
    for (const cluster of [tcpPair, networks, mirrored]) {
      equal(JSON.stringify(prove(cluster, 2)), JSON.stringify(prove(cluster, 2)));
    }
  });
});

describe("what an exploration leaves out", () => {
  for (const [name, cluster] of Object.entries(all)) {
    for (const kinds of [undefined, faultKinds]) {
      it(`changes no verdict: ${name}, ${kinds === undefined ? "usual faults" : "all kinds of faults"}`, () => {
        const isLarge = name === "busy" || name === "idleNodes" || name === "idleAsking";
        const faults = isLarge && kinds !== undefined ? 1 : 2;
        const merged = prove(cluster, faults, {}, kinds);
        for (const options of [
          { merging: "none" },
          { reduction: "none" },
          { merging: "none", reduction: "none" },
        ] as const) {
          const whole = prove(cluster, faults, options, kinds);
          deepEqual(statuses(whole), statuses(merged), JSON.stringify(options));
          equal(whole.explorations[0]?.twoActiveMs, merged.explorations[0]?.twoActiveMs, JSON.stringify(options));
          ok(whole.states >= merged.states);
        }
      });
    }
  }
});

describe("what an exploration leaves out under other readings", () => {
  for (const [name, cluster] of Object.entries(all)) {
    it(`changes no verdict: ${name}`, () => {
      const faults = name === "busy" || name === "idleAsking" ? 1 : 2;
      const merged = prove(cluster, faults, { readings: "every" });
      const whole = prove(cluster, faults, { readings: "every", merging: "none", reduction: "none" });
      const told = (report: Report): readonly unknown[] =>
        report.explorations.map(({ readings: differing, results, twoActiveMs }) => [
          differing,
          results.map(({ status }) => status),
          twoActiveMs,
        ]);
      deepEqual(told(whole), told(merged));
    });
  }
});

describe("a counterexample", () => {
  for (const [name, cluster] of Object.entries(all)) {
    for (const kinds of [undefined, faultKinds]) {
      it(`replays to what it claims: ${name}, ${kinds === undefined ? "usual faults" : "all kinds of faults"}`, () => {
        const report = prove(cluster, 2, {}, kinds);
        for (const { property, trace } of report.results) {
          if (trace === undefined) continue;
          const model = compile(cluster, { readings: defaultReadings });
          let state = initialState(model, trace.given);
          for (const [index, event] of trace.events.entries()) {
            const next = stepAt(model, state, event, trace.moments[index] ?? 0);
            ok(next !== state, `${JSON.stringify(event)} changes nothing`);
            state = next;
          }
          deepEqual(state, trace.end);
          check(property, model, state);
        }
      });
    }
  }
});

function check(property: Property, model: ReturnType<typeof compile>, state: ReturnType<typeof initialState>): void {
  const view = readState(model, state);
  switch (property.kind) {
    case "never":
      switch (property.what) {
        case "split-brain":
          equal(view.settled, true);
          ok(splitTags(model, state).length > 0);
          return;
        case "two-active":
          ok(splitTags(model, state).length > 0);
          return;
        case "outage":
          equal(settle(model, state).state, state);
          ok(servesNobody(model, state, "app") || servesNobody(model, state, "mail"));
          return;
        case "data-loss":
          ok(view.resources.some(({ mirror }) => mirror?.dataLost === true || (mirror?.corruptOn.length ?? 0) > 0));
          return;
      }
      break;
    case "always-recovers":
      ok(servesNobody(model, state, property.tag));
      return;
    case "sometimes":
      ok(property.what === "failover" ? hasFailedOver(model, state) : view.lostQuorum.length > 0);
  }
}

/** In service nowhere, or only on a node that is frozen or that clients do not reach. */
function servesNobody(model: ReturnType<typeof compile>, state: ReturnType<typeof initialState>, tag: string): boolean {
  const view = readState(model, state);
  const found = view.resources.find((resource) => resource.tag === tag);
  return (
    found?.activeOn.every(
      (name) =>
        view.nodes.some((node) => node.name === name && node.condition === "frozen") ||
        hasBit(state.cells, cell.isolated, model.indexOfNode.get(name) ?? 0),
    ) ?? false
  );
}
