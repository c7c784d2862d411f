// Who has quorum, who is asked, and what a node does that lost it: the combinations no published row shows.

import { deepEqual, equal } from "node:assert/strict";
import { clusterOf, clusterWith } from "../../support/lowered.ts";
import { activeOn, nodeOf, run, secondOf } from "./running.ts";

describe("quorum", () => {
  it("exactly half of the nodes is not enough", () => {
    const outcome = run(clusterOf({ servers: 4 }), [{ kind: "partition", left: ["A", "B"], right: ["C", "D"] }]);
    deepEqual(
      outcome.view.nodes.map(({ condition }) => condition),
      ["halted", "halted", "halted", "halted"],
    );
  });

  it("exactly half of the hosts is not enough", () => {
    const cluster = clusterOf({
      servers: 2,
      settings: 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80"',
    });
    const outcome = run(cluster, [
      { kind: "lose-host", host: "h1:80", node: undefined },
      { kind: "cut-pair", between: ["A", "B"] },
    ]);
    deepEqual(outcome.view.lostQuorum, ["A", "B"]);
  });

  it("a wrong stop order makes the active node lose quorum", () => {
    const outcome = run(clusterOf({ servers: 2, witnesses: 1 }), [
      { kind: "stop", node: "W1", keepingApplications: false, allowingFailover: false },
      "settle",
      { kind: "stop", node: "B", keepingApplications: false, allowingFailover: false },
    ]);
    equal(nodeOf(outcome, "A").condition, "halted");
    const spared = run(
      clusterOf({ servers: 2, witnesses: 1 }),
      [
        { kind: "stop", node: "W1", keepingApplications: false, allowingFailover: false },
        "settle",
        { kind: "stop", node: "B", keepingApplications: false, allowingFailover: false },
      ],
      { readings: { "graceful-stop-check": "no-node" } },
    );
    deepEqual(activeOn(spared, "app"), ["A"]);
  });

  it("a standby takes the loss action too, unless a reading spares it", () => {
    const isolate = [{ kind: "isolate", node: "B" }] as const;
    equal(nodeOf(run(clusterOf({ servers: 2, witnesses: 1 }), isolate), "B").condition, "halted");
    const spared = run(clusterOf({ servers: 2, witnesses: 1 }), isolate, {
      readings: { "standby-loss-action": "only-with-resources" },
    });
    equal(nodeOf(spared, "B").condition, "up");
  });

  it("osu keeps the node up, and what it had stays out until somebody acts", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 1, settings: "set QUORUM_LOSS_ACTION = osu" });
    const outcome = run(cluster, [{ kind: "isolate", node: "A" }, "settle", { kind: "heal-node", node: "A" }]);
    equal(nodeOf(outcome, "A").condition, "up");
    deepEqual(activeOn(outcome, "app"), ["B"]);
  });

  it("each node acts by its own configuration", () => {
    const cluster = clusterWith(`
      node A { set QUORUM_LOSS_ACTION = osu } node B { set QUORUM_LOSS_ACTION = fastboot } witness W {}
      path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 1 <-> 3 } path B <-> W { tcp 2 <-> 3 }
      resource app gen/app { servers A 1, B 2 }
    `);
    const outcome = run(cluster, [
      { kind: "partition", left: ["A"], right: ["B"] },
      { kind: "crash", node: "W" },
    ]);
    equal(nodeOf(outcome, "A").condition, "up");
    equal(nodeOf(outcome, "B").rebooted, true);
    deepEqual(activeOn(outcome, "app"), []);
  });

  it("a node starts nothing without quorum, and an operator may not either", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 1 });
    const outcome = run(cluster, [
      { kind: "crash", node: "A" },
      { kind: "crash", node: "B" },
      { kind: "crash", node: "W1" },
      "settle",
      { kind: "boot", node: "A", withoutNetwork: false },
      "settle",
      { kind: "in-service", tag: "app", node: "A" },
    ]);
    equal(secondOf(outcome, "A", "start-without-quorum"), 0);
    equal(secondOf(outcome, "A", "restore-refused"), 0);
    deepEqual(activeOn(outcome, "app"), []);
  });

  it("all nodes crash: the former active one starts its resources whenever it comes, the standby does not", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 1 });
    const all = ["A", "B", "W1"].map((node) => ({ kind: "crash", node }) as const);
    const boot = (node: string) => ({ kind: "boot", node, withoutNetwork: false }) as const;
    deepEqual(activeOn(run(cluster, [...all, "settle", boot("W1"), "settle", boot("B")]), "app"), []);
    deepEqual(activeOn(run(cluster, [...all, "settle", boot("W1"), "settle", boot("B"), "settle", boot("A")]), "app"), [
      "A",
    ]);
  });

  it("COMM_UP with quorum is documented; that nothing starts at one without is only inferred", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 3, settings: "set QUORUM_LOSS_ACTION = osu" });
    const pairs = ["B", "W1", "W2", "W3"].map((name) => ["A", name] as const);
    const events = [
      ...pairs.map((between) => ({ kind: "cut-pair", between }) as const),
      "settle",
      { kind: "heal-pair", between: ["A", "B"] },
    ] as const;
    const outcome = run(cluster, events);
    const told = (node: string) =>
      outcome.entries
        .filter((entry) => entry.node === node && entry.why.rule.startsWith("keep"))
        .map(({ why }) => [why.rule, why.evidence]);
    deepEqual(told("A"), [["keep-without-quorum", "inferred"]]);
    deepEqual(told("B"), [["keep", "documented"]]);
  });

  it("a node that starts leaves alone what a server may have that only a witness sees", () => {
    const cut = { kind: "cut-pair", between: ["A", "B"] } as const;
    const events = [
      cut,
      { kind: "crash", node: "A" },
      "settle",
      { kind: "boot", node: "A", withoutNetwork: false },
    ] as const;
    const asked = run(clusterOf({ servers: 2, witnesses: 1 }), events);
    deepEqual(activeOn(asked, "app"), ["B"]);
    equal(asked.lines.filter((line) => line.endsWith("A start-witnessed")).length, 1);
    const off = clusterOf({ servers: 2, witnesses: 1, settings: "set WITNESS_MODE = none" });
    deepEqual(activeOn(run(off, events), "app"), ["A", "B"]);
    const storage = clusterOf({
      servers: 2,
      settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
      more: "storage disk { reached-by A, B }",
    });
    deepEqual(activeOn(run(storage, events), "app"), ["B"]);
  });

  it("remote_verify with nobody left to ask follows its reading", () => {
    const cluster = clusterOf({ servers: 2, settings: "set QUORUM_MODE = none" });
    const cut = [{ kind: "cut-pair", between: ["A", "B"] }] as const;
    deepEqual(activeOn(run(cluster, cut), "app"), ["A", "B"]);
    deepEqual(activeOn(run(cluster, cut, { readings: { "nobody-to-ask": "alive" } }), "app"), ["A"]);
  });

  it("a quorum storage behind a network is lost with it", () => {
    const cluster = clusterWith(`
      network san
      node A { set QUORUM_MODE = storage set WITNESS_MODE = storage }
      node B { set QUORUM_MODE = storage set WITNESS_MODE = storage }
      path A <-> B { tcp 1 <-> 2 }
      storage disk { on san }
      resource app gen/app { servers A 1, B 2 }
    `);
    // Nothing happens until the next event.
    deepEqual(run(cluster, [{ kind: "cut-network", network: "san" }]).lines, []);
    const outcome = run(cluster, [
      { kind: "cut-network", network: "san" },
      "settle",
      { kind: "cut-pair", between: ["A", "B"] },
    ]);
    deepEqual(outcome.view.lostQuorum, ["A", "B"]);
  });

  it("a frozen node is taken for dead and still holds what it had", () => {
    const cluster = clusterOf({ servers: 2, witnesses: 1 });
    const frozen = run(cluster, [{ kind: "freeze", node: "A" }]);
    deepEqual(activeOn(frozen, "app"), ["A", "B"]);
    const thawed = run(cluster, [{ kind: "freeze", node: "A" }, "settle", { kind: "thaw", node: "A" }]);
    deepEqual(activeOn(thawed, "app"), ["A", "B"]);
    equal(secondOf(thawed, "B", "comm-up"), 15);
  });

  it("a backup does not overtake a better one that only it has lost, when a witness sees that one", () => {
    const cluster = clusterOf({ servers: 3, witnesses: 2 });
    const events = [{ kind: "partition", left: ["B"], right: ["C"] }, "settle", { kind: "crash", node: "A" }] as const;
    deepEqual(activeOn(run(cluster, events), "app"), ["B", "C"]);
    const seen = run(cluster, events, { readings: { "better-server": "living-if-witnessed" } });
    deepEqual(activeOn(seen, "app"), ["B"]);
  });
});
