// lkcluster export: the same configuration for the tool that a site already runs.

import { join, relative, resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { exportAnsible } from "@lkcluster/core/plan/ansible.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { loadCluster } from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { writeOut } from "../output/outFiles.ts";

interface ExportOptions {
  readonly out?: string;
  readonly replace?: boolean;
}

export function registerExport(program: Command, shell: Shell): void {
  addCommand<ExportOptions>(program, shell, {
    usage: "export <tool> <file>",
    summary: {
      en: "inventory and playbook with the same merge; the tool is ansible",
      ja: "同じマージを行うインベントリーとプレイブックを書き出す（ツールは ansible）",
    },
    formats: ["text"],
    options: [
      {
        flags: "--out <folder>",
        summary: { en: "where to write; ./ansible by default", ja: "書き出す場所（デフォルトは ./ansible）" },
      },
      {
        flags: "--replace",
        summary: { en: "write exactly our file instead of merging it", ja: "マージせず、こちらのファイルで置き換える" },
      },
    ],
    run: (run, [tool = "", path = ""], options) => exportTo(run, tool, path, options),
  });
}

function exportTo(run: Run, tool: string, path: string, options: ExportOptions): ExitCode {
  if (tool !== "ansible") {
    run.io.writeError(`lkcluster: ${words.unknownTool(tool)[run.locale]}\n`);
    return exitCode.usage;
  }
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
  if (!run.quiet) run.io.write(`${words.written(relative(run.io.directory, folder) || ".")[run.locale]}\n`);
  return exitCode.ok;
}

const exportMark = /^# Made by lkcluster export ansible/;

const words = {
  unknownTool: (tool: string): Localized => ({
    en: `cannot export to ${tool}. The only tool is ansible.`,
    ja: `${tool} への書き出しはできません。使えるのは ansible だけです。`,
  }),
  written: (folder: string): Localized => ({
    en: `Written: ${folder}/inventory.yml and ${folder}/playbook.yml`,
    ja: `${folder}/inventory.yml と ${folder}/playbook.yml を書き出しました`,
  }),
};
