// When things happen: every time comes from the effective configuration of the node that waits.

import { deepEqual, equal } from "node:assert/strict";
import { delayOf } from "@lkcluster/core/simulate/agenda.ts";
import { codeOf, type Op, op } from "@lkcluster/core/simulate/code.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { clusterOf, clusterWith } from "../../support/lowered.ts";
import { activeOn, nodeOf, run, secondOf } from "./running.ts";

const crashA = [{ kind: "crash", node: "A" }] as const;

describe("time", () => {
  it("a crash is noticed after LCMHBEATTIME times LCMNUMHBEATS", () => {
    equal(secondOf(run(clusterOf({ servers: 2, witnesses: 1 }), crashA), "B", "comm-down"), 15);
    const slow = clusterOf({ servers: 2, witnesses: 1, settings: "set LCMHBEATTIME = 6 set LCMNUMHBEATS = 5" });
    equal(secondOf(run(slow, crashA), "B", "comm-down"), 30);
  });

  it("each node counts by its own configuration", () => {
    const cluster = clusterWith(`
      node A {} node B { set LCMNUMHBEATS = 4 } witness W { set LCMNUMHBEATS = 6 }
      path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 1 <-> 3 } path B <-> W { tcp 2 <-> 3 }
      resource app gen/app { servers A 1, B 2 }
    `);
    const outcome = run(cluster, crashA);
    equal(secondOf(outcome, "B", "comm-down"), 20);
    equal(secondOf(outcome, "W", "comm-down"), 30);
    // The witness is asked before it has noticed by its own count, and by the default reading again until it has.
    equal(secondOf(outcome, "B", "take-over"), 30);
    const late = run(cluster, crashA, { readings: { "witness-late": "still-alive" } });
    deepEqual(activeOn(late, "app"), []);
  });

  it("the count begins when the last path dies", () => {
    const outcome = run(clusterOf({ servers: 2, witnesses: 1, linksPerPair: 2 }), [
      { kind: "cut-link", between: ["A", "B"], index: 1 },
      { waitMs: 40_000 },
      { kind: "cut-link", between: ["A", "B"], index: 2 },
    ]);
    equal(secondOf(outcome, "A", "path-dead"), 15);
    equal(secondOf(outcome, "A", "comm-down"), 55);
  });

  it("a gap shorter than the count raises nothing", () => {
    const outcome = run(clusterOf({ servers: 2, witnesses: 1 }), [
      { kind: "cut-pair", between: ["A", "B"] },
      { waitMs: 14_000 },
      { kind: "heal-pair", between: ["A", "B"] },
    ]);
    deepEqual(outcome.lines, []);
  });

  const storage = (more = ""): ReturnType<typeof clusterOf> =>
    clusterOf({
      servers: 2,
      settings: `set QUORUM_MODE = storage set WITNESS_MODE = storage ${more}`,
      more: "storage disk { reached-by A, B }",
    });

  it("storage: a watch that always runs ends 24 s after the death, one that begins at COMM_DOWN after 39 s", () => {
    equal(secondOf(run(storage(), crashA), "B", "take-over"), 24);
    const later = run(storage(), crashA, { readings: { "storage-watch": "from-comm-down" } });
    equal(secondOf(later, "B", "take-over"), 39);
    equal(secondOf(run(storage("set QWK_STORAGE_NUMHBEATS = 2"), crashA), "B", "take-over"), 15);
  });

  const tcp = clusterOf({
    servers: 2,
    settings: 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80,h3:80"',
  });

  it("tcp_remote: a failing check waits for QUORUM_TIMEOUT_SECS, one by one for each host", () => {
    const lost = [
      { kind: "lose-host", host: "h1:80", node: "A" },
      { kind: "lose-host", host: "h2:80", node: "A" },
      { kind: "isolate", node: "A" },
    ] as const;
    equal(secondOf(run(tcp, lost), "A", "loss-fastkill"), 35);
    equal(secondOf(run(tcp, lost), "B", "take-over"), 15);
    equal(secondOf(run(tcp, lost, { readings: { "host-order": "one-by-one" } }), "A", "loss-fastkill"), 55);
  });

  it("confirm failover waits for CONFIRMSOTO", () => {
    const cluster = clusterWith(`
      quorum-package none
      node A {} node B { confirm-failover set CONFIRMSOTO = 90 }
      path A <-> B { tcp 1 <-> 2 }
      resource app gen/app { servers A 1, B 2 }
    `);
    equal(secondOf(run(cluster, crashA), "B", "take-over"), 105);
    const answered = run(cluster, [...crashA, { waitMs: 30_000 }, { kind: "confirm", node: "A", answer: "no" }]);
    deepEqual(activeOn(answered, "app"), []);
    equal(secondOf(answered, "B", "confirm-block"), 30);
  });

  it("a failed resource is found at the next check, and never when checks are off", () => {
    const fail = [{ kind: "fail", tag: "app", node: undefined, beyondLocalRecovery: true }] as const;
    const soon = clusterOf({ servers: 2, witnesses: 1, settings: "set LKCHECKINTERVAL = 30" });
    equal(secondOf(run(soon, fail), "A", "resource-failed"), 30);
    const never = run(clusterOf({ servers: 2, witnesses: 1, settings: "set LKCHECKINTERVAL = 0" }), fail);
    deepEqual(activeOn(never, "app"), ["A"]);
  });

  it("every wait has a shortest and a longest time", () => {
    const cluster = clusterOf({
      servers: 2,
      settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
      more: "storage disk { reached-by A, B }",
    });
    const model = compile(cluster, { purpose: "explore" });
    const state = initialState(compile(cluster), [{ kind: "down", node: "A" }]);
    const delay = (operation: Op) => delayOf({ model, cells: state.cells }, codeOf(operation, 1, 0));
    deepEqual(delay(op.commDown), { min: 10_000, max: 15_000, usual: 15_000 });
    // 18 to 24 s after the last update of the object, which is 10 to 15 s before COMM_DOWN.
    deepEqual(delay(op.witnessCheck), { min: 3000, max: 14_000, usual: 9000 });
    deepEqual(delay(op.handleCommDown), { min: 0, max: 0, usual: 0 });
  });

  it("a node that restarts is back after its loss was noticed", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 1, settings: "set QUORUM_LOSS_ACTION = fastboot" });
    const outcome = run(cluster, [{ kind: "isolate", node: "A" }]);
    equal(secondOf(outcome, "A", "loss-fastboot"), 15);
    equal(secondOf(outcome, "A", "booted"), 135);
    equal(nodeOf(outcome, "A").condition, "up");
    deepEqual(activeOn(outcome, "app"), ["B"]);
  });
});
