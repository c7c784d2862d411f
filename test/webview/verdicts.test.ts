// What the panel says of a proof: one verdict of two parts, what was not asked, and the way to two nodes at once.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { outcomeOf } from "../../client/webview/outcome/outcome.ts";
import { type Findings, longestOf, noFindings, Prover } from "../../client/webview/prove/findings.ts";
import { Pump } from "../../client/webview/prove/pump.ts";
import { replayOf } from "../../client/webview/prove/replay.ts";
import { kindsNotAsked, partsOf, verdictOf, verdictOfAll } from "../../client/webview/prove/verdicts.ts";
import { readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import { emptyRun } from "../../client/webview/run/run.ts";
import { partsText } from "../../client/webview/words/proveWords.ts";
import { sampleTexts, type Texts } from "./support/samples.ts";

/** Everything that the prover finds, without waiting for anybody. */
function proved(texts: Texts, statesMax = 200_000) {
  const file = Object.keys(texts)[0] ?? "";
  const { check, files, drawn } = readDocuments(file, documentsFor(filesOf(texts), file).documents);
  assert.ok(drawn);
  const waiting: (() => void)[] = [];
  let findings: Findings = noFindings;
  const pump = new Pump({ nowMs: () => 0, soon: (work) => waiting.push(work) });
  const prover = new Prover(pump, (found) => {
    findings = found;
  });
  prover.proveAndRepair({ check, files, statesMax });
  for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) work();
  return { findings, drawn };
}

describe("the verdict of the panel", function () {
  this.timeout(120_000);
  let hulft: ReturnType<typeof proved>;

  before(() => {
    hulft = proved(sampleTexts("aws-hulft", "hulft.lk"));
  });

  it("has two parts: the default readings, as the editor says it, and all combinations", () => {
    const [proof] = hulft.findings.proofs;
    const parts = proof === undefined ? undefined : partsOf(proof);
    assert.ok(proof !== undefined && parts !== undefined && parts.every !== undefined);
    assert.equal(parts.usual, "holds");
    assert.match(
      partsText(parts).en,
      /^holds under the default readings \([\d,]+ states\); all combinations of readings: /,
    );
    assert.match(partsText(parts).ja, /^デフォルトの解釈で成り立ちます（[\d,]+ 状態）、解釈のすべての組み合わせ: /);
    assert.deepEqual(kindsNotAsked(proof).includes("freeze"), true);
  });

  it("stays what the editor says where the limit ends the search of the other combinations", () => {
    const [whole] = hulft.findings.proofs;
    assert.ok(whole);
    const { usualStates = 0 } = partsOf(whole) ?? {};
    const [few] = proved(sampleTexts("aws-hulft", "hulft.lk"), usualStates + 1).findings.proofs;
    assert.ok(few);
    assert.deepEqual([partsOf(few)?.usual, partsOf(few)?.usualStates], ["holds", usualStates]);
    const [none] = proved(sampleTexts("aws-hulft", "hulft.lk"), 20).findings.proofs;
    assert.equal(none && verdictOf(none), "incomplete");
  });

  it("shows the way to the longest time on two nodes at once", () => {
    const { findings, drawn } = hulft;
    const proof = findings.proofs.find((one) => longestOf(one) > 0);
    assert.ok(proof?.longest?.trace !== undefined);
    const run = { ...emptyRun, ...replayOf(proof.longest) };
    const { services } = outcomeOf(drawn.cluster, playRun(drawn.model, run, []));
    assert.ok(services.some(({ spans }) => spans.some(({ on }) => on.length > 1)));
  });

  it("is violated where the default readings are enough for harm", () => {
    const { findings } = proved(sampleTexts("split-pair", "pair.lk"));
    assert.equal(verdictOfAll(findings.proofs), "violated");
  });
});
