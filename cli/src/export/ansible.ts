// Writes the inventory and the playbook of `lkcluster export ansible`.

import { join, relative, resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { exportAnsible } from "@lkcluster/core/plan/ansible.ts";
import type { Run } from "../command.ts";
import { loadCluster } from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { writeOut } from "../output/outFiles.ts";

interface AnsibleOptions {
  readonly out?: string;
  readonly replace?: boolean;
}

export function exportAnsibleTo(run: Run, path: string, options: AnsibleOptions): ExitCode {
  const loaded = loadCluster(run, path, {});
  if (typeof loaded === "number") return loaded;
  const { checked } = loaded.result;
  if (checked === undefined) return exitCode.no;
  const made = exportAnsible(checked, loaded.files, options.replace === true ? "replace" : "merge");
  if (!made.ok) {
    run.io.writeError(`lkcluster: ${made.why[run.locale]}\n`);
    return exitCode.no;
  }
  const folder = resolve(run.io.directory, options.out ?? "ansible");
  const why = writeOut([
    // Parameter files may hold addresses and accounts that are not for everybody on this machine.
    { path: join(folder, "inventory.yml"), text: made.inventory, mode: 0o600, mark: exportMark },
    { path: join(folder, "playbook.yml"), text: made.playbook, mode: 0o644, mark: exportMark },
  ]);
  if (why !== undefined) {
    run.io.writeError(`lkcluster: ${why[run.locale]}\n`);
    return exitCode.usage;
  }
  if (!run.quiet) run.io.write(`${written(relative(run.io.directory, folder) || ".")[run.locale]}\n`);
  return exitCode.ok;
}

const exportMark = /^# Made by lkcluster export ansible/;

function written(folder: string): Localized {
  return {
    en: `Written: ${folder}/inventory.yml and ${folder}/playbook.yml`,
    ja: `${folder}/inventory.yml と ${folder}/playbook.yml を書き出しました`,
  };
}
