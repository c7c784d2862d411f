// The time line as a table: one row for everything that happened. Moving through the rows is moving through time.
// The roles are written out, because rows that are laid out by themselves are no table to the browser.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { changeWords, eventWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { Change, TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Message } from "../message.ts";
import type { Played } from "../run/played.ts";
import { panelWords, timeText, timelineWords as words } from "../words/panelWords.ts";
import { phaseWords } from "../words/storyWords.ts";
import { reasonView } from "./reasonView.ts";
import { phaseOf, type StoryFilter, tellingMoment, toldMoments } from "./story.ts";
import { storyBar } from "./storyBar.ts";

export interface TimelineProps {
  readonly played: Played;
  readonly shown: number;
  readonly filter: StoryFilter;
  readonly pinned: number | undefined;
  readonly isLastPicked: boolean;
  readonly locale: Locale;
  readonly lineOf: (file: string, offset: number) => number | undefined;
  readonly dispatch: (message: Message) => void;
}

/** What is listed, and which row stands for the moment that is shown: at the end of a run the one with its outcome. */
interface Listed extends TimelineProps {
  readonly indices: readonly number[];
  readonly lit: number;
}

export function timelineView(given: TimelineProps): TemplateResult {
  const { played, filter, locale } = given;
  const { moments } = played;
  if (moments.length <= 1) return html`<p class="empty">${words.empty[locale]}</p>`;
  const lit = given.isLastPicked ? given.shown : tellingMoment(moments, given.shown);
  const props: Listed = { ...given, lit, indices: toldMoments(moments, filter, lit, locale) };
  return html`${storyBar(props)}
  <table class="timeline" role="table" aria-label=${panelWords.timeline[locale]} @keydown=${(e: KeyboardEvent) => onKey(props, e)}>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader" class="time">${words.time[locale]}</th>
        <th scope="col" role="columnheader">${words.node[locale]}</th>
        <th scope="col" role="columnheader">${words.event[locale]}</th>
        <th scope="col" role="columnheader">${words.changed[locale]}</th>
        <th scope="col" role="columnheader">${words.why[locale]}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        props.indices,
        (index) => index,
        (index, place) => {
          const before = props.indices[place - 1];
          // Most rows stay as they are when another moment is shown.
          return guard([moments[index], before, index === lit, index > props.shown, locale, props.lineOf], () =>
            momentRows(props, index, before),
          );
        },
      )}
    </tbody>
  </table>`;
}

function onKey({ played, indices, lit, dispatch }: Listed, event: KeyboardEvent): void {
  const count = played.moments.length;
  const at = indices.indexOf(lit);
  const to = { ArrowUp: indices[at - 1] ?? 0, ArrowDown: indices[at + 1] ?? count - 1, Home: 0, End: count - 1 }[
    event.key
  ];
  if (to === undefined || !(event.target instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  dispatch({ kind: "go", to, count });
}

function momentRows(props: Listed, index: number, previous: number | undefined): TemplateResult {
  const { played, shown, locale, dispatch } = props;
  const moment = played.moments[index];
  if (moment === undefined) return html``;
  const { entry } = moment;
  const isShown = index === props.lit;
  const outside = entry?.why.rule === "outside";
  const later = index > shown;
  // What one event leads to stands together: its time, node and name are shown once.
  const before = previous === undefined ? undefined : played.moments[previous]?.entry;
  const repeats = entry !== undefined && before !== undefined && sameEvent(before, entry);
  return html`<tr
      role="row"
      id="moment-${index}"
      class="moment ${isShown ? "shown" : ""} ${outside ? "outside" : ""} ${later ? "later" : ""} ${repeats ? "repeats" : ""} ${entry !== undefined && entry.changes.length === 0 ? "plain" : ""}"
      tabindex=${isShown ? 0 : -1}
      aria-current=${isShown ? "step" : nothing}
      @click=${() => dispatch({ kind: "go", to: index, count: played.moments.length })}
    >
      <td role="cell" class="time"><span class="once">${timeText(moment.timeMs)}</span></td>
      <td role="cell" class="node"><span class="once">${entry?.node ?? ""}</span></td>
      <td role="cell" class="event"><span class="once">
        ${
          entry === undefined
            ? panelWords.start[locale]
            : outside
              ? html`<code>${eventWords(entry.event)[locale]}</code>`
              : eventWords(entry.event)[locale]
        }
      </span>${entry === undefined || outside ? nothing : html`<span class="phase ${phaseOf(entry)}">${phaseWords[phaseOf(entry)][locale]}</span>`}</td>
      <td role="cell" class="what">${entry === undefined ? nothing : changesView(entry, locale)}</td>
      <td role="cell" class="why">${entry?.why.text[locale] ?? ""}</td>
    </tr>
    ${isShown && entry !== undefined ? html`<tr class="reason" role="row"><td role="cell"></td><td role="cell" colspan="4">${reasonView(entry.why, { ...props, choice: played.model.readings })}</td></tr>` : nothing}`;
}

/** Machines and services that come and go differ in colour; the words say it too. */
function moodOf(change: Change): "better" | "worse" | "" {
  switch (change.kind) {
    case "resource":
      return change.to === "ISP" ? "better" : change.to === "OSF" ? "worse" : "";
    case "node":
      return change.to === "up" ? "better" : change.to === "starting" || change.to === "restarting" ? "" : "worse";
    default:
      return "";
  }
}

function sameEvent(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.event === b.event && a.node === b.node && a.timeMs === b.timeMs && b.why.rule !== "outside";
}

function changesView({ changes }: TimelineEntry, locale: Locale): TemplateResult | typeof nothing {
  if (changes.length === 0) return nothing;
  return html`<ul class="changes">
    ${changes.map((change) => html`<li class="change ${moodOf(change)}">${changeWords(change)[locale]}</li>`)}
  </ul>`;
}
