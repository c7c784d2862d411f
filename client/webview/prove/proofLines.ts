// A line for each proof, where nothing has happened yet: is this cluster safe, and who says so?

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../message.ts";
import { elapsedText, statesText, proveWords as words } from "../words/proveWords.ts";
import type { ProofState } from "./findings.ts";
import { verdictIcons, verdictOf } from "./verdicts.ts";

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
      </li>`;
    })}
    ${rest > 0 ? html`<li class="more"><button type="button" class="link" @click=${open}>+ ${rest}</button></li>` : nothing}
  </ul>`;
}

function figures({ search }: ProofState, locale: Locale): string {
  switch (search.kind) {
    case "waiting":
      return "";
    case "running":
      return statesText(search.states, locale);
    case "done":
      return `${statesText(search.result.report.states, locale)}, ${elapsedText(search.elapsedMs)}`;
  }
}
