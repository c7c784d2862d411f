// One property of a proof: whether it holds, why not in plain words, and the way there to replay.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { PropertyResult, Report } from "@lkcluster/core/prove/explore.ts";
import { describeProperty, propertyText } from "@lkcluster/core/prove/property.ts";
import { changeText } from "@lkcluster/core/prove/readingText.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { html, nothing, type TemplateResult } from "lit";
import { proveWords as words } from "../words/proveWords.ts";
import type { ProveProps } from "./proveProps.ts";
import { replayOf } from "./replay.ts";
import { verdictIcons } from "./verdicts.ts";

export function resultRow(
  props: ProveProps,
  result: PropertyResult,
  explanation: Localized | undefined,
  report: Report,
): TemplateResult {
  const { locale } = props;
  const change = changeText(result, report);
  const { property, status } = result;
  return html`<tr class="result">
    <td class="result-icon">
      <span class="codicon codicon-${verdictIcons[status]} ${status}" role="img" aria-label=${words[status][locale]}></span>
    </td>
    <th scope="row"><code>${propertyText(property)}</code><div class="described">${describeProperty(property)[locale]}</div></th>
    <td>
      ${explanation === undefined || status !== "violated" ? nothing : html`<p class="explanation">${explanation[locale]}</p>`}
      ${change === undefined ? nothing : html`<p class="described">${change[locale]}</p>`}
      ${traceView(props, result)}
    </td>
  </tr>`;
}

function traceView(
  { locale, dispatch }: ProveProps,
  { trace, status, readings }: PropertyResult,
): TemplateResult | typeof nothing {
  if (trace === undefined) return nothing;
  const replay = (): void => dispatch({ kind: "replay", ...replayOf({ trace, readings }) });
  return html`<div class="trace">
    <span class="described">${(status === "violated" ? words.counterexample : words.witness)[locale]}</span>
    <ol>${trace.faults.map((fault) => html`<li><code>${eventText(fault)}</code></li>`)}</ol>
    <button type="button" class="link" title=${words.replayHelp[locale]} @click=${replay}>
      <span class="codicon codicon-play" aria-hidden="true"></span>${words.replay[locale]}
    </button>
  </div>`;
}
