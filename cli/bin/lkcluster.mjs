#!/usr/bin/env node
// Starts lkcluster. Plain JavaScript on purpose: an old Node must still get a clear message, or the right Node.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // Stripping the types of some hundred files is most of the start; what came out is kept where only this user writes.
  nodeModule.enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/lkcluster", import.meta.url)));
  const { main } = await import("../src/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  // The project brings its own Node; a checkout after `npm ci` has it beside the other commands.
  const own = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));
  if (existsSync(own)) {
    const result = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
    process.exitCode = result.status ?? 2;
  } else {
    process.stderr.write(
      `lkcluster needs Node 22.18 or newer; this is ${process.versions.node}.\n` +
        `lkcluster には Node 22.18 以降が必要です（現在 ${process.versions.node}）。\n`,
    );
    process.exitCode = 2;
  }
}
