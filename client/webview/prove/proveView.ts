// The proofs of the cluster with their verdicts, live: how far the search is, what was found, the way there, and what
// would repair it.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import type { Report } from "@lkcluster/core/prove/explore.ts";
import { coveredText, type LedgerEntry } from "@lkcluster/core/prove/ledger.ts";
import { coverText } from "@lkcluster/core/prove/readingText.ts";
import type { ProofResult } from "@lkcluster/core/prove/runProof.ts";
import { html, nothing, type TemplateResult } from "lit";
import { placeLink } from "../timeline/reasonView.ts";
import { durationWords } from "../words/outcomeWords.ts";
import { elapsedText, faultsText, partsText, statesText, proveWords as words } from "../words/proveWords.ts";
import { longestOf, type ProofState } from "./findings.ts";
import { notAsked } from "./proofLines.ts";
import type { ProveProps } from "./proveProps.ts";
import { repairsView } from "./repairsView.ts";
import { replayOf } from "./replay.ts";
import { resultRow } from "./resultRow.ts";
import { partsOf, verdictIcons, verdictOf } from "./verdicts.ts";

export function proveView(props: ProveProps): TemplateResult {
  return html`<div class="proofs">${props.proofs.map((state) => proofView(props, state))}</div>`;
}

function proofView(props: ProveProps, state: ProofState): TemplateResult {
  const { locale } = props;
  const { proof, search } = state;
  const verdict = verdictOf(state);
  const title = proof.title[locale];
  return html`<section class="proof ${verdict}" aria-label="${title}: ${words[verdict][locale]}" aria-busy=${search.kind === "running"}>
    <h2>
      <span class="codicon codicon-${verdictIcons[verdict]} ${verdict}" aria-hidden="true"></span>
      <span class="proof-title">${title}</span>
      <span class="verdict ${verdict}">${words[verdict][locale]}</span>
    </h2>
    <p class="proof-facts">${factsOf(props, state).map((fact, index) => html`${index === 0 ? nothing : " · "}${fact}`)}</p>
    <p class="proof-facts">${notAsked(state, locale)}</p>
    ${partsView(state, locale)}
    ${search.kind === "running" ? html`<vscode-progress-bar></vscode-progress-bar>` : nothing}
    ${search.kind === "done" ? resultsView(props, state, search.result) : nothing}
  </section>`;
}

function factsOf(
  props: ProveProps,
  { proof, search }: ProofState,
): readonly (string | TemplateResult | typeof nothing)[] {
  const { locale } = props;
  const bounds = proof.bounds.map(({ faultsMax, kinds }) => faultsText(faultsMax, kinds.join(", "), locale));
  const where = proof.place === undefined ? words.standard[locale] : placeLink(proof.place, props);
  switch (search.kind) {
    case "waiting":
      return [...bounds, where];
    case "running":
      return [...bounds, statesText(search.states, locale), where];
    case "done": {
      const { report } = search.result;
      return [
        ...bounds,
        statesText(report.states, locale),
        elapsedText(search.elapsedMs),
        extentOf(report)[locale],
        where,
      ];
    }
  }
}

/** What the search covers: all of it under which readings, or how far it came. */
function extentOf(report: Report): Localized {
  if (report.everyReading && (report.complete || report.limit === "statesOfAllMax")) return coverText(report);
  if (report.complete) return words.defaultReadings;
  const covered = coveredText(report.faultsCovered);
  return { en: `${words.limit.en}. ${covered.en}`, ja: `${words.limit.ja}。${covered.ja}` };
}

/** The two parts of the verdict, where there are two. */
function partsView(state: ProofState, locale: Locale): TemplateResult | typeof nothing {
  const parts = partsOf(state);
  return parts?.every === undefined ? nothing : html`<p class="parts">${partsText(parts)[locale]}</p>`;
}

/** Under a proof that holds too: twice on one disk is harm, however soon it ends. */
function twiceView({ locale, dispatch }: ProveProps, state: ProofState): TemplateResult | typeof nothing {
  const longest = longestOf(state);
  if (longest === 0) return nothing;
  const { longest: shown } = state;
  const replay = (): void => {
    if (shown !== undefined) dispatch({ kind: "replay", ...replayOf(shown) });
  };
  return html`<p class="twice verdict depends">
    <span class="codicon codicon-warning depends" aria-hidden="true"></span> ${words.twoActive[locale]} ${durationWords(longest, locale)}
    ${shown?.trace === undefined ? nothing : html`<button type="button" class="link" title=${words.replayHelp[locale]} @click=${replay}><span class="codicon codicon-play" aria-hidden="true"></span>${words.replay[locale]}</button>`}
  </p>`;
}

function resultsView(props: ProveProps, state: ProofState, result: ProofResult): TemplateResult {
  const { locale } = props;
  const { repairs, explanations } = state;
  const { results, explorations } = result.report;
  const noSurvivor = explorations.some((exploration) => exploration.noSurvivor);
  return html`<table aria-label=${words.property[locale]}>
      <tbody>
        ${results.map((one, index) => resultRow(props, one, explanations[index], result.report))}
      </tbody>
    </table>
    ${twiceView(props, state)}
    ${noSurvivor ? html`<p class="proof-facts">${words.noSurvivor[locale]}</p>` : nothing}
    ${repairs === undefined ? nothing : repairsView(props, repairs)}
    ${ledgerView(result.ledger, locale)}`;
}

function ledgerView(ledger: readonly LedgerEntry[], locale: Locale): TemplateResult {
  return html`<details class="ledger">
    <summary>${words.ledger[locale]}${locale === "ja" ? `（${ledger.length}）` : ` (${ledger.length})`}</summary>
    <ul>${ledger.map(({ text, kind }) => html`<li class=${kind}>${text[locale]}</li>`)}</ul>
  </details>`;
}
