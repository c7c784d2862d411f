#!/usr/bin/env node
// Starts the language server. Plain JavaScript on purpose: an old Node must still get a clear message, or the right Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const args = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const transports = ["--stdio", "--node-ipc", "--socket=", "--pipe="];

if (!args.some((arg) => transports.some((transport) => arg.startsWith(transport)))) {
  process.stderr.write(
    "Usage: lkcluster-language-server --stdio\n" +
      "Speaks the language server protocol for LifeKeeper cluster files (*.lk) and parameter files.\n" +
      "使い方: lkcluster-language-server --stdio\n" +
      "LifeKeeper のクラスターファイル（*.lk）とパラメーターファイルの言語サーバーです。\n",
  );
  process.exitCode = args.includes("--help") ? 0 : 2;
} else if (major > 22 || (major === 22 && minor >= 18)) {
  await import("../src/main.ts");
} else {
  // The project brings its own Node; a checkout after `npm ci` has it beside the other commands.
  const own = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));
  if (existsSync(own)) {
    const server = spawn(own, [fileURLToPath(import.meta.url), ...args], { stdio: "inherit" });
    server.on("exit", (code) => process.exit(code ?? 1));
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  } else {
    process.stderr.write(
      `lkcluster-language-server needs Node 22.18 or newer; this is ${process.versions.node}.\n` +
        `lkcluster-language-server には Node 22.18 以降が必要です（現在 ${process.versions.node}）。\n`,
    );
    process.exitCode = 2;
  }
}
