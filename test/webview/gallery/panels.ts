// Screenshots of the whole panel with the samples, to be looked at: `node test/webview/gallery/panels.ts`.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "../support/browser.ts";
import { openPanel } from "../support/panelPage.ts";
import { sampleTexts } from "../support/samples.ts";

const out = fileURLToPath(new URL("../../../.test-output/panel/", import.meta.url));
mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
try {
  const views = [
    { name: "pair-dark-ja", sample: ["split-pair", "pair.lk"], theme: "dark", locale: "ja" },
    { name: "hulft-dark-en", sample: ["aws-hulft", "hulft.lk"], theme: "dark", locale: "en" },
    { name: "hulft-light-ja", sample: ["aws-hulft", "hulft.lk"], theme: "light", locale: "ja" },
    {
      name: "azure-high-contrast-en",
      sample: ["azure-storage-quorum", "azure.lk"],
      theme: "high-contrast",
      locale: "en",
    },
    {
      name: "azure-hc-light-ja",
      sample: ["azure-storage-quorum", "azure.lk"],
      theme: "high-contrast-light",
      locale: "ja",
    },
  ] as const;
  for (const { name, sample, theme, locale } of views) {
    const panel = await openPanel(browser, sampleTexts(sample[0], sample[1]), { theme, locale });
    await panel.page.locator("#topology").waitFor();
    await panel.page.screenshot({ path: `${out}${name}-0.png` });
    const node = panel.page.locator("#topology .thing.serving").first();
    await node.click();
    await panel.page.locator(".menu.placed").waitFor();
    await panel.page.screenshot({ path: `${out}${name}-1.png` });
    await panel.page.locator(".menu-item").first().click();
    await panel.page.locator(".moment.outside").first().waitFor();
    await panel.page.screenshot({ path: `${out}${name}-2.png` });
    await panel.page.locator("#tab-hierarchies").click();
    await panel.page.screenshot({ path: `${out}${name}-3.png` });
    await panel.page.locator("#tab-sequence").click();
    await panel.page.locator("#sequence").waitFor();
    await panel.page.screenshot({ path: `${out}${name}-4.png` });
    await panel.page.locator("#tab-prove").click();
    await panel.page.locator(".proof:is(.holds, .violated, .incomplete)").last().waitFor();
    await panel.page.screenshot({ path: `${out}${name}-5.png` });
    await panel.page.locator(".repairs .apply, .proof.holds").first().waitFor();
    await panel.page.screenshot({ path: `${out}${name}-5b.png` });
    await panel.page.locator("#tab-advise").click();
    await panel.page.locator("table.advice").waitFor({ timeout: 60_000 });
    await panel.page.screenshot({ path: `${out}${name}-6.png` });
    if (panel.complaints.length > 0) console.error(name, panel.complaints);
    await panel.close();
  }
} finally {
  await browser.close();
}
