// 障害試験項目書: the test specification of the simulator, with room for the results.

import { type Localized, same } from "../locale/localized.ts";
import { categoryNames, type Operation, type TestItem } from "../testplan/plan.ts";
import { expectedSentences } from "../testplan/render.ts";
import { makeTestPlan } from "../testplan/testPlan.ts";
import { blank, type Cell, type Column, cell, type Document, type Row } from "./document.ts";
import type { Material } from "./material.ts";
import { plain } from "./parameters.ts";
import { placesNamed } from "./placesNamed.ts";

export function testSpecification(material: Material): Document {
  const plan = makeTestPlan(material.cluster);
  return {
    id: "tests",
    title: { en: "Failure test specification", ja: "障害試験項目書" },
    purpose: {
      en: "What is tried on the real machines, what must come out of it, and the way back. Expected results are those of the simulator; the machines have the last word.",
      ja: "実機で行う試験、期待結果、後処理をまとめています。期待結果はシミュレーターによるもので、最終的な判断は実機の結果によります。",
    },
    subject: material.subject,
    sections: [
      {
        title: { en: "Before all tests", ja: "全試験に共通の前提条件" },
        notes: [
          ...(plan.items[0]?.preconditions ?? []).map((text) =>
            cell(text, { lines: material.at(material.cluster.place) }),
          ),
          cell(
            {
              en: "Run commands as root. Replace INTERFACE with the name of the interface.",
              ja: "コマンドは root で実行してください。INTERFACE は対象のインターフェース名に置き換えてください。",
            },
            { lines: material.at(material.cluster.place) },
          ),
        ],
      },
      {
        title: { en: "Tests", ja: "試験項目" },
        notes: [],
        table: { columns, rows: plan.items.map((item) => rowOf(material, item)) },
      },
    ],
  };
}

const columns: readonly Column[] = [
  { title: { en: "No.", ja: "項番" }, width: 6 },
  { title: { en: "Category", ja: "分類" }, width: 14 },
  { title: { en: "Test", ja: "試験項目" }, width: 24 },
  { title: { en: "Operation", ja: "操作" }, width: 40 },
  { title: { en: "Expected result", ja: "期待結果" }, width: 40 },
  { title: { en: "To record", ja: "確認コマンド" }, width: 26 },
  { title: { en: "Afterwards", ja: "後処理" }, width: 36 },
  {
    title: { en: "Result", ja: "判定" },
    width: 8,
    toFill: [same("OK"), same("NG"), { en: "not done", ja: "未実施" }],
  },
  { title: { en: "Evidence", ja: "エビデンス" }, width: 18, toFill: "text" },
  { title: { en: "Tester", ja: "実施者" }, width: 12, toFill: "text" },
  { title: { en: "Date and time", ja: "実施日時" }, width: 14, toFill: "text" },
];

function rowOf(material: Material, item: TestItem): Row {
  const { number, category, title, operations, checks, cleanUp } = item;
  // Where the file speaks of what the test breaks, or of the cluster as a whole.
  const named = placesNamed(material, title.en);
  const lines = named.length > 0 ? named : material.at(material.cluster.place);
  const sources = [...new Set([...operations, ...cleanUp].flatMap((operation) => operation.sources))];
  const ground = { lines, sources };
  const text = (all: readonly Localized[]): Cell => cell(joined(all), ground);
  return [
    cell(String(number), ground),
    cell(categoryNames[category], ground),
    cell(title, ground),
    text(operations.map(operationText)),
    text(expectedSentences(item)),
    cell(checks.map(({ node, command }) => `${node}: ${command}`).join("\n"), { ...ground, tone: "code" }),
    text(cleanUp.map(operationText)),
    blank,
    blank,
    blank,
    blank,
  ];
}

/** One line for what is done, one for the command. */
export function operationText({ node, text, command, caution }: Operation): Localized {
  const where = node === undefined ? "" : `${node}: `;
  const typed = command === undefined ? "" : `\n  # ${command}`;
  const warned = (word: Localized, locale: "en" | "ja"): string =>
    caution === undefined ? "" : `\n  ${word[locale]}: ${caution[locale]}`;
  const one = (locale: "en" | "ja"): string =>
    `${where}${plain(text)[locale]}${typed}${warned({ en: "Caution", ja: "注意" }, locale)}`;
  return { en: one("en"), ja: one("ja") };
}

/** Numbered when there are several. */
export function joined(all: readonly Localized[]): Localized {
  const list = (locale: "en" | "ja"): string =>
    all.length < 2
      ? all.map((text) => text[locale]).join("")
      : all.map((text, at) => `${at + 1}. ${text[locale]}`).join("\n");
  return { en: list("en"), ja: list("ja") };
}
