// Bundles what VS Code loads, on a desktop and in a browser: extension, language server and its proofs, the panel's
// browser script and the end-to-end tests; and lkcluster, which is the command line of VS Code's terminals and of the npm package.
// `--watch` rebuilds on change; `--production` makes what is shipped, small and without the tests.

import { chmodSync, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, context, type Metafile } from "esbuild";
import { buildPageParts } from "./pageParts.ts";
import { projectRoot } from "./projectRoot.ts";

export const distRoot: string = join(projectRoot, "dist");

/** Below the Node of the oldest VS Code that the manifest allows: the server is in the npm package too. */
const nodeTarget = "node20";

const forNode: BuildOptions = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: nodeTarget,
  external: ["vscode", "mocha"],
  // Of two builds of a package, the one made for bundlers: the other finds its parts at run time.
  mainFields: ["module", "main"],
  conditions: ["module"],
  define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
};

const extension: BuildOptions = {
  ...forNode,
  entryPoints: [join(projectRoot, "client/src/node/extension.ts")],
  outfile: join(distRoot, "client/extension.cjs"),
};

const server: BuildOptions = {
  ...forNode,
  entryPoints: [join(projectRoot, "server/src/node/main.ts")],
  outfile: join(distRoot, "server/main.cjs"),
};

/** Started by the server beside itself, in a thread. */
const proofs: BuildOptions = {
  ...forNode,
  entryPoints: [join(projectRoot, "server/src/node/worker.ts")],
  outfile: join(distRoot, "server/worker.cjs"),
};

const commandLine: BuildOptions = {
  ...forNode,
  entryPoints: [join(projectRoot, "cli/src/program.ts")],
  outfile: join(distRoot, "cli/lkcluster.cjs"),
};

const forBrowser: BuildOptions = { bundle: true, platform: "browser", format: "iife", target: "es2022" };

/** A browser's extension host knows CommonJS alone, and by its name where the manifest says that we are modules. */
const webExtension: BuildOptions = {
  ...forBrowser,
  format: "cjs",
  external: ["vscode"],
  entryPoints: [join(projectRoot, "client/src/browser/extension.ts")],
  outfile: join(distRoot, "client/browser.cjs"),
};

/** The server, and the proofs that it starts beside itself: one program for both. */
const webServer: BuildOptions = {
  ...forBrowser,
  entryPoints: [join(projectRoot, "server/src/browser/main.ts")],
  outfile: join(distRoot, "server/browser.js"),
};

/** What makes documents, in a thread of its own: one program for a browser's and for Node's. */
const documents: BuildOptions = {
  ...forBrowser,
  entryPoints: [join(projectRoot, "office/src/worker.ts")],
  outfile: join(distRoot, "office/worker.js"),
};

const panel: BuildOptions = {
  ...forBrowser,
  entryPoints: [join(projectRoot, "client/webview/main.ts")],
  outfile: join(distRoot, "webview/panel.js"),
};

const deploymentPage: BuildOptions = {
  ...panel,
  entryPoints: [join(projectRoot, "client/webview/deployment/main.ts")],
  outfile: join(distRoot, "webview/deployment.js"),
};

const endToEnd: BuildOptions = {
  ...forNode,
  entryPoints: [join(projectRoot, "test/e2e/index.ts")],
  outfile: join(distRoot, "e2e/index.cjs"),
};

export interface BuildWish {
  readonly production: boolean;
}

/** Builds everything afresh and tells what went in. Throws what esbuild throws: messages with places. */
export async function buildAll({ production }: BuildWish): Promise<readonly Metafile[]> {
  // What was packaged earlier stays: it is what somebody is about to install.
  for (const folder of ["cli", "client", "e2e", "office", "server", "webview"]) {
    rmSync(join(distRoot, folder), { recursive: true, force: true });
  }
  const built = await Promise.all(
    bundles(production).map((options) => build({ ...options, ...howTo(production), metafile: true })),
  );
  const page = await buildPageParts();
  copyIcons();
  copyTerminalCommand();
  return [...built.map(({ metafile }) => metafile), page];
}

function bundles(production: boolean): readonly BuildOptions[] {
  const shipped = [extension, server, proofs, webExtension, webServer, commandLine, documents, panel, deploymentPage];
  return production ? shipped : [...shipped, endToEnd];
}

function howTo(production: boolean): BuildOptions {
  return {
    minify: production,
    sourcemap: production ? false : "linked",
    logLevel: "warning",
    absWorkingDir: projectRoot,
  };
}

/** The icon font of VS Code itself, which the panel uses. */
function copyIcons(): void {
  const from = join(projectRoot, "node_modules/@vscode/codicons/dist");
  mkdirSync(join(distRoot, "webview"), { recursive: true });
  for (const file of ["codicon.css", "codicon.ttf"]) copyFileSync(join(from, file), join(distRoot, "webview", file));
}

/** `lkcluster` for the terminals of VS Code, which find it by their PATH. */
function copyTerminalCommand(): void {
  mkdirSync(join(distRoot, "cli/bin"), { recursive: true });
  for (const file of ["lkcluster", "lkcluster.cmd"]) {
    copyFileSync(join(projectRoot, "cli/terminal", file), join(distRoot, "cli/bin", file));
    chmodSync(join(distRoot, "cli/bin", file), 0o755);
  }
}

async function watch(): Promise<void> {
  copyIcons();
  copyTerminalCommand();
  await buildPageParts();
  const contexts = await Promise.all(
    bundles(false).map((options) => context({ ...options, ...howTo(false), logLevel: "info" })),
  );
  await Promise.all(contexts.map((bundle) => bundle.watch()));
}

if (import.meta.main) {
  if (process.argv.includes("--watch")) await watch();
  else await buildAll({ production: process.argv.includes("--production") });
}
