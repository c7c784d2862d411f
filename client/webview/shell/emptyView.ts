// The panel while there is nothing to simulate: it says why, and where in the file to look.

import { plainText } from "@lkcluster/core/locale/plainText.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { html, type TemplateResult } from "lit";
import { placeLink } from "../timeline/reasonView.ts";
import type { ViewProps } from "../viewProps.ts";
import { panelWords as words } from "../words/panelWords.ts";

const problemsMax = 20;

export function emptyView({ state, derived, dispatch }: ViewProps): TemplateResult {
  const { locale } = state;
  const { reading } = derived;
  if (reading === undefined) return html`<p class="empty">${words.loading[locale]}</p>`;
  const { cluster, problems } = reading.check;
  if (cluster === undefined && problems.length === 0) return html`<p class="empty">${words.noCluster[locale]}</p>`;
  const errors = problems.filter(({ severity }) => severity === "error").slice(0, problemsMax);
  const item = (problem: Problem): TemplateResult => html`<li>
    <span class="codicon codicon-error" aria-hidden="true"></span>
    <span>${plainText(problem.message[locale])} ${placeLink(problem, { locale, lineOf: reading.lineOf, dispatch })}</span>
  </li>`;
  return html`<p class="empty">${words.unsound[locale]}</p>
    <ul class="problems">${errors.map(item)}</ul>`;
}
