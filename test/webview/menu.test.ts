// The menus: everything they offer can be said in the cluster language and does something, and nothing they offer
// names what is not there.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { outsideEvent } from "@lkcluster/core/simulate/scenario/outsideEvent.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { mainFault, menuItems, placeOf } from "../../client/webview/menu/menuItems.ts";
import { whyMoments } from "../../client/webview/menu/whyMoments.ts";
import { type Picture, pictureOf } from "../../client/webview/picture.ts";
import { type Drawn, readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import type { RunStep } from "../../client/webview/run/run.ts";
import { keyOf, type Thing } from "../../client/webview/thing.ts";
import { sampleTexts } from "./support/samples.ts";

const samples: readonly (readonly [string, string])[] = [
  ["aws-hulft", "hulft.lk"],
  ["azure-storage-quorum", "azure.lk"],
  ["replicated-with-witness", "replicated.lk"],
  ["split-pair", "pair.lk"],
];

function open(folder: string, name: string): Drawn {
  const texts = sampleTexts(folder, name);
  const { drawn } = readDocuments(name, documentsFor(filesOf(texts), name).documents);
  assert.ok(drawn);
  return drawn;
}

function pictureAfter(drawn: Drawn, steps: readonly RunStep[]): Picture {
  const played = playRun(drawn.model, { number: 1, scenario: undefined, steps }, []);
  const last = played.moments.at(-1);
  assert.ok(last);
  return pictureOf(drawn.cluster, readState(played.model, last.state));
}

/** Everything that can be pointed at. */
function thingsOf({ cluster, shape }: Drawn): readonly Thing[] {
  return [
    ...cluster.nodes.map(({ name }): Thing => ({ kind: "node", name })),
    ...cluster.paths.flatMap(({ links }, path): Thing[] => [
      { kind: "path", path },
      ...links.map((_, link): Thing => ({ kind: "link", path, link })),
    ]),
    ...shape.networks.map((name): Thing => ({ kind: "network", name })),
    ...shape.storages.flatMap(({ name, reachedBy }): Thing[] => [
      { kind: "storage", name },
      ...reachedBy.map((node): Thing => ({ kind: "storage-reach", storage: name, node })),
    ]),
    ...shape.hosts.map((name): Thing => ({ kind: "host", name })),
    ...shape.mirrors.map(({ name }): Thing => ({ kind: "mirror", name })),
    ...shape.domains.map(({ name }): Thing => ({ kind: "domain", name })),
    ...cluster.resources.flatMap(({ name, servers }) =>
      servers.map(({ node }): Thing => ({ kind: "resource", tag: name, node })),
    ),
  ];
}

function readBack({ cluster }: Drawn, event: OutsideEvent): OutsideEvent | undefined {
  const parsed = parseCluster("x.lk", `cluster x { } scenario "x" { ${eventText(event)} }`);
  assert.deepEqual(parsed.problems, [], eventText(event));
  const step = parsed.tree.scenarios[0]?.steps[0];
  assert.ok(step?.kind === "actions", eventText(event));
  const [action] = step.actions;
  return action === undefined ? undefined : outsideEvent(cluster, action);
}

describe("menus of faults and repairs", () => {
  for (const [folder, name] of samples) {
    const drawn = open(folder, name);
    const first = drawn.cluster.nodes.find(({ role }) => role === "node")?.name ?? "";
    const situations: readonly (readonly [string, readonly RunStep[]])[] = [
      ["at the start", []],
      ["after a crash", [{ events: [{ kind: "crash", node: first }], waitMs: undefined }]],
      ["after a freeze", [{ events: [{ kind: "freeze", node: first }], waitMs: undefined }]],
      ["after an isolation", [{ events: [{ kind: "isolate", node: first }], waitMs: undefined }]],
    ];
    for (const [when, steps] of situations) {
      it(`${folder}, ${when}: every entry can be written, read back, and stands for itself`, () => {
        const picture = pictureAfter(drawn, steps);
        for (const thing of thingsOf(drawn)) {
          const items = menuItems(drawn.cluster, picture, thing);
          for (const { events } of items) {
            assert.ok(events.length > 0, keyOf(thing));
            for (const event of events) assert.deepEqual(readBack(drawn, event), event);
          }
          const texts = items.map(({ events }) => events.map(eventText).join(" and "));
          assert.equal(
            new Set(texts).size,
            texts.length,
            `${keyOf(thing)} offers something twice: ${texts.join("; ")}`,
          );
        }
      });
    }

    it(`${folder}: every entry does something when it is chosen`, () => {
      const picture = pictureAfter(drawn, []);
      for (const thing of thingsOf(drawn)) {
        for (const { events } of menuItems(drawn.cluster, picture, thing)) {
          const run = { number: 1, scenario: undefined, steps: [{ events, waitMs: undefined }] };
          const { moments } = playRun(drawn.model, run, []);
          assert.ok(moments.length > 1, `${events.map(eventText).join(" and ")} says nothing`);
        }
      }
    });

    it(`${folder}: every thing can be failed with others and shown in the file`, () => {
      const picture = pictureAfter(drawn, []);
      for (const thing of thingsOf(drawn)) {
        const isStandby =
          thing.kind === "resource" && picture.resources.get(thing.tag)?.activeOn.includes(thing.node) !== true;
        assert.equal(mainFault(drawn.cluster, picture, thing) === undefined, isStandby, keyOf(thing));
        assert.ok(placeOf(drawn.cluster, thing) !== undefined, keyOf(thing));
      }
    });
  }

  it("offers to power on what is off, and nothing that a dead machine could do", () => {
    const drawn = open("aws-hulft", "hulft.lk");
    const picture = pictureAfter(drawn, [{ events: [{ kind: "crash", node: "prim" }], waitMs: undefined }]);
    const texts = menuItems(drawn.cluster, picture, { kind: "node", name: "prim" }).flatMap(({ events }) =>
      events.map(eventText),
    );
    assert.deepEqual(texts, ["boot prim", "boot prim without network"]);
  });

  it("says why a thing is as it is: the latest answers until the moment that is shown", () => {
    const drawn = open("aws-hulft", "hulft.lk");
    const steps: readonly RunStep[] = [{ events: [{ kind: "crash", node: "prim" }], waitMs: undefined }];
    const { moments } = playRun(drawn.model, { number: 1, scenario: undefined, steps }, []);
    const why = (thing: Thing, shown: number) =>
      whyMoments(drawn.cluster, moments, shown, thing).map(({ entry }) => entry.why.rule);
    const end = moments.length - 1;
    assert.deepEqual(why({ kind: "node", name: "sec" }, end), ["restore", "quorum-held"]);
    assert.deepEqual(why({ kind: "node", name: "prim" }, end), ["outside"]);
    assert.deepEqual(why({ kind: "node", name: "sec" }, 1), []);
    assert.deepEqual(why({ kind: "resource", tag: "hulft", node: "sec" }, end), ["restore"]);
  });
});

describe("the menu of one of several storages", () => {
  const text = `cluster two {
    node a { set QUORUM_MODE = storage set WITNESS_MODE = storage }
    node b { set QUORUM_MODE = storage set WITNESS_MODE = storage }
    path a <-> b { tcp 192.0.2.1 <-> 192.0.2.2 }
    storage east { holds a }
    storage west { holds b }
    resource app gen/app { servers a 1, b 10 }
  }`;
  const { drawn } = readDocuments("two.lk", documentsFor(filesOf({ "two.lk": text }), "two.lk").documents);
  assert.ok(drawn);
  const written = (steps: readonly RunStep[], thing: Thing): readonly string[] =>
    menuItems(drawn.cluster, pictureAfter(drawn, steps), thing).map(({ events }) =>
      events.map(eventText).join(" and "),
    );

  it("offers the loss of this one, and its return once it is lost", () => {
    beginsWith(written([], { kind: "storage", name: "west" }), "lose storage west");
    const lost: RunStep = { events: [{ kind: "lose-storage", node: "a", storage: "west" }], waitMs: undefined };
    const west: Thing = { kind: "storage-reach", storage: "west", node: "a" };
    beginsWith(written([lost], west), "regain storage west on a");
    const east: Thing = { kind: "storage-reach", storage: "east", node: "a" };
    beginsWith(written([lost], east), "lose storage east on a");
  });
});

function beginsWith(texts: readonly string[], expected: string): void {
  assert.equal(texts[0], expected);
}
