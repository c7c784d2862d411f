// The sequence diagram, and the same as a table. A click or Enter on a row shows that moment.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { fitText, textWidth } from "../layout/geometry.ts";
import type { Message } from "../message.ts";
import { icon } from "../topology/icons.ts";
import { panelWords, timelineWords, timeText } from "../words/panelWords.ts";
import { shortWords } from "../words/shortWords.ts";
import { type Arrow, laneStep, rowHeight, type SequenceLayout, type SequenceRow } from "./sequenceLayout.ts";

export interface SequenceProps {
  readonly layout: SequenceLayout;
  readonly as: "drawing" | "table";
  readonly shown: number;
  readonly count: number;
  readonly locale: Locale;
  readonly dispatch: (message: Message) => void;
}

export function sequenceView(props: SequenceProps): TemplateResult {
  const { layout, locale } = props;
  if (layout.rows.length === 0) return html`<p class="empty">${timelineWords.empty[locale]}</p>`;
  const rest =
    layout.leftOut === 0 ? nothing : html`<p class="empty">+ ${layout.leftOut} (${panelWords.timeline[locale]})</p>`;
  return html`${props.as === "drawing" ? drawing(props) : table(props)}${rest}`;
}

function drawing(props: SequenceProps): TemplateResult {
  const { layout, locale } = props;
  const { width, height, segments, rows } = layout;
  return html`<div class="sequence-frame">
    <svg class="sequence sequence-head" aria-hidden="true" viewBox="0 0 ${width} 32" width=${width} height="32">
      <rect class="head-back" width=${width} height="32" />${laneHeads(layout)}</svg>
    <svg class="sequence" id="sequence" role="group" aria-label=${panelWords.sequence[locale]}
    viewBox="0 0 ${width} ${height}" width=${width} height=${height}
    @keydown=${(event: KeyboardEvent) => onKey(props, event)}>
    ${segments.map(({ lane, from, to, state }) => svg`<path class="life ${state}" d="M${lane.x} ${from}V${to}" />`)}
    ${rows.map((row) => guard([row, row.index === props.shown, row.index > props.shown, locale], () => rowShape(props, row)))}
    ${laneHeads(layout)}
  </svg></div>`;
}

/** The names of the lanes; drawn twice, because they stay in sight and belong to a copied diagram too. */
function laneHeads({ lanes }: SequenceLayout): readonly SVGTemplateResult[] {
  return lanes.map(({ name, kind, x }) => {
    const text = fitText(name, laneStep(lanes.length) - 50, 12);
    const size = textWidth(text, 12) + 34;
    return svg`<g class="lane"><rect class="card" x=${x - size / 2} y="4" width=${size} height="24" rx="3" />
      ${icon(kind === "storage" ? "disk" : kind === "witness" ? "eye" : "server", { x: x - size / 2 + 7, y: 9 }, 14)}
      <text class="lane-name" x=${x - size / 2 + 26} y="20.5">${text}</text></g>`;
  });
}

