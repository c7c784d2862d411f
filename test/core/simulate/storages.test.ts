// Quorum objects on several storages, and addresses on a clients' network.

import { deepEqual, equal } from "node:assert/strict";
import { clusterOf, clusterWith } from "../../support/lowered.ts";
import { activeOn, nodeOf, run } from "./running.ts";

const crash = (node: string) => ({ kind: "crash", node }) as const;
const cutPair = { kind: "cut-pair", between: ["A", "B"] } as const;
const lose = (node: string, storage: string) => ({ kind: "lose-storage", node, storage }) as const;

const settings = "set QUORUM_MODE = storage set WITNESS_MODE = storage set QUORUM_LOSS_ACTION = osu";
const split = (more = "storage east { holds A } storage west { holds B }") => clusterOf({ servers: 2, settings, more });

describe("quorum objects on several storages", () => {
  it("a node has quorum while it reaches the storage of its own object", () => {
    const own = run(split(), [lose("A", "east"), cutPair]);
    equal(nodeOf(own, "A").quorum, "lost");
    const other = run(split(), [lose("A", "west"), cutPair]);
    equal(nodeOf(other, "A").quorum, "held");
  });

  it("under a reading it needs all of them", () => {
    const outcome = run(split(), [lose("A", "west"), cutPair], { readings: { "split-objects": "every" } });
    equal(nodeOf(outcome, "A").quorum, "lost");
  });

  it("who cannot read the object of a running node takes it for dead, or under a reading for alive", () => {
    const apart = [lose("B", "east"), cutPair] as const;
    deepEqual(activeOn(run(split(), apart), "app"), ["A", "B"]);
    deepEqual(activeOn(run(split(), apart, { readings: { "object-unreadable": "alive" } }), "app"), ["A"]);
  });

  it("a node whose own storage is lost is dead to the others under every reading: its object is read, and stands still", () => {
    for (const answer of ["dead", "alive"] as const) {
      const outcome = run(split(), [lose("A", "east"), cutPair], { readings: { "object-unreadable": answer } });
      deepEqual(activeOn(outcome, "app"), ["B"], answer);
    }
  });

  it("the loss of all of them, and their return one by one, are told apart", () => {
    const all = run(split(), [{ kind: "lose-storage", node: "A" }]);
    deepEqual(
      all.view.storages.map(({ reachedBy }) => reachedBy),
      [["B"], ["B"]],
    );
    const one = run(split(), [
      lose("A", "east"),
      lose("A", "west"),
      { kind: "regain-storage", node: "A", storage: "west" },
    ]);
    deepEqual(
      one.view.storages.map(({ reachedBy }) => reachedBy),
      [["B"], ["A", "B"]],
    );
    const healed = run(split(), [lose("A", "east"), { kind: "heal-node", node: "A" }]);
    equal(nodeOf(healed, "A").reachesStorage, true);
  });

  it("a failure domain takes the storages in it and no other", () => {
    const cluster = split("storage east { holds A } storage west { holds B } domain site { east }");
    const outcome = run(cluster, [{ kind: "fail-domain", domain: "site" }]);
    deepEqual(
      outcome.view.storages.map(({ name, reachedBy }) => [name, reachedBy]),
      [
        ["east", []],
        ["west", ["A", "B"]],
      ],
    );
  });

  it("nobody says where the objects lie: any storage that is reached is enough", () => {
    const outcome = run(split("storage east {} storage west {}"), [lose("A", "east"), cutPair]);
    equal(nodeOf(outcome, "A").quorum, "held");
  });
});

describe("the duplicate check of an address [DKIO941J BLOG2012]", () => {
  const cluster = (node = "") =>
    clusterWith(`
      quorum-package none
      network clients
      network private
      node A { ${node} } node B { ${node} }
      path A <-> B { tcp 1 <-> 2 on private }
      resource app gen/app { servers A 1, B 2
        resource fs gen/filesys /d
        resource ip comm/ip 192.0.2.9 { on-network clients }
      }
    `);
  const cut = { kind: "cut-network", network: "private" } as const;

  it("finds the address on the other node over the clients' network, whatever the reading", () => {
    for (const answer of ["seen", "not-seen"] as const) {
      const outcome = run(cluster(), [cut], { readings: { "address-check": answer } });
      deepEqual(
        [activeOn(outcome, "fs"), activeOn(outcome, "ip"), activeOn(outcome, "app")],
        [["A", "B"], ["A"], ["A"]],
      );
    }
  });

  it("finds nothing when that network is down, when the check is off, and when the other is dead", () => {
    deepEqual(activeOn(run(cluster(), [{ kind: "cut-network", network: "clients" }, cut]), "ip"), ["A", "B"]);
    deepEqual(activeOn(run(cluster("set NOIPUNIQUE = 1"), [cut]), "ip"), ["A", "B"]);
    deepEqual(activeOn(run(cluster(), [crash("A")]), "ip"), ["B"]);
  });

  it("finds nothing beyond a dead interface", () => {
    deepEqual(activeOn(run(cluster(), [{ kind: "isolate", node: "A" }]), "ip"), ["A", "B"]);
  });
});
