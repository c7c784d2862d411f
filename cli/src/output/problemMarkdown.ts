// Problems as Markdown, for a pull request: errors and warnings in sight, the rest folded.

import { sourceTitle } from "@lkcluster/core/catalogue/describeParts.ts";
import { severityNames } from "@lkcluster/core/catalogue/words.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { code } from "@lkcluster/core/text/shown.ts";
import type { Run } from "../command.ts";
import type { Part } from "./markdownPage.ts";
import { countBySeverity } from "./problemJson.ts";
import type { Texts } from "./problemPlaces.ts";
import { markdownTable } from "./table.ts";

export function problemMarkdown(
  { locale }: Run,
  problems: readonly Problem[],
  texts: Texts,
  unread: readonly string[],
): readonly Part[] {
  const { errors, warnings, information, hints } = countBySeverity(problems);
  const isLoud = ({ severity }: Problem): boolean => severity === "error" || severity === "warning";
  const [loud, quiet] = [problems.filter(isLoud), problems.filter((problem) => !isLoud(problem))];
  const columns = words.columns.map((column) => column[locale]);
  const row = (problem: Problem): readonly string[] => {
    const { line } = texts.linesOf(problem.file).positionAt(problem.span.start);
    const fix = problem.fixes.find(({ certain }) => certain) ?? problem.fixes[0];
    return [
      code(`${texts.shown(problem.file)}:${line + 1}`),
      `${severityNames[problem.severity][locale]} ${code(problem.code)}`,
      [
        problem.message[locale],
        ...(fix === undefined ? [] : [`${words.fix[locale]} ${fix.title[locale]}`]),
        ...(problem.sources.length === 0
          ? []
          : [`${words.source[locale]} ${problem.sources.map((key) => sourceTitle(key, locale)).join("; ")}`]),
      ].join(" · "),
    ];
  };
  return [
    `**${words.total(errors, warnings, information + hints)[locale]}**`,
    ...unread.map((text) => `- ${text}`),
    ...(loud.length === 0 ? [] : [markdownTable(columns, loud.slice(0, rowsMax).map(row))]),
    ...(loud.length > rowsMax ? [words.left(loud.length - rowsMax)[locale]] : []),
    ...(quiet.length === 0
      ? []
      : [
          {
            summary: words.others(quiet.length)[locale],
            body: markdownTable(columns, quiet.slice(0, rowsMax).map(row)),
          },
        ]),
  ];
}

/** More is read in the files themselves. */
const rowsMax = 50;

const words = {
  columns: [
    { en: "Where", ja: "位置" },
    { en: "What", ja: "種類" },
    { en: "Problem", ja: "問題" },
  ],
  fix: { en: "Fix:", ja: "修正案:" },
  source: { en: "Source:", ja: "出典:" },
  total: (errors: number, warnings: number, others: number): Localized => ({
    en: `Errors: ${errors}, warnings: ${warnings}, notes: ${others}.`,
    ja: `エラー ${errors} 件、警告 ${warnings} 件、その他 ${others} 件。`,
  }),
  others: (count: number): Localized => ({ en: `${count} notes`, ja: `その他 ${count} 件` }),
  left: (count: number): Localized => ({
    en: `${count} more are not listed.`,
    ja: `ほかの ${count} 件は省きました。`,
  }),
} as const;
