// How long one frame of the panel takes: a step through the run of a cluster with 8 nodes and 200 resources, from the
// key stroke to the finished layout, in every tab. The aim is 16 ms. Needs a Chromium, as the panel's tests do.

import { launchBrowser } from "../webview/support/browser.ts";
import { inventedCluster } from "../webview/support/inventedCluster.ts";
import { openPanel, type PanelPage } from "../webview/support/panelPage.ts";

const steps = 60;
const tabs = ["timeline", "hierarchies", "sequence"] as const;

interface Frames {
  readonly updateMs: readonly number[];
  readonly renderMs: readonly number[];
}

/** Moves the slider through the run, one moment a frame. */
function frames(panel: PanelPage): Promise<Frames> {
  return panel.page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>("input[type=range]");
    if (slider === null) throw new Error("no slider");
    const updateMs: number[] = [];
    const renderMs: number[] = [];
    const last = Number(slider.max);
    for (let step = 0; step < count; step++) {
      await new Promise<void>((resolve) => {
        let beganMs = 0;
        requestAnimationFrame(() => {
          beganMs = performance.now();
        });
        slider.value = String(Math.round((last * ((step * 7) % count)) / count));
        const startMs = performance.now();
        slider.dispatchEvent(new Event("input"));
        updateMs.push(performance.now() - startMs);
        // Runs after the panel has drawn; asking for a size makes the layout happen now.
        requestAnimationFrame(() => {
          void document.body.offsetHeight;
          renderMs.push(performance.now() - beganMs);
          resolve();
        });
      });
    }
    return { updateMs, renderMs };
  }, steps);
}

function told(name: string, values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1).padStart(6);
  return `${name.padEnd(24)} best ${at(0)} ms   median ${at(0.5)} ms   95 % ${at(0.95)} ms   worst ${at(1)} ms`;
}

const browser = await launchBrowser();
try {
  const text = inventedCluster({ nodes: 8, witnesses: 0, resources: 200 });
  const panel = await openPanel(browser, { "invented.lk": text }, { width: 1000, height: 1000 });
  await panel.thing("node:lk01").click();
  await panel.page.locator(".menu.placed .menu-item", { hasText: "crash lk01" }).click();
  await panel.page.locator("#moment-1").waitFor();
  const moments = Number(await panel.page.locator("input[type=range]").getAttribute("max")) + 1;
  console.log(`8 nodes, 28 pairs with 2 paths, 200 resources; ${moments} moments after one crash`);
  for (const tab of tabs) {
    await panel.page.locator(`#tab-${tab}`).click();
    await frames(panel);
    const { updateMs, renderMs } = await frames(panel);
    const whole = updateMs.map((update, index) => update + (renderMs[index] ?? 0));
    console.log(told(`${tab}: frame`, whole));
  }
  if (panel.complaints.length > 0) console.log(panel.complaints);
} finally {
  await browser.close();
}
