// Who is said to have acted could have acted: a machine that is off does nothing, in any run.

import { deepEqual, equal } from "node:assert/strict";
import { faultKinds } from "@lkcluster/core/language/actions.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { conditionOf } from "@lkcluster/core/simulate/read.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import fc from "fast-check";
import { clusterWith } from "../../support/lowered.ts";

const mirrors = compile(
  clusterWith(`
  network lan
  node A { } node B { } node C { set QUORUM_LOSS_ACTION = fastboot }
  path A <-> B { tcp 1 <-> 2 on lan tty ttyS0 <-> ttyS0 } path A <-> C { tcp 1 <-> 3 on lan } path B <-> C { tcp 2 <-> 3 }
  resource app gen/app { servers A 1, B 2, C 3 resource mirror scsi/netraid /dev/sdb }
  resource other gen/app { servers C 1, B 2 resource copy scsi/netraid /dev/sdc }
`),
);
const reserved = compile(
  clusterWith(`
  node A { stonith shutdown switchover } node B { confirm-failover set QUORUM_LOSS_ACTION = osu } witness W {}
  path A <-> B { tcp 1 <-> 2 tcp 11 <-> 12 } path A <-> W { tcp 1 <-> 4 } path B <-> W { tcp 2 <-> 4 }
  resource share gen/app { servers A 1, B 2 switchback automatic on A resource lun scsi/disk { reserved } }
  resource app gen/app { servers B 1, A 2 temporal-recovery 2 in 1h resource ip comm/ip 10.0.0.1 }
`),
);

/** Nothing runs there: neither LifeKeeper nor an operating system. */
const lifeless = ["off", "halted", "restarting"];

function off(model: Model, state: Pick<State, "cells">): readonly string[] {
  return model.nodes.filter((_, node) => lifeless.includes(conditionOf(state, node)));
}

/** What is attributed to a machine that was off before the event and is off after the entry. */
function deadActs(model: Model, given: State, event: OutsideEvent): { found: readonly string[]; end: State } {
  const found: string[] = [];
  let before = off(model, given);
  const listen = (entry: TimelineEntry, cells: State["cells"]): void => {
    const { node } = entry;
    const isStillOff = node !== undefined && off(model, { cells }).includes(node);
    if (node !== undefined && before.includes(node) && isStillOff) {
      found.push(`${entry.event.kind}: ${node}: ${entry.why.text.en}`);
    }
  };
  let state = step(model, given, event, listen);
  for (let steps = 0; steps < 5000; steps++) {
    before = off(model, state);
    const { state: next, end } = settle(model, state, listen, { stepsMax: 1 });
    state = next;
    if (end !== "steps-limit") break;
  }
  return { found, end: state };
}

describe("who acts", () => {
  for (const [name, model] of [
    ["mirrors", mirrors],
    ["reservations and questions", reserved],
  ] as const) {
    it(`is never a machine that is off, whatever fails (${name})`, () => {
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 6 }), (choices) => {
          let state = initialState(model);
          for (const choice of choices) {
            const faults = enabledFaults(model, state, faultKinds);
            const fault = faults[choice % Math.max(1, faults.length)];
            if (fault === undefined) break;
            const { found, end } = deadActs(model, state, fault);
            deepEqual(found, []);
            state = end;
          }
        }),
        { numRuns: 200, seed: 16 },
      );
    });
  }

  it("is the source that writes on, where the copy of a machine that crashed falls behind", () => {
    const told: TimelineEntry[] = [];
    const crashed = step(mirrors, initialState(mirrors), { kind: "crash", node: "B" });
    settle(mirrors, crashed, (entry) => told.push(entry), { stepsMax: 5000 });
    const behind = told.filter(({ why }) => why.rule === "mirror-behind");
    equal(behind.length, 2);
    deepEqual(
      behind.map(({ node, why }) => [why.facts["tag"], node]),
      behind.map(({ why }) => [why.facts["tag"], why.facts["tag"] === "mirror" ? "A" : "C"]),
    );
  });
});
