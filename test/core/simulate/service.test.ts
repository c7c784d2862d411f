// Resources: orders, priorities, returns, stops, mirrors, reservations. What published rows show is not repeated here.

import { deepEqual, equal, ok } from "node:assert/strict";
import { clusterOf, clusterWith } from "../../support/lowered.ts";
import { activeOn, type Doing, nodeOf, run, secondOf } from "./running.ts";

const crash = (node: string) => ({ kind: "crash", node }) as const;
const boot = (node: string) => ({ kind: "boot", node, withoutNetwork: false }) as const;

const family = clusterWith(`
  quorum-package none
  node A {} node B {}
  path A <-> B { tcp 1 <-> 2 }
  resource web gen/app { servers A 1, B 2
    resource page gen/app { resource disk gen/filesys /d }
    resource address comm/ip 10.0.0.9
  }
  resource mail gen/app { servers A 1, B 2 uses disk }
`);

describe("hierarchies", () => {
  it("come in service children first and go out parents first", () => {
    const outcome = run(family, [{ kind: "in-service", tag: "web", node: "B" }]);
    const tagsOf = (rule: string): readonly unknown[] =>
      outcome.entries.filter(({ why }) => why.rule === rule).map(({ why }) => why.facts["tag"]);
    const out = tagsOf("remove");
    const back = tagsOf("restore");
    ok(out.indexOf("web") < out.indexOf("page") && out.indexOf("page") < out.indexOf("disk"));
    ok(back.indexOf("disk") < back.indexOf("page") && back.indexOf("page") < back.indexOf("web"));
  });

  it("that share a child cannot stay behind when it goes", () => {
    const outcome = run(family, [{ kind: "in-service", tag: "web", node: "B" }]);
    deepEqual(activeOn(outcome, "web"), ["B"]);
    deepEqual(activeOn(outcome, "mail"), []);
  });

  it("go over together when their node dies", () => {
    const outcome = run(family, [crash("A")]);
    for (const tag of ["web", "page", "disk", "address", "mail"]) deepEqual(activeOn(outcome, tag), ["B"], tag);
  });

  it("leave behind only what the new node is no server of", () => {
    const cluster = clusterWith(`
      quorum-package none
      node A {} node B {} node C {}
      path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 1 <-> 3 } path B <-> C { tcp 2 <-> 3 }
      resource local gen/app { servers A 1, C 2 resource shared gen/app { servers A 1, B 2, C 3 } }
      resource app gen/app { servers A 1, B 2 uses shared }
    `);
    const outcome = run(cluster, [{ kind: "in-service", tag: "app", node: "B" }]);
    deepEqual([activeOn(outcome, "app"), activeOn(outcome, "shared"), activeOn(outcome, "local")], [["B"], ["B"], []]);
  });

  it("a restore that fails in the middle leaves what is below it in service and starts nothing above", () => {
    const outcome = run(family, [{ kind: "refuse", operation: "restore", tag: "page", node: "B" }, crash("A")]);
    deepEqual(activeOn(outcome, "disk"), ["B"]);
    deepEqual(activeOn(outcome, "page"), []);
    deepEqual(activeOn(outcome, "web"), []);
  });

  it("out of service takes what stands above with it, and nothing below", () => {
    const outcome = run(family, [{ kind: "out-of-service", tag: "page", node: "A" }]);
    deepEqual(activeOn(outcome, "web"), []);
    deepEqual(activeOn(outcome, "disk"), ["A"]);
  });

  it("each goes to its own best living server", () => {
    const cluster = clusterWith(`
      quorum-package none
      node A {} node B {} node C {}
      path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 1 <-> 3 } path B <-> C { tcp 2 <-> 3 }
      resource one gen/app { servers A 1, B 2, C 3 }
      resource two gen/app { servers A 1, C 2, B 3 }
    `);
    const outcome = run(cluster, [crash("A")]);
    deepEqual(activeOn(outcome, "one"), ["B"]);
    deepEqual(activeOn(outcome, "two"), ["C"]);
  });
});

