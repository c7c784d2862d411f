// Stands in for the program `code`: takes desktop VS Code's arguments, runs the same editor in a browser without a
// screen, and ends with the code of the extension's tests. `@vscode/test-electron` cannot tell the difference.

import { createWriteStream, mkdirSync, mkdtempSync, rmSync, type WriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { outputRoot } from "../projectRoot.ts";
import { prepareBrowser } from "./browser.ts";
import { prepareCodeServer } from "./codeServer.ts";
import { startDriver } from "./driver.ts";
import { asksForTrustVariable, driverVariable } from "./driverProtocol.ts";
import { writeEditorSettings } from "./editorSettings.ts";
import { parseLaunchArguments, workbenchUrl } from "./launchArguments.ts";
import { startVscodeServer } from "./vscodeServer.ts";

/** A run from which nothing has come for so long has hung. How long it takes as a whole is the machine's matter. */
const silenceMs = Number(process.env["LIFEKEEPER_TEST_SILENCE_MS"] ?? 300_000);
let lastSign = performance.now();

/** As on the desktop, but for the question at the start, which would cover everything. */
const trustSettings = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
};

/** Ends of things that were started, last first. */
const cleanups: (() => void | Promise<void>)[] = [];

async function main(): Promise<number> {
  const launch = parseLaunchArguments(process.argv.slice(2));
  const [program, { vscodeFolder }] = await Promise.all([prepareBrowser(), prepareCodeServer()]);
  const driver = await startDriver(join(outputRoot, "screenshots"), () => {
    lastSign = performance.now();
  });
  cleanups.push(() => driver.stop());
  const dataFolder = mkdtempSync(join(tmpdir(), "lifekeeper-vscode-"));
  cleanups.push(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 }));
  // `--disable-workspace-trust` is always among the arguments of test-electron, so that this is asked for besides.
  const asksForTrust = process.env[asksForTrustVariable] === "yes";
  writeEditorSettings(dataFolder, asksForTrust ? trustSettings : {});
  const [server, browser] = await Promise.all([
    startVscodeServer({
      vscodeFolder,
      dataFolder,
      env: editorEnvironment(driver.url, dataFolder),
      port: 0,
      forTests: true,
      asksForTrust,
    }),
    chromium.launch({
      executablePath: program.executablePath,
      args: [...program.args],
      env: program.env,
      headless: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    }),
  ]);
  cleanups.push(
    () => server.stop(),
    () => browser.close(),
  );
  const page = await openPage(browser);
  driver.attach(page);
  mkdirSync(outputRoot, { recursive: true });
  const log = createWriteStream(join(outputRoot, "editor.log"));
  cleanups.push(() => void log.end());
  return await testsIn(page, workbenchUrl(server, launch), log);
}

/** What the editor and our tests in it see. Its sockets go with its data. */
function editorEnvironment(driverUrl: string, dataFolder: string): NodeJS.ProcessEnv {
  const temporary = join(dataFolder, "tmp");
  mkdirSync(temporary);
  return { ...process.env, [driverVariable]: driverUrl, TMPDIR: temporary };
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  // The gallery and every other host outside: an answer at once instead of a name that does not resolve.
  await context.route(/^https?:\/\/(?!127\.0\.0\.1|localhost|[^/]*\.localhost)/, (route) => route.abort());
  const page = await context.newPage();
  page.on("crash", () => process.stderr.write("the browser's page has crashed\n"));
  return page;
}

/** Opens the workbench and waits for the verdict of the tests in it. The editor's own chatter goes to the log. */
function testsIn(page: Page, url: string, log: WriteStream): Promise<number> {
  return new Promise((resolve, reject) => {
    const opened = async (): Promise<void> => {
      await page.exposeFunction("codeAutomationLog", (type: string, args: readonly unknown[]) => {
        log.write(`${type}: ${args.map(String).join(" ")}\n`);
      });
      await page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
      await page.goto(url, { timeout: 120_000 });
    };
    page.once("close", () => reject(new Error("the browser's page was closed before the tests ended")));
    opened().catch(reject);
  });
}

async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) {
    try {
      await cleanup();
    } catch (error) {
      // One thing that cannot be ended must not keep the others alive.
      process.stderr.write(`${String(error)}\n`);
    }
  }
}

async function stop(why: string): Promise<never> {
  process.stderr.write(`${why}\n`);
  await cleanUp();
  process.exit(1);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => void stop(`ended by ${signal}`));
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void stop("whoever started this is gone");
  if (performance.now() - lastSign > silenceMs) void stop(`nothing has come from the tests for ${silenceMs / 1000} s`);
}, 1000).unref();

let code = 1;
try {
  code = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
await cleanUp();
process.exit(code);
