// Every supported combination of quorum mode, witness mode and loss action for this cluster, side by side.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { AdviceRow } from "@lkcluster/core/prove/advise.ts";
import { type Answer, answerTexts, type Score } from "@lkcluster/core/prove/scorecard.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Search } from "../prove/findings.ts";
import { timeText } from "../words/panelWords.ts";
import { elapsedText, statesText, adviseWords as words } from "../words/proveWords.ts";

export interface AdviseProps {
  readonly advice: Search<readonly AdviceRow[]>;
  readonly locale: Locale;
}

export function adviseView({ advice, locale }: AdviseProps): TemplateResult {
  if (advice.kind !== "done") {
    const states = advice.kind === "running" ? ` ${statesText(advice.states, locale)}` : "";
    return html`<div class="advice-wait"><p class="empty">${words.searching[locale]}${states}</p>
      <vscode-progress-bar></vscode-progress-bar></div>`;
  }
  const { result: rows, elapsedMs } = advice;
  if (rows.length === 0) return html`<p class="empty">${words.none[locale]}</p>`;
  const faults = rows[0]?.scorecard.scores.map((score) => score.faults) ?? [];
  return html`<table class="advice" aria-label=${words.title[locale]}>
      <thead>
        <tr>
          <th scope="col" rowspan="2" title="QUORUM_MODE · WITNESS_MODE · QUORUM_LOSS_ACTION">${words.title[locale]}</th>
          ${faults.map((count) => html`<th scope="colgroup" colspan="4" class="group">${words.under(count)[locale]}</th>`)}
        </tr>
        <tr>
          ${faults.map(
            () => html`<th scope="col" class="group">${words.splitBrain[locale]}</th>
              <th scope="col">${words.dataLoss[locale]}</th>
              <th scope="col">${words.outage[locale]}</th>
              <th scope="col">${words.twoActive[locale]}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => adviceRow(row, locale))}
      </tbody>
    </table>
    <p class="proof-facts">${words.best[locale]} · ${elapsedText(elapsedMs)}</p>`;
}

function adviceRow(row: AdviceRow, locale: Locale): TemplateResult {
  const { quorumMode, witnessMode, lossAction, isCurrent, assumes, scorecard } = row;
  const modes = [quorumMode, witnessMode, ...(quorumMode === "none" ? [] : [lossAction])];
  return html`<tr class=${isCurrent ? "current" : ""} aria-current=${isCurrent ? "true" : nothing}>
    <th scope="row">
      <code>${modes.join(" · ")}</code>${isCurrent ? html` <vscode-badge>${words.now[locale]}</vscode-badge>` : nothing}
      ${assumes === undefined ? nothing : html`<div class="described">${assumes[locale]}</div>`}
    </th>
    ${scorecard.scores.map((score) => scoreCells(score, locale))}
  </tr>`;
}

function scoreCells({ splitBrain, dataLoss, outage, twoActiveMs }: Score, locale: Locale): TemplateResult {
  return html`${answerCell(splitBrain, locale, "group")}${answerCell(dataLoss, locale, "")}${answerCell(outage, locale, "")}
    <td class="number">${twoActiveMs === 0 ? "–" : timeText(twoActiveMs)}</td>`;
}

const answerIcons: Readonly<Record<Answer, string>> = { never: "pass", possible: "error", unknown: "question" };
const answerMoods: Readonly<Record<Answer, string>> = { never: "holds", possible: "violated", unknown: "unknown" };

function answerCell(answer: Answer, locale: Locale, className: string): TemplateResult {
  return html`<td class="answer ${className}" title=${answerTexts[answer][locale]}>
    <span class="codicon codicon-${answerIcons[answer]} ${answerMoods[answer]}" aria-hidden="true"></span>
    <span class=${answer === "never" ? "hidden-but-read" : ""}>${answerTexts[answer][locale]}</span>
  </td>`;
}
