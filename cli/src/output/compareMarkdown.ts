// Two versions of a cluster as a comment for a pull request: what it does differently first, then verdicts, times and
// parameters, folded.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { disasterText } from "@lkcluster/core/prove/availabilityText.ts";
import type { Behaviour } from "@lkcluster/core/prove/behaviour.ts";
import { type Headline, headlines, timeChangeText, unfinishedText } from "@lkcluster/core/prove/behaviourText.ts";
import type { Comparison } from "@lkcluster/core/prove/compare.ts";
import { scoreChangeText } from "@lkcluster/core/prove/scorecard.ts";
import { code, markdownText } from "@lkcluster/core/text/shown.ts";
import type { Run } from "../command.ts";
import { changeNames, outcomesText } from "./compareWords.ts";
import type { Part } from "./markdownPage.ts";
import { markdownTable } from "./table.ts";

export interface Compared {
  /** As the user knows them. */
  readonly old: string;
  readonly now: string;
  readonly comparison: Comparison;
  readonly behaviour: Behaviour;
}

/** More is read in JSON. */
const rowsMax = 60;

export function compareMarkdown(run: Run, { old, now, comparison, behaviour }: Compared): readonly Part[] {
  const { locale } = run;
  const told = headlines(behaviour, comparison, code);
  const unfinished = unfinishedText(behaviour);
  const changed = [...comparison.scenarios, ...comparison.proofs].filter(({ change }) => change !== "same");
  const disasters = [
    ...behaviour.appeared.map((one) => ({ ...one, when: words.onlyNow })),
    ...behaviour.gone.map((one) => ({ ...one, when: words.onlyBefore })),
  ];
  return [
    old === now ? `## ${code(now)}` : `## ${code(old)} → ${code(now)}`,
    told.length === 0 ? words.same[locale] : told.map((one) => item(one, run)).join("\n"),
    ...(unfinished === undefined ? [] : [unfinished[locale]]),
    ...table(run, words.verdicts(changed.length + comparison.changes.length), words.verdictColumns, [
      ...changed.map((one) => [changeNames[one.change][locale], markdownText(one.title), outcomesText(one)[locale]]),
      ...comparison.changes.map((one) => [changeNames[one.change][locale], scoreChangeText(one)[locale], ""]),
    ]),
    ...table(
      run,
      words.times(behaviour.times.length),
      words.timeColumns,
      behaviour.times.map((one) => [code(one.hierarchy), markdownText(one.fault[locale]), timeChangeText(one)[locale]]),
    ),
    ...table(
      run,
      words.disasters(disasters.length),
      words.disasterColumns,
      disasters.map(({ one, faults, when }) => [
        when[locale],
        markdownText(disasterText(one)[locale]),
        markdownText(faults[locale]),
      ]),
    ),
    ...table(
      run,
      words.settings(behaviour.settings.length),
      words.settingColumns,
      behaviour.settings.map(({ name, nodes, before, after }) => [
        markdownText(name[locale]),
        nodes.map(code).join(" "),
        before === undefined ? "" : code(before),
        after === undefined ? "" : code(after),
      ]),
    ),
  ];
}

function item({ change, text }: Headline, { locale }: Run): string {
  return `- **${changeNames[change][locale]}**: ${text[locale]}`;
}

function table(
  { locale }: Run,
  title: Localized,
  columns: readonly Localized[],
  rows: readonly (readonly string[])[],
): readonly Part[] {
  if (rows.length === 0) return [];
  const more = rows.length > rowsMax ? `\n${words.more(rows.length - rowsMax)[locale]}\n` : "";
  const body = markdownTable(
    columns.map((column) => column[locale]),
    rows.slice(0, rowsMax),
  );
  return [{ summary: title[locale], body: `${body}${more}` }];
}

const words = {
  same: {
    en: "Nothing that it does changes, as far as it was looked at.",
    ja: "調べた範囲では、動作は何も変わりません。",
  },
  onlyNow: { en: "only now", ja: "新しい版だけ" },
  onlyBefore: { en: "only before", ja: "前の版だけ" },
  more: (count: number): Localized => ({
    en: `${count} more are not listed.`,
    ja: `ほかの ${count} 件は省きました。`,
  }),
  verdicts: (count: number): Localized => ({
    en: `Verdicts: ${count} changed`,
    ja: `判定の変化: ${count} 件`,
  }),
  verdictColumns: [
    { en: "Change", ja: "変化" },
    { en: "What", ja: "対象" },
    { en: "Result", ja: "結果" },
  ],
  times: (count: number): Localized => ({
    en: `Times away after a single fault: ${count} changed`,
    ja: `単一の障害による停止時間の変化: ${count} 件`,
  }),
  timeColumns: [
    { en: "Hierarchy", ja: "階層" },
    { en: "Fault", ja: "障害" },
    { en: "At most", ja: "最大" },
  ],
  disasters: (count: number): Localized => ({
    en: `Smallest sets of faults that split, lose or stop something: ${count} changed`,
    ja: `スプリットブレイン、データ損失、停止に至る最小の組み合わせの変化: ${count} 件`,
  }),
  disasterColumns: [
    { en: "When", ja: "版" },
    { en: "What", ja: "結果" },
    { en: "Faults", ja: "障害" },
  ],
  settings: (count: number): Localized => ({ en: `What was changed: ${count}`, ja: `変更点: ${count} 件` }),
  settingColumns: [
    { en: "What", ja: "項目" },
    { en: "Nodes", ja: "ノード" },
    { en: "Before", ja: "前" },
    { en: "After", ja: "後" },
  ],
} as const;
