#!/usr/bin/env node
// Starts lkcluster: from its one bundle where the package is installed, from the sources in a checkout. Plain
// JavaScript on purpose: an old Node must still get a clear message, or the right Node.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const bundle = new URL("../lib/lkcluster.cjs", import.meta.url);
const isBundled = existsSync(bundle);
const [neededMajor, neededMinor] = isBundled ? [20, 0] : [22, 18];
// The project brings its own Node; a checkout after `npm ci` has it beside the other commands.
const ownNode = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));

if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) {
  if (!isBundled) {
    // Stripping the types of some hundred files is most of the start; what came out is kept where only this user writes.
    nodeModule.enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/lkcluster", import.meta.url)));
  }
  await import(isBundled ? bundle.href : "../src/program.ts");
} else if (!isBundled && existsSync(ownNode)) {
  const result = spawnSync(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = result.status ?? 2;
} else {
  process.stderr.write(
    `lkcluster needs Node ${neededMajor}.${neededMinor} or newer; this is ${process.versions.node}.\n` +
      `lkcluster には Node ${neededMajor}.${neededMinor} 以降が必要です（現在 ${process.versions.node}）。\n`,
  );
  process.exitCode = 2;
}
