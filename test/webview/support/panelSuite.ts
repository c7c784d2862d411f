// What every suite of the panel in a browser shares: one browser for all its tests, every panel closed after its test,
// and no test passes whose page had an error or something its content security policy refused.

import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { openPanel, type PanelOptions, type PanelPage } from "./panelPage.ts";
import type { Texts } from "./samples.ts";

/** Within a `describe`: gives what opens panels in its tests. */
export function panelSuite(): (texts: Texts, options?: PanelOptions) => Promise<PanelPage> {
  let browser: Browser;
  let opened: readonly PanelPage[] = [];

  before(async function () {
    // A machine without a browser gets one first.
    this.timeout(240_000);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
  });
  afterEach(async () => {
    const complaints = opened.flatMap((panel) => panel.complaints);
    await Promise.all(opened.map((panel) => panel.close()));
    opened = [];
    assert.deepEqual(complaints, [], "errors in the page, or something its content security policy refused");
  });

  return async (texts, options) => {
    const panel = await openPanel(browser, texts, options);
    opened = [...opened, panel];
    return panel;
  };
}
