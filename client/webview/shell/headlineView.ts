// The headline of the step that is shown; each part leads to its moment, and all of it can be copied.

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { ShownMoment } from "../derive.ts";
import { type HeadlinePart, headlineOf, headlineText, plain } from "../outcome/headline.ts";
import type { ViewProps } from "../viewProps.ts";
import { gravityIcons, gravityWords } from "../words/outcomeWords.ts";
import { panelWords as words } from "../words/panelWords.ts";
import { toolView } from "./toolView.ts";

export function headlineView({ state, dispatch }: ViewProps, { drawn, played, index, moment }: ShownMoment): unknown {
  const { locale } = state;
  const count = played.moments.length;
  return guard([played, moment.step, locale], (): TemplateResult | typeof nothing => {
    const headline = headlineOf(drawn.cluster, played, index);
    if (headline === undefined) return nothing;
    const { worst, parts } = headline;
    const part = ({ text, parameter, index: to }: HeadlinePart): TemplateResult =>
      html`<li><button type="button" class="link" title=${words.showMoment[locale]}
        @click=${() => dispatch({ kind: "go", to: to < count - 1 ? to : "end", count })}>${plain(text[locale])}</button>${parameter === undefined ? nothing : html` <code>${parameter}</code>`}</li>`;
    return html`<section class="headline ${worst}" aria-label=${words.headline[locale]}>
      <span class="gravity ${worst}"><span class="codicon codicon-${gravityIcons[worst]}" aria-hidden="true"></span>${gravityWords[worst][locale]}</span>
      <div class="told">
        <ul>${parts.filter(({ kind }) => kind === "outcome").map(part)}</ul>
        <ol>${parts.filter(({ kind }) => kind !== "outcome").map(part)}</ol>
      </div>
      ${toolView({ icon: "copy", label: words.copyHeadline[locale], press: () => dispatch({ kind: "copy", text: headlineText(headline, locale) }) })}
    </section>`;
  });
}
