// The proofs of the cluster with their verdicts, live: how far the search is, what was found, the way there, and what
// would repair it.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import type { Report } from "@lkcluster/core/prove/explore.ts";
import { coveredText, type LedgerEntry } from "@lkcluster/core/prove/ledger.ts";
import { coverText } from "@lkcluster/core/prove/readingText.ts";
import type { ProofResult } from "@lkcluster/core/prove/runProof.ts";
import { html, nothing, type TemplateResult } from "lit";
import { placeLink } from "../timeline/reasonView.ts";
import { timeText } from "../words/panelWords.ts";
import { elapsedText, faultsText, statesText, proveWords as words } from "../words/proveWords.ts";
import type { ProofState } from "./findings.ts";
import type { ProveProps } from "./proveProps.ts";
import { repairsView } from "./repairsView.ts";
import { resultRow } from "./resultRow.ts";
import { verdictIcons, verdictOf } from "./verdicts.ts";

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

function resultsView(props: ProveProps, { explanations, repairs }: ProofState, result: ProofResult): TemplateResult {
  const { locale } = props;
  const { results, explorations } = result.report;
  const longest = largest([0, ...explorations.map(({ twoActiveMs }) => twoActiveMs ?? 0)]);
  const noSurvivor = explorations.some((exploration) => exploration.noSurvivor);
  return html`<table aria-label=${words.property[locale]}>
      <tbody>
        ${results.map((one, index) => resultRow(props, one, explanations[index], result.report))}
      </tbody>
    </table>
    ${longest > 0 ? html`<p class="proof-facts">${words.twoActive[locale]}: ${timeText(longest)}</p>` : nothing}
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
