// Single sentences of documents that no published row tells, each with its source.

import { deepEqual, equal, ok } from "node:assert/strict";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { clusterOf, clusterWith } from "../../support/lowered.ts";
import { activeOn, type Doing, nodeOf, type Outcome, run, secondOf } from "./running.ts";

const crash = (node: string) => ({ kind: "crash", node }) as const;

describe("policies [P144]", () => {
  const failing = { kind: "fail", tag: "app", node: "A", beyondLocalRecovery: false } as const;

  it("a temporal recovery policy is never acted on where failover is off", () => {
    const off = clusterOf({
      servers: 2,
      more: "quorum-package none",
      resource: "failover off temporal-recovery 2 in 1h",
    });
    const outcome = run(off, [failing, "settle", failing, "settle", failing]);
    deepEqual(activeOn(outcome, "app"), ["A"]);
    equal(secondOf(outcome, "A", "policy-no-failover"), undefined);
  });

  it("and moves the hierarchy where it is on", () => {
    const on = clusterOf({ servers: 2, more: "quorum-package none", resource: "temporal-recovery 2 in 1h" });
    deepEqual(activeOn(run(on, [failing, "settle", failing]), "app"), ["B"]);
  });
});

describe("a stop that does not set the flag against failover [P234]", () => {
  const stop = { kind: "stop", node: "A", keepingApplications: false, allowingFailover: true } as const;

  it("hands over only with the shutdown strategy Switch Over", () => {
    const stays = clusterOf({ servers: 2, more: "quorum-package none" });
    deepEqual(activeOn(run(stays, [stop]), "app"), []);
    const switches = clusterOf({ servers: 2, settings: "shutdown switchover", more: "quorum-package none" });
    deepEqual(activeOn(run(switches, [stop]), "app"), ["B"]);
  });

  it("without it behaves like a stop that inhibits failover", () => {
    const stays = clusterOf({ servers: 2, more: "quorum-package none" });
    const outcome = run(stays, [stop, { waitMs: 1 }]);
    ok(outcome.lines.includes("15s B no-failover-flag"), outcome.lines.join("\n"));
  });
});

describe("a stop during a stop before 9.6.1 [KB-MAJORDER]", () => {
  const of = (version: string, settings = "") =>
    clusterWith(`
      lifekeeper ${version}
      node A { ${settings} } node B { ${settings} } witness W { ${settings} }
      path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 1 <-> 3 } path B <-> W { tcp 2 <-> 3 }
      resource app gen/app { servers A 1, B 2 }
    `);
  const stop = (node: string) => ({ kind: "stop", node, keepingApplications: false, allowingFailover: false }) as const;

  it("lets the second node take its communication for lost and act on it", () => {
    const outcome = run(of("9.6.0"), [stop("B"), stop("A")]);
    deepEqual(
      outcome.lines.filter((line) => line.startsWith("0s A")),
      ["0s A false-loss", "0s A comm-down", "0s A comm-down", "0s A quorum-lost", "0s A loss-fastkill"],
    );
    equal(nodeOf(outcome, "A").condition, "halted");
  });

  it("goes on with the stop when the loss action leaves the node up", () => {
    const outcome = run(of("9.6.0", "set QUORUM_LOSS_ACTION = osu"), [stop("B"), stop("A")]);
    equal(nodeOf(outcome, "A").condition, "stopped");
  });

  it("was mended in 9.6.1, and concerns majority mode only", () => {
    equal(secondOf(run(of("9.6.1"), [stop("B"), stop("A")]), "A", "false-loss"), undefined);
    const hosts = "set QUORUM_MODE = tcp_remote set QUORUM_HOSTS = r:1,s:1,t:1";
    equal(secondOf(run(of("9.6.0", hosts), [stop("B"), stop("A")]), "A", "false-loss"), undefined);
  });
});

