// Several runs side by side on one time axis: what was done in each, and what came of it.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { html, type TemplateResult } from "lit";
import type { Message } from "../message.ts";
import type { Deed } from "../outcome/deeds.ts";
import { type Outcome, worstOf } from "../outcome/outcome.ts";
import { layoutTrack } from "../outcome/track.ts";
import { trackView } from "../outcome/trackView.ts";
import { gravityIcons, gravityWords } from "../words/outcomeWords.ts";
import { whatIfWords as words } from "../words/whatIfWords.ts";

export interface ComparedRun {
  readonly name: string;
  readonly outcome: Outcome;
  readonly deeds: readonly Deed[];
  readonly isShown: boolean;
}

export interface ComparedProps {
  readonly runs: readonly ComparedRun[];
  readonly locale: Locale;
  readonly dispatch: (message: Message) => void;
}

export function comparedView({ runs, locale, dispatch }: ComparedProps): TemplateResult {
  const track = layoutTrack(
    runs.map(({ outcome }) => outcome),
    runs.flatMap(({ deeds }) => deeds.map(({ timeMs }) => timeMs)),
  );
  return html`<section class="compared" aria-label=${words.runs[locale]}>
    <h2>${words.runs[locale]}</h2>
    ${runs.map(({ name, outcome, deeds, isShown }, index) => {
      const worst = worstOf(outcome);
      return html`<div class="run-head">
          <span class="gravity ${worst}"><span class="codicon codicon-${gravityIcons[worst]}" aria-hidden="true"></span>${gravityWords[worst][locale]}</span>
          ${
            isShown
              ? html`<strong>${name}</strong><span class="described">${words.shown[locale]}</span>`
              : html`<button type="button" class="link" title=${words.showRun[locale]}
                @click=${() => dispatch({ kind: "choose-run", index })}>${name}</button>`
          }
        </div>
        ${trackView({ track, outcome, deeds, shownMs: undefined, locale, go: undefined })}`;
    })}
  </section>`;
}
