// `npm run test:web`: the extension in a browser's extension host, as in vscode.dev. The tests print what happens and
// how many passed and failed, which is written down for whoever counts.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { buildAll, distRoot } from "./build.ts";
import { outputRoot, projectRoot } from "./projectRoot.ts";
import { prepareWorkspace } from "./sampleWorkspace.ts";
import { stageExtension } from "./stagedExtension.ts";
import { prepareBrowser } from "./testHost/browser.ts";
import { prepareCodeServer } from "./testHost/codeServer.ts";
import { startDriver } from "./testHost/driver.ts";
import { startWebWorkbench } from "./testHost/webWorkbench.ts";

/** Nothing has come from the tests for so long: they have hung. */
const silenceMs = Number(process.env["LIFEKEEPER_TEST_SILENCE_MS"] ?? 300_000);

const manifest = {
  name: "memory-files",
  publisher: "tests",
  version: "0.0.0",
  engines: { vscode: "^1.101.0" },
  browser: "./memoryFiles.js",
  activationEvents: ["onFileSystem:memfs"],
};

/** The last line says how it went. */
function keepNumbers(text: string): void {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  if (passed === undefined) return;
  writeFileSync(join(outputRoot, "tests-web.json"), JSON.stringify({ passed: Number(passed), failed: Number(failed) }));
}

/** Bundled afresh; gives back their folder. */
async function bundleTests(): Promise<string> {
  const folder = join(distRoot, "web");
  rmSync(folder, { recursive: true, force: true });
  await build({
    bundle: true,
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
    logLevel: "warning",
    absWorkingDir: projectRoot,
    entryPoints: { tests: "test/web/index.ts", memoryFiles: "test/web/memoryFiles.ts" },
    outdir: folder,
  });
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}

async function main(): Promise<number> {
  const [program, { vscodeFolder }] = await Promise.all([prepareBrowser(), prepareCodeServer()]);
  await buildAll({ production: false });
  const tests = await bundleTests();
  let lastSign = performance.now();
  const driver = await startDriver(
    join(outputRoot, "screenshots"),
    () => {
      lastSign = performance.now();
    },
    keepNumbers,
  );
  const workbench = await startWebWorkbench({
    vscodeFolder,
    extension: stageExtension(join(outputRoot, "web-extension")),
    tests,
    folder: { scheme: "memfs", path: "/folder" },
    files: prepareWorkspace(join(outputRoot, "web-workspace")),
    told: { driver: driver.url },
  });
  const { executablePath, args, env } = program;
  const browser = await chromium.launch({ executablePath, args: [...args], env, headless: true });
  try {
    return await testsIn(browser, workbench.url, () => performance.now() - lastSign > silenceMs, driver.attach);
  } finally {
    await browser.close();
    workbench.stop();
    driver.stop();
  }
}

async function testsIn(
  browser: Browser,
  url: string,
  hasHung: () => boolean,
  attach: (page: Awaited<ReturnType<Browser["newPage"]>>) => void,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  // The gallery and every other host outside: an answer at once instead of a name that does not resolve.
  await context.route(/^https?:\/\/(?!127\.0\.0\.1|localhost|[^/]*\.localhost)/, (route) => route.abort());
  const page = await context.newPage();
  attach(page);
  const log: string[] = [];
  page.on("console", (message) => log.push(message.text()));
  page.on("pageerror", (error) => log.push(String(error)));
  page.on("response", (response) => {
    if (!response.ok()) log.push(`${response.status()} ${response.url()}`);
  });
  try {
    return await new Promise<number>((resolve, reject) => {
      const watch = setInterval(() => {
        if (hasHung()) reject(new Error(`nothing has come from the tests for ${silenceMs / 1000} s`));
      }, 1000);
      watch.unref();
      const opened = async (): Promise<void> => {
        await page.exposeFunction("codeAutomationLog", (type: string, args: readonly unknown[]) => {
          log.push(`${type}: ${args.map(String).join(" ")}`);
        });
        await page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
        await page.goto(url, { timeout: 120_000 });
      };
      opened().catch(reject);
    });
  } finally {
    mkdirSync(outputRoot, { recursive: true });
    writeFileSync(join(outputRoot, "web-editor.log"), log.join("\n"));
  }
}

process.exit(await main());
