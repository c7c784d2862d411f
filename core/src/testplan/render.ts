// A test specification as Markdown for people and as CSV for spreadsheets; an empty place for evidence in both.

import type { Evidence } from "../evidence.ts";
import type { Locale, Localized } from "../locale/localized.ts";
import { append } from "../many.ts";
import { code, markdownText } from "../text/shown.ts";
import { categoryNames, type Operation, type TestItem, type TestPlan } from "./plan.ts";
import { type Traceability, traceRows } from "./traceability.ts";

/** With `trace`, what the requirements come to stands before the tests. */
export function renderPlanMarkdown(plan: TestPlan, locale: Locale, trace?: Traceability): string {
  const { usesRequirements } = plan;
  const requirement = usesRequirements ? [words.requirement] : [];
  const head = [words.number, ...requirement, words.category, words.item, words.result, words.date, words.tester];
  const lines = [
    `# ${words.title[locale]}: ${markdownText(plan.cluster)}`,
    "",
    words.intro(plan.version)[locale],
    "",
    ...table(
      head.map((word) => word[locale]),
      plan.items.map((item) => [
        String(item.number),
        ...(usesRequirements ? [requirementsText(item)] : []),
        categoryNames[item.category][locale],
        item.title[locale],
        "",
        "",
        "",
      ]),
    ),
  ];
  if (trace !== undefined && usesRequirements) append(lines, traceMarkdown(trace, locale));
  for (const item of plan.items) append(lines, ["", ...itemMarkdown(item, locale)]);
  return `${lines.join("\n")}\n`;
}

function traceMarkdown(trace: Traceability, locale: Locale): readonly string[] {
  const head = [words.requirement, words.shownBy, words.item, words.result].map((word) => word[locale]);
  const rows = traceRows(trace).map(({ texts }) => texts.map((text) => text[locale]));
  return ["", `## ${words.traceability[locale]}`, "", ...table(head, rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

export function requirementsText({ requirements }: TestItem): string {
  return requirements.join(", ");
}

function itemMarkdown(item: TestItem, locale: Locale): readonly string[] {
  const list = (title: Localized, entries: readonly string[]): readonly string[] =>
    entries.length === 0 ? [] : ["", `**${title[locale]}**`, "", ...entries.map((entry) => `- ${entry}`)];
  return [
    `## ${item.number}. ${markdownText(item.title[locale])}`,
    ...list(words.requirement, item.requirements.map(markdownText)),
    ...list(
      words.preconditions,
      item.preconditions.map((text) => markdownText(text[locale])),
    ),
    ...list(
      words.operations,
      item.operations.map((operation) => operationText(operation, locale, markdownText, code)),
    ),
    ...list(words.expected, [...expectedSentences(item).map((text) => markdownText(text[locale]))]),
    ...list(
      words.checks,
      item.checks.map(({ node, command }) => `${markdownText(node)}: ${code(command)}`),
    ),
    ...list(
      words.cleanUp,
      item.cleanUp.map((operation) => operationText(operation, locale, markdownText, code)),
    ),
    "",
    `**${words.evidence[locale]}**`,
    "",
    "> ",
  ];
}

/** What must follow, within which time, and how sure that is. */
export function expectedSentences(item: TestItem): readonly Localized[] {
  return [...outcomeSentences(item), words.grade[item.evidence]];
}

/** What happens at once needs no time told. */
export function outcomeSentences({ expected, withinSeconds }: TestItem): readonly Localized[] {
  return [...expected, ...(withinSeconds === 0 ? [] : [words.within(withinSeconds)])];
}

function operationText(
  { node, text, command, caution }: Operation,
  locale: Locale,
  word: (text: string) => string,
  code: (text: string) => string,
): string {
  const where = node === undefined ? "" : `${word(node)}: `;
  const shown = command === undefined ? "" : ` ${code(command)}`;
  const warned = caution === undefined ? "" : ` ${words.caution[locale]} ${word(caution[locale])}`;
  return `${where}${word(text[locale])}${shown}${warned}`;
}

function same(text: string): string {
  return text;
}

/** RFC 4180, with a byte order mark so that a spreadsheet opens Japanese as it is. */
export function renderPlanCsv(plan: TestPlan, locale: Locale): string {
  const { usesRequirements } = plan;
  const head = [
    words.number,
    ...(usesRequirements ? [words.requirement] : []),
    words.category,
    words.item,
    words.preconditions,
    words.operations,
    words.expected,
    words.checks,
    words.cleanUp,
    words.evidence,
    words.result,
    words.date,
    words.tester,
  ].map((word) => word[locale]);
  const rows = plan.items.map((item) => [
    String(item.number),
    ...(usesRequirements ? [requirementsText(item)] : []),
    categoryNames[item.category][locale],
    item.title[locale],
    item.preconditions.map((text) => text[locale]).join("\n"),
    item.operations.map((operation) => operationText(operation, locale, same, same)).join("\n"),
    expectedSentences(item)
      .map((text) => text[locale])
      .join("\n"),
    item.checks.map(({ node, command }) => `${node}: ${command}`).join("\n"),
    item.cleanUp.map((operation) => operationText(operation, locale, same, same)).join("\n"),
    "",
    "",
    "",
    "",
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n")}\r\n`;
}

function csvField(text: string): string {
  // A leading =, +, - or @ would be read as a formula by a spreadsheet.
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const words = {
  title: { en: "Failure test specification", ja: "障害試験項目書" },
  intro: (version: string): Localized => ({
    en: `LifeKeeper ${version}. Expected results are those of the simulator. Replace INTERFACE with the name of the interface, and run commands as root.`,
    ja: `対象は LifeKeeper ${version} です。期待結果はシミュレーターによるものです。INTERFACE は対象のインターフェース名に置き換え、コマンドは root で実行してください。`,
  }),
  number: { en: "No.", ja: "項番" },
  requirement: { en: "Requirement", ja: "要件番号" },
  traceability: { en: "Requirements", ja: "要件との対応" },
  shownBy: { en: "Shown by", ja: "確認方法" },
  category: { en: "Category", ja: "分類" },
  item: { en: "Test", ja: "試験項目" },
  preconditions: { en: "Preconditions", ja: "前提条件" },
  operations: { en: "Operation", ja: "操作" },
  expected: { en: "Expected result", ja: "期待結果" },
  checks: { en: "To record", ja: "確認コマンド" },
  cleanUp: { en: "Afterwards", ja: "後処理" },
  evidence: { en: "Evidence", ja: "エビデンス" },
  result: { en: "Result", ja: "結果" },
  date: { en: "Date", ja: "実施日" },
  tester: { en: "Tester", ja: "実施者" },
  caution: { en: "Caution:", ja: "注意:" },
  within: (seconds: number): Localized => ({
    en: `The cluster settles within about ${seconds} s, plus the time the applications take to stop and start.`,
    ja: `約 ${seconds} 秒以内に状態が落ち着くこと（アプリケーションの停止と起動にかかる時間を除く）。`,
  }),
  grade: {
    documented: { en: "Basis: documented.", ja: "根拠: 資料に記載あり。" },
    inferred: { en: "Basis: inferred from documents.", ja: "根拠: 資料からの推論。" },
    unsure: {
      en: "Basis: the documents leave this open; this test finds out.",
      ja: "根拠: 資料からは決まらないため、この試験で確認する。",
    },
  } satisfies Record<Evidence, Localized>,
} as const;
