// The engine takes anything: events that name nothing, events that cannot happen, and beginnings that contradict
// themselves. It never throws, never changes what it was given, and says the same thing every time.

import { deepEqual, equal, ok } from "node:assert/strict";
import { faultKinds } from "@lkcluster/core/language/actions.ts";
import type { Field } from "@lkcluster/core/language/form.ts";
import { type NameKind, namedIn } from "@lkcluster/core/language/slots.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { decode } from "@lkcluster/core/simulate/decode.ts";
import { encode } from "@lkcluster/core/simulate/encode.ts";
import type { Event } from "@lkcluster/core/simulate/event.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { type InitialCondition, initialState } from "@lkcluster/core/simulate/given.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import fc from "fast-check";
import { anyEvent } from "../../support/anyEvent.ts";
import { clusterOf, clusterWith } from "../../support/lowered.ts";

const cluster = clusterWith(`
  network lan
  domain site { A, lan, disk, h1:80 }
  node A { stonith shutdown switchover set QUORUM_MODE = tcp_remote set QUORUM_HOSTS = "h1:80,h2:80" }
  node B { confirm-failover set QUORUM_LOSS_ACTION = osu }
  node C { set QUORUM_MODE = storage set WITNESS_MODE = storage set QUORUM_LOSS_ACTION = fastboot }
  witness W {}
  path A <-> B { tcp 1 <-> 2 on lan tcp 11 <-> 12 } path A <-> C { tcp 1 <-> 3 } path A <-> W { tcp 1 <-> 4 on lan }
  path B <-> C { tcp 2 <-> 3 } path B <-> W { tcp 2 <-> 4 } path C <-> W { tcp 3 <-> 4 }
  storage disk { on lan holds C }
  storage other
  host h1:80 host h2:80 on lan
  resource app gen/app { servers A 1, B 2, C 3 switchback automatic on A temporal-recovery 2 in 1h
    resource mirror scsi/netraid /dev/sdb
    resource ip comm/ip 10.0.0.1 { failover off }
  }
  resource share gen/app { servers C 1, A 2 resource lun scsi/disk { reserved } }
`);
const model = compile(cluster);

const nodeName = fc.constantFrom("A", "B", "C", "W", "nobody", "");
const tagName = fc.constantFrom("app", "mirror", "ip", "share", "lun", "nothing", "");
const pair = fc.tuple(nodeName, nodeName);
const namesByKind: Readonly<Record<NameKind, fc.Arbitrary<string>>> = {
  node: nodeName,
  network: fc.constantFrom("lan", "none"),
  domain: fc.constantFrom("site", "none"),
  storage: fc.constantFrom("disk", "other", "none"),
  host: fc.constantFrom("h1:80", "h2:80", "none:1"),
  resource: tagName,
};

function anyValue({ slot, list }: Field): fc.Arbitrary<unknown> {
  if (slot === "between") return pair;
  if (slot === "count") return fc.integer({ min: -1, max: 4 });
  if (slot === "operation") return fc.constantFrom("restore", "remove");
  if (slot === "answer") return fc.constantFrom("yes", "no");
  const name = namesByKind[(slot === "flag" ? undefined : namedIn(slot)[0]) ?? "node"];
  return list ? fc.array(name) : name;
}

const anything: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: anyEvent(anyValue) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("comm-down", "handle-comm-down", "witness-check", "handle-comm-up"),
      node: nodeName,
      peer: nodeName,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("booted", "lcm-avail", "stopped"), node: nodeName }) },
);

const anyGiven: fc.Arbitrary<InitialCondition> = fc.oneof(
  fc.record({ kind: fc.constant("active" as const), tag: tagName, nodes: fc.array(nodeName) }),
  fc.record({ kind: fc.constant("last-active" as const), tag: tagName, node: nodeName }),
  fc.record({ kind: fc.constantFrom("down" as const, "isolated" as const), node: nodeName }),
  fc.record({ kind: fc.constant("mirror-resyncing" as const), tag: tagName, from: nodeName, to: nodeName }),
  fc.record({ kind: fc.constant("mirror-source" as const), tag: tagName, node: nodeName }),
);

