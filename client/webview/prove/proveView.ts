// The proofs of the cluster with their verdicts, live: how far the search is, what was found, and the way there.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import type { PropertyResult } from "@lkcluster/core/prove/explore.ts";
import type { LedgerEntry } from "@lkcluster/core/prove/ledger.ts";
import type { Proof } from "@lkcluster/core/prove/proof.ts";
import { describeProperty, propertyText } from "@lkcluster/core/prove/property.ts";
import { findReading } from "@lkcluster/core/simulate/readings.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../message.ts";
import { placeLink } from "../timeline/reasonView.ts";
import { timeText } from "../words/panelWords.ts";
import { elapsedText, faultsText, statesText, proveWords as words } from "../words/proveWords.ts";
import type { ProofState } from "./prover.ts";
import { replaySteps } from "./replay.ts";

export interface ProveProps {
  readonly proofs: readonly Proof[];
  /** In the same order. */
  readonly states: readonly ProofState[];
  readonly locale: Locale;
  readonly lineOf: (file: string, offset: number) => number | undefined;
  readonly dispatch: (message: Message) => void;
}

export function proveView(props: ProveProps): TemplateResult {
  const { proofs, states } = props;
  return html`<div class="proofs">
    ${proofs.map((proof, index) => proofView(props, proof, states[index] ?? { kind: "waiting" }))}
  </div>`;
}

type Shown = "holds" | "violated" | "unknown" | "incomplete" | "running" | "waiting";

function verdictOf(state: ProofState): Shown {
  return state.kind === "done" ? state.result.verdict : state.kind;
}

const icons: Readonly<Record<Shown, string>> = {
  holds: "pass",
  violated: "error",
  unknown: "question",
  incomplete: "question",
  running: "loading",
  waiting: "circle-large-outline",
};

function proofView(props: ProveProps, proof: Proof, state: ProofState): TemplateResult {
  const { locale } = props;
  const verdict = verdictOf(state);
  const title = proof.title[locale];
  return html`<section class="proof ${verdict}" aria-label="${title}: ${words[verdict][locale]}" aria-busy=${state.kind === "running"}>
    <h2>
      <span class="codicon codicon-${icons[verdict]} ${verdict}" aria-hidden="true"></span>
      <span class="proof-title">${title}</span>
      <span class="verdict ${verdict}">${words[verdict][locale]}</span>
    </h2>
    <p class="proof-facts">${factsOf(props, proof, state).map((fact, index) => html`${index === 0 ? nothing : " · "}${fact}`)}</p>
    ${state.kind === "running" ? html`<vscode-progress-bar></vscode-progress-bar>` : nothing}
    ${state.kind === "done" ? resultsView(props, state) : nothing}
  </section>`;
}

function factsOf(
  { locale, lineOf, dispatch }: ProveProps,
  proof: Proof,
  state: ProofState,
): readonly (string | TemplateResult | typeof nothing)[] {
  const bounds = proof.bounds.map(({ faultsMax, kinds }) => faultsText(faultsMax, kinds.join(", "), locale));
  const where =
    proof.place === undefined ? words.standard[locale] : placeLink(proof.place, { locale, lineOf, dispatch });
  switch (state.kind) {
    case "waiting":
      return [...bounds, where];
    case "running":
      return [...bounds, statesText(state.progress?.states ?? 0, locale), where];
    case "done": {
      const { states, complete, everyReading } = state.result.report;
      return [
        ...bounds,
        statesText(states, locale),
        elapsedText(state.elapsedMs),
        ...(complete ? [(everyReading ? words.everyReading : words.defaultReadings)[locale]] : [words.limit[locale]]),
        where,
      ];
    }
  }
}

function resultsView(
  props: ProveProps,
  { result, explanations }: Extract<ProofState, { kind: "done" }>,
): TemplateResult {
  const { locale } = props;
  const { results, explorations } = result.report;
  const longest = Math.max(0, ...explorations.map(({ twoActiveMs }) => twoActiveMs ?? 0));
  return html`${
    results.length === 0
      ? html`<p class="proof-facts">${words.none[locale]}</p>`
      : html`<table aria-label=${words.property[locale]}>
        <tbody>
          ${results.map((one, index) => resultRow(props, one, explanations[index]))}
        </tbody>
      </table>`
  }
    ${longest > 0 ? html`<p class="proof-facts">${words.twoActive[locale]}: ${timeText(longest)}</p>` : nothing}
    ${explorations.some(({ noSurvivor }) => noSurvivor) ? html`<p class="proof-facts">${words.noSurvivor[locale]}</p>` : nothing}
    ${ledgerView(result.ledger, locale)}`;
}

function resultRow(props: ProveProps, result: PropertyResult, explanation: Localized | undefined): TemplateResult {
  const { locale } = props;
  const { property, status, trace, reading } = result;
  const found = reading === undefined ? undefined : findReading(reading.id);
  const answer = found?.answers.find(({ id }) => id === reading?.answer);
  return html`<tr>
    <td class="result-icon"><span class="codicon codicon-${icons[status]} ${status}" role="img" aria-label=${words[status][locale]}></span></td>
    <th scope="row"><code>${propertyText(property)}</code><div class="described">${describeProperty(property)[locale]}</div></th>
    <td>
      ${explanation === undefined || status !== "violated" ? nothing : html`<p class="explanation">${explanation[locale]}</p>`}
      ${trace === undefined ? nothing : traceView(props, result)}
      ${
        found === undefined || answer === undefined || status !== "violated"
          ? nothing
          : html`<div class="described">${words.reading[locale]}: ${found.question[locale]} ${answer.text[locale]}</div>`
      }
    </td>
  </tr>`;
}

function traceView({ locale, dispatch }: ProveProps, { trace, status, reading }: PropertyResult): TemplateResult {
  if (trace === undefined) return html``;
  const replay = (): void =>
    dispatch({
      kind: "replay",
      scenario: undefined,
      steps: replaySteps(trace),
      ...(reading === undefined ? {} : { reading }),
    });
  return html`<div class="trace">
    <span class="described">${(status === "violated" ? words.counterexample : words.witness)[locale]}</span>
    <ol>${trace.faults.map((fault) => html`<li><code>${eventText(fault)}</code></li>`)}</ol>
    <button type="button" class="link" title=${words.replayHelp[locale]} @click=${replay}>
      <span class="codicon codicon-play" aria-hidden="true"></span>${words.replay[locale]}
    </button>
  </div>`;
}

function ledgerView(ledger: readonly LedgerEntry[], locale: Locale): TemplateResult {
  return html`<details class="ledger">
    <summary>${words.ledger[locale]} (${ledger.length})</summary>
    <ul>${ledger.map(({ text, kind }) => html`<li class=${kind}>${text[locale]}</li>`)}</ul>
  </details>`;
}
