// How long the panel takes, in a real Chromium, from what a user does to the finished layout: opening, a click that
// lets something fail, and a step through the run in every tab. The aim is a frame of 16 ms for a step with 8 nodes and
// 200 resources. Beside each figure stands how many times a small piece of work in the same browser it takes, which says
// more than milliseconds on a busy machine.

import type { Browser } from "playwright-core";
import { launchBrowser } from "../webview/support/browser.ts";
import { inventedCluster } from "../webview/support/inventedCluster.ts";
import { openPanel, type PanelPage } from "../webview/support/panelPage.ts";

const steps = 60;
const rounds = 5;
const tabs = ["timeline", "hierarchies", "sequence"] as const;

const clusters = [
  { nodes: 3, witnesses: 1, resources: 30 },
  { nodes: 8, witnesses: 0, resources: 200 },
  { nodes: 32, witnesses: 0, resources: 200 },
] as const;

/** Moves the slider through the run, one moment a frame: the update and the drawing together. */
function frames(panel: PanelPage): Promise<readonly number[]> {
  return panel.page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>("input[type=range]");
    if (slider === null) throw new Error("no slider");
    const times: number[] = [];
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
        const updateMs = performance.now() - startMs;
        // Runs after the panel has drawn; asking for a size makes the layout happen now.
        requestAnimationFrame(() => {
          void document.body.offsetHeight;
          times.push(updateMs + performance.now() - beganMs);
          resolve();
        });
      });
    }
    return times;
  }, steps);
}

/** From the documents' arrival to the drawing being laid out. */
async function opening(browser: Browser, texts: Readonly<Record<string, string>>): Promise<number> {
  const panel = await openPanel(browser, {}, { width: 1000, height: 1000 });
  const documents = Object.entries(texts).map(([file, text]) => ({ file, text, version: 1 }));
  const took = await panel.page.evaluate(
    async (message) => {
      const startMs = performance.now();
      window.dispatchEvent(new MessageEvent("message", { data: message }));
      while (document.querySelector("#topology") === null) await new Promise(requestAnimationFrame);
      void document.body.offsetHeight;
      return performance.now() - startMs;
    },
    {
      kind: "documents",
      locale: "en",
      clusterFile: Object.keys(texts)[0],
      documents,
      settings: { provesUnasked: false, proofStatesMax: 200_000 },
    },
  );
  await panel.close();
  return took;
}

/** From a click on a fault to the changed drawing, its time line included. */
async function clicking(panel: PanelPage): Promise<number> {
  await panel.thing("node:lk01").click();
  await panel.page.locator(".menu.placed .menu-item").first().waitFor();
  return await panel.page.evaluate(async () => {
    const startMs = performance.now();
    document.querySelector<HTMLElement>(".menu .menu-item")?.click();
    while (document.querySelector("#topology .node.down") === null) await new Promise(requestAnimationFrame);
    void document.body.offsetHeight;
    return performance.now() - startMs;
  });
}

/** Twenty lines of text put in place and laid out one after the other: how quick this machine and this browser are. */
async function smallWork(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.setContent("<p>0</p>");
  const times = await page.evaluate(async (count) => {
    const all: number[] = [];
    for (let step = 0; step < count; step++) {
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const startMs = performance.now();
          for (let line = 0; line < 20; line++) {
            const text = document.createElement("p");
            text.textContent = `line ${line} of step ${step}`;
            document.body.replaceChild(text, document.body.firstChild ?? text);
            void document.body.offsetHeight;
          }
          all.push(performance.now() - startMs);
          resolve();
        }),
      );
    }
    return all;
  }, steps);
  await page.close();
  return medianOf(times);
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

function told(name: string, values: readonly number[], unitMs: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1).padStart(6);
  const ratio = (medianOf(values) / Math.max(unitMs, 0.01)).toFixed(1).padStart(6);
  return `  ${name.padEnd(12)} best ${at(0)} ms   median ${at(0.5)} ms   95 % ${at(0.95)} ms   median is ${ratio} times the measure`;
}

const browser = await launchBrowser();
try {
  const unitMs = await smallWork(browser);
  console.log(`measure: twenty lines of text put in place and laid out, ${unitMs.toFixed(2)} ms`);
  for (const cluster of clusters) {
    const texts = { "invented.lk": inventedCluster(cluster) };
    const openings: number[] = [];
    for (let round = 0; round < rounds; round++) openings.push(await opening(browser, texts));
    const clicks: number[] = [];
    let panel = await openPanel(browser, texts, { width: 1000, height: 1000 });
    for (let round = 0; round < rounds; round++) {
      clicks.push(await clicking(panel));
      if (round === rounds - 1) break;
      await panel.close();
      panel = await openPanel(browser, texts, { width: 1000, height: 1000 });
    }
    const moments = Number(await panel.page.locator("input[type=range]").getAttribute("max")) + 1;
    console.log(
      `${cluster.nodes + cluster.witnesses} nodes, ${cluster.resources} resources; ${moments} moments after one crash`,
    );
    console.log(told("open", openings, unitMs));
    console.log(told("click", clicks, unitMs));
    for (const tab of tabs) {
      await panel.page.locator(`#tab-${tab}`).click();
      await frames(panel);
      console.log(told(tab, await frames(panel), unitMs));
    }
    if (panel.complaints.length > 0) console.log(panel.complaints);
    await panel.close();
  }
} finally {
  await browser.close();
}
