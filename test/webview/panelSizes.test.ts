// The panel in every size: nothing is cut, nothing lies on anything else, the bar and the tabs stay in sight.

import assert from "node:assert/strict";
import { longNames, longNode } from "./support/longNames.ts";
import { choose, type PanelPage } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";

const widths = [360, 600, 900, 1400];
const heights = [400, 900];
const tabs = ["timeline", "what-if", "hierarchies", "sequence", "prove"] as const;

/** What is wrong with the picture, in words; empty when nothing is. */
function complaintsOf(panel: PanelPage): Promise<readonly string[]> {
  return panel.page.evaluate(() => {
    const found: string[] = [];
    const { innerWidth, innerHeight } = window;
    const { scrollTop = 0, scrollLeft = 0 } = document.scrollingElement ?? {};
    if (scrollTop !== 0 || scrollLeft !== 0) found.push("the page is scrolled");
    const bar = document.querySelector(".bar")?.getBoundingClientRect();
    if (bar?.top !== 0) found.push(`the bar is at ${bar?.top}`);
    for (const tool of document.querySelectorAll(".bar button, .bar vscode-single-select, .player .tool")) {
      const { left, right, width } = tool.getBoundingClientRect();
      if (left < 0 || right > innerWidth + 0.5 || width === 0) found.push(`a tool is outside: ${left} to ${right}`);
    }
    const lower = document.querySelector(".lower")?.getBoundingClientRect();
    for (const tab of document.querySelectorAll(".tab")) {
      const { left, right } = tab.getBoundingClientRect();
      if (lower === undefined || left < lower.left || right > lower.right + 0.5) found.push(`${tab.id} is cut`);
    }
    const content = document.querySelector(".tab-panel")?.getBoundingClientRect();
    if (content === undefined || content.height < Math.min(100, innerHeight / 5)) {
      found.push(`the tab has ${content?.height} pixels`);
    }
    const frame = document.querySelector(".tab-panel");
    const scrollsSideways = frame !== null && frame.scrollWidth > frame.clientWidth + 1;
    if (scrollsSideways && document.querySelector(".timeline, .what-if, .proofs") !== null) {
      found.push(`the tab is ${frame.scrollWidth} wide in ${frame.clientWidth}`);
    }
    for (const node of document.querySelectorAll("#topology .node, #topology .pill")) {
      const card = node.querySelector(".card")?.getBoundingClientRect();
      const mood = node.querySelector(".icon.mood")?.getBoundingClientRect();
      for (const text of node.querySelectorAll("text")) {
        if (text.textContent === "") continue;
        const { left, right, top } = text.getBoundingClientRect();
        if (card === undefined || left < card.left || right > card.right)
          found.push(`${text.textContent} leaves its card`);
        if (mood !== undefined && right > mood.left && top < mood.bottom)
          found.push(`${text.textContent} lies on its icon`);
      }
    }
    const cards = [...document.querySelectorAll("#topology .node > .card")].map((card) => card.getBoundingClientRect());
    for (const label of document.querySelectorAll("#topology .line-label")) {
      const box = label.getBoundingClientRect();
      const lies = cards.some(
        (card) => box.left < card.right && card.left < box.right && box.top < card.bottom && card.top < box.bottom,
      );
      if (lies) found.push(`${label.textContent} lies on a node`);
    }
    return found;
  });
}

describe("sizes of the panel", function () {
  this.timeout(120_000);
  const open = panelSuite();

  for (const locale of ["en", "ja"] as const) {
    it(`cuts nothing and lays nothing on anything else, from 360 to 1400 pixels (${locale})`, async () => {
      const panel = await open(longNames, { locale, reducedMotion: true });
      const { page } = panel;
      await choose(panel, `node:${longNode}`, "crash");
      await page.locator("#topology .node.down").waitFor();
      const wrong: string[] = [];
      for (const width of widths) {
        for (const height of heights) {
          await page.setViewportSize({ width, height });
          for (const tab of tabs) {
            await page.locator(`#tab-${tab}`).click();
            await page.locator(`#tab-${tab}[aria-selected="true"]`).waitFor();
            // Two frames: one in which the size is noticed, one in which it is drawn.
            await page.evaluate(
              () =>
                new Promise((done) =>
                  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))),
                ),
            );
            wrong.push(...(await complaintsOf(panel)).map((text) => `${width}x${height} ${tab}: ${text}`));
          }
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});
