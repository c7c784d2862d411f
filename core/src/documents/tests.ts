// 障害試験項目書: the test specification of the simulator, with room for the results.

import type { Evidence } from "../evidence.ts";
import { type Localized, same } from "../locale/localized.ts";
import { pumped } from "../prove/runProof.ts";
import { categoryNames, type Operation, type TestItem, type TestPlan } from "../testplan/plan.ts";
import { outcomeSentences } from "../testplan/render.ts";
import { makeTestPlan } from "../testplan/testPlan.ts";
import { type ShownResult, type Traceability, traceRequirements, traceRows } from "../testplan/traceability.ts";
import { blank, type Cell, type Column, cell, type Document, type Ground, type Row, type Section } from "./document.ts";
import type { Material } from "./material.ts";
import { plain } from "./parameters.ts";
import { placesNamed } from "./placesNamed.ts";
import { documentTitles } from "./titles.ts";

export function testSpecification(material: Material): Document {
  const { cluster, parsed } = material;
  const plan = makeTestPlan(cluster, parsed.tree);
  return {
    id: "tests",
    title: documentTitles.tests,
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
        table: {
          columns: columns.filter((column) => column !== requirementColumn || plan.usesRequirements),
          rows: plan.items.map((item) => rowOf(material, item, plan)),
        },
      },
      ...(plan.usesRequirements ? [traceSection(material, pumped(traceRequirements(cluster, parsed, plan)))] : []),
    ],
  };
}

/** Of a file that names requirements. */
const requirementColumn: Column = { title: { en: "Requirement", ja: "要件番号" }, width: 13 };

const columns: readonly Column[] = [
  { title: { en: "No.", ja: "項番" }, width: 6 },
  requirementColumn,
  { title: { en: "Category", ja: "分類" }, width: 16 },
  { title: { en: "Test", ja: "試験項目" }, width: 24 },
  { title: { en: "Operation", ja: "操作" }, width: 38 },
  { title: { en: "Expected result", ja: "期待結果" }, width: 44 },
  { title: { en: "Basis", ja: "期待結果の根拠" }, width: 13 },
  { title: { en: "To record", ja: "確認コマンド" }, width: 34 },
  { title: { en: "Afterwards", ja: "後処理" }, width: 32 },
  {
    title: { en: "Result", ja: "判定" },
    width: 8,
    toFill: [same("OK"), same("NG"), { en: "not done", ja: "未実施" }],
  },
  { title: { en: "Evidence", ja: "エビデンス" }, width: 14, toFill: "text" },
  { title: { en: "Tester", ja: "実施者" }, width: 10, toFill: "text" },
  { title: { en: "Date and time", ja: "実施日時" }, width: 12, toFill: "text" },
];

/** How sure the simulator is of what it expects. */
const basis: Readonly<Record<Evidence, Localized>> = {
  documented: { en: "documented", ja: "資料に記載" },
  inferred: { en: "inferred from documents", ja: "資料からの推論" },
  unsure: { en: "left open by the documents: this test finds out", ja: "資料からは決まらず、この試験で確認" },
};

function rowOf(material: Material, item: TestItem, { usesRequirements }: TestPlan): Row {
  const { number, category, title, operations, checks, cleanUp } = item;
  // Where the file speaks of what the test breaks, or of the cluster as a whole.
  const named = placesNamed(material, title.en);
  const lines = named.length > 0 ? named : material.at(material.cluster.place);
  const sources = [...new Set([...operations, ...cleanUp].flatMap((operation) => operation.sources))];
  const ground = { lines, sources };
  const text = (all: readonly Localized[]): Cell => cell(joined(all), ground);
  return [
    cell(String(number), ground),
    ...(usesRequirements ? [cell(item.requirements.join("\n"), ground)] : []),
    cell(categoryNames[category], ground),
    cell(title, ground),
    text(operations.map(operationText)),
    text(outcomeSentences(item)),
    cell(basis[item.evidence], ground),
    cell(checks.map(({ node, command }) => `${node}: ${command}`).join("\n"), { ...ground, tone: "code" }),
    text(cleanUp.map(operationText)),
    blank,
    blank,
    blank,
    blank,
  ];
}

/** 要件との対応: what each requirement is shown by, and what names none. */
function traceSection(material: Material, trace: Traceability): Section {
  const whole = material.at(material.cluster.place);
  return {
    title: { en: "Requirements", ja: "要件との対応" },
    notes: [
      cell(
        {
          en: "For each requirement that the cluster file names: the scenarios and proofs that show it in the simulator, and the tests that show it on the machines. A test shows the requirements of the scenario that it carries out, and of the proofs of which it is a case.",
          ja: "クラスターファイルにある要件ごとに、シミュレーターで確かめるシナリオと証明、実機で確かめる試験を示します。試験で確かめる要件は、その試験で実施するシナリオの要件と、その試験を一例として含む証明の要件です。",
        },
        { lines: whole },
      ),
    ],
    table: {
      columns: traceColumns,
      rows: traceRows(trace).map(({ texts, places, result }): Row => {
        const named = places.flatMap((place) => material.at(place));
        const lines = named.length > 0 ? named : whole;
        return texts.map((text, column) => cell(text, column === 3 ? { lines, ...toneOf(result) } : { lines }));
      }),
    },
  };
}

const traceColumns: readonly Column[] = [
  { title: { en: "Requirement", ja: "要件番号" }, width: 16 },
  { title: { en: "Shown by", ja: "確認方法" }, width: 22 },
  { title: { en: "Scenario, proof or test", ja: "シナリオ、証明、試験" }, width: 60 },
  { title: { en: "Result", ja: "結果" }, width: 24 },
];

function toneOf(result: ShownResult | undefined): Pick<Ground, "tone"> {
  if (result === undefined) return {};
  return { tone: result === "passed" || result === "holds" ? "good" : result === "incomplete" ? "quiet" : "bad" };
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
