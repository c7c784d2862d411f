// Draws the gallery in every theme into .test-output/, to be looked at: `node test/webview/gallery/shoot.ts`.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyTheme, bundleScript, launchBrowser } from "../support/browser.ts";
import { themeNames } from "../support/themes.ts";

const out = fileURLToPath(new URL("../../../.test-output/panel/", import.meta.url));
mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => console.error(error));
  await page.setContent("<!doctype html><html><body></body></html>");
  for (const theme of themeNames) {
    await applyTheme(page, theme);
    if (theme === "dark") {
      await page.addScriptTag({ content: await bundleScript(fileURLToPath(new URL("gallery.ts", import.meta.url))) });
    }
    await page.screenshot({ path: `${out}gallery-${theme}.png`, fullPage: true });
  }
} finally {
  await browser.close();
}