describe("stopping and returning", () => {
  const three = clusterWith(`
    node A { shutdown switchover } node B {} witness W {}
    path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 1 <-> 3 } path B <-> W { tcp 2 <-> 3 }
    resource app gen/app { servers A 1, B 2 switchback automatic on A }
  `);

  it("a switchover at shutdown needs quorum on the target", () => {
    const shutdown = { kind: "shutdown", node: "A" } as const;
    deepEqual(activeOn(run(three, [shutdown]), "app"), ["B"]);
    const alone = run(three, [
      { kind: "cut-pair", between: ["B", "W"] },
      "settle",
      { kind: "cut-pair", between: ["A", "B"] },
      shutdown,
    ]);
    deepEqual(activeOn(alone, "app"), []);
  });

  it("goes back by itself only to the better server that had it when it left", () => {
    deepEqual(activeOn(run(three, [crash("A"), "settle", boot("A")]), "app"), ["A"]);
    // It had been taken to B by hand before A left.
    const moved = run(three, [
      { kind: "in-service", tag: "app", node: "B" },
      "settle",
      crash("A"),
      "settle",
      boot("A"),
    ]);
    deepEqual(activeOn(moved, "app"), ["B"]);
  });

  it("never goes back to a worse server", () => {
    const cluster = clusterWith(`
      node A {} node B {} witness W {}
      path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 1 <-> 3 } path B <-> W { tcp 2 <-> 3 }
      resource app gen/app { servers A 1, B 2 switchback automatic on B }
    `);
    const outcome = run(cluster, [crash("B"), "settle", boot("B")], {
      given: [{ kind: "active", tag: "app", nodes: ["B"] }],
    });
    deepEqual(activeOn(outcome, "app"), ["A"]);
  });

  it("a path that comes back ends the handling of its loss", () => {
    const cluster = clusterWith(`
      quorum-package none
      node A {} node B { confirm-failover }
      path A <-> B { tcp 1 <-> 2 }
      resource app gen/app { servers A 1, B 2 }
    `);
    const outcome = run(cluster, [
      { kind: "cut-pair", between: ["A", "B"] },
      { waitMs: 100_000 },
      { kind: "heal-pair", between: ["A", "B"] },
    ]);
    equal(secondOf(outcome, "B", "confirm-wait"), 15);
    equal(secondOf(outcome, "B", "confirm-go-on"), undefined);
    deepEqual(activeOn(outcome, "app"), ["A"]);
  });

  it("a resource can only fail where it is in service", () => {
    const outcome = run(three, [{ kind: "fail", tag: "app", node: "B", beyondLocalRecovery: true }]);
    deepEqual(outcome.lines, []);
  });

  it("the flag that inhibits failover goes when the node is back, however soon", () => {
    const outcome = run(three, [
      { kind: "stop", node: "A", keepingApplications: false, allowingFailover: false },
      { waitMs: 1000 },
      { kind: "start", node: "A" },
      "settle",
      crash("A"),
    ]);
    deepEqual(activeOn(outcome, "app"), ["B"]);
  });

  it("applications that were kept run on, also past the loss of LifeKeeper", () => {
    const outcome = run(three, [{ kind: "stop", node: "A", keepingApplications: true, allowingFailover: false }]);
    deepEqual(activeOn(outcome, "app"), ["A"]);
    equal(nodeOf(outcome, "A").condition, "stopped-keeping-applications");
    deepEqual(
      activeOn(
        run(three, [
          { kind: "stop", node: "A", keepingApplications: true, allowingFailover: false },
          "settle",
          { kind: "start", node: "A" },
        ]),
        "app",
      ),
      ["A"],
    );
  });

  it("a node that is stopping takes nothing over any more", () => {
    const outcome = run(three, [
      crash("A"),
      { waitMs: 14_999 },
      { kind: "freeze", node: "B" },
      { kind: "thaw", node: "B" },
      { kind: "stop", node: "B", keepingApplications: false, allowingFailover: false },
    ]);
    deepEqual(activeOn(outcome, "app"), []);
    equal(nodeOf(outcome, "B").condition, "stopped");
  });

  it("a node that has said that it stops is passed over before its silence is noticed", () => {
    const stop = { kind: "stop", node: "B", keepingApplications: false, allowingFailover: false } as const;
    const cluster = clusterOf({ servers: 3, more: "quorum-package none" });
    deepEqual(
      activeOn(
        run(cluster, [stop, { waitMs: 5000 }, { kind: "fail", tag: "app", node: "A", beyondLocalRecovery: true }]),
        "app",
      ),
      ["C"],
    );
    deepEqual(activeOn(run(cluster, [crash("A"), { waitMs: 5000 }, stop]), "app"), ["C"]);
  });

  it("a node that is stopping is no target", () => {
    const outcome = run(three, [
      { kind: "stop", node: "B", keepingApplications: false, allowingFailover: false },
      { kind: "in-service", tag: "app", node: "B" },
    ]);
    deepEqual(activeOn(outcome, "app"), ["A"]);
  });

  it("a node that would keep a VMDK resource halts instead", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 1, resource: "resource lun scsi/vmdk" });
    const outcome = run(cluster, [{ kind: "stop", node: "A", keepingApplications: true, allowingFailover: false }]);
    equal(nodeOf(outcome, "A").condition, "halted");
    deepEqual(activeOn(outcome, "app"), ["B"]);
  });

  it("what was in service at the last stop starts again, whatever happens to the machine meanwhile", () => {
    const pair = clusterOf({ servers: 2, more: "quorum-package none" });
    const stop = { kind: "stop", node: "A", keepingApplications: false, allowingFailover: false } as const;
    const sequences: readonly (readonly Doing[])[] = [
      [stop, "settle", crash("A"), "settle", boot("A")],
      // The stop is still under way; the machine goes down again before LifeKeeper has started.
      [stop, { kind: "reboot", node: "A" }],
      [stop, "settle", { kind: "shutdown", node: "A" }, boot("A"), crash("A"), boot("A")],
    ];
    for (const doings of sequences) deepEqual(activeOn(run(pair, doings), "app"), ["A"], JSON.stringify(doings));
  });

  it("a crash and a quick return keep the hierarchy where it was", () => {
    const outcome = run(three, [crash("A"), { waitMs: 3000 }, boot("A")]);
    deepEqual(activeOn(outcome, "app"), ["A"]);
    equal(outcome.view.failover, false);
  });
});

