// Nothing stands in the way of people who do not see the panel or do not use a mouse: in every theme, after a fault, in
// both languages, tab by tab.

import assert from "node:assert/strict";
import { locales } from "@lkcluster/core/locale/localized.ts";
import { wrongIn } from "./support/axe.ts";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";
import { themeNames } from "./support/themes.ts";

const tabs = ["timeline", "what-if", "hierarchies", "sequence", "prove", "advise"] as const;

describe("the panel, to whoever does not see it", function () {
  this.timeout(180_000);
  const open = panelSuite();

  const pairs = themeNames.flatMap((theme) => locales.map((locale) => [theme, locale] as const));
  for (const [theme, locale] of pairs) {
    it(`has nothing that axe-core finds, after a fault, in the theme ${theme}, in ${locale}`, async () => {
      const panel = await open(sampleTexts("split-pair", "pair.lk"), { theme, reducedMotion: true, locale });
      const { page } = panel;
      for (const link of ["link:0:0", "link:0:1"]) await choose(panel, link, "cut path");
      await page.locator("#topology .node.split").first().waitFor();
      const wrong: string[] = [];
      for (const tab of tabs) {
        await page.locator(`#tab-${tab}`).click();
        await page.locator(`#tab-${tab}[aria-selected="true"]`).waitFor();
        if (tab === "prove") await page.locator(".proof-title").first().waitFor();
        wrong.push(...(await wrongIn(page)).map((one) => `${tab}: ${one}`));
      }
      await page.locator(".corner button").click();
      await page.locator(".topology-tables").waitFor();
      wrong.push(...(await wrongIn(page)).map((one) => `as a table: ${one}`));
      assert.deepEqual([...new Set(wrong)], []);
    });
  }
});
