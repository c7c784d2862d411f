// Each node out in turn: what moves, what stops, and what alone is enough meanwhile.

import { deepEqual, ok } from "node:assert/strict";
import { usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { disasterText } from "@lkcluster/core/prove/availabilityText.ts";
import { type Maintenance, maintenance } from "@lkcluster/core/prove/maintenance.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { activeNodes } from "@lkcluster/core/simulate/read.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import { clusterWith } from "../../support/lowered.ts";
import { randomCase } from "./timed/contradictions.ts";

function told({ turns }: Maintenance): readonly string[] {
  return turns.map(({ node, moves, stuck, stopped, uncovered }) =>
    [
      `${node}:`,
      ...moves.map(({ hierarchy, to }) => `${hierarchy} to ${to}`),
      ...stuck.map((name) => `${name} stuck`),
      ...stopped.map((name) => `${name} stops`),
      ...uncovered.map((one) => `${one.faults.map(eventText).join(" + ")} ${disasterText(one).en}`),
    ].join("; "),
  );
}

function round(cluster: Cluster): Maintenance {
  return pumped(maintenance(cluster, ["crash", "cut"]));
}

const paths = "path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 3 <-> 4 } path B <-> W { tcp 5 <-> 6 }";

describe("maintenance", () => {
  it("takes out first what runs nothing, moves what runs, and names what is not covered meanwhile", () => {
    const found = round(
      clusterWith(`node A {} node B {} witness W { set WITNESS_MODE = none } ${paths}
        resource app gen/app { servers A 1, B 2 }`),
    );
    deepEqual(told(found), [
      "B:; crash A app: stays out of service (no server is left); crash W app: stays out of service; cut path A <-> W 1 app: stays out of service",
      "W:; crash A app: stays out of service; crash B app: stays out of service; cut path A <-> B 1 app: stays out of service",
      "A:; app to B; crash B app: stays out of service (no server is left); crash W app: stays out of service; cut path B <-> W 1 app: stays out of service",
    ]);
    deepEqual(found.end, [{ hierarchy: "app", on: ["B"] }]);
    deepEqual(found.steps.map(eventText), [
      "shutdown B",
      "boot B",
      "shutdown W",
      "boot W",
      "in-service app on B",
      "shutdown A",
      "boot A",
    ]);
  });

  it("says what no other server can take", () => {
    const found = round(
      clusterWith(`quorum-package none node A {} node B {} path A <-> B { tcp 1 <-> 2 }
        resource app gen/app { servers A 1, B 2 } resource key gen/app { servers A 1 }`),
    );
    deepEqual(told(found)[1]?.startsWith("A:; app to B; key stuck; key stops"), true, told(found)[1]);
  });

  it("ends where its steps lead when they are simulated", () => {
    let compared = 0;
    for (let seed = 0; seed < 25; seed++) {
      const { cluster } = randomCase(seed);
      const found = pumped(maintenance(cluster, usualFaultKinds, { transitionsMax: 2000 }));
      const model = compile(cluster);
      let state = initialState(model, []);
      for (const event of found.steps) state = settle(model, step(model, state, event)).state;
      for (const { hierarchy, on } of found.end) {
        const active = activeNodes(model, state, hierarchy);
        ok(
          on.every((node) => active.includes(node)),
          `seed ${seed}: ${hierarchy} on ${on.join()}, simulated ${active.join()}`,
        );
        compared++;
      }
      deepEqual([...found.turns.map(({ node }) => node)].sort(), [...model.nodes].sort());
    }
    ok(compared >= 25);
  }).timeout(120_000);
});