describe("mirrors", () => {
  const mirrored = clusterOf({ servers: 2, witnesses: 1, resource: "resource mirror scsi/netraid /dev/sdb" });
  const mirrorOf = (outcome: ReturnType<typeof run>) =>
    outcome.view.resources.find(({ tag }) => tag === "mirror")?.mirror;

  it("move with the failover and are filled again when the other returns", () => {
    const alone = run(mirrored, [crash("A")]);
    deepEqual([mirrorOf(alone)?.source, mirrorOf(alone)?.inSync], ["B", ["B"]]);
    const back = run(mirrored, [crash("A"), "settle", boot("A")]);
    deepEqual(mirrorOf(back)?.inSync, ["A", "B"]);
    deepEqual(mirrorOf(back)?.lastOwnerOn, ["B"]);
    deepEqual(activeOn(back, "app"), ["B"]);
  });

  it("a copy that missed writes does not take over", () => {
    const outcome = run(mirrored, [crash("B"), "settle", boot("B"), { waitMs: 60_000 }, crash("A")]);
    deepEqual(activeOn(outcome, "app"), []);
    ok(outcome.lines.some((line) => line.endsWith("B mirror-not-in-sync")));
  });

  it("a copy that was cut off and stayed a standby does not take over later", () => {
    const outcome = run(mirrored, [{ kind: "cut-pair", between: ["A", "B"] }, "settle", crash("A"), "settle"]);
    deepEqual(activeOn(outcome, "app"), []);
  });

  it("the former source that starts alone refuses, until it is forced", () => {
    const both = [crash("A"), crash("B"), crash("W1"), "settle", boot("W1"), "settle", boot("A"), "settle"] as const;
    const refused = run(mirrored, both);
    deepEqual(mirrorOf(refused)?.corruptOn, ["A"]);
    deepEqual(activeOn(refused, "app"), []);
    const forced = run(mirrored, [...both, { kind: "force-mirror", tag: "mirror", node: "A" }]);
    deepEqual(activeOn(forced, "app"), ["A"]);
    equal(mirrorOf(forced)?.dataLost, false);
  });

  it("copied anew, have no copy that may take over until that is done [MIRROR]", () => {
    const anew = { kind: "fullresync", tag: "mirror" } as const;
    deepEqual(activeOn(run(mirrored, [anew, crash("A")]), "app"), []);
    deepEqual(activeOn(run(mirrored, [anew, "settle", crash("A")]), "app"), ["B"]);
  });

  it("are copied anew by their source only, and no copy that it does not reach", () => {
    const anew = { kind: "fullresync", tag: "mirror" } as const;
    deepEqual(activeOn(run(mirrored, [{ kind: "freeze", node: "A" }, anew, "settle"]), "app"), ["A", "B"]);
    deepEqual(activeOn(run(mirrored, [{ kind: "cut-pair", between: ["A", "B"] }, anew, crash("A")]), "app"), ["B"]);
  });

  it("written on both sides, one side is lost when they meet again", () => {
    const pair = clusterOf({
      servers: 2,
      more: "quorum-package none",
      resource: "resource mirror scsi/netraid /dev/sdb",
    });
    const cut = { kind: "cut-pair", between: ["A", "B"] } as const;
    const split = run(pair, [cut]);
    deepEqual(split.view.split, ["app", "mirror"]);
    equal(mirrorOf(split)?.dataLost, false);
    equal(mirrorOf(run(pair, [cut, "settle", { kind: "heal-pair", between: ["A", "B"] }]))?.dataLost, true);
  });
});

describe("reservations", () => {
  const disk = clusterOf({ servers: 2, more: "quorum-package none", resource: "resource disk scsi/disk { reserved }" });
  const cut = { kind: "cut-pair", between: ["A", "B"] } as const;

  it("held, the standby fails to start", () => {
    const outcome = run(disk, [{ kind: "hold-reservation", tag: "disk" }, cut]);
    deepEqual(activeOn(outcome, "app"), ["A"]);
    equal(outcome.view.resources.find(({ tag }) => tag === "disk")?.reservation, "A");
  });

  it("taken, the former holder is restarted at its next disk check and leaves the disk alone", () => {
    const outcome = run(disk, [{ kind: "take-reservation", tag: "disk", node: "B" }, cut]);
    deepEqual(activeOn(outcome, "app"), ["B"]);
    equal(secondOf(outcome, "A", "reservation-taken"), 20);
    equal(nodeOf(outcome, "A").rebooted, true);
  });

  it("of a dead holder is taken without a contest", () => {
    deepEqual(activeOn(run(disk, [crash("A")]), "app"), ["B"]);
  });
});