describe("the engine", () => {
  it("takes any events in any order from any beginning", () => {
    fc.assert(
      fc.property(
        fc.array(anyGiven, { maxLength: 4 }),
        fc.array(fc.tuple(anything, fc.boolean()), { maxLength: 25 }),
        (given, events) => {
          const runOnce = (): string => {
            const entries: TimelineEntry[] = [];
            let state = initialState(model, given);
            for (const [event, waits] of events) {
              const before = JSON.stringify(state);
              const next = step(model, state, event, (entry) => entries.push(entry));
              equal(JSON.stringify(state), before, "what was given was changed");
              state = waits ? settle(model, next, undefined, { stepsMax: 5000 }).state : next;
            }
            const view = readState(model, state);
            for (const { tag, activeOn } of view.resources) {
              for (const name of activeOn) {
                const node = view.nodes.find((one) => one.name === name);
                ok(
                  !["off", "halted", "restarting"].includes(node?.condition ?? ""),
                  `${tag} runs on ${name}, which is off`,
                );
              }
            }
            return JSON.stringify([state, view, entries]);
          };
          equal(runOnce(), runOnce());
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it("always settles", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), (events) => {
        const state = events.reduce((now, event) => step(model, now, event), initialState(model));
        const { end } = settle(model, state, undefined, { stepsMax: 5000 });
        ok(end === "settled" || end === "contest", end);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  it("gives every entry words in both languages, a source unless it came from outside, and only true changes", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), (events) => {
        let state = initialState(model);
        for (const event of events) {
          const entries: TimelineEntry[] = [];
          const sink = (entry: TimelineEntry): void => {
            entries.push(entry);
          };
          state = settle(model, step(model, state, event, sink), sink, { stepsMax: 5000 }).state;
          for (const { why, changes } of entries) {
            ok(why.text.en.length > 0 && why.text.ja.length > 0);
            ok(!/undefined|NaN/.test(why.text.en + why.text.ja), why.text.en);
            ok(why.rule === "outside" || why.sources.length > 0, why.rule);
            for (const change of changes) {
              if (change.kind === "resource" || change.kind === "node") ok(change.from !== change.to);
            }
          }
        }
      }),
      { numRuns: 200, seed: 9 },
    );
  });

  it("writes events and reads them back", () => {
    let state = initialState(model);
    for (const fault of enabledFaults(model, state, faultKinds)) {
      deepEqual(
        encode(model, fault).map((code) => decode(model, code)),
        [fault],
      );
      state = step(model, state, fault);
      for (const { code } of state.timers) {
        const event = decode(model, code);
        deepEqual(event === undefined ? [] : encode(model, event), [code]);
      }
    }
  });

  it("runs thirty-two nodes to the end of a partition", () => {
    const big = compile(
      clusterWith(
        Array.from({ length: 32 }, (_, index) => `node n${index} {}`).join("\n") +
          Array.from({ length: 32 }, (_, a) =>
            Array.from({ length: 31 - a }, (_, b) => `path n${a} <-> n${a + b + 1} { tcp 1 <-> 2 }`).join("\n"),
          ).join("\n") +
          `resource app gen/app { servers ${Array.from({ length: 32 }, (_, index) => `n${index} ${index + 1}`).join(", ")} }`,
      ),
    );
    const names = big.nodes;
    const state = step(big, initialState(big), { kind: "partition", left: names.slice(0, 15), right: names.slice(15) });
    const view = readState(big, settle(big, state).state);
    deepEqual(view.resources[0]?.activeOn, ["n15"]);
    equal(view.lostQuorum.length, 15);
  });

  it("keeps the encoding of every width: eight, sixteen and thirty-two nodes", () => {
    for (const servers of [8, 9, 16, 17]) {
      const wide = compile(clusterOf({ servers }));
      const state = settle(wide, step(wide, initialState(wide), { kind: "crash", node: "A" })).state;
      deepEqual(readState(wide, state).resources[0]?.activeOn, ["B"], String(servers));
    }
  });
});
