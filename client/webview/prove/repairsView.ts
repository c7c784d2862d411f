// Changes that make a violated proof hold, each proved already, with what they cost and what gets worse.

import type { Repair } from "@lkcluster/core/prove/repair.ts";
import { html, nothing, type TemplateResult } from "lit";
import { statesText, proveWords as words } from "../words/proveWords.ts";
import type { Search } from "./findings.ts";
import type { ProveProps } from "./proveProps.ts";

export function repairsView(props: ProveProps, search: Search<readonly Repair[]>): TemplateResult {
  const { locale } = props;
  const found = search.kind === "done" ? search.result : [];
  return html`<div class="repairs">
    <h3>${words.repairs[locale]}</h3>
    ${search.kind === "done" ? nothing : html`<p class="described">${words.searching[locale]}${search.kind === "running" ? `, ${statesText(search.states, locale)}` : ""}</p>`}
    ${search.kind === "done" && found.length === 0 ? html`<p class="described">${words.noRepair[locale]}</p>` : nothing}
    ${
      found.length === 0
        ? nothing
        : html`<table aria-label=${words.repairs[locale]}>
          <tbody>
            ${found.map((repair) => repairRow(props, repair))}
          </tbody>
        </table>`
    }
  </div>`;
}

function repairRow({ locale, dispatch }: ProveProps, { title, edits, cost, better, worse }: Repair): TemplateResult {
  return html`<tr>
    <th scope="row">
      ${title[locale]}${cost === undefined ? nothing : html`<div class="described">${cost[locale]}</div>`}
    </th>
    <td>
      ${better.length === 0 ? nothing : html`<ul class="better">${better.map((text) => html`<li>${text[locale]}</li>`)}</ul>`}
      ${
        worse.length === 0
          ? html`<span class="described">${words.nothingWorse[locale]}</span>`
          : html`<span>${words.worse[locale]}:</span><ul class="worse">${worse.map((text) => html`<li>${text[locale]}</li>`)}</ul>`
      }
    </td>
    <td class="apply">
      <vscode-button secondary @click=${() => dispatch({ kind: "edit", title: title[locale], edits })}>${words.apply[locale]}</vscode-button>
    </td>
  </tr>`;
}
