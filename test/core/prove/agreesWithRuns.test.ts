// Every counterexample replays at its very moments under every reading, also with all kinds of faults.

import { deepEqual, ok } from "node:assert/strict";
import { faultKinds } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { boundOf, exploreNow } from "@lkcluster/core/prove/explore.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { stepAt } from "@lkcluster/core/simulate/step.ts";
import { clusterOf, clusterWith } from "../../support/lowered.ts";

const clusters: Readonly<Record<string, Cluster>> = {
  "two servers and a witness": clusterOf({ servers: 2, witnesses: 1 }),
  "two servers and a witness that restart": clusterOf({
    servers: 2,
    witnesses: 1,
    settings: "set QUORUM_LOSS_ACTION = fastboot",
  }),
  "three servers that go out of service": clusterOf({ servers: 3, settings: "set QUORUM_LOSS_ACTION = osu" }),
  "a storage pair with a mirror": clusterOf({
    servers: 2,
    settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
    more: "storage disk { reached-by A, B }",
    resource: "resource mirror scsi/netraid /dev/sdb",
  }),
  "a pair that asks hosts": clusterOf({
    servers: 2,
    linksPerPair: 2,
    settings: 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80,h3:80"',
  }),
  "two hierarchies without the package": clusterWith(`
    quorum-package none
    node A { stonith } node B { shutdown switchover } node C { confirm-failover }
    path A <-> B { tcp 1 <-> 2 } path A <-> C { tcp 1 <-> 3 } path B <-> C { tcp 2 <-> 3 }
    resource app gen/app { servers A 1, B 2, C 3 switchback automatic on A }
    resource base gen/app { servers C 1, A 2 resource disk scsi/netraid /dev/sdb }
  `),
};

describe("every reading", () => {
  for (const [name, cluster] of Object.entries(clusters)) {
    it(`has counterexamples that replay: ${name}`, () => {
      const report = exploreNow(cluster, {
        bounds: [boundOf(2, faultKinds)],
        readings: "every",
        properties: [
          { kind: "never", what: "split-brain" },
          { kind: "never", what: "outage" },
          { kind: "never", what: "two-active", longerThanMs: 0 },
          { kind: "sometimes", what: "quorum-loss" },
        ],
      });
      for (const { choice, results } of report.explorations) {
        const model = compile(cluster, { readings: choice });
        for (const { trace } of results) {
          if (trace === undefined) continue;
          let state = initialState(model, trace.given);
          for (const [index, event] of trace.events.entries()) {
            const next = stepAt(model, state, event, trace.moments[index] ?? 0);
            ok(next !== state, `${JSON.stringify(event)} changes nothing under ${JSON.stringify(choice)}`);
            state = next;
          }
          deepEqual(state, trace.end);
        }
      }
    });
  }
});