function onKey({ shown, count, dispatch }: SequenceProps, event: KeyboardEvent): void {
  const to = { ArrowUp: shown - 1, ArrowDown: shown + 1, Home: 0, End: count - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  dispatch({ kind: "go", to: Math.max(0, Math.min(count - 1, to)), count });
}

function rowShape(props: SequenceProps, row: SequenceRow): SVGTemplateResult {
  const { layout, shown, count, locale, dispatch } = props;
  const { y, index, entry, lane, span } = row;
  const isShown = index === shown;
  const words = shortWords(entry)[locale];
  const outside = entry.why.rule === "outside";
  const label = `${timeText(entry.timeMs)} ${entry.node ?? ""} ${words}`;
  return svg`<g class="row ${outside ? "outside" : ""} ${isShown ? "shown" : ""} ${index > shown ? "later" : ""} rule-${entry.why.rule}"
    role="button" aria-label=${label} aria-current=${isShown ? "step" : nothing} tabindex=${isShown ? 0 : -1} data-key="sequence:${index}"
    @click=${() => dispatch({ kind: "go", to: index, count })}>
    <title>${entry.why.text[locale]}</title>
    <rect class="band" x="0" y=${y - rowHeight / 2} width=${layout.width} height=${rowHeight} />
    ${row.showsTime ? svg`<text class="clock" x="58" y=${y + 4}>${timeText(entry.timeMs)}</text>` : nothing}
    ${row.arrows.map((arrow) => arrowShape(arrow, y))}
    ${lane === undefined ? (span === undefined ? nothing : faultShape(words, (span[0].x + span[1].x) / 2, span, y)) : boxShape(words, lane.x, laneStep(layout.lanes.length) - 16, y, entry.why.rule)}
  </g>`;
}

/** Decisions have a box of their own colour; the words say it too. */
const moods: Readonly<Record<string, string>> = {
  "quorum-lost": "bad",
  "loss-fastkill": "bad",
  "loss-fastboot": "bad",
  "loss-osu": "bad",
  "forced-restart": "bad",
  "restore-failed": "bad",
  "remove-failed": "bad",
  "take-over": "good",
  restore: "good",
  "path-dead": "warn",
  "comm-down": "warn",
};

function boxShape(words: string, x: number, room: number, y: number, rule: string): SVGTemplateResult {
  const text = fitText(words, room - 14, 11);
  const width = textWidth(text, 11) + 16;
  return svg`<rect class="box ${moods[rule] ?? ""}" x=${x - width / 2} y=${y - 10} width=${width} height="20" rx="3" />
    <text class="box-text" x=${x} y=${y + 4}>${text}</text>`;
}

function faultShape(
  words: string,
  x: number,
  [from, to]: NonNullable<SequenceRow["span"]>,
  y: number,
): SVGTemplateResult {
  const width = textWidth(words, 11) + 20;
  return svg`${from === to ? nothing : svg`<path class="fault-line" d="M${from.x} ${y}H${to.x}" />`}
    <rect class="fault" x=${x - width / 2} y=${y - 10} width=${width} height="20" rx="10" />
    <text class="fault-text" x=${x} y=${y + 4}>${words}</text>`;
}

function arrowShape({ kind, from, to }: Arrow, y: number): SVGTemplateResult {
  const right = to.x > from.x;
  const tip = to.x + (right ? -3 : 3);
  const back = right ? -6 : 6;
  // Clear of the lanes between.
  const middle = to.x + (from.x - to.x) * (Math.abs(from.x - to.x) > 250 ? 0.25 : 0.5);
  return svg`<g class="arrow ${kind}"><path d="M${from.x} ${y}H${tip}M${tip + back} ${y - 4}L${tip} ${y}L${tip + back} ${y + 4}" />
    ${kind === "missed" ? svg`<path class="missed-mark" d="M${middle - 4} ${y - 4}l8 8m0-8l-8 8" />` : nothing}</g>`;
}

function table({ layout, shown, count, locale, dispatch }: SequenceProps): TemplateResult {
  const { lanes, rows } = layout;
  return html`<table class="sequence-table" aria-label=${panelWords.sequence[locale]}>
    <thead>
      <tr>
        <th scope="col" class="time">${timelineWords.time[locale]}</th>
        <th scope="col">${timelineWords.event[locale]}</th>
        ${lanes.map(({ name }) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ entry, index, lane, showsTime }) => html`<tr class="moment ${index === shown ? "shown" : ""}"
          @click=${() => dispatch({ kind: "go", to: index, count })}>
          <td class="time">${showsTime ? timeText(entry.timeMs) : ""}</td>
          <td>${lane === undefined ? html`<code>${shortWords(entry)[locale]}</code>` : nothing}</td>
          ${lanes.map((other) => html`<td>${other === lane ? shortWords(entry)[locale] : ""}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
