// What a person waits for at the terminal: whole processes of lkcluster, from the first byte of Node to the last of output.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const executable = fileURLToPath(new URL("../../cli/bin/lkcluster.mjs", import.meta.url));
const samples = fileURLToPath(new URL("../../samples/", import.meta.url));

const runs: readonly (readonly string[])[] = [
  ["--version"],
  ["--help"],
  ["explain", "QUORUM_MODE"],
  ["format", "--check", "."],
  ["check", "aws-hulft/hulft.lk"],
  ["check", "."],
  ["test", "."],
  ["prove", "."],
];

/** Of seven runs, in the middle; the first one fills the compile cache. */
function medianMs(args: readonly string[]): number {
  const times = Array.from({ length: 7 }, () => {
    const started = performance.now();
    const { status, error } = spawnSync(process.execPath, [executable, ...args], { cwd: samples });
    if (error !== undefined || status === null || status > 1) throw new Error(`lkcluster ${args.join(" ")}: ${status}`);
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[3] ?? 0;
}

const bare = Array.from({ length: 5 }, () => {
  const started = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return performance.now() - started;
}).sort((a, b) => a - b)[2];
console.log(`${"node -e 0".padEnd(36)} ${(bare ?? 0).toFixed(0).padStart(6)} ms`);
for (const args of runs) {
  console.log(`${`lkcluster ${args.join(" ")}`.padEnd(36)} ${medianMs(args).toFixed(0).padStart(6)} ms`);
}
