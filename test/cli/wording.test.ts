// What the command line says is whole in both languages: help of every command, and what a sample comes to.

import { deepEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { locales } from "@lkcluster/core/locale/localized.ts";
import { commands } from "../../cli/src/commands/all.ts";
import { englishFlaws, flawsOf, japaneseFlaws } from "../core/catalogue/bilingual.ts";
import { runCli } from "./runCli.ts";

const directory = join(import.meta.dirname, "../../samples/split-pair");
const patterns = { en: englishFlaws, ja: japaneseFlaws };

/** Nothing is wrapped: a line is a sentence, or a column of one. */
async function linesOf(args: readonly string[]): Promise<readonly string[]> {
  const { output, errors } = await runCli(args, { directory, columns: 4000 });
  // What stands beside a sentence is none of it: columns, marks, an example of a command.
  const beside = / {2,}|: (?=「)|^\(\d\) | [*|—] |[|] ?|(?<=。) (?=`)/;
  return `${output}${errors}`
    .split("\n")
    .flatMap((line) => line.trim().split(beside))
    .filter((part) => !part.startsWith("lkcluster "));
}

describe("the wording of lkcluster", () => {
  for (const locale of locales) {
    it(`is whole in the help of every command, and in what it refuses (${locale})`, async () => {
      const lines: string[] = [];
      for (const { name } of commands) {
        lines.push(...(await linesOf([name, "--help", "--lang", locale])));
        lines.push(...(await linesOf([name, "--bogus", "--lang", locale])));
        lines.push(...(await linesOf([name, "nothing-here", "--format", "nope", "--lang", locale])));
      }
      ok(lines.length > 300, String(lines.length));
      deepEqual([...new Set(lines.flatMap((line) => flawsOf(line, patterns[locale])))], []);
    });

    it(`is whole in what a sample comes to (${locale})`, async () => {
      const lines: string[] = [];
      for (const command of ["check", "test", "prove", "advise", "testplan"]) {
        lines.push(...(await linesOf([command, "pair.lk", "--lang", locale])));
      }
      lines.push(...(await linesOf(["simulate", "pair.lk", "--do", "crash left", "--lang", locale])));
      ok(lines.length > 200, String(lines.length));
      deepEqual([...new Set(lines.flatMap((line) => flawsOf(line, patterns[locale])))], []);
    });
  }
});
