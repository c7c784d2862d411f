// Every fault that can happen now and what would follow, worst first. Choosing one lets it happen.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Message } from "../message.ts";
import { affected } from "../outcome/affected.ts";
import { gravities, worstOf } from "../outcome/outcome.ts";
import type { RunPoint } from "../run/run.ts";
import { gravityIcons, gravityWords, outcomeSentences, restSentences, serviceWords } from "../words/outcomeWords.ts";
import { whatIfWords as words } from "../words/whatIfWords.ts";
import { type Future, summaryOf } from "./futures.ts";

export interface WhatIfProps {
  /** Undefined until they are played. */
  readonly futures: readonly Future[] | undefined;
  /** Those of another moment, shown until the new ones are there. */
  readonly isOld: boolean;
  /** Nothing has happened yet. */
  readonly atStart: boolean;
  readonly at: RunPoint;
  readonly locale: Locale;
  readonly dispatch: (message: Message) => void;
}

export function whatIfView(props: WhatIfProps): TemplateResult {
  const { futures, isOld, atStart, locale } = props;
  const title = (atStart ? words.now : words.next)[locale];
  return html`<section class="what-if ${isOld ? "old" : ""}" aria-label=${title} aria-busy=${futures === undefined || isOld}>
    <h2>${title}</h2>
    ${
      futures === undefined
        ? html`<p class="described">${words.searching[locale]}</p>`
        : futures.length === 0
          ? html`<p class="described">${words.none[locale]}</p>`
          : html`${summaryView(futures, locale)}${tableView(props, futures)}
            <p class="described footnote">${serviceWords.times[locale]}</p>`
    }
  </section>`;
}

/** How many faults lead to what: `2 out of service, 5 move, 9 go on`. */
function summaryView(futures: readonly Future[], locale: Locale): TemplateResult {
  const counts = summaryOf(futures);
  return html`<p class="gravities">
    ${gravities.map((gravity) => {
      const count = counts.get(gravity);
      return count === undefined
        ? nothing
        : html`<span class="gravity ${gravity}"><span class="codicon codicon-${gravityIcons[gravity]}" aria-hidden="true"></span>${count} ${gravityWords[gravity][locale]}</span>`;
    })}
  </p>`;
}

function tableView(props: WhatIfProps, futures: readonly Future[]): TemplateResult {
  const { locale } = props;
  return html`<table class="futures" role="table" aria-label=${words.effect[locale]}>
    <thead class="hidden-but-read">
      <tr>
        <th scope="col">${words.fault[locale]}</th>
        <th scope="col">${words.effect[locale]}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        futures,
        ({ key }) => key,
        (future) => futureRow(props, future),
      )}
    </tbody>
  </table>`;
}

function futureRow({ at, locale, dispatch }: WhatIfProps, future: Future): TemplateResult {
  const { name, fault, events, outcome } = future;
  const worst = worstOf(outcome);
  const { changed, rest } = affected(outcome);
  const sentences = outcomeSentences(changed).map((sentence) => sentence[locale]);
  const others = restSentences(rest, sentences.length === 0).map((sentence) => sentence[locale]);
  return html`<tr class="future">
    <th scope="row">
      <button type="button" class="link" title=${words.play[locale]} data-key="future:${future.key}"
        @click=${() => dispatch({ kind: "act", events, at })}><span class="thing-name">${name}</span> ${fault[locale]}</button>
      <code class="described">${events.map(eventText).join(" and ")}</code>
    </th>
    <td>
      <span class="gravity ${worst}"><span class="codicon codicon-${gravityIcons[worst]}" aria-hidden="true"></span>${gravityWords[worst][locale]}</span>
      <span>${sentences.join(" ")}</span>
      ${others.length === 0 ? nothing : html`<span class="described">${others.join(" ")}</span>`}
    </td>
  </tr>`;
}
