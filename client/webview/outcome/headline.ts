// What a step of a run comes to, in one line: what failed, what was decided by which parameter, and what came of it.
// Every part knows the moment that it tells.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { faultText } from "@lkcluster/core/prove/faultText.ts";
import { reactionsTo } from "@lkcluster/core/prove/reactions.ts";
import { isOutside } from "@lkcluster/core/simulate/event.ts";
import type { Played } from "../run/played.ts";
import { outcomeSentences, restSentences } from "../words/outcomeWords.ts";
import { affected } from "./affected.ts";
import { type Gravity, outcomeOf, worstOf } from "./outcome.ts";

export interface HeadlinePart {
  readonly kind: "fault" | "decision" | "outcome";
  readonly text: Localized;
  /** `QUORUM_LOSS_ACTION=fastkill`: what decided it, where a parameter did. */
  readonly parameter: string | undefined;
  /** The moment to look at. */
  readonly index: number;
}

export interface Headline {
  readonly worst: Gravity;
  readonly parts: readonly HeadlinePart[];
}

/** Of the step that the moment at `index` belongs to; undefined where nothing has happened yet. */
export function headlineOf(cluster: Cluster, played: Played, index: number): Headline | undefined {
  const { moments } = played;
  const step = moments[index]?.step ?? -1;
  const first = moments.findIndex((moment) => moment.step === step);
  if (step < 0 || first < 0) return undefined;
  const last = moments.findLastIndex((moment) => moment.step === step);
  const own = moments.slice(first, last + 1);
  const entries = own.flatMap(({ entry }) => entry ?? []);
  const indexOf = (entry: (typeof entries)[number]): number =>
    first + own.findIndex((moment) => moment.entry === entry);
  const faults = new Map<string, HeadlinePart>();
  for (const entry of entries) {
    if (!isOutside(entry.event) || entry.why.rule !== "outside") continue;
    const text = faultText(cluster, entry.event);
    if (!faults.has(text.en)) faults.set(text.en, { kind: "fault", text, parameter: undefined, index: indexOf(entry) });
  }
  const named = new Set<string>();
  const decisions = reactionsTo(cluster, entries).map(({ text, entry }): HeadlinePart => {
    const { parameter } = entry.why;
    const decided = parameter === undefined ? undefined : `${parameter.name}=${parameter.value}`;
    // Once is enough: the same mode decides for one node after the other.
    const isNew = decided !== undefined && !named.has(decided);
    if (isNew) named.add(decided);
    return { kind: "decision", text, parameter: isNew ? decided : undefined, index: indexOf(entry) };
  });
  const outcome = outcomeOf(cluster, { ...played, moments: moments.slice(0, last + 1) }, Math.max(0, first - 1));
  const { changed, rest } = affected(outcome);
  const sentences = outcomeSentences(changed);
  const outcomes = [...sentences, ...restSentences(rest, sentences.length === 0)].map(
    (text): HeadlinePart => ({ kind: "outcome", text, parameter: undefined, index: last }),
  );
  return { worst: worstOf(outcome), parts: [...faults.values(), ...decisions, ...outcomes] };
}

/** As one paragraph, to be pasted anywhere. */
export function headlineText({ parts }: Headline, locale: keyof Localized): string {
  return parts
    .map(({ text, parameter }) => {
      if (parameter === undefined) return plain(text[locale]);
      return locale === "ja" ? `${plain(text[locale])}（${parameter}）` : `${plain(text[locale])} (${parameter})`;
    })
    .join(" → ");
}

/** As a part of a chain. */
export function plain(sentence: string): string {
  return sentence.replace(/[.。]$/, "");
}
