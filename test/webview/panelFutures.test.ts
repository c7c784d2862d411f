// What would follow from every fault, the bars of service over time, and runs side by side, in a real browser.

import assert from "node:assert/strict";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";

const hulft = sampleTexts("aws-hulft", "hulft.lk");

describe("futures and runs of the panel", function () {
  this.timeout(60_000);
  const open = panelSuite();

  it("opens with what would follow from every fault, and one click lets it happen", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    const row = page.locator(".future", { hasText: "crash prim" });
    await row.waitFor();
    assert.match(
      (await row.textContent()) ?? "",
      /Moves\s+hulft moves from prim to sec, without service for 15 s \+ the start of its applications\./,
    );
    await row.locator("button").click();
    await page.locator('[data-key="node:sec"].serving').waitFor();
    const track = page.locator(".track");
    assert.match(
      (await track.getAttribute("aria-label")) ?? "",
      /hulft moves from prim to sec, without service for 15 s/,
    );
    assert.match((await track.locator(".span.none").textContent()) ?? "", /no service 15 s/);
    await page.waitForFunction(() =>
      /hulft moves from prim to sec/.test(document.querySelector("[role=status]")?.textContent ?? ""),
    );
    await track.locator(".tick").first().click();
    await page.locator('[data-key="node:sec"].serving').waitFor({ state: "detached" });
  });

  it("foresees from the moment that is shown, and compares runs on one time axis", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await choose(panel, "node:prim", "crash prim");
    await page.locator("#tab-what-if").click();
    const second = page.locator(".what-if:not(.old) .future", { hasText: "crash sec" });
    await second.waitFor();
    assert.match((await second.textContent()) ?? "", /Out of service/);
    await page.locator("button[aria-label='Go to the start']").click();
    // Only at the start can the active node crash.
    await page.locator(".what-if:not(.old) .future", { hasText: "crash prim" }).waitFor();
    await page.locator(".future", { hasText: "crash wit" }).locator("button").click();
    const runs = page.locator(".compared .run-head");
    await runs.nth(1).waitFor();
    assert.match((await runs.nth(0).textContent()) ?? "", /Moves/);
    assert.match((await runs.nth(1).textContent()) ?? "", /Goes on/);
    await runs.nth(0).locator("button").click();
    await page.locator('[data-key="node:sec"].serving').waitFor();
  });

  it("undoes and redoes by keyboard", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await choose(panel, "node:prim", "crash prim");
    const down = page.locator('[data-key="node:prim"].down');
    await down.waitFor();
    await page.keyboard.press("Control+z");
    await down.waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await down.waitFor();
    await page.keyboard.press("Control+z");
    await down.waitFor({ state: "detached" });
    await page.keyboard.press("Control+y");
    await down.waitFor();
  });
});
