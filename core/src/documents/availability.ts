// 可用性一覧: for every single fault, whether the service goes on, where, and after how long; and the single points of
// failure. Everything is what the simulator says, and each row names the lines and documents that it rests on.

import { evidenceNames } from "../catalogue/words.ts";
import type { Evidence } from "../evidence.ts";
import { series } from "../locale/enumeration.ts";
import type { Localized } from "../locale/localized.ts";
import { largest } from "../many.ts";
import { compile } from "../simulate/compile.ts";
import type { StateView } from "../simulate/read.ts";
import { candidatesFor } from "../testplan/candidates.ts";
import { type Outcome, outcomesOf } from "../testplan/outcome.ts";
import { categoryNames } from "../testplan/plan.ts";
import { type Column, cell, type Document, type LineReference, type Row, type Tone } from "./document.ts";
import type { Material } from "./material.ts";
import { placesNamed } from "./placesNamed.ts";

export function availabilityList(material: Material): Document {
  const rows = faultRows(material);
  const weak = rows.filter(({ grade }) => grade === "bad");
  const place = { lines: material.at(material.cluster.place) };
  return {
    id: "availability",
    title: { en: "Availability", ja: "可用性一覧" },
    purpose: {
      en: "What each single fault does to the service. Times are those of LifeKeeper's timers; add what the applications take to stop and start.",
      ja: "単一障害がサービスに与える影響です。時間は LifeKeeper のタイマーによるもので、アプリケーションの停止と起動にかかる時間は含みません。",
    },
    subject: material.subject,
    sections: [
      {
        title: { en: "Single faults", ja: "単一障害" },
        notes: [],
        table: { columns, rows: rows.map(({ row }) => row) },
      },
      {
        title: { en: "Single points of failure", ja: "単一障害点" },
        notes:
          weak.length === 0
            ? [
                cell(
                  {
                    en: `None of the ${rows.length} single faults above ends the service or starts it twice in the simulation. Faults that are not listed were not tried.`,
                    ja: `上記の単一障害 ${rows.length} 件のうち、シミュレーションでサービスの停止や二重稼働に至るものはありません。記載のない障害は調べていません。`,
                  },
                  place,
                ),
              ]
            : [],
        ...(weak.length === 0 ? {} : { table: { columns, rows: weak.map(({ row }) => row) } }),
      },
    ],
  };
}

const columns: readonly Column[] = [
  { title: { en: "Category", ja: "分類" }, width: 18 },
  { title: { en: "Fault", ja: "障害" }, width: 44 },
  { title: { en: "Service", ja: "サービス" }, width: 34 },
  { title: { en: "In service on", ja: "障害後の稼働ノード" }, width: 32 },
  { title: { en: "Settled after (s)", ja: "安定までの時間（秒）" }, width: 14 },
  { title: { en: "Basis", ja: "根拠の確かさ" }, width: 18 },
];

interface Judged {
  readonly grade: "good" | "bad";
  readonly row: Row;
}

function faultRows(material: Material): readonly Judged[] {
  const model = compile(material.cluster);
  // An operator's own acts are no faults, and what comes back afterwards is not single.
  const faults = candidatesFor(material.cluster).filter(
    ({ category, groups }) => category !== "operation" && groups.length === 1 && groups[0]?.length === 1,
  );
  return faults.map(({ category, title, groups }): Judged => {
    const outcomes = outcomesOf(model, groups);
    const why = outcomes.flatMap(({ timeline }) => timeline.map((entry) => entry.why));
    const lines = distinct([
      ...placesNamed(material, title.en),
      ...why.flatMap((one) => [...material.at(one.place), ...material.at(one.parameter?.place)]),
    ]);
    const ground = {
      lines: lines.length > 0 ? lines : material.at(material.cluster.place),
      sources: [...new Set(why.flatMap(({ sources }) => sources))],
    };
    const { grade, text } = verdictOf(material, outcomes);
    const seconds = largest(outcomes.map((outcome) => outcome.settledAfterMs.at(-1) ?? 0)) / 1000;
    return {
      grade,
      row: [
        cell(categoryNames[category], ground),
        cell(title, ground),
        cell(text, { ...ground, tone: grade satisfies Tone }),
        cell(whereText(material, outcomes), ground),
        cell(String(Math.ceil(seconds)), ground),
        cell(evidenceNames[weakest(why.map(({ evidence }) => evidence))], ground),
      ],
    };
  });
}

function verdictOf(material: Material, outcomes: readonly Outcome[]): { grade: Judged["grade"]; text: Localized } {
  const views = outcomes.map(({ view }) => view);
  const out = [
    ...new Set(views.flatMap((view) => rootsOf(material, view).filter(({ activeOn }) => activeOn.length === 0))),
  ];
  const split = [...new Set(views.flatMap((view) => view.split))];
  const tags = [...new Set(out.map(({ tag }) => tag))];
  if (split.length > 0) {
    const list = series(split);
    return {
      grade: "bad",
      text: { en: `runs twice (split brain): ${list.en}`, ja: `二重稼働（スプリットブレイン）: ${list.ja}` },
    };
  }
  if (tags.length > 0) {
    const list = series(tags);
    return { grade: "bad", text: { en: `stops: ${list.en}`, ja: `停止: ${list.ja}` } };
  }
  return views.some(({ failover }) => failover)
    ? { grade: "good", text: { en: "goes on after a failover", ja: "フェイルオーバー後に継続" } }
    : { grade: "good", text: { en: "goes on where it is", ja: "そのまま継続" } };
}

function rootsOf({ cluster }: Material, { resources }: StateView): StateView["resources"] {
  const roots = new Set(cluster.resources.filter(({ parents }) => parents.length === 0).map(({ name }) => name));
  return resources.filter(({ tag, states }) => roots.has(tag) && states.length > 0);
}

/** Where a contested reservation leaves two outcomes, both are told. */
function whereText(material: Material, outcomes: readonly Outcome[]): Localized {
  const told = outcomes.map(({ view }) => {
    const parts = rootsOf(material, view).map(({ tag, activeOn }) => ({ tag, on: series(activeOn) }));
    return {
      en: parts.map(({ tag, on }) => `${tag}: ${on.en === "" ? "nowhere" : on.en}`).join("\n"),
      ja: parts.map(({ tag, on }) => `${tag}: ${on.ja === "" ? "なし" : on.ja}`).join("\n"),
    };
  });
  const [first] = told;
  if (first === undefined || told.every(({ en }) => en === first.en)) return first ?? series([]);
  return { en: told.map(({ en }) => en).join("\nor\n"), ja: told.map(({ ja }) => ja).join("\nまたは\n") };
}

function weakest(grades: readonly Evidence[]): Evidence {
  if (grades.includes("unsure")) return "unsure";
  return grades.includes("inferred") ? "inferred" : "documented";
}

function distinct(lines: readonly LineReference[]): readonly LineReference[] {
  return [...new Map(lines.map((line) => [`${line.file}:${line.line}`, line])).values()];
}
