// lkcluster maintenance: each node out in turn, for patches: what moves first, what stops, and what alone is enough
// meanwhile.

import { usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import { enumeration, series } from "@lkcluster/core/locale/enumeration.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { coverageText, disasterText, toldDisasters } from "@lkcluster/core/prove/availabilityText.ts";
import { type Maintenance, maintenance, type Turn } from "@lkcluster/core/prove/maintenance.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { faultOptions, readFaults } from "../faultOptions.ts";
import { wrap } from "../output/paint.ts";
import { type SoundFile, type Studied, studyEach, writeStudied } from "../soundClusters.ts";

interface Options {
  readonly of?: string;
}

export function registerMaintenance(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "maintenance <path...>",
    summary: {
      en: "each node out in turn: what moves, and what is not covered meanwhile",
      ja: "ノードを順に停止するときの移動と、その間に守られないもの",
    },
    formats: ["text", "json", "markdown"],
    leavesOut: ["quiet", "config"],
    options: faultOptions.filter(({ flags }) => flags.startsWith("--of")),
    run: (run, paths, options) => tellMaintenance(run, paths, options),
  });
}

type Found = Studied<Maintenance>;

function tellMaintenance(run: Run, paths: readonly string[], options: Options): ExitCode {
  const bounds = readFaults(run, options, 1);
  if (bounds === undefined) return exitCode.usage;
  const studied = studyEach(run, paths, (file) =>
    pumped(maintenance(file.check.sound, bounds.kinds ?? usualFaultKinds)),
  );
  if (studied === undefined) return exitCode.usage;
  return writeStudied(run, studied, { text: writeText, markdown: toMarkdown, json: toJson });
}

/** What is said of one turn, a paragraph each. */
function sentencesOf(run: Run, file: SoundFile, turn: Turn): readonly string[] {
  const { locale } = run;
  const { moves, stuck, stopped, uncovered, meanwhile } = turn;
  return [
    ...[...new Set(moves.map(({ to }) => to))].map((node) => {
      const hierarchies = moves.flatMap(({ hierarchy, to }) => (to === node ? [hierarchy] : []));
      return words.move(hierarchies, node)[locale];
    }),
    ...(stuck.length > 0 ? [words.stuck(stuck)[locale]] : []),
    ...(moves.length === 0 && stuck.length === 0 ? [words.idle[locale]] : []),
    ...(stopped.length > 0 ? [words.stopped(stopped)[locale]] : []),
    ...(uncovered.length === 0
      ? [(meanwhile.sets.isAll ? words.covered : words.unknown)[locale]]
      : [
          words.uncovered[locale],
          ...toldDisasters(file.check.sound, uncovered, meanwhile.alike).map(
            ({ one, faults }) => `- ${disasterText(one)[locale]}: ${faults[locale]}`,
          ),
          ...(meanwhile.sets.isAll ? [] : [words.more[locale]]),
        ]),
  ];
}

function endText({ end }: Maintenance): Localized {
  const places = end.map(({ hierarchy, on }) => words.place(hierarchy, on));
  return words.end(series(places.map(({ en }) => en)).en, series(places.map(({ ja }) => ja)).ja);
}

function replayOf({ file, found }: Found): string {
  return `lkcluster simulate ${file.shown} --do "${found.steps.map(eventText).join("  ")}"`;
}

function writeText(run: Run, one: Found): void {
  const { io, paint, locale } = run;
  const { file, found } = one;
  io.write(`${file.shown}\n`);
  for (const [index, turn] of found.turns.entries()) {
    io.write(`\n${paint.bold(`${index + 1}. ${turn.node}`)}\n`);
    for (const text of sentencesOf(run, file, turn)) io.write(`${wrap(text, io.columns, "   ")}\n`);
  }
  io.write(`\n${wrap(endText(found)[locale], io.columns)}\n`);
  io.write(`${wrap(words.basis[locale], io.columns)}\n`);
  io.write(`${paint.dim(wrap(coverageText(found.usual)[locale], io.columns))}\n`);
  io.write(paint.dim(`${words.replay[locale]} ${replayOf(one)}\n`));
}

