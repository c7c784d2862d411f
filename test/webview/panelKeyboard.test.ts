// The panel by keyboard alone: whatever the Tab key reaches shows that it has the focus, and has a name.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";
import { themeNames } from "./support/themes.ts";

interface Stop {
  readonly what: string;
  readonly name: string;
  readonly isSeen: boolean;
}

/** What has the focus now, and whether one can see it. */
function stopOf(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const host = document.activeElement;
    if (host === null || host === document.body) return undefined;
    let inner: Element = host;
    while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
    const isPainted = (colour: string): boolean => !/^(none|transparent)$|rgba\(.*, 0\)$/.test(colour);
    const marks = [host, inner, ...inner.querySelectorAll(":scope > .ring, :scope > .ring-line, :scope > .band")].map(
      (element) => {
        const { outlineStyle, outlineWidth, outlineColor, stroke, backgroundColor } = getComputedStyle(element);
        const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0 && isPainted(outlineColor);
        const drawn = element instanceof SVGElement && element !== host && isPainted(stroke);
        return outlined || drawn || (element.matches(".sash, .menu-item") && isPainted(backgroundColor));
      },
    );
    // Controls of VS Code draw their focus inside, on whatever element they see fit.
    const deep = [...(host.shadowRoot?.querySelectorAll("*") ?? [])].some((element) => {
      const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(element);
      const focus = getComputedStyle(document.documentElement).getPropertyValue("--vscode-focusBorder").trim();
      const probe = document.createElement("i");
      probe.style.color = focus;
      document.body.append(probe);
      const wanted = getComputedStyle(probe).color;
      probe.remove();
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || borderColor === wanted;
    });
    const name = (
      host.getAttribute("aria-label") ??
      host.getAttribute("aria-labelledby") ??
      host.getAttribute("label") ??
      host.textContent ??
      ""
    ).trim();
    const what = `${host.tagName.toLowerCase()}.${host.getAttribute("class") ?? ""} ${host.id} ${host.getAttribute("data-key") ?? ""}`;
    return { what, name: name.slice(0, 60), isSeen: marks.some(Boolean) || deep };
  });
}

async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press("Tab");
    const stop = await stopOf(page);
    if (stop === undefined || (stop.what === stops[0]?.what && stop.name === stops[0].name)) break;
    stops.push(stop);
  }
  return stops;
}

describe("the panel by keyboard", function () {
  this.timeout(120_000);
  const open = panelSuite();

  for (const theme of themeNames) {
    it(`shows what has the focus, and names it, wherever Tab goes (${theme})`, async () => {
      const panel = await open(sampleTexts("split-pair", "pair.lk"), { theme, reducedMotion: true });
      const { page } = panel;
      await page.locator(".future").first().waitFor();
      const stops = [...(await tabThrough(page))];
      await choose(panel, "node:left", "crash left");
      await page.locator("#topology .node.down").waitFor();
      for (const tab of ["timeline", "hierarchies", "sequence", "prove"]) {
        await page.locator(`#tab-${tab}`).click();
        if (tab === "prove") await page.locator(".repairs .apply").first().waitFor();
        stops.push(...(await tabThrough(page)));
      }
      assert.ok(stops.length > 40, `only ${stops.length} stops`);
      const unseen = stops.filter(({ isSeen }) => !isSeen).map(({ what, name }) => `${what}: ${name}`);
      assert.deepEqual([...new Set(unseen)], [], "has the focus and does not show it");
      const nameless = stops.filter(({ name }) => name === "").map(({ what }) => what);
      assert.deepEqual([...new Set(nameless)], [], "has no name for a screen reader");
    });
  }
});
