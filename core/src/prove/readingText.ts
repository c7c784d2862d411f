// What a proof says about readings: under which answers it was made, which change its result, and how far they reach.

import type { Localized } from "../locale/localized.ts";
import { findReading, readings } from "../simulate/readings.ts";
import type { PropertyResult, ReadingChange, Report } from "./explore.ts";
import type { ReadingUse } from "./readingTree.ts";

/** As on a command line: `witness-late=still-alive,nobody-to-ask=alive`. */
export function usesText(uses: readonly ReadingUse[]): string {
  return uses.map(({ id, answer }) => `${id}=${answer}`).join(",");
}

/** For whoever does not know the names: each question with its answer. */
export function assumedText(uses: readonly ReadingUse[]): Localized {
  const told = uses.flatMap(({ id, answer }) => {
    const reading = findReading(id);
    const given = reading?.answers.find((one) => one.id === answer);
    if (reading === undefined || given === undefined) return [];
    return [
      {
        en: `${reading.question.en} ${given.text.en} (${id}=${answer})`,
        ja: `${reading.question.ja}${given.text.ja}（${id}=${answer}）`,
      },
    ];
  });
  const several = told.length > 1;
  return {
    en: `This depends on ${several ? "points" : "a point"} that the documents leave open. ${told.map(({ en }) => en).join(" ")}`,
    ja: `これは、資料からは決まらない点を${several ? "すべて" : ""}次のように解釈した場合です。${told.map(({ ja }) => ja).join("")}`,
  };
}

/** Which questions a search asked at all, in the order of the list of readings. */
export function consultedIn({ explorations }: Report): readonly string[] {
  return readings.map(({ id }) => id).filter((id) => explorations.some(({ consulted }) => consulted.includes(id)));
}

/** Under which answers a verdict was found, for the line below it. */
export function coverText(report: Report): Localized {
  const { cover, everyReading } = report;
  const { combinations, covered, explored } = cover;
  const asked = consultedIn(report).length;
  const explorations = { en: `${explored} exploration${explored === 1 ? "" : "s"}`, ja: `${explored} 回の探索` };
  if (asked === 0 && report.complete) {
    return {
      en: "No reading of the documents matters here.",
      ja: "資料の解釈による違いはありません。",
    };
  }
  if (!everyReading) {
    return {
      en: `Under the default readings; ${asked} of them ${asked === 1 ? "was" : "were"} consulted (--readings all tries every combination of answers).`,
      ja: `デフォルトの解釈での結果です。結果に関わり得る解釈は ${asked} 件です（--readings all で答えのすべての組み合わせを調べます）。`,
    };
  }
  if (covered === combinations) {
    return {
      en: `All ${combinations} combinations of readings are covered, by ${explorations.en}.`,
      ja: `解釈の組み合わせ ${combinations} 通りすべてを ${explorations.ja}で調べました。`,
    };
  }
  return {
    en: `${covered} of ${combinations} combinations of readings are covered, by ${explorations.en}; nothing is claimed about the others.`,
    ja: `解釈の組み合わせ ${combinations} 通りのうち ${covered} 通りを ${explorations.ja}で調べました。残りについては何も主張しません。`,
  };
}

/** What other answers do to a result; undefined when they were not looked at. */
export function changeText({ first, change }: PropertyResult, report: Report): Localized | undefined {
  if (!report.everyReading || first === undefined || first === "unknown") return undefined;
  if (change !== undefined) return changedText(change, report);
  if (report.cover.covered < report.cover.combinations) return undefined;
  return first === "holds"
    ? { en: "Holds under every combination of readings.", ja: "解釈をどう組み合わせても成り立ちます。" }
    : { en: "No combination of readings changes that.", ja: "解釈をどう組み合わせても変わりません。" };
}

/** A whole verdict in one line. */
export function verdictUnderReadings(report: Report): Localized {
  const told = report.results.find(({ status }) => status === "violated") ?? report.results[0];
  return (told === undefined ? undefined : changeText(told, report)) ?? coverText(report);
}

function changedText({ readings: uses, status, combinations }: ReadingChange, { cover }: Report): Localized {
  const needed = usesText(uses);
  const of = {
    en: `${combinations} of ${cover.combinations} combinations`,
    ja: `${cover.combinations} 通りの組み合わせのうち ${combinations} 通り`,
  };
  return status === "violated"
    ? {
        en: `Holds under the default readings; broken with ${needed}, and under ${of.en} in all.`,
        ja: `デフォルトの解釈では成り立ちますが、${needed} とすると成り立ちません（${of.ja}）。`,
      }
    : {
        en: `Broken under the default readings; holds with ${needed}, and under ${of.en} in all.`,
        ja: `デフォルトの解釈では成り立ちませんが、${needed} とすると成り立ちます（${of.ja}）。`,
      };
}
