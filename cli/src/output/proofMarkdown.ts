// Proofs as Markdown, for a pull request: verdicts in a table, the way to each counterexample and the assumptions folded.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import { propertyText } from "@lkcluster/core/prove/property.ts";
import type { ProofResult, Verdict } from "@lkcluster/core/prove/runProof.ts";
import { scheduleText } from "@lkcluster/core/prove/scheduleText.ts";
import { scriptOf } from "@lkcluster/core/prove/script.ts";
import { code, markdownText } from "@lkcluster/core/text/shown.ts";
import type { Run } from "../command.ts";
import type { LeftFile, SoundFile } from "../soundClusters.ts";
import type { Part } from "./markdownPage.ts";
import { markdownTable } from "./table.ts";

interface Proved {
  readonly file: SoundFile;
  readonly results: readonly { readonly result: ProofResult }[];
}

export function proofMarkdown(run: Run, proved: readonly Proved[], left: readonly LeftFile[]): readonly Part[] {
  const { locale } = run;
  const broken = proved.flatMap(({ file }) => (file.problems.length === 0 ? [] : [file]));
  return [
    ...left.map(({ why }) => `- ${markdownText(why[locale])}`),
    ...broken.map(({ shown }) => `- ${words.broken(markdownText(shown))[locale]}`),
    ...proved.flatMap((one) => partsOf(run, one)),
  ];
}

function partsOf({ locale }: Run, { file, results }: Proved): readonly Part[] {
  const rows = results.map(({ result }) => [
    markdownText(titleOf(result)[locale]),
    verdictWords[result.verdict][locale],
    String(result.report.states),
    result.violations.map((violation) => markdownText(explain(file.check.sound, violation)?.[locale] ?? "")).join(" "),
  ]);
  const assumptions = new Set(results.flatMap(({ result }) => result.ledger.map(({ text }) => text[locale])));
  return [
    `## ${code(file.shown)}`,
    markdownTable(
      words.columns.map((column) => column[locale]),
      rows,
    ),
    ...results.flatMap(({ result }) =>
      result.violations.flatMap((violation): readonly Part[] => {
        const script = scriptOf(file.check.sound, violation);
        const schedule = violation.trace === undefined ? [] : scheduleText(violation.trace);
        return [
          {
            summary: `${words.way[locale]} ${code(propertyText(violation.property))}`,
            body: [
              ...(script === undefined ? [] : [`${words.steps[locale]} ${code(script)}`, ""]),
              ...schedule.map(({ atMs, text }) => `- ${atMs / 1000} s ${markdownText(text[locale])}`),
            ].join("\n"),
          },
        ];
      }),
    ),
    {
      summary: words.ledger(assumptions.size)[locale],
      body: [...assumptions].map((text) => `- ${text}`).join("\n"),
    },
  ];
}

export function titleOf({ proof: { title, requirements } }: ProofResult): Localized {
  const behind = requirements.length === 0 ? "" : ` (${requirements.join(", ")})`;
  return { en: `${title.en}${behind}`, ja: `${title.ja}${behind}` };
}

export const verdictWords: Readonly<Record<Verdict, Localized>> = {
  holds: { en: "holds", ja: "成立" },
  violated: { en: "violated", ja: "不成立" },
  incomplete: { en: "incomplete", ja: "未完了" },
};

const words = {
  broken: (file: string): Localized => ({
    en: `${file}: its scenarios or proofs have errors, so that nothing in it was proved.`,
    ja: `${file}: シナリオまたは証明にエラーがあるため、証明していません。`,
  }),
  columns: [
    { en: "Proof", ja: "証明" },
    { en: "Verdict", ja: "判定" },
    { en: "States", ja: "状態数" },
    { en: "Shortest way there", ja: "最短の経緯" },
  ],
  way: { en: "When what happens:", ja: "経緯と時点:" },
  steps: { en: "Steps for `lkcluster simulate --do`:", ja: "`lkcluster simulate --do` に渡すステップ:" },
  ledger: (count: number): Localized => ({ en: `${count} assumptions`, ja: `前提 ${count} 件` }),
} as const;
