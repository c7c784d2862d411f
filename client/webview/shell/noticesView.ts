// What the run waits for: a contest for a reservation that somebody has to decide; or that it never came to rest.

import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { ShownMoment } from "../derive.ts";
import { pointAt } from "../run/played.ts";
import { reservationWords, panelWords as words } from "../words/panelWords.ts";
import type { ViewProps } from "./shellView.ts";

export function noticesView(props: ViewProps, shown: ShownMoment): TemplateResult | typeof nothing {
  const { locale } = props.state;
  const { played } = shown;
  if (played.restless) return notice(html`${words.restless[locale]}`);
  return played.contest === undefined ? nothing : contestView(props, shown, played.contest);
}

function contestView(
  { state, dispatch }: ViewProps,
  { drawn, played, picture }: ShownMoment,
  tag: string,
): TemplateResult {
  const { locale } = state;
  const holder = picture.resources.get(tag)?.reservation;
  const rivals = (drawn.cluster.resources.find(({ name }) => name === tag)?.servers ?? [])
    .map(({ node }) => node)
    .filter((node) => node !== holder);
  const at = pointAt(played, played.moments.length - 1);
  const button = (label: string, event: OutsideEvent): TemplateResult =>
    html`<vscode-button secondary @click=${() => dispatch({ kind: "act", events: [event], at })}>${label}</vscode-button>`;
  return notice(html`<span>${reservationWords.question(tag)[locale]}</span>
    ${rivals.map((node) => button(reservationWords.takes(node)[locale], { kind: "take-reservation", tag, node }))}
    ${button(reservationWords.keeps(holder)[locale], { kind: "hold-reservation", tag })}`);
}

function notice(content: TemplateResult): TemplateResult {
  return html`<div class="notice" role="status"><span class="codicon codicon-warning" aria-hidden="true"></span>${content}</div>`;
}
