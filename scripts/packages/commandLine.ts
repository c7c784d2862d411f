// The npm package `lkcluster`: the command line and the language server, each one file, without any dependency.

import { chmodSync, copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { distRoot } from "../build.ts";
import { run } from "../childProcess.ts";
import { projectRoot } from "../projectRoot.ts";
import type { PublicHome } from "./publicHome.ts";

const bins = { lkcluster: "cli/bin", "lkcluster-language-server": "server/bin" } as const;

/** What lies where in the package. */
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(bins).map(([name, folder]) => [`bin/${name}.mjs`, `${folder}/${name}.mjs`])),
  "lib/lkcluster.cjs": "dist/cli/lkcluster.cjs",
  "lib/page.json": "dist/cli/page.json",
  "lib/main.cjs": "dist/server/main.cjs",
  "lib/worker.cjs": "dist/server/worker.cjs",
  "for-assistants.md": "docs/reference/en/for-assistants.md",
  "for-assistants.ja.md": "docs/reference/ja/for-assistants.md",
  "README.md": "cli/README.md",
  "README.ja.md": "cli/README.ja.md",
  LICENSE: "LICENSE",
  "THIRD-PARTY-NOTICES.txt": "dist/THIRD-PARTY-NOTICES.txt",
  "sbom.cdx.json": "dist/sbom.cdx.json",
};

/** From what is built already. npm gives every file in a package the same time, so the same sources give the same bytes. */
export async function packCommandLine(file: string, home: PublicHome): Promise<void> {
  const folder = join(distRoot, "npm");
  rmSync(folder, { recursive: true, force: true });
  for (const [to, from] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    copyFileSync(join(projectRoot, from), join(folder, to));
    chmodSync(join(folder, to), to.startsWith("bin/") ? 0o755 : 0o644);
  }
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(home), undefined, 2)}\n`);
  // The name says what it is packed for; npm chooses the name of what it writes.
  const out = join(folder, "packed");
  mkdirSync(out);
  const result = await run("npm", ["pack", "--ignore-scripts", "--pack-destination", out], {
    cwd: folder,
    timeoutMs: 120_000,
    output: "keep",
  });
  const [packed] = readdirSync(out);
  if (result.code !== 0 || packed === undefined) throw new Error(`npm pack did not succeed:\n${result.text}`);
  renameSync(join(out, packed), file);
}

function manifest({ version, description, keywords, repository }: PublicHome): object {
  return {
    name: "lkcluster",
    version,
    description,
    keywords,
    license: "MIT",
    ...(repository === undefined ? {} : { repository: { type: "git", url: `git+${repository}.git` } }),
    bin: Object.fromEntries(Object.keys(bins).map((name) => [name, `bin/${name}.mjs`])),
    files: Object.keys(files),
    engines: { node: ">=20" },
  };
}
