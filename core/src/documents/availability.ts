// 可用性一覧: for every single fault, how long clients miss which hierarchy and where they find it then, and the single
// points of failure. It says what `lkcluster availability` says; each row names the lines and documents it rests on.

import { usualFaultKinds } from "../language/actions.ts";
import { inOrder, usesRequirements } from "../model/requirements.ts";
import { type Availability, type AwayRow, availability, type Disaster } from "../prove/availability.ts";
import {
  afterwardsText,
  disasterText,
  leastText,
  mostText,
  restsOn,
  type Told,
  toldDisasters,
  toldRows,
} from "../prove/availabilityText.ts";
import type { Counterexample } from "../prove/counterexample.ts";
import { faultPlace } from "../prove/faultText.ts";
import { replay } from "../prove/replay.ts";
import { pumped } from "../prove/runProof.ts";
import { compile } from "../simulate/compile.ts";
import { availabilityRequirements } from "../testplan/claims.ts";
import { type Column, cell, type Document, type Ground, type LineReference, type Row } from "./document.ts";
import type { Material } from "./material.ts";
import { documentTitles } from "./titles.ts";

export function availabilityList(material: Material): Document {
  const { cluster, parsed } = material;
  const found = pumped(availability(cluster, usualFaultKinds));
  const away = toldRows(
    cluster,
    found.rows.filter(({ most }) => most !== undefined),
    found.alike,
  );
  const alone = toldDisasters(cluster, found.disasters, found.alike);
  const place = { lines: material.at(cluster.place) };
  const asked = usesRequirements(parsed.tree) ? availabilityRequirements(compile(cluster), parsed.tree) : undefined;
  return {
    id: "availability",
    title: documentTitles.availability,
    purpose: {
      en: "For how long clients miss which hierarchy after each single fault, at least and at most, and which single fault is enough to stop one for good, to split it or to lose data.",
      ja: "単一障害ごとに、どのリソース階層が最短と最長でどれだけの間使えないか、また、単独で停止したままにする障害、スプリットブレインにする障害、データを失わせる障害を示します。",
    },
    subject: material.subject,
    sections: [
      {
        title: { en: "Time away for each single fault", ja: "単一障害ごとの停止時間" },
        notes: away.length === 0 ? [cell(nothing(found), place)] : [],
        ...(away.length === 0
          ? {}
          : {
              table: {
                columns: asked === undefined ? awayColumns : [...awayColumns, requirementColumn],
                rows: away.map((row) => [...awayRow(material, row), ...requirementCell(material, row, asked)]),
              },
            }),
      },
      {
        title: { en: "Single points of failure", ja: "単一障害点" },
        notes: alone.length === 0 ? [cell(nothing(found), place)] : [],
        ...(alone.length === 0
          ? {}
          : { table: { columns: aloneColumns, rows: alone.map((row) => aloneRow(material, row)) } }),
      },
      {
        title: { en: "What the figures rest on", ja: "数値の前提" },
        notes: restsOn(found).map((text) => cell(text, place)),
      },
    ],
  };
}

function nothing({ sets }: Availability): { readonly en: string; readonly ja: string } {
  return sets.isAll
    ? { en: "None of the faults that were followed.", ja: "調べた障害のうち、該当するものはありません。" }
    : { en: "Nothing was found so far.", ja: "これまでに見つかったものはありません。" };
}

const awayColumns: readonly Column[] = [
  { title: { en: "Hierarchy", ja: "リソース階層" }, width: 18 },
  { title: { en: "Fault", ja: "障害" }, width: 44 },
  { title: { en: "At least", ja: "最短" }, width: 12 },
  { title: { en: "At most", ja: "最長" }, width: 18 },
  { title: { en: "Then in service on", ja: "その後の稼働ノード" }, width: 32 },
];

/** Of a file that names requirements. */
const requirementColumn: Column = { title: { en: "Requirement", ja: "要件番号" }, width: 14 };

const aloneColumns: readonly Column[] = [
  { title: { en: "What comes of it", ja: "結果" }, width: 40 },
  { title: { en: "Fault", ja: "障害" }, width: 54 },
];

function awayRow(material: Material, { one, faults }: Told<AwayRow>): Row {
  const ground = groundFor(material, one.most?.witness ?? one.forGood);
  return [
    cell(one.hierarchy, ground),
    cell(faults, ground),
    cell(leastText(one), ground),
    cell(mostText(one), ground),
    cell(afterwardsText(one), ground),
  ];
}

/** What the scenarios ask of these faults, and the proofs of their service coming back. */
function requirementCell(
  { cluster, at }: Material,
  { sets }: Told<AwayRow>,
  asked: ReturnType<typeof availabilityRequirements> | undefined,
): Row {
  if (asked === undefined) return [];
  return [cell(inOrder(sets.flatMap(asked)).join("\n"), { lines: at(cluster.place) })];
}

function aloneRow(material: Material, { one, faults }: Told<Disaster>): Row {
  const ground = groundFor(material, one.witness);
  return [cell(disasterText(one), { ...ground, tone: "bad" }), cell(faults, ground)];
}

/** What breaks, and the parameters that decided on the way that is told. */
function groundFor(material: Material, witness: Counterexample | undefined): Ground {
  const { cluster } = material;
  if (witness === undefined) return { lines: material.at(cluster.place) };
  const why = replay(cluster, witness, []).timeline.map((entry) => entry.why);
  const lines = [
    ...witness.faults.flatMap((fault) => material.at(faultPlace(cluster, fault))),
    ...why.flatMap(({ parameter }) => material.at(parameter?.place)),
  ];
  return {
    lines: lines.length > 0 ? distinct(lines) : material.at(cluster.place),
    sources: [...new Set(why.flatMap(({ sources }) => sources))],
  };
}

function distinct(lines: readonly LineReference[]): readonly LineReference[] {
  return [...new Map(lines.map((line) => [`${line.file}:${line.line}`, line])).values()];
}
