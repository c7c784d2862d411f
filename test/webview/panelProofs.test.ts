// Proofs, repairs and advice of the panel in a real browser, while it stays live.

import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./support/browser.ts";
import { inventedCluster } from "./support/inventedCluster.ts";
import { choose, openPanel, type PanelPage } from "./support/panelPage.ts";
import { sampleTexts } from "./support/samples.ts";

const hulft = sampleTexts("aws-hulft", "hulft.lk");
const azure = sampleTexts("azure-storage-quorum", "azure.lk");

describe("proofs and advice in the panel", function () {
  this.timeout(60_000);
  let browser: Browser;
  let panel: PanelPage | undefined;

  before(async function () {
    // A machine without a browser gets one first.
    this.timeout(240_000);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
  });
  afterEach(async () => {
    const complaints = panel?.complaints ?? [];
    await panel?.close();
    panel = undefined;
    assert.deepEqual(complaints, [], "errors in the page, or something its content security policy refused");
  });

  it("proves while it stays live, and replays the counterexample to the split brain it claims", async () => {
    panel = await openPanel(browser, sampleTexts("split-pair", "pair.lk"));
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
    panel = await openPanel(browser, hulft);
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".proof.holds, .proof.violated").waitFor();
    assert.match((await panel.page.locator(".proof-facts").first().textContent()) ?? "", /states/);
    await panel.page.locator(".ledger summary").click();
    assert.ok((await panel.page.locator(".ledger li").count()) > 2);
  });

  it("offers repairs that are proved, and asks the host to write one with the versions it was made for", async () => {
    panel = await openPanel(browser, sampleTexts("split-pair", "pair.lk"));
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".repairs .apply vscode-button").first().click();
    const asked = (await panel.sent()).find(({ kind }) => kind === "edit");
    assert.ok(asked !== undefined && asked.kind === "edit" && asked.edits.length > 0);
    assert.equal(asked.versions["pair.lk"], 1);
  });

  it("compares every supported combination and marks the one in use", async () => {
    panel = await openPanel(browser, azure);
    await panel.page.locator("#tab-advise").click();
    await panel.page.locator("table.advice .current", { hasText: "storage · storage" }).waitFor();
  });

  it("stays live while it proves: a click is answered before the proofs are done", async () => {
    panel = await openPanel(browser, { "big.lk": inventedCluster({ nodes: 8, witnesses: 0, resources: 20 }) });
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".proof.running").first().waitFor();
    await choose(panel, "node:lk01", "crash lk01");
    await panel.page.locator('[data-key="node:lk01"].down').waitFor();
    assert.ok((await panel.page.locator(".proof.running, .proof.waiting").count()) > 0);
  });
});