function toMarkdown(run: Run, one: Found): string {
  const { locale } = run;
  const { file, found } = one;
  return [
    `## ${file.shown}`,
    "",
    ...found.turns.flatMap((turn, index) => [
      `### ${index + 1}. ${turn.node}`,
      "",
      ...sentencesOf(run, file, turn),
      "",
    ]),
    endText(found)[locale],
    words.basis[locale],
    "",
    `\`${replayOf(one)}\``,
    "",
  ].join("\n");
}

function toJson({ locale }: Run, one: Found): object {
  const { file, found } = one;
  return {
    file: file.shown,
    turns: found.turns.map(({ node, moves, stuck, stopped, uncovered, steps, meanwhile }) => ({
      node,
      moves,
      stuck,
      stopped,
      uncovered: uncovered.map(({ what, hierarchy, faults, ableLeft }) => ({
        what,
        hierarchy: hierarchy ?? null,
        faults: faults.map(eventText),
        serverLeft: ableLeft,
      })),
      steps: steps.map(eventText),
      complete: meanwhile.sets.isAll,
    })),
    end: found.end,
    steps: found.steps.map(eventText),
    coverage: coverageText(found.usual)[locale],
  };
}

const words = {
  move: (hierarchies: readonly string[], to: string): Localized => {
    const { en, ja } = enumeration(hierarchies);
    return {
      en: `First bring ${en} in service on ${to}: clients miss ${hierarchies.length === 1 ? "it" : "each"} while it stops here and starts there.`,
      ja: `まず ${ja} を ${to} でサービス中にします。ここで停止してからそこで起動するまで、クライアントは使えません。`,
    };
  },
  stuck: (hierarchies: readonly string[]): Localized => {
    const { en, ja } = enumeration(hierarchies);
    return {
      en: `No other server that is up can run ${en}.`,
      ja: `${ja} を稼働させられるほかのサーバーがありません。`,
    };
  },
  idle: { en: "Nothing runs there.", ja: "稼働中の階層はありません。" } satisfies Localized,
  stopped: (hierarchies: readonly string[]): Localized => {
    const { en, ja } = enumeration(hierarchies);
    return { en: `Out of service meanwhile: ${en}.`, ja: `停止中にサービスが止まるもの: ${ja}。` };
  },
  uncovered: { en: "Not covered meanwhile:", ja: "その間に守られないもの:" } satisfies Localized,
  covered: {
    en: "No single fault is enough meanwhile that would not be enough anyhow.",
    ja: "その間に新たに単一障害点となるものはありません。",
  } satisfies Localized,
  more: {
    en: "Not finished: there may be more.",
    ja: "未完了: ほかにもあり得ます。",
  } satisfies Localized,
  unknown: {
    en: "Not finished: nothing is claimed about single faults meanwhile.",
    ja: "未完了: その間の単一障害点については何も主張しません。",
  } satisfies Localized,
  place: (hierarchy: string, on: readonly string[]): Localized =>
    on.length === 0
      ? { en: `${hierarchy} nowhere`, ja: `${hierarchy} は停止` }
      : { en: `${hierarchy} on ${enumeration(on).en}`, ja: `${hierarchy} は ${enumeration(on).ja}` },
  end: (en: string, ja: string): Localized => ({
    en: `When all are back: ${en}.`,
    ja: `全ノードの復帰後: ${ja}。`,
  }),
  basis: {
    en: "Each node is shut down and booted before the next. Single points of failure that there are anyhow are not repeated: see availability.",
    ja: "各ノードは、シャットダウンして起動し終えてから次に進みます。もとからある単一障害点は繰り返しません（availability で確認できます）。",
  } satisfies Localized,
  replay: { en: "replay:", ja: "再現:" } satisfies Localized,
};
