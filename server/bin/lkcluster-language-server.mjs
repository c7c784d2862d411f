#!/usr/bin/env node
// Starts the language server: from its bundle where the package is installed, from the sources in a checkout. Plain
// JavaScript on purpose: an old Node must still get a clear message, or the right Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const args = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const transports = ["--stdio", "--node-ipc", "--socket=", "--pipe="];
const bundle = new URL("../lib/main.cjs", import.meta.url);
const isBundled = existsSync(bundle);
const [neededMajor, neededMinor] = isBundled ? [20, 0] : [22, 18];
// The project brings its own Node; a checkout after `npm ci` has it beside the other commands.
const ownNode = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));

if (!args.some((arg) => transports.some((transport) => arg.startsWith(transport)))) {
  process.stderr.write(
    "Usage: lkcluster-language-server --stdio\n" +
      "Speaks the language server protocol for LifeKeeper cluster files (*.lk) and parameter files.\n" +
      "使い方: lkcluster-language-server --stdio\n" +
      "LifeKeeper のクラスターファイル（*.lk）とパラメーターファイルの言語サーバーです。\n",
  );
  process.exitCode = args.includes("--help") ? 0 : 2;
} else if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) {
  // Compiled code is kept between starts, in a folder of the user: in one for all, somebody else might have put some.
  // An older Node has no such thing.
  module.enableCompileCache?.(join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "lkcluster"));
  await import(isBundled ? bundle.href : "../src/node/main.ts");
} else if (!isBundled && existsSync(ownNode)) {
  const server = spawn(ownNode, [fileURLToPath(import.meta.url), ...args], { stdio: "inherit" });
  server.on("exit", (code) => process.exit(code ?? 1));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
} else {
  process.stderr.write(
    `lkcluster-language-server needs Node ${neededMajor}.${neededMinor} or newer; this is ${process.versions.node}.\n` +
      `lkcluster-language-server には Node ${neededMajor}.${neededMinor} 以降が必要です（現在 ${process.versions.node}）。\n`,
  );
  process.exitCode = 2;
}
