// A line for each proof, where nothing has happened yet: is this cluster safe, and who says so?

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../message.ts";
import { durationWords } from "../words/outcomeWords.ts";
import { elapsedText, partsText, statesText, proveWords as words } from "../words/proveWords.ts";
import { longestOf, type ProofState } from "./findings.ts";
import { kindsNotAsked, partsOf, verdictIcons, verdictOf } from "./verdicts.ts";

/** More are counted, and stand on their own tab. */
const linesMax = 3;

export function proofLines(
  proofs: readonly ProofState[],
  locale: Locale,
  dispatch: (message: Message) => void,
): TemplateResult | typeof nothing {
  if (proofs.length === 0) return nothing;
  const rest = proofs.length - linesMax;
  const open = (): void => dispatch({ kind: "tab", tab: "prove" });
  return html`<ul class="proof-lines" aria-label=${words.property[locale]}>
    ${proofs.slice(0, linesMax).map((state) => {
      const verdict = verdictOf(state);
      return html`<li>
        <span class="codicon codicon-${verdictIcons[verdict]} ${verdict}" aria-hidden="true"></span>
        <button type="button" class="link" @click=${open}>${state.proof.title[locale]}</button>
        <span class="verdict ${verdict}">${words[verdict][locale]}</span>
        <span class="described">${figures(state, locale)}</span>
        ${longestOf(state) > 0 ? html`<span class="verdict depends">${words.twoActive[locale]} ${durationWords(longestOf(state), locale)}</span>` : nothing}
        ${notAsked(state, locale)}
      </li>`;
    })}
    ${rest > 0 ? html`<li class="more"><button type="button" class="link" @click=${open}>+ ${rest}</button></li>` : nothing}
  </ul>`;
}

/** A green tick covers nothing that was not asked. */
export function notAsked(state: ProofState, locale: Locale): TemplateResult | typeof nothing {
  const kinds = kindsNotAsked(state);
  return kinds.length === 0
    ? nothing
    : html`<span class="described">${words.notAsked[locale]}: ${kinds.join(", ")}</span>`;
}

function figures(state: ProofState, locale: Locale): string {
  const { search } = state;
  const parts = partsOf(state);
  switch (search.kind) {
    case "waiting":
      return "";
    case "running":
      return statesText(search.states, locale);
    case "done":
      return `${parts === undefined ? statesText(search.result.report.states, locale) : partsText(parts)[locale]}, ${elapsedText(search.elapsedMs)}`;
  }
}
