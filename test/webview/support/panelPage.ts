// The whole panel in a page as VS Code makes it: the same HTML with its content security policy, the colour
// variables of a theme, and a stub of the extension that records what the panel asks for.

import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { documentsFor } from "../../../client/src/panel/documents.ts";
import { panelHtml } from "../../../client/src/panel/panelHtml.ts";
import { type PanelSettings, type ToHost, type ToPanel, usualSettings } from "../../../client/src/panel/protocol.ts";
import { applyTheme, bundleScript } from "./browser.ts";
import type { Texts } from "./samples.ts";
import type { ThemeName } from "./themes.ts";

const origin = "https://panel.test";
const root = fileURLToPath(new URL("../../../", import.meta.url));
const codicons = `${root}node_modules/@vscode/codicons/dist/`;

let bundled: Promise<string> | undefined;

function panelScript(): Promise<string> {
  bundled ??= bundleScript(`${root}client/webview/main.ts`);
  return bundled;
}

export interface PanelOptions {
  readonly theme?: ThemeName;
  readonly locale?: Locale;
  readonly width?: number;
  readonly height?: number;
  /** What VS Code kept from before. */
  readonly saved?: unknown;
  readonly reducedMotion?: boolean;
  readonly settings?: Partial<PanelSettings>;
}

export interface PanelPage {
  readonly page: Page;
  /** Errors of scripts and everything the content security policy refused. */
  readonly complaints: readonly string[];
  sent(): Promise<readonly ToHost[]>;
  saved(): Promise<unknown>;
  post(message: ToPanel): Promise<void>;
  /** Sends other texts, as typing in the editor does. */
  edit(texts: Texts, locale?: Locale): Promise<void>;
  thing(key: string): Locator;
  close(): Promise<void>;
}

export async function openPanel(browser: Browser, texts: Texts, options: PanelOptions = {}): Promise<PanelPage> {
  const { theme = "dark", locale = "en", width = 820, height = 900 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: options.reducedMotion === true ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const script = await panelScript();
  const clusterFile = Object.keys(texts)[0] ?? "";
  const html = panelHtml({
    locale,
    cspSource: origin,
    nonce: "bm9uY2U",
    script: `${origin}/panel.js`,
    codicons: `${origin}/codicon.css`,
    clusterFile,
  });
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/panel.html") return route.fulfill({ contentType: "text/html", body: html });
    if (pathname === "/panel.js") return route.fulfill({ contentType: "text/javascript", body: script });
    return route.fulfill({ path: `${codicons}${basename(pathname)}` });
  });
  await page.addInitScript((saved) => {
    const sent: unknown[] = [];
    let kept: unknown = saved;
    Object.assign(window, {
      sentToHost: sent,
      keptState: () => kept,
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => sent.push(message),
        getState: () => kept,
        setState: (state: unknown) => {
          // As VS Code does: what is kept is text.
          kept = JSON.parse(JSON.stringify(state));
        },
      }),
    });
  }, options.saved);
  await page.goto(`${origin}/panel.html`);
  await applyTheme(page, theme);
  const post = (message: ToPanel): Promise<void> =>
    page.evaluate((data) => {
      window.dispatchEvent(new MessageEvent("message", { data }));
    }, message);
  const settings: PanelSettings = { ...usualSettings, provesUnasked: false, ...options.settings };
  const edit = async (changed: Texts, language: Locale = locale): Promise<void> => {
    const file = Object.keys(changed)[0] ?? "";
    const { documents } = documentsFor(filesOf(changed), file);
    await post({ kind: "documents", locale: language, clusterFile: file, documents, settings });
  };
  await edit(texts);
  await page.locator(".shell").waitFor();
  return {
    page,
    complaints,
    sent: () => page.evaluate(() => (window as unknown as { sentToHost: ToHost[] }).sentToHost),
    saved: () => page.evaluate(() => (window as unknown as { keptState: () => unknown }).keptState()),
    post,
    edit,
    thing: (key) => page.locator(`[data-key="${key}"]`).first(),
    close: () => context.close(),
  };
}

/** Opens the menu of a thing and takes the entry with that text. */
export async function choose(panel: PanelPage, key: string, entry: string): Promise<void> {
  await panel.thing(key).click();
  await panel.page.locator(".menu.placed .menu-item", { hasText: entry }).first().click();
}
