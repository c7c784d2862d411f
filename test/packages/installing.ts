// What people install, and what tests need to install it as they would.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { makePackages } from "../../scripts/package.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";

/** Made from the sources as they are now, once for all the tests of this suite. */
before(async function () {
  this.timeout(300_000);
  await makePackages();
});

export function packageFile(ending: ".tgz" | ".vsix"): string {
  const folder = join(projectRoot, "dist/packages");
  const found = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ending)) : [];
  const [file] = found;
  if (file === undefined || found.length > 1) throw new Error(`one ${ending} in dist/packages: npm run package`);
  return join(folder, file);
}

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

export function say(program: string, args: readonly string[], cwd: string): Said {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8", timeout: 120_000 });
  return { status, out: stdout, errors: stderr };
}

/** The programs `node` on this machine that the package promises to run on, the one that runs the tests among them. */
export function promisedNodes(): readonly { readonly version: string; readonly program: string }[] {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "node"));
  const programs = [process.execPath, ...onPath].filter((program) => existsSync(program));
  const byVersion = new Map(programs.map((program) => [say(program, ["--version"], "/").out.trim(), program]));
  return [...byVersion]
    .map(([version, program]) => ({ version, program }))
    .filter(({ version }) => Number(/^v(\d+)/.exec(version)?.[1]) >= 20);
}
