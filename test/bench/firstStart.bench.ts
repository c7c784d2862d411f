// How long a newcomer waits: from a clone to an editor that answers, with nothing cached but what npm caches itself,
// and a second time. Also the size of the packaged extension.

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/childProcess.ts";
import { npm } from "../../scripts/npm.ts";
import { makePackages } from "../../scripts/package.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";

const folder = mkdtempSync(join(tmpdir(), "lifekeeper-clone-"));
const clone = join(folder, "clone");

async function timed(
  what: string,
  work: () => Promise<{ readonly code: number | undefined; readonly text: string }>,
): Promise<number> {
  const start = performance.now();
  const { code, text } = await work();
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${what} did not succeed:\n${text}`);
  process.stdout.write(`  ${what.padEnd(44)} ${seconds.toFixed(1).padStart(7)} s\n`);
  return seconds;
}

try {
  const git = () => run("git", ["clone", "-q", projectRoot, clone], { timeoutMs: 120_000, output: "keep" });
  const total =
    (await timed("git clone (from this disk)", git)) +
    (await timed("npm ci", () => npm(["ci"], clone, 600_000))) +
    (await timed("npm start, until the editor answers", () => npm(["start", "--", "--check"], clone, 600_000)));
  process.stdout.write(`  ${"from clone to open editor".padEnd(44)} ${total.toFixed(1).padStart(7)} s\n`);
  await timed("npm start, the second time", () => npm(["start", "--", "--check"], clone, 600_000));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const bytes = statSync((await makePackages()).extension).size;
process.stdout.write(`  ${"packaged extension".padEnd(44)} ${(bytes / 1024).toFixed(0).padStart(7)} KiB\n`);