describe("the watch on a quorum object [QW9J STO981J]", () => {
  const storage = clusterOf({ servers: 2, settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage" });

  it("presupposes quorum at its end too: who lost the storage meanwhile takes nothing over", () => {
    const outcome = run(storage, [crash("A"), { waitMs: 16_000 }, { kind: "lose-storage", node: "B" }]);
    deepEqual(activeOn(outcome, "app"), []);
    equal(nodeOf(outcome, "B").condition, "halted");
  });

  it("ends in a failover while the storage stays", () => {
    deepEqual(activeOn(run(storage, [crash("A"), { waitMs: 16_000 }]), "app"), ["B"]);
  });
});

describe("a serial line tells only that the other is alive [CHC951]", () => {
  const mirrored = clusterWith(`
    quorum-package none
    network lan
    node A {} node B {}
    path A <-> B { tcp 1 <-> 2 on lan tty /dev/ttyS0 <-> /dev/ttyS0 }
    resource fs gen/filesys /d { servers A 1, B 2 resource mirror scsi/netraid /dev/sdb {} }
  `);
  const cut = { kind: "cut-network", network: "lan" } as const;

  it("so that a mirror falls behind although nobody counts as lost, and its copy takes nothing over", () => {
    const outcome = run(mirrored, [cut, "settle", crash("A")]);
    deepEqual(activeOn(outcome, "fs"), []);
    ok(outcome.lines.includes("0s A mirror-behind"), outcome.lines.join("\n"));
  });

  it("and fills up again when TCP is back", () => {
    const back = { kind: "heal-network", network: "lan" } as const;
    deepEqual(activeOn(run(mirrored, [cut, "settle", back, "settle", crash("A")]), "fs"), ["B"]);
  });

  it("while TCP works nothing of this happens", () => {
    const tty = { kind: "cut-link", between: ["A", "B"], index: 2 } as const;
    deepEqual(activeOn(run(mirrored, [tty, "settle", crash("A")]), "fs"), ["B"]);
  });
});

describe("a reservation that another node has taken [LKSCSID75]", () => {
  const disk = (settings = "") =>
    clusterWith(`
      quorum-package none
      node A { ${settings} } node B { ${settings} }
      path A <-> B { tcp 1 <-> 2 }
      resource fs gen/filesys /d { servers A 1, B 2 resource lun scsi/disk 1 { reserved } }
    `);
  const doings = [
    { kind: "take-reservation", tag: "lun", node: "B" },
    { kind: "cut-pair", between: ["A", "B"] },
  ] as const;

  it("is noticed in the next cycle of lkscsid, whatever the interval of the other checks", () => {
    equal(secondOf(run(disk("set LKCHECKINTERVAL = 0"), doings), "A", "reservation-taken"), 20);
    equal(secondOf(run(disk("set FAILFASTTIMER = 30"), doings), "A", "reservation-taken"), 45);
  });

  it("restarts the node, unless SCSIHALT says that it goes on", () => {
    const restarted = run(disk(), doings);
    deepEqual([activeOn(restarted, "fs"), nodeOf(restarted, "A").rebooted], [["B"], true]);
    const goesOn = run(disk("set SCSIHALT = FALSE"), doings);
    deepEqual([activeOn(goesOn, "fs"), nodeOf(goesOn, "A").rebooted], [["A", "B"], false]);
  });
});

describe("an error of a shared disk [LKSCSID75 P104]", () => {
  const disk = (settings: string, reserved = "{ reserved }") =>
    clusterWith(`
      quorum-package none
      node A { ${settings} } node B { ${settings} }
      path A <-> B { tcp 1 <-> 2 }
      resource fs gen/filesys /d { servers A 1, B 2 resource lun scsi/disk 1 ${reserved} }
    `);
  const broken = { kind: "fail", tag: "lun", node: "A", beyondLocalRecovery: true } as const;

  it("is found by lkscsid where LifeKeeper has reserved it, else by lkcheck", () => {
    equal(secondOf(run(disk(""), [broken]), "A", "resource-failover"), 5);
    equal(secondOf(run(disk("", ""), [broken]), "A", "resource-failover"), 120);
    equal(secondOf(run(disk("set LKCHECKINTERVAL = 0"), [broken]), "A", "resource-failover"), 5);
  });

  it("halts the node at once where SCSIERROR says so, and another one takes over", () => {
    const outcome = run(disk("set SCSIERROR = halt"), [broken]);
    deepEqual([nodeOf(outcome, "A").condition, activeOn(outcome, "fs")], ["halted", ["B"]]);
    equal(secondOf(outcome, "A", "resource-failover"), undefined);
  });

  it("is one of the faults of a proof, also below a file system", () => {
    const kinds = ["resource"] as const;
    const model = compile(disk("set SCSIERROR = halt"), { purpose: "explore" });
    const failing = enabledFaults(model, initialState(model), kinds).map((fault) => ("tag" in fault ? fault.tag : ""));
    deepEqual(failing, ["fs", "lun"]);
    const usual = compile(disk("", ""), { purpose: "explore" });
    deepEqual(
      enabledFaults(usual, initialState(usual), kinds).map((fault) => ("tag" in fault ? fault.tag : "")),
      ["fs", "lun"],
    );
  });

  it("of a virtual disk does so where VMDK_ERROR is written", () => {
    const virtual = (settings: string) =>
      clusterWith(`
        quorum-package none
        node A { ${settings} } node B { ${settings} }
        path A <-> B { tcp 1 <-> 2 }
        resource fs gen/filesys /d { servers A 1, B 2 resource lun scsi/vmdk 1 }
      `);
    equal(nodeOf(run(virtual("set VMDK_ERROR = halt"), [broken]), "A").condition, "halted");
    equal(nodeOf(run(virtual(""), [broken]), "A").condition, "up");
  });
});

describe("RESERVATIONS=none [DISR951 KB-ANY]", () => {
  it("switches the reservation of a disk off, so that nothing keeps two nodes from it", () => {
    const disk = (settings: string) =>
      clusterWith(`
        quorum-package none
        node A {} node B { ${settings} }
        path A <-> B { tcp 1 <-> 2 }
        resource lun scsi/disk 1 { servers A 1, B 2 reserved }
      `);
    const doings = [
      { kind: "hold-reservation", tag: "lun" },
      { kind: "cut-pair", between: ["A", "B"] },
    ] as const;
    deepEqual(activeOn(run(disk(""), doings), "lun"), ["A"]);
    deepEqual(activeOn(run(disk("set RESERVATIONS = none"), doings), "lun"), ["A", "B"]);
  });
});

describe("clearing up after a split of a mirror [BLOG2012]", () => {
  const cluster = clusterWith(`
    quorum-package none
    network clients network private
    node A {} node B {}
    path A <-> B { tcp 1 <-> 2 on private }
    resource app gen/app { servers A 1, B 2
      resource fs gen/filesys /d { resource mirror scsi/netraid /dev/sdb {} }
      resource ip comm/ip 192.0.2.9 { on-network clients }
    }
  `);
  const cut = { kind: "cut-network", network: "private" } as const;
  const heal = { kind: "heal-network", network: "private" } as const;
  const out = (tag: string) => ({ kind: "out-of-service", tag, node: "B" }) as const;
  const mirrorOf = ({ view }: Outcome) => view.resources.find(({ tag }) => tag === "mirror")?.mirror;

  it("fills the copy of the side that was taken out of service from the side that was kept", () => {
    const mended = run(cluster, [cut, "settle", out("mirror"), out("ip"), heal]);
    const mirror = mirrorOf(mended);
    deepEqual([mirror?.source, mirror?.inSync, mirror?.lastOwnerOn], ["A", ["A", "B"], ["A"]]);
    // The writes of the other side are gone.
    equal(mirror?.dataLost, true);
  });

  it("brings an address that could not start back to OSU", () => {
    const states = (doings: readonly Doing[]) =>
      run(cluster, doings)
        .view.resources.find(({ tag }) => tag === "ip")
        ?.states.map(({ state }) => state);
    deepEqual(states([cut]), ["ISP", "OSF"]);
    deepEqual(states([cut, "settle", out("ip")]), ["ISP", "OSU"]);
  });

  it("a copy whose side died is behind the side that went on, and takes nothing over until it is filled", () => {
    const back = [cut, "settle", crash("B"), heal, { kind: "boot", node: "B", withoutNetwork: false }] as const;
    const early = run(cluster, [...back, { waitMs: 60_000 }, crash("A")]);
    deepEqual(activeOn(early, "fs"), []);
    deepEqual(activeOn(run(cluster, [...back, "settle", crash("A")]), "fs"), ["B"]);
  });
});

describe("heartbeats over a serial line [HB970]", () => {
  it("come every two seconds at most, whatever LCMHBEATTIME says", () => {
    const cluster = (links: string) =>
      clusterWith(`
        quorum-package none
        node A { set LCMHBEATTIME = 1 } node B { set LCMHBEATTIME = 1 }
        path A <-> B { ${links} }
        resource app gen/app { servers A 1, B 2 }
      `);
    equal(secondOf(run(cluster("tcp 1 <-> 2"), [crash("A")]), "B", "comm-down"), 3);
    equal(secondOf(run(cluster("tcp 1 <-> 2 tty /dev/ttyS0 <-> /dev/ttyS0"), [crash("A")]), "B", "comm-down"), 6);
  });
});
