// What happens, a row for each node: what it has done with its seconds, and what it is waited for.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { PageStep } from "../../src/deploy/page/protocol.ts";
import type { PageProps } from "./pageProps.ts";
import { pageWords as words } from "./pageWords.ts";

/** From then on it is said that something is waited for. */
const longMs = 5000;

export function stepsView({ deployment: { steps, plan }, locale, nowMs }: PageProps): TemplateResult {
  // The order of the cluster file, as far as it is known; else that of the first words about each node.
  const known = plan?.differences.map(({ node }) => node) ?? [];
  const names = [...new Set([...known, ...steps.flatMap(({ node }) => node ?? [])])];
  const general = steps.filter(({ node }) => node === undefined);
  return html`${general.length === 0 ? nothing : listView(general, locale, nowMs)}
  ${names.map((name) => {
    const own = steps.filter(({ node }) => node === name);
    if (own.length === 0) return nothing;
    return html`<article class="node" data-node=${name}>
      <h3>${name}</h3>
      ${listView(own, locale, nowMs)}
    </article>`;
  })}`;
}

function listView(steps: readonly PageStep[], locale: Locale, nowMs: number): TemplateResult {
  return html`<ul class="steps">${steps.map((step) => stepView(step, locale, nowMs))}</ul>`;
}

function stepView({ text, state, beganAtMs, endedAtMs }: PageStep, locale: Locale, nowMs: number): TemplateResult {
  const ms = Math.max(0, (endedAtMs ?? nowMs) - beganAtMs);
  const waits = state === "running" && ms >= longMs;
  const icon = state === "done" ? "pass" : state === "failed" ? "error" : "sync";
  return html`<li class=${state}>
    <span class="codicon codicon-${icon}" aria-hidden="true"></span>
    <span>${waits ? words.waits[locale](text[locale], Math.floor(ms / 1000)) : text[locale]}</span>
    <span class="seconds"><span class="hidden-but-read">${words[state][locale]}</span> ${waits ? nothing : `${(ms / 1000).toFixed(1)} s`}</span>
  </li>`;
}
