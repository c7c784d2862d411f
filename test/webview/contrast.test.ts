// Every text of the panel stands out against what lies behind it, in each of VS Code's own themes, also in rows that
// are chosen, that lie ahead, and in drawings.

import assert from "node:assert/strict";
import { baseStyles } from "../../client/webview/styles/baseStyles.ts";
import { measureContrast } from "./support/contrast.ts";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";
import { themeNames } from "./support/themes.ts";

/** WCAG 2, level AA, for text of this size. */
const least = 4.5;

const tabs = ["timeline", "what-if", "hierarchies", "sequence", "prove", "advise"] as const;

/** The panel's own names for colours, as its style sheet declares them. */
const ownColours = [...baseStyles.cssText.matchAll(/^\s*(--lk-(?!card|gap)[\w-]+):/gm)].map(([, name]) => name ?? "");

describe("contrast of the panel", function () {
  this.timeout(120_000);
  const open = panelSuite();

  for (const theme of themeNames) {
    it(`is at least ${least} everywhere in the theme ${theme}`, async () => {
      const panel = await open(sampleTexts("split-pair", "pair.lk"), { theme, reducedMotion: true });
      const { page } = panel;
      const faint: string[] = [];
      let measured = 0;
      const measure = async (state: string): Promise<void> => {
        const found = await measureContrast(page, least);
        measured += found.measured;
        faint.push(...found.faint.map(({ text, where, ratio }) => `${state}: ${ratio} "${text}" (${where})`));
      };
      await page.locator(".future").first().waitFor();
      await measure("at the start");
      await panel.thing("node:left").click();
      await page.locator(".menu.placed").waitFor();
      await measure("menu");
      await page.keyboard.press("Escape");
      for (const link of ["link:0:0", "link:0:1"]) await choose(panel, link, "cut path");
      await page.locator("#topology .node.split").first().waitFor();
      await measure("split brain");
      await page.locator(".moment.outside").last().click();
      await page.locator(".moment.outside.shown").waitFor();
      for (const tab of tabs) {
        await page.locator(`#tab-${tab}`).click();
        await page.locator(`#tab-${tab}[aria-selected="true"]`).waitFor();
        if (tab === "prove") await page.locator(".repairs .apply").first().waitFor();
        if (tab === "advise") await page.locator("table.advice").waitFor();
        await measure(`${tab}, in the middle of a run`);
      }
      await page.locator(".corner button").click();
      await page.locator(".topology-tables").waitFor();
      await measure("as a table");
      assert.ok(measured > 300, `only ${measured} texts were measured`);
      assert.deepEqual([...new Set(faint)], []);
    });
  }

  for (const theme of themeNames) {
    it(`has no colour that is nothing after a fault, in the theme ${theme} and in one that defines hardly anything`, async () => {
      assert.ok(ownColours.length >= 8, `${ownColours}`);
      const panel = await open(sampleTexts("split-pair", "pair.lk"), { theme, reducedMotion: true });
      const { page } = panel;
      for (const link of ["link:0:0", "link:0:1"]) await choose(panel, link, "cut path");
      await page.locator("#topology .node.split").first().waitFor();
      const nothing = async (): Promise<readonly string[]> =>
        await page.evaluate((names) => {
          const probe = document.body.appendChild(document.createElement("i"));
          // What an invalid colour falls back to here is what nobody else uses.
          document.body.style.color = "rgb(1, 2, 3)";
          const empty = names.filter((name) => {
            probe.style.color = `var(${name})`;
            return getComputedStyle(probe).color === "rgb(1, 2, 3)";
          });
          document.body.style.color = "";
          probe.remove();
          return empty;
        }, ownColours);
      assert.deepEqual(await nothing(), [], theme);
      await page.evaluate(() => {
        for (const name of [...document.documentElement.style]) {
          if (/^--vscode-(?!foreground$|editor-background$)/.test(name))
            document.documentElement.style.removeProperty(name);
        }
      });
      assert.deepEqual(await nothing(), [], "a bare theme");
    });
  }
});
