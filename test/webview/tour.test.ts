// The tour: some presses of one key lead from the start to the outcome, each with its reason, and it ends when the user
// does something of his own.

import assert from "node:assert/strict";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";

const hulft = sampleTexts("aws-hulft", "hulft.lk");
const tour = {
  kind: "show",
  what: { kind: "scenario", title: "the network of the active instance stops", asTour: true },
} as const;

describe("the tour", function () {
  this.timeout(60_000);
  const open = panelSuite();

  for (const locale of ["en", "ja"] as const) {
    it(`leads to the outcome with one key (${locale})`, async () => {
      const { page, post } = await open(hulft, { locale });
      await post(tour);
      await page.locator(".tour").waitFor();
      const texts: string[] = [];
      for (let presses = 0; presses < 10; presses++) {
        texts.push(await page.locator(".tour p").innerText());
        const [at, of] = (await page.locator(".tour-place").innerText()).split("/").map(Number);
        if (at === of) break;
        await page.keyboard.press("ArrowRight");
        await page.locator(".tour-place", { hasText: `${(at ?? 0) + 1}/${of}` }).waitFor();
      }
      assert.ok(texts.length >= 4 && texts.length <= 8, texts.join("\n"));
      assert.equal(new Set(texts).size, texts.length);
      assert.match(texts[0] ?? "", /→/);
      assert.match(texts.join("\n"), locale === "en" ? /quorum/i : /Quorum/);
      assert.match(texts.at(-1) ?? "", locale === "en" ? /Now break it yourself/ : /今度は/);
      await page.locator('[data-key="node:sec"].serving').waitFor();
      await page.keyboard.press("ArrowLeft");
      await page.locator(".tour-place", { hasText: `${texts.length - 1}/` }).waitFor();
      assert.equal(await page.locator(".tour p").innerText(), texts.at(-2));
    });
  }

  it("ends when the user lets something fail, or says so", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await panel.post(tour);
    await page.locator(".tour").waitFor();
    await choose(panel, "node:sec", "crash sec");
    await page.locator(".tour").waitFor({ state: "detached" });
    await panel.post(tour);
    await page.locator(".tour").waitFor();
    await page.getByRole("button", { name: "End the tour" }).click();
    await page.locator(".tour").waitFor({ state: "detached" });
  });
});
