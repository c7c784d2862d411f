// Where every hierarchy was in service over time: a bar for each, with the nodes' names in it, hatched where it was
// nowhere and striped where it was on two nodes. The same is said in words to a screen reader.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { html, nothing, type TemplateResult } from "lit";
import { durationWords, outcomeSentences, serviceWords as words } from "../words/outcomeWords.ts";
import type { Deed } from "./deeds.ts";
import { type Outcome, type Service, type ServiceSpan, startOf } from "./outcome.ts";
import { columnsOf, placeOnTrack, type Track } from "./track.ts";

export interface TrackProps {
  readonly track: Track;
  readonly outcome: Outcome;
  /** What was done, and when. */
  readonly deeds: readonly Deed[];
  /** The moment that is shown; undefined where no moment is. */
  readonly shownMs: number | undefined;
  readonly locale: Locale;
  /** A click on a time. */
  readonly go: ((timeMs: number) => void) | undefined;
}

export function trackView(props: TrackProps): TemplateResult {
  const { track, outcome, shownMs, locale } = props;
  const { services } = outcome;
  if (services.length === 0) return html``;
  const said = outcomeSentences(outcome).map((sentence) => sentence[locale]);
  const columns = track.weights.map((weight) => `minmax(52px, ${weight.toFixed(2)}fr)`).join(" ");
  const place = shownMs === undefined ? undefined : placeOnTrack(track, shownMs);
  return html`<div class="track" role="img" aria-label="${words.title[locale]}: ${said.join(" ")}"
    .style=${`grid-template-columns: fit-content(120px) ${columns}`}>
    ${services.map((service, row) => serviceRow(props, service, row + 1))}
    ${track.timesMs.map((timeMs, column) => tick(props, timeMs, column, services.length + 1))}
    ${
      place === undefined
        ? nothing
        : html`<div class="playhead" .style=${`grid-column: ${place.column + 2}; grid-row: 1 / ${services.length + 2}; margin-left: ${(place.part * 100).toFixed(1)}%`}></div>`
    }
  </div>`;
}

function serviceRow(props: TrackProps, service: Service, row: number): TemplateResult {
  const { tag, spans } = service;
  return html`<div class="track-tag" title=${tag} .style=${`grid-column: 1; grid-row: ${row}`}>${tag}</div>
    ${spans.map((span, index) => {
      const isLast = index === spans.length - 1;
      // What ended in the moment in which it began has no length to be drawn.
      return !isLast && span.toMs === span.fromMs ? nothing : spanView(props, service, span, { row, isLast });
    })}`;
}

function spanView(
  { track, shownMs, locale, go }: TrackProps,
  service: Service,
  { fromMs, toMs, on, reached }: ServiceSpan,
  { row, isLast }: { readonly row: number; readonly isLast: boolean },
): TemplateResult {
  const [from, to] = columnsOf(track, fromMs, isLast ? undefined : toMs);
  const long = isLast ? "" : ` ${durationWords(toMs - fromMs, locale)}`;
  const isLost = on.length > 0 && !reached;
  const kind = isLost
    ? "unreached"
    : on.length > 1
      ? "both"
      : on.length === 1
        ? "one"
        : startOf(service).length === 0
          ? "idle"
          : "none";
  const names = isLost ? `${on.join(" + ")}, ${words.unreached[locale]}` : on.join(" + ");
  const text = on.length === 0 ? `${words.noService[locale]}${long}` : names;
  const later = shownMs !== undefined && fromMs > shownMs;
  const title = `${service.tag}: ${on.length === 0 ? words.noService[locale] : names}${long}`;
  return html`<div class="span ${kind} ${later ? "later" : ""}" title=${title}
    .style=${`grid-column: ${from + 2} / ${to + 2}; grid-row: ${row}`} @click=${go === undefined ? undefined : () => go(fromMs)}>
    ${on.length > 1 || isLost ? html`<span class="codicon codicon-${isLost ? "debug-disconnect" : "warning"}"></span>` : nothing}<span class="span-text">${text}</span></div>`;
}

function tick({ deeds, shownMs, locale, go }: TrackProps, timeMs: number, column: number, row: number): TemplateResult {
  const done = deeds.filter((deed) => deed.timeMs === timeMs).map(({ text }) => text);
  const now = shownMs === timeMs;
  const text = [durationWords(timeMs, locale), ...done].join(" · ");
  return html`<div class="tick ${now ? "now" : ""}" title=${text} .style=${`grid-column: ${column + 2}; grid-row: ${row}`}
    @click=${go === undefined ? undefined : () => go(timeMs)}>${text}</div>`;
}
