// Above the time line: search, filters, and what differs between two moments.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { changesBetween } from "@lkcluster/core/simulate/diff.ts";
import { changeWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../message.ts";
import type { Played } from "../run/played.ts";
import { timeText } from "../words/panelWords.ts";
import { storyWords as words } from "../words/storyWords.ts";
import { routineCount, type StoryFilter } from "./story.ts";

export interface StoryBarProps {
  readonly played: Played;
  readonly shown: number;
  readonly filter: StoryFilter;
  /** The moment that others are compared with. */
  readonly pinned: number | undefined;
  readonly locale: Locale;
  readonly dispatch: (message: Message) => void;
}

export function storyBar({ played, shown, filter, pinned, locale, dispatch }: StoryBarProps): TemplateResult {
  const { moments, model } = played;
  const change = (part: Partial<StoryFilter>): void =>
    dispatch({ kind: "filter-story", filter: { ...filter, ...part } });
  const chip = (label: string, isOn: boolean, press: () => void): TemplateResult =>
    html`<button type="button" class="chip" aria-pressed=${isOn} @click=${press}>${label}</button>`;
  return html`<div class="story-bar" role="toolbar" aria-label=${words.filters[locale]}>
      <input type="search" placeholder=${words.search[locale]} aria-label=${words.search[locale]} .value=${filter.text}
        @input=${(event: Event) => change({ text: (event.target as HTMLInputElement).value })} />
      <select aria-label=${words.node[locale]} .value=${filter.node ?? ""}
        @change=${(event: Event) => change({ node: (event.target as HTMLSelectElement).value || undefined })}>
        <option value="">${words.everyNode[locale]}</option>
        ${model.nodes.map((name) => html`<option value=${name} ?selected=${name === filter.node}>${name}</option>`)}
      </select>
      ${chip(words.decisions[locale], filter.decisions, () => change({ decisions: !filter.decisions }))}
      ${chip(words.routine(routineCount(moments))[locale], filter.routine, () => change({ routine: !filter.routine }))}
      ${chip(words.compare[locale], pinned !== undefined, () => dispatch({ kind: "pin-moment", index: pinned === undefined ? shown : undefined }))}
    </div>
    ${pinned === undefined ? nothing : differences(played, pinned, shown, locale)}`;
}

function differences({ moments, model }: Played, pinned: number, shown: number, locale: Locale): TemplateResult {
  const from = moments[Math.min(pinned, shown)];
  const to = moments[Math.max(pinned, shown)];
  const found = from === undefined || to === undefined ? [] : changesBetween(model, from.state.cells, to.state.cells);
  const title = words.differs(timeText(from?.timeMs ?? 0), timeText(to?.timeMs ?? 0))[locale];
  return html`<section class="differs" aria-label=${title} aria-live="polite">
    <strong>${title}</strong>
    ${
      found.length === 0
        ? html`<span class="described">${(pinned === shown ? words.chooseOther : words.nothing)[locale]}</span>`
        : html`<ul class="changes" tabindex="0">${found.map((change) => html`<li>${changeWords(change)[locale]}</li>`)}</ul>`
    }
  </section>`;
}
