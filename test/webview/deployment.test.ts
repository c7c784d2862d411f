// The deployment page in a real browser: the question and its answers by mouse and by keyboard, clocks that go on, the
// record at the end, in both languages, in narrow and high-contrast windows.

import assert from "node:assert/strict";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import type { Browser, Page } from "playwright-core";
import { beginDeployment, withEnd, withPlan, withProgress } from "../../client/src/deploy/page/deployment.ts";
import { type Deployment, type FromPage, toPage } from "../../client/src/deploy/page/protocol.ts";
import { panelHtml } from "../../client/src/panel/panelHtml.ts";
import { danger, hostileNames } from "../support/hostileNames.ts";
import { wrongIn } from "./support/axe.ts";
import { applyTheme, bundleScript, launchBrowser } from "./support/browser.ts";
import { type ThemeName, themeNames } from "./support/themes.ts";

const origin = "https://page.test";
const root = fileURLToPath(new URL("../../", import.meta.url));
const same = (text: string) => ({ en: text, ja: text });

function planFor(names: readonly string[]): DeploymentPlan {
  const drift = { kind: "never", changedThere: [], onlyWording: false, isRolledBack: false } as const;
  return {
    ...{ cluster: "web", mode: "merge", activate: false, rollback: undefined, others: [], effects: [] },
    nodes: names.map((node, at) => ({
      ...{ node, before: asBytes("A=1\nB=2\n"), after: asBytes(at === 0 ? "A=1\nB=2\n" : "A=1\nB=3\n") },
      ...{ changes: [], sets: ["B"], drift, noLongerSet: [] },
    })),
    goesTo: names.map((node) => ({ node, ssh: `root@${node}`, file: "/etc/default/LifeKeeper" })),
    order: names,
    rollout: { kind: "proved", statesExplored: 108, text: same("No mixed state splits.") },
    proofsViolated: false,
    steps: [
      { kind: "stage", node: undefined, text: same("Write the new files") },
      { kind: "later", node: undefined, text: same("Afterwards") },
    ],
    refusals: [],
    warnings: [same("One thing to know.")],
  };
}

function reportFor(names: readonly string[], outcome: DeployReport["outcome"]): DeployReport {
  const node = { state: "changed", before: "a".repeat(64), after: "b".repeat(64), detail: same("in place") } as const;
  return {
    ...{
      outcome,
      transaction: "0123456789abcdef0123",
      message: same(`It ended ${outcome}.`),
      advice: [same("Look at it.")],
    },
    nodes: names.map((name) => ({ node: name, ...node, said: `${name} said` })),
    ...{ healed: [], declined: false, plan: undefined },
  };
}

const names = ["alpha", "beta"];
const begun = beginDeployment("web", "deploy", 1000);
const asking = withPlan(begun, planFor(names));

