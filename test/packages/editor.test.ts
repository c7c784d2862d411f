// The extension as somebody installs it: from its file, into an editor that has never seen it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { publicHome } from "../../scripts/packages/publicHome.ts";
import { prepareWorkspace } from "../../scripts/sampleWorkspace.ts";
import { prepareBrowser } from "../../scripts/testHost/browser.ts";
import { prepareCodeServer } from "../../scripts/testHost/codeServer.ts";
import { writeEditorSettings } from "../../scripts/testHost/editorSettings.ts";
import { workbenchUrl } from "../../scripts/testHost/launchArguments.ts";
import { startVscodeServer, type VscodeServer } from "../../scripts/testHost/vscodeServer.ts";
import { packageFile, say } from "./installing.ts";

const seenMs = 120_000;

describe("the extension, installed from its file", () => {
  let folder = "";
  let server: VscodeServer;
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(400_000);
    folder = mkdtempSync(join(tmpdir(), "lkcluster-editor-"));
    const [{ executablePath, args, env }, { vscodeFolder }] = await Promise.all([
      prepareBrowser(),
      prepareCodeServer(),
    ]);
    const dataFolder = join(folder, "data");
    const program = join(vscodeFolder, "out/server-main.js");
    const install = ["--install-extension", packageFile(".vsix"), "--server-data-dir", dataFolder];
    const installed = say(process.execPath, [program, ...install, "--accept-server-license-terms"], folder);
    assert.equal(installed.status, 0, installed.out + installed.errors);
    assert.match(installed.out, /was successfully installed/);
    writeEditorSettings(dataFolder, {});
    server = await startVscodeServer({ vscodeFolder, dataFolder, env: process.env, port: 0, forTests: false });
    browser = await chromium.launch({ executablePath, args: [...args], env, headless: true });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
    await context.route(/^https?:\/\/(?!127\.0\.0\.1|localhost|[^/]*\.localhost)/, (route) => route.abort());
    page = await context.newPage();
    const workspace = prepareWorkspace(join(folder, "workspace"));
    const launch = {
      extensionDevelopmentPaths: [],
      extensionTestsPath: undefined,
      workspace,
      userDataFolder: undefined,
    };
    await page.goto(workbenchUrl(server, launch), { timeout: seenMs });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("comes up by itself where there are clusters, and says nothing of mistakes", async function () {
    this.timeout(200_000);
    await page.locator(".activitybar .action-label[aria-label^='LifeKeeper']").first().click({ timeout: seenMs });
    await page.locator(".pane-body .monaco-list-row", { hasText: "hulft-aws" }).first().waitFor({ timeout: seenMs });
    assert.equal(await page.locator(".notification-list-item .codicon-error").count(), 0);
  });

  it("has one name, one publisher, and a page without a dead link or a missing picture", async function () {
    this.timeout(300_000);
    await page.keyboard.press("Control+Shift+X");
    const row = page.locator(".extensions-list .monaco-list-row", { hasText: "LifeKeeper" });
    await row.first().waitFor({ timeout: seenMs });
    assert.equal(await row.count(), 1);
    await row.first().click();
    const editor = page.locator(".extension-editor");
    await editor.locator(".name").first().waitFor({ timeout: seenMs });
    assert.equal(await editor.locator(".name").first().textContent(), "LifeKeeper for VS Code");
    assert.equal((await editor.locator(".publisher").first().textContent())?.trim(), "vscode-lifekeeper");
    const readme = await frameWith(page, "Five minutes to the first proof");
    const { pictures, missing, links } = await readme.evaluate(() => {
      const images = [...document.querySelectorAll("img")];
      return {
        pictures: images.length,
        missing: images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
        links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? ""),
      };
    });
    assert.deepEqual(missing, [], `${pictures} pictures`);
    const home = publicHome().repository;
    const dead = links.filter((href) => !href.startsWith("#") && (home === undefined || !href.startsWith(home)));
    assert.deepEqual(dead, [], `${links.length} links`);
  });
});

/** The frame in which this text is seen. */
async function frameWith(page: Page, text: string): Promise<Frame> {
  const endMs = performance.now() + seenMs;
  for (;;) {
    for (const frame of page.frames()) {
      const found = await frame
        .getByText(text)
        .first()
        .isVisible()
        .catch(() => false);
      if (found) return frame;
    }
    if (performance.now() > endMs) throw new Error(`no frame shows ${text}`);
    await page.waitForTimeout(100);
  }
}
