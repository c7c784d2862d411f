// Proofs, repairs and advice of the panel in a real browser, while it stays live.

import assert from "node:assert/strict";
import { inventedCluster } from "./support/inventedCluster.ts";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";

const hulft = sampleTexts("aws-hulft", "hulft.lk");
const azure = sampleTexts("azure-storage-quorum", "azure.lk");

describe("proofs and advice in the panel", function () {
  this.timeout(60_000);
  const open = panelSuite();

  it("proves while it stays live, and replays the counterexample to the split brain it claims", async () => {
    const panel = await open(sampleTexts("split-pair", "pair.lk"));
    const { page } = panel;
    await page.locator("#tab-prove").click();
    await page.locator(".proof.violated").waitFor();
    await page.locator(".proof .trace button").click();
    await page.locator('#moment-0[aria-current="step"]').waitFor();
    await page.locator("button[aria-label='Go to the end']").click();
    await page.locator("#topology .node.split").nth(1).waitFor();
    const said = await page.locator('[role="status"]').textContent();
    assert.match(said ?? "", /Split brain: app/);
  });

  it("holds the proof of the sample that is safe, and says under which assumptions", async () => {
    const panel = await open(hulft);
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".proof:is(.holds, .depends, .violated)").waitFor();
    assert.match((await panel.page.locator(".proof-facts").first().textContent()) ?? "", /states/);
    await panel.page.locator(".ledger summary").click();
    assert.ok((await panel.page.locator(".ledger li").count()) > 2);
  });

  it("gives one verdict of two parts, names what was not asked, and replays the time on two nodes at once", async function () {
    // Two searches of every combination, in a browser that draws meanwhile.
    this.timeout(240_000);
    const panel = await open(hulft);
    const { page } = panel;
    await page.locator("#tab-prove").click();
    const proof = page.locator(".proof:is(.holds, .depends)").first();
    await proof.waitFor();
    assert.match((await proof.textContent()) ?? "", /holds under the default readings \(\d[\d,]* states?\)/);
    assert.match((await proof.textContent()) ?? "", /all combinations of readings: (holds|violated|not finished)/);
    assert.match((await proof.textContent()) ?? "", /Not asked: freeze/);
    await proof.locator(".twice", { hasText: /at most \d/ }).waitFor();
    await proof.locator(".twice button", { hasText: "Replay" }).click();
    await page.locator("button[aria-label='Go to the end']").click();
    await page.locator(".track .span.both").first().waitFor();
  });

  it("proves without being asked where the user wants that, and says at once what came out", async () => {
    const panel = await open(hulft, { settings: { provesUnasked: true } });
    const { page } = panel;
    await page.locator("#tab-prove .tab-mark").waitFor();
    await page.locator(".proof-lines li .verdict:is(.holds, .depends, .violated)").first().waitFor();
    assert.match(
      (await page.locator(".proof-lines li").first().textContent()) ?? "",
      /\([0-9,]+ states\).*, [0-9.]+ m?s/s,
    );
    await page.locator(".proof-lines button").first().click();
    await page.locator(".proof:is(.holds, .depends, .violated)").first().waitFor();
  });

  it("proves nothing unasked where the user does not want that", async () => {
    const panel = await open(hulft);
    await panel.page.locator(".future").first().waitFor();
    assert.equal(await panel.page.locator(".proof-lines, .tab-mark").count(), 0);
  });

  it("stops at the user's limit of states and claims nothing beyond it", async () => {
    const panel = await open(hulft, { settings: { proofStatesMax: 20 } });
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".proof.incomplete").first().waitFor();
    assert.match((await panel.page.locator(".proof-facts").first().textContent()) ?? "", /stopped at its limit/);
  });

  it("replays the counterexample of a proof that was asked for from outside, when it is found", async () => {
    const pair = sampleTexts("split-pair", "pair.lk");
    const panel = await open(pair);
    const title = /prove "([^"]*)"/.exec(pair["pair.lk"] ?? "")?.[1];
    assert.ok(title);
    await panel.post({ kind: "show", what: { kind: "proof", title } });
    await panel.page.locator('#moment-0[aria-current="step"]').waitFor();
    await panel.page.locator("button[aria-label='Go to the end']").click();
    await panel.page.locator("#topology .node.split").nth(1).waitFor();
  });

  it("shows a proof that holds where it stands, and replays nothing", async () => {
    const panel = await open(hulft);
    const title = /prove "([^"]*)"/.exec(hulft["hulft.lk"] ?? "")?.[1];
    assert.ok(title);
    await panel.post({ kind: "show", what: { kind: "proof", title } });
    await panel.page.locator(".proof:is(.holds, .depends, .violated)").first().waitFor();
    const holds = (await panel.page.locator(".proof:is(.holds, .depends)", { hasText: title }).count()) > 0;
    assert.equal(await panel.page.locator("#moment-0").count(), holds ? 0 : 1);
  });

  it("offers repairs that are proved, and asks the host to write one with the versions it was made for", async () => {
    const panel = await open(sampleTexts("split-pair", "pair.lk"));
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".repairs .apply vscode-button").first().click();
    const asked = (await panel.sent()).find(({ kind }) => kind === "edit");
    assert.ok(asked !== undefined && asked.kind === "edit" && asked.edits.length > 0);
    assert.equal(asked.versions["pair.lk"], 1);
  });

  it("compares every supported combination and marks the one in use", async () => {
    const panel = await open(azure);
    await panel.page.locator("#tab-advise").click();
    await panel.page.locator("table.advice .current", { hasText: "storage · storage" }).waitFor();
  });

  it("stays live while it proves: a click is answered before the proofs are done", async () => {
    const panel = await open({ "big.lk": inventedCluster({ nodes: 8, witnesses: 0, resources: 20 }) });
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".proof.running").first().waitFor();
    await choose(panel, "node:lk01", "crash lk01");
    await panel.page.locator('[data-key="node:lk01"].down').waitFor();
    assert.ok((await panel.page.locator(".proof.running, .proof.waiting").count()) > 0);
  });
});
