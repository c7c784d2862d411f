// The page from top to bottom: what it is about, the question or how it ended, on the left what changes and where it goes,
// on the right what happens, node by node.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Deployment, PageEnd, PagePlan } from "../../src/deploy/page/protocol.ts";
import type { PageProps } from "./pageProps.ts";
import { pageWords as words } from "./pageWords.ts";
import { stepsView } from "./stepsView.ts";

export function pageView(props: PageProps): TemplateResult {
  const { deployment, locale } = props;
  const { cluster, way, plan, phase, end } = deployment;
  return html`<main class="deployment">
    <header>
      <h1>${words[way][locale](cluster)}</h1>
      <p role="status">${statusText(deployment, locale)}</p>
      ${phase === "working" ? cancelView(props) : nothing}
    </header>
    ${phase === "asking" && plan !== undefined ? questionView(plan, props) : nothing}
    ${end === undefined ? nothing : endView(end, props)}
    <div class="columns">
      <section aria-labelledby="differences">
        <h2 id="differences">${words.differences[locale]}</h2>
        ${plan === undefined ? html`<p class="faint">${words.notYet[locale]}</p>` : differencesView(plan, props)}
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">${words.whatHappens[locale]}</h2>
        ${phase === "asking" && plan !== undefined ? plannedView(plan, locale) : nothing}
        ${stepsView(props)}
      </section>
    </div>
  </main>`;
}

function statusText({ phase, cancelled, end }: Deployment, locale: Locale): string {
  if (end !== undefined) return end.outcomeText[locale];
  if (cancelled) return words.stopping[locale];
  return words[phase === "asking" ? "asks" : "works"][locale];
}

function cancelView({ deployment, locale, send }: PageProps): TemplateResult {
  return html`<button
    type="button"
    ?disabled=${deployment.cancelled}
    @click=${() => send({ kind: "cancel" })}
  >${words.cancel[locale]}</button>`;
}

function questionView({ changed, warnings, canActivate, rollout }: PagePlan, props: PageProps): TemplateResult {
  const { deployment, locale, send } = props;
  const answer = (text: Localized, which: "deploy" | "activate" | "no", primary = false): TemplateResult =>
    html`<button
      type="button"
      class=${primary ? "primary" : ""}
      data-answer=${which}
      @click=${() => send({ kind: "answer", answer: which })}
    >${text[locale]}</button>`;
  const go = words.answers[deployment.way];
  return html`<section id="question" aria-labelledby="asked">
    <h2 id="asked" tabindex="-1">${words.question[deployment.way][locale](changed)}</h2>
    <p>${go.promise[locale]}</p>
    ${warnings.length === 0 ? nothing : html`<ul class="warnings">${warnings.map((text) => html`<li>${text[locale]}</li>`)}</ul>`}
    ${rollout === undefined ? nothing : html`<p class="rollout">${rollout[locale]}</p>`}
    <div class="answers">
      ${answer(go.yes, "deploy", true)}
      ${canActivate ? answer(words.activate, "activate") : nothing}
      ${answer(go.no, "no")}
    </div>
  </section>`;
}

function endView(
  { outcome, outcomeText, message, advice, nodes, transaction }: PageEnd,
  props: PageProps,
): TemplateResult {
  const { deployment, locale, send } = props;
  const isGood = outcome === "deployed" || outcome === "unchanged";
  return html`<section id="end" class=${isGood ? "good" : "bad"} aria-labelledby="ended">
    <h2 id="ended" tabindex="-1">${outcomeText[locale]}</h2>
    <p>${message[locale]}</p>
    ${advice.length === 0 ? nothing : html`<ul>${advice.map((text) => html`<li>${text[locale]}</li>`)}</ul>`}
    <div class="scrolls" tabindex="0" role="group" aria-label=${words.nodes[locale]}>
      <table>
        <thead>
          <tr>${words.columns.map((text) => html`<th scope="col">${text[locale]}</th>`)}</tr>
        </thead>
        <tbody>
          ${nodes.map(
            ({ node, stateText, before, after, detail, said }) => html`<tr>
              <th scope="row">${node}</th>
              <td>${stateText[locale]}</td>
              <td><code>${short(before)}</code></td>
              <td><code>${short(after)}</code></td>
              <td>${detail[locale]}${said === undefined ? nothing : html`<pre>${said}</pre>`}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${transaction === undefined ? nothing : html`<p class="faint">${words.audit[locale]} <code>${transaction}</code></p>`}
    <div class="answers">
      <button type="button" @click=${() => send({ kind: "copy-record" })}>${words.copy[locale]}</button>
      ${
        outcome === "deployed" && deployment.way === "deploy"
          ? html`<button type="button" @click=${() => send({ kind: "roll-back" })}>${words.rollBack[locale]}</button>`
          : nothing
      }
    </div>
  </section>`;
}

function short(hash: string | undefined): string {
  return hash === undefined ? "–" : hash.slice(0, 12);
}

function differencesView({ differences, changed }: PagePlan, { locale, send }: PageProps): TemplateResult {
  return html`${
    changed === 0
      ? nothing
      : html`<p><button type="button" @click=${() => send({ kind: "show-differences" })}>${words.inEditor[locale]}</button></p>`
  }
  ${differences.map(
    ({ node, ssh, file, lines }) => html`<article>
      <h3>${node}</h3>
      <p class="where"><code>ssh ${ssh}</code> <code>${file}</code></p>
      ${
        lines.length === 0
          ? html`<p class="faint">${words.unchanged[locale]}</p>`
          : html`<pre class="diff" tabindex="0" role="group" aria-label=${words.differenceOf[locale](node)}>${lines.map(
              (line) => html`<span class=${lineKind(line)}>${line}\n</span>`,
            )}</pre>`
      }
    </article>`,
  )}`;
}

function lineKind(line: string): string {
  return line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "";
}

function plannedView({ steps }: PagePlan, locale: Locale): TemplateResult {
  return html`<ol class="planned">${steps.map((text) => html`<li>${text[locale]}</li>`)}</ol>`;
}
