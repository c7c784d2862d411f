// Screenshots of large clusters, and of wide and narrow panels, to be looked at: `node test/webview/gallery/sizes.ts`.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "../support/browser.ts";
import { inventedCluster } from "../support/inventedCluster.ts";
import { openPanel } from "../support/panelPage.ts";
import { sampleTexts } from "../support/samples.ts";

const out = fileURLToPath(new URL("../../../.test-output/panel/", import.meta.url));
mkdirSync(out, { recursive: true });
const invented = (nodes: number, witnesses: number) => ({
  "invented.lk": inventedCluster({ nodes, witnesses, resources: 60 }),
});
const views = [
  { name: "beside-editor", texts: sampleTexts("aws-hulft", "hulft.lk"), width: 540, height: 760, click: "node:prim" },
  { name: "size-8", texts: invented(7, 1), width: 900, height: 1000, click: "node:lk02" },
  { name: "size-32", texts: invented(32, 0), width: 900, height: 1200, click: "node:lk01" },
  { name: "size-4", texts: invented(3, 1), width: 820, height: 1000, click: "node:lk01" },
  {
    name: "wide",
    texts: sampleTexts("replicated-with-witness", "replicated.lk"),
    width: 1500,
    height: 800,
    click: "node:node-a",
  },
  {
    name: "narrow",
    texts: sampleTexts("replicated-with-witness", "replicated.lk"),
    width: 380,
    height: 800,
    click: "node:node-a",
  },
] as const;
const browser = await launchBrowser();
try {
  for (const { name, texts, width, height, click } of views) {
    const panel = await openPanel(browser, texts, { width, height });
    await panel.thing(click).click();
    await panel.page.locator(".menu.placed .menu-item").first().click();
    await panel.page.locator("#moment-1").waitFor();
    await panel.page.screenshot({ path: `${out}${name}.png` });
    if (panel.complaints.length > 0) console.error(name, panel.complaints);
    await panel.close();
  }
} finally {
  await browser.close();
}
