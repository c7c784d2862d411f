// Everything behind one row of the time line: facts, the parameter that decided, the reading, the sources.

import { sourceTitle } from "@lkcluster/core/catalogue/describeParts.ts";
import { type Source, type SourceKey, sources } from "@lkcluster/core/catalogue/sources.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Place } from "@lkcluster/core/problem.ts";
import { findReading, type ReadingChoice } from "@lkcluster/core/simulate/readings.ts";
import type { Facts, Why } from "@lkcluster/core/simulate/trace.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../message.ts";
import { evidenceWords, timelineWords as words } from "../words/panelWords.ts";

export interface ReasonProps extends PlaceProps {
  /** What the run that is shown takes for granted where the documents are silent. */
  readonly choice: ReadingChoice;
}

export interface PlaceProps {
  readonly locale: Locale;
  readonly lineOf: (file: string, offset: number) => number | undefined;
  readonly dispatch: (message: Message) => void;
}

export function reasonView(why: Why, props: ReasonProps): TemplateResult {
  const { locale } = props;
  const { parameter, reading, sources: keys, place } = why;
  const facts = factsText(why.facts);
  return html`<dl class="reason-list">
    ${facts.length === 0 ? nothing : html`<dt>${words.facts[locale]}</dt><dd>${facts.map((fact) => html`<span class="fact">${fact}</span> `)}</dd>`}
    ${
      parameter === undefined
        ? nothing
        : html`<dt>${words.parameter[locale]}</dt>
          <dd><code>${parameter.name} = ${parameter.value}</code> ${originText(parameter.origin, locale)} ${placeLink(parameter.place, props)}</dd>`
    }
    ${reading === undefined ? nothing : html`<dt>${words.reading[locale]}</dt><dd>${readingView(reading, props)}</dd>`}
    ${
      place === undefined || place === parameter?.place
        ? nothing
        : html`<dt>${words.place[locale]}</dt><dd>${placeLink(place, props)}</dd>`
    }
    ${why.rule === "outside" ? nothing : html`<dt>${words.evidence[locale]}</dt><dd>${evidenceWords[why.evidence][locale]}</dd>`}
    ${keys.length === 0 ? nothing : html`<dt>${words.sources[locale]}</dt><dd>${keys.map((key) => sourceView(key, locale))}</dd>`}
  </dl>`;
}

function factsText(facts: Facts): readonly string[] {
  return Object.entries(facts).map(([name, value]) => {
    const text = typeof value === "object" ? value.join(", ") : String(value);
    return `${name}: ${text === "" ? "–" : text}`;
  });
}

function originText(origin: "default" | "file" | "set", locale: Locale): string {
  const text = { default: words.fromDefault, file: words.fromFile, set: words.fromSet }[origin];
  return locale === "ja" ? `（${text.ja}）` : `(${text.en})`;
}

/** The question, the answer this run took, and the other answers to try. */
function readingView(id: string, { locale, choice, dispatch }: ReasonProps): TemplateResult {
  const found = findReading(id);
  if (found === undefined) return html`${id}`;
  const taken = found.answers.find((answer) => answer.id === choice[found.id]) ?? found.answers[0];
  return html`${found.question[locale]} ${taken?.text[locale] ?? ""}
    ${found.answers
      .filter((answer) => answer !== taken)
      .map(
        (answer) => html`<div>
          <button type="button" class="link" @click=${(event: Event) => {
            event.stopPropagation();
            dispatch({ kind: "answer-reading", reading: { id: found.id, answer: answer.id } });
          }}>${words.otherAnswer[locale]}</button>: ${answer.text[locale]}
        </div>`,
      )}`;
}

export function placeLink(
  place: Place | undefined,
  { locale, lineOf, dispatch }: PlaceProps,
): TemplateResult | typeof nothing {
  if (place === undefined) return nothing;
  const line = lineOf(place.file, place.span.start);
  const file = decodeURIComponent(place.file.slice(place.file.lastIndexOf("/") + 1));
  return html`<button
    type="button"
    class="link"
    title=${words.openLine[locale]}
    @click=${(event: Event) => {
      event.stopPropagation();
      dispatch({ kind: "reveal", place });
    }}
  >${file}${line === undefined ? "" : `:${line}`}</button>`;
}

function sourceView(key: SourceKey, locale: Locale): TemplateResult {
  const source: Source = sources[key];
  const title = sourceTitle(key, locale);
  const isAddress = source.url?.startsWith("http") === true;
  return isAddress
    ? html`<a class="source" href=${source.url} title=${source.url}>${title}</a>`
    : html`<span class="source">${title}</span>`;
}
