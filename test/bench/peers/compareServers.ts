// Side by side in one run with the language servers that most people have beside ours: yaml-language-server on a YAML file
// that says what our cluster says, bash-language-server on the parameter file, which is a shell script too.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program } from "./languageServer.ts";
import { largeCluster, largeParameters, largeYaml } from "./largeFiles.ts";
import { buildOurServer } from "./ourServer.ts";
import { columns, type Typing, typeBoth } from "./typing.ts";

const versions = { yaml: "yaml-language-server@2.0.0", bash: "bash-language-server@5.8.1" } as const;

export async function compareServers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lkcluster-peers-"));
  try {
    const install = ["install", "--no-audit", "--no-fund", "--prefix", folder, ...Object.values(versions)];
    const installed = spawnSync("npm", install, { encoding: "utf8", timeout: 300_000 });
    if (installed.status !== 0) {
      console.log(`The other language servers cannot be had from the npm registry: ${installed.stderr}`);
      return;
    }
    const peer = (name: string, args: readonly string[]) => ({
      name,
      command: [process.execPath, join(folder, "node_modules/.bin", name), ...args],
    });
    const yaml: Program = { ...peer("yaml-language-server", ["--stdio"]), languageId: "yaml", file: "large.yaml" };
    const bash: Program = { ...peer("bash-language-server", ["start"]), languageId: "shellscript", file: "LifeKeeper" };
    const ours = await buildOurServer();
    console.log(`\nTyping in a file of 5,000 lines\n${"".padEnd(58)}${columns}`);
    const ourCluster = await typeBoth(ours.cluster, largeCluster());
    ratios("yaml-language-server", ourCluster, await typeBoth(yaml, largeYaml()));
    console.log(`\nTyping in a parameter file of 1,000 lines\n${"".padEnd(58)}${columns}`);
    const ourParameters = await typeBoth(ours.parameters, largeParameters());
    ratios("bash-language-server", ourParameters, await typeBoth(bash, largeParameters()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Both {
  readonly breaks: Typing;
  readonly changes: Typing;
}

function ratios(name: string, ours: Both, theirs: Both): void {
  const times = (of: (typing: Typing) => number, edit: keyof Both): string =>
    (of(theirs[edit]) / of(ours[edit])).toFixed(1);
  for (const edit of ["breaks", "changes"] as const) {
    const p50 = times((typing) => typing.p50, edit);
    const cpu = times((typing) => typing.cpuMs, edit);
    const start = times((typing) => typing.startMs, edit);
    console.log(
      `${name} takes ${p50} times as long (${cpu} times the work), to start ${start} times: the edit ${edit}`,
    );
  }
}