describe("the deployment page in a browser", function () {
  this.timeout(60_000);
  let browser: Browser;
  let script = "";
  let page: Page;
  let complaints: string[] = [];

  before(async function () {
    this.timeout(240_000);
    browser = await launchBrowser();
    script = await bundleScript(`${root}client/webview/deployment/main.ts`);
  });
  after(() => browser.close());
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(complaints, [], "errors in the page, or something its content security policy refused");
  });

  async function open(theme: ThemeName = "dark", width = 900): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    page = await context.newPage();
    complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    const html = panelHtml({
      ...{ locale: "en", cspSource: origin, nonce: "bm9uY2U", clusterFile: "a.lk" },
      script: `${origin}/deployment.js`,
      codicons: `${origin}/codicon.css`,
    });
    await page.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === "/page.html") return route.fulfill({ contentType: "text/html", body: html });
      if (pathname === "/deployment.js") return route.fulfill({ contentType: "text/javascript", body: script });
      return route.fulfill({ path: `${root}node_modules/@vscode/codicons/dist/${basename(pathname)}` });
    });
    await page.addInitScript(() => {
      const sent: unknown[] = [];
      Object.assign(window, {
        sentToHost: sent,
        acquireVsCodeApi: () => ({ postMessage: (one: unknown) => sent.push(one) }),
      });
    });
    await page.goto(`${origin}/page.html`);
    await applyTheme(page, theme);
  }

  async function show(deployment: Deployment, locale: Locale = "en", nowMs = 2000): Promise<void> {
    const data = toPage(locale, deployment, nowMs);
    await page.evaluate((message) => window.dispatchEvent(new MessageEvent("message", { data: message })), data);
    await page.locator("main h1").waitFor();
  }

  async function sent(): Promise<readonly FromPage[]> {
    const all = await page.evaluate(() => (window as unknown as { sentToHost: FromPage[] }).sentToHost);
    return all.filter(({ kind }) => kind !== "ready");
  }

  it("shows where each file goes and what changes, and asks one question", async () => {
    await open();
    await show(asking);
    assert.match(await page.locator("#question").innerText(), /2 nodes|one node changes/);
    assert.match(
      await page.locator("article", { hasText: "beta" }).first().innerText(),
      /ssh root@beta\s+\/etc\/default\/LifeKeeper/,
    );
    assert.deepEqual(await page.locator(".diff .added, .diff .removed").allInnerTexts(), ["-B=2\n", "+B=3\n"]);
    assert.match(await page.locator("#question").innerText(), /One thing to know\.[\s\S]*No mixed state splits\./);
    for (const answer of ["deploy", "activate", "no"]) {
      await page.locator(`[data-answer="${answer}"]`).click();
    }
    assert.deepEqual(
      await sent(),
      ["deploy", "activate", "no"].map((answer) => ({ kind: "answer", answer })),
    );
  });

  it("answers no to Escape, and nothing to an Enter that was already on its way", async () => {
    await open();
    await show(begun);
    await show(asking);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "asked");
    await page.keyboard.press("Enter");
    assert.deepEqual(await sent(), []);
    await page.keyboard.press("Escape");
    assert.deepEqual(await sent(), [{ kind: "answer", answer: "no" }]);
  });

  it("tells of each node what it does, and after five seconds since when it is waited for", async () => {
    await open();
    const told = withProgress(
      begun,
      { node: "beta", phase: "read", state: "begins", text: same("beta: reading the node") },
      1000,
    );
    await show(told, "en", 2500);
    assert.match(await page.locator('[data-node="beta"] li').innerText(), /^reading the node\s+under way,\s+1\.\d s$/);
    await show(told, "en", 8200);
    assert.match(await page.locator('[data-node="beta"] li').innerText(), /waiting since 7 s: reading the node/);
    await show(told, "ja", 8200);
    assert.match(await page.locator('[data-node="beta"] li').innerText(), /7 秒待っています/);
    await page.locator("button", { hasText: "キャンセル" }).click();
    assert.deepEqual(await sent(), [{ kind: "cancel" }]);
  });

  it("ends as a record that can be copied and rolled back, whatever the theme and the width", async () => {
    for (const [theme, width] of [
      ["dark", 900],
      ["high-contrast-light", 320],
      ["high-contrast", 320],
    ] as const) {
      await open(theme, width);
      await show(withEnd(asking, reportFor(names, "deployed"), 9000));
      assert.match(
        await page.locator("#end").innerText(),
        /It ended deployed\.[\s\S]*Look at it\.[\s\S]*alpha said[\s\S]*0123456789abcdef0123/,
      );
      await page.locator("button", { hasText: "Copy as Markdown" }).click();
      await page.locator("button", { hasText: "Roll Back…" }).click();
      assert.deepEqual(await sent(), [{ kind: "copy-record" }, { kind: "roll-back" }]);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        `cut at ${width}`,
      );
      if (theme !== "high-contrast") await page.context().close();
    }
  });

  it("has nothing that axe-core finds, asking and at its end, in every theme and in both languages", async () => {
    const wrong: string[] = [];
    for (const theme of themeNames) {
      await open(theme);
      for (const locale of locales) {
        await show(asking, locale);
        wrong.push(...(await wrongIn(page)).map((one) => `${theme}, asking: ${one}`));
        await show(withEnd(asking, reportFor(names, "mixed"), 9000), locale);
        wrong.push(...(await wrongIn(page)).map((one) => `${theme}, at its end: ${one}`));
      }
      if (theme !== themeNames.at(-1)) await page.context().close();
    }
    assert.deepEqual([...new Set(wrong)], []);
  });

  it("shows hostile names and nothing else of them", async () => {
    await open();
    for (const name of hostileNames.map((each) => each.slice(0, 200))) {
      const told = withProgress(
        withPlan(begun, planFor([name, `${name}2`])),
        { node: name, phase: "read", state: "failed", text: same(name) },
        1500,
      );
      await show(withEnd(told, reportFor([name], "mixed"), 2000));
      const found = await page.evaluate(() => ({
        foreign: document.querySelectorAll("img, iframe, a[href], form").length,
        text: document.body.innerText,
      }));
      assert.equal(found.foreign, 0);
      assert.equal(danger(found.text.replaceAll("\t", " "), "terminal"), undefined);
    }
  });
});
