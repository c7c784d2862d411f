// lkcluster format: writes cluster files and parameter files in the one obvious spelling; --check only asks.

import { writeFileSync } from "node:fs";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { formatCluster } from "@lkcluster/core/syntax/cluster/format.ts";
import { formatDefaults } from "@lkcluster/core/syntax/defaults/format.ts";
import type { Command } from "commander";
import { addCommand, type Shell, stdinFileOption } from "../command.ts";
import { exitCode } from "../exitCode.ts";
import { findInputs, nothingFound, readText, shownPath, unreadableText } from "../files.ts";
import { attempt } from "../output/outFiles.ts";

export function registerFormat(program: Command, shell: Shell): void {
  addCommand<{ readonly check?: boolean }>(program, shell, {
    usage: "format <path...>",
    summary: { en: "format both languages in place", ja: "クラスターファイルとパラメーターファイルを整形する" },
    formats: ["text", "json"],
    leavesOut: ["color", "config"],
    options: [
      {
        flags: "--check",
        summary: { en: "change nothing; fail when a file would change", ja: "変更せず、整形が必要なら失敗にする" },
      },
      stdinFileOption,
    ],
    examples: [
      { args: "format .", summary: { en: "every file of this folder", ja: "このフォルダーのすべてのファイル" } },
      {
        args: "format --check .",
        summary: { en: "for a CI job: change nothing, exit 1", ja: "CI 向け: 変更せず、終了コード 1" },
      },
      {
        args: "format - < cluster.lk",
        summary: { en: "from standard input to standard output", ja: "標準入力から標準出力へ" },
      },
    ],
    run({ io, locale, format, quiet, input }, paths, { check }) {
      const inputs = findInputs(paths, io.directory, input);
      const unreadable = [...inputs.unreadable];
      const refusals: Localized[] = [];
      const changed: string[] = [];
      const visit = (file: string, reformat: (text: string) => string): void => {
        const content = readText(file, input);
        if ("why" in content) {
          unreadable.push(content);
          return;
        }
        const formatted = reformat(content.text);
        const isInput = file === input?.file;
        if (isInput && check !== true && format === "text") io.passOn(formatted);
        if (formatted === content.text) return;
        const refusal = isInput || check === true ? undefined : attempt(file, () => writeFileSync(file, formatted));
        if (refusal !== undefined) refusals.push(refusal);
        else if (!isInput || check === true || format === "json") changed.push(shownPath(io.directory, file));
      };
      for (const file of inputs.clusters) visit(file, formatCluster);
      for (const file of inputs.parameterFiles) visit(file, formatDefaults);
      // Nothing to format is no success: a path in a script may be wrong.
      const isEmpty = inputs.clusters.length + inputs.parameterFiles.length + unreadable.length === 0;
      if (isEmpty) io.writeError(`lkcluster: ${nothingFound[locale]}\n`);
      for (const one of unreadable) io.writeError(`lkcluster: ${unreadableText(one, io.directory)[locale]}\n`);
      for (const refusal of refusals) io.writeError(`lkcluster: ${refusal[locale]}\n`);
      if (format === "json")
        io.write(`${JSON.stringify({ changed, written: check !== true && input === undefined }, undefined, 2)}\n`);
      else if (!quiet) for (const file of changed) io.write(`${(check === true ? would(file) : did(file))[locale]}\n`);
      if (isEmpty || unreadable.length + refusals.length > 0) return exitCode.usage;
      return check === true && changed.length > 0 ? exitCode.no : exitCode.ok;
    },
  });
}

const would = (file: string): Localized => ({ en: `would change ${file}`, ja: `${file} は整形が必要です` });
const did = (file: string): Localized => ({ en: `formatted ${file}`, ja: `${file} を整形しました` });
