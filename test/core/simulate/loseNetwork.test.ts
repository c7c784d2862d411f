// A node loses its network at once: what reaches it over paths, hosts and storage.

import { deepEqual, equal } from "node:assert/strict";
import { clusterWith } from "../../support/lowered.ts";
import { activeOn, nodeOf, run } from "./running.ts";

const settings = 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80"';
const pair = clusterWith(`
  node A { ${settings} } node B { ${settings} }
  path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 tcp 10.0.1.1 <-> 10.0.1.2 }
  resource app gen/app { servers A 1, B 2 }
`);
const stored = clusterWith(`
  network san
  node A { set QUORUM_MODE = storage set WITNESS_MODE = storage }
  node B { set QUORUM_MODE = storage set WITNESS_MODE = storage }
  path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 }
  storage disk { on san }
  resource app gen/app { servers A 1, B 2 }
`);

describe("a node that loses its network", () => {
  it("reaches no quorum host, so that it halts and the other one takes over", () => {
    const outcome = run(pair, [{ kind: "lose-network", node: "A" }]);
    equal(nodeOf(outcome, "A").condition, "halted");
    deepEqual(activeOn(outcome, "app"), ["B"]);
    // With the hosts in reach both would go on.
    const alone = run(pair, [{ kind: "isolate", node: "A" }]);
    deepEqual(activeOn(alone, "app"), ["A", "B"]);
  });

  it("loses a storage that is reached over a network with it", () => {
    equal(nodeOf(run(stored, [{ kind: "lose-network", node: "A" }]), "A").reachesStorage, false);
  });

  it("keeps its serial lines, so that nobody takes it for dead", () => {
    const serial = clusterWith(`
      node A {} node B {} quorum-package none
      path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 tty /dev/ttyS0 <-> /dev/ttyS0 }
      resource app gen/app { servers A 1, B 2 }
    `);
    deepEqual(activeOn(run(serial, [{ kind: "lose-network", node: "A" }]), "app"), ["A"]);
  });

  it("has everything back when it heals", () => {
    const healed = run(pair, [
      { kind: "lose-network", node: "B" },
      { kind: "heal-node", node: "B" },
    ]);
    deepEqual(healed.view.nodes, run(pair, []).view.nodes);
  });
});
