// What a Windows user runs: the bins of the npm package, each start in a Node of its own. Everything that one opens is
// written down, because a name of another machine need only be looked at to sign the user in there.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const project = process.env["LIFEKEEPER_PROJECT"] ?? "";

/** On drive C, as an installation would be. */
export const folder = mkdtempSync(join(tmpdir(), "lkcluster-"));
const opened = join(folder, "opened.txt");
const recorder = join(folder, "recorder.cjs");

/** Once, before everything else. */
export function install(): void {
  cpSync(join(project, "dist/npm"), join(folder, "lkcluster"), { recursive: true });
  cpSync(join(project, "samples"), join(folder, "samples"), { recursive: true });
  writeFileSync(
    recorder,
    `const fs = require("node:fs");
const write = fs.appendFileSync;
for (const name of ["openSync", "statSync", "lstatSync", "readFileSync", "readdirSync", "existsSync", "accessSync", "realpathSync"]) {
  const real = fs[name];
  fs[name] = Object.assign((path, ...rest) => {
    if (typeof path === "string" && !path.startsWith(${JSON.stringify(opened)})) write(${JSON.stringify(opened)}, path + "\\n");
    return real(path, ...rest);
  }, real);
}
require("node:module").syncBuiltinESMExports();
`,
  );
}

export function uninstall(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The arguments with which Node starts one of the package's programs. */
export function startOf(bin: "lkcluster" | "lkcluster-language-server"): readonly string[] {
  return ["--require", recorder, join(folder, "lkcluster/bin", `${bin}.mjs`)];
}

/** The paths of other machines that were opened since this was asked last. */
export function openedElsewhere(): readonly string[] {
  const lines = existsSync(opened) ? readFileSync(opened, "utf8").split("\n") : [];
  rmSync(opened, { force: true });
  if (lines.length === 0) throw new Error("nothing was written down, so that nothing is known");
  return lines.filter((line) => /^(?:\\\\|\/\/)(?![?.][\\/])/.test(line) || /^\\\\\?\\UNC/i.test(line));
}

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

export function lkcluster(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...startOf("lkcluster"), ...args], {
    cwd,
    encoding: "utf8",
    timeout: 100_000,
    env: { ...process.env, ...env },
  });
  return { status, out: stdout, errors: stderr };
}
