// The sequence diagram of runs of the samples: lanes, rows, arrows, and who served when.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import type { RunStep } from "../../client/webview/run/run.ts";
import { layoutSequence, type SequenceLayout } from "../../client/webview/sequence/sequenceLayout.ts";
import { sampleTexts, type Texts } from "./support/samples.ts";

function sequenceOf(texts: Texts, steps: readonly RunStep[]): SequenceLayout {
  const file = Object.keys(texts)[0] ?? "";
  const { drawn } = readDocuments(file, documentsFor(filesOf(texts), file).documents);
  assert.ok(drawn);
  const played = playRun(drawn.model, { number: 1, scenario: undefined, steps }, []);
  const [first] = played.moments;
  assert.ok(first);
  return layoutSequence(drawn.cluster, played.moments, readState(drawn.model, first.state));
}

const crashPrim: RunStep = { events: [{ kind: "crash", node: "prim" }], waitMs: undefined };

describe("sequence diagram", () => {
  const hulft = sampleTexts("aws-hulft", "hulft.lk");
  const azure = sampleTexts("azure-storage-quorum", "azure.lk");

  it("has a lane for every node and for the quorum storage", () => {
    const layout = sequenceOf(azure, []);
    assert.deepEqual(
      layout.lanes.map(({ name, kind }) => [name, kind]),
      [
        ["azvm-1", "node"],
        ["azvm-2", "node"],
        ["quorum-disk", "storage"],
      ],
    );
  });

  it("shows the witness being asked and the hierarchy being taken over", () => {
    const arrows = sequenceOf(hulft, [crashPrim]).rows.flatMap((row) => row.arrows);
    assert.ok(arrows.some(({ kind, from, to }) => kind === "asks" && from.name === "sec" && to.name === "wit"));
    assert.ok(arrows.some(({ kind, from, to }) => kind === "takes" && from.name === "prim" && to.name === "sec"));
  });

  it("shows the quorum storage being read", () => {
    const crash: RunStep = { events: [{ kind: "crash", node: "azvm-1" }], waitMs: undefined };
    const arrows = sequenceOf(azure, [crash]).rows.flatMap((row) => row.arrows);
    assert.ok(arrows.some(({ kind, from, to }) => kind === "reads" && from.name === "azvm-2" && to.kind === "storage"));
  });

  it("follows on each lane who serves, and leaves no gap between the pieces", () => {
    const layout = sequenceOf(hulft, [crashPrim]);
    for (const { name } of layout.lanes) {
      const pieces = layout.segments.filter(({ lane }) => lane.name === name);
      for (const [index, piece] of pieces.entries()) {
        const next = pieces[index + 1];
        if (next !== undefined) assert.equal(piece.to, next.from);
      }
    }
    const states = (name: string) => layout.segments.filter(({ lane }) => lane.name === name).map(({ state }) => state);
    assert.deepEqual(states("prim"), ["serving", "down"]);
    assert.deepEqual(states("sec"), ["up", "serving"]);
    assert.deepEqual(states("wit"), ["up"]);
  });

  it("stretches a cut over the lanes it concerns", () => {
    const cut: RunStep = { events: [{ kind: "cut-pair", between: ["sec", "wit"] }], waitMs: undefined };
    const row = sequenceOf(hulft, [cut]).rows[0];
    assert.deepEqual(
      row?.span?.map(({ name }) => name),
      ["sec", "wit"],
    );
  });

  it("says how much of a very long run it leaves out", () => {
    const steps = Array.from(
      { length: 700 },
      (_, index): RunStep => ({ events: [{ kind: index % 2 === 0 ? "freeze" : "thaw", node: "wit" }], waitMs: 1 }),
    );
    const layout = sequenceOf(hulft, steps);
    assert.equal(layout.rows.length, 600);
    assert.ok(layout.leftOut >= 100);
  });
});
