// What a screen reader hears when another moment is shown: the time, the event, what changed.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { changeWords, eventWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { ShownMoment } from "../derive.ts";
import type { Moment } from "../run/played.ts";
import { confirmWords, reservationWords } from "./noticeWords.ts";
import { outcomeSentences } from "./outcomeWords.ts";
import { timeText, panelWords as words } from "./panelWords.ts";
import { topologyWords } from "./topologyWords.ts";

export function momentLine({ entry, timeMs }: Moment, locale: Locale): string {
  if (entry === undefined) return `${timeText(timeMs)} ${words.start[locale]}`;
  return `${timeText(timeMs)} ${entry.node ?? ""} ${eventWords(entry.event)[locale]}`;
}

export function announcementOf(shown: ShownMoment | undefined, locale: Locale): string {
  if (shown === undefined) return "";
  const changes = (shown.moment.entry?.changes ?? []).map((change) => changeWords(change)[locale]);
  const split = shown.picture.splitBrain;
  const alarm = split.length === 0 ? [] : [`${topologyWords.splitBrain[locale]}: ${split.join(", ")}`];
  const questions = [...shown.picture.nodes].flatMap(([node, { asksAbout }]) =>
    asksAbout.map((peer) => confirmWords.question(node, peer)[locale]),
  );
  const { contest } = shown.played;
  const open = contest === undefined ? [] : [reservationWords.question(contest)[locale]];
  // At the end of a run the whole of it is said: it jumps there whenever something was done.
  const atEnd = shown.index > 0 && shown.index === shown.played.moments.length - 1;
  const whole = atEnd ? outcomeSentences(shown.outcome).map((sentence) => sentence[locale]) : [];
  const parts = [momentLine(shown.moment, locale), ...changes, ...alarm, ...whole, ...questions, ...open];
  return parts.map((part) => part.replace(/[.。]$/, "")).join(locale === "ja" ? "。" : ". ");
}
