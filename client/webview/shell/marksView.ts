// What is marked, and the button that makes all of it fail at the same moment.

import { html, type TemplateResult } from "lit";
import type { ShownMoment } from "../derive.ts";
import { mainFault } from "../menu/menuItems.ts";
import { pointAt } from "../run/played.ts";
import type { ViewProps } from "../viewProps.ts";
import { panelWords as words } from "../words/panelWords.ts";
import { thingName } from "../words/thingName.ts";

export function marksView(
  { state, dispatch }: ViewProps,
  { drawn, picture, played, index }: ShownMoment,
): TemplateResult {
  const { locale, marked } = state;
  const names = marked.map((thing) => thingName(drawn.cluster, thing)).join(", ");
  const events = marked.flatMap((thing) => mainFault(drawn.cluster, picture, thing) ?? []);
  return html`<div class="marks" role="region" aria-label=${words.marked[locale]}>
    <span class="names">${marked.length} ${words.marked[locale]}: ${names}</span>
    <vscode-button ?disabled=${events.length === 0}
      @click=${() => dispatch({ kind: "act", events, at: pointAt(played, index) })}>${words.failTogether[locale]}</vscode-button>
    <vscode-button secondary @click=${() => dispatch({ kind: "clear-marks" })}>${words.clearMarks[locale]}</vscode-button>
  </div>`;
}
