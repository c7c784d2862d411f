// Everything that can be said about the sources without running the product: types, format, lint, generated files.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "./childProcess.ts";
import { type Job, type JobResult, runJobs } from "./jobs.ts";
import { projectRoot } from "./projectRoot.ts";

const typedFolders = [
  "core",
  "deploy",
  "office",
  "server",
  "server/src/browser",
  "client",
  "client/src/browser",
  "client/webview",
  "cli",
  "scripts",
  "test",
];

export function checkJobs(): readonly Job[] {
  const bin = (name: string): string => join(projectRoot, "node_modules", name);
  return [
    ...typedFolders.map((folder) => check(`types ${folder}`, [bin("typescript/bin/tsc"), "-p", folder])),
    check("format and lint", [bin("@biomejs/biome/bin/biome"), "check", "--colors=off"]),
    check("generated files", ["scripts/generate.ts", "--check"]),
  ];
}

function check(name: string, args: readonly string[]): Job {
  return {
    name,
    run: async (): Promise<JobResult> => {
      const result = await run(process.execPath, args, { cwd: projectRoot, timeoutMs: 300_000, output: "keep" });
      const output = result.timedOut ? `${result.text}\nnot finished after 300 s` : result.text;
      return result.code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
    },
  };
}

if (import.meta.main) {
  if (!existsSync(join(projectRoot, "node_modules"))) throw new Error("run npm ci first");
  const { passed, failed } = await runJobs(checkJobs());
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
