// What needs attention at the moment that is shown: a split brain, a question to an administrator, a contest for a
// reservation that somebody has to decide, a run that is too long to be shown.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { ShownMoment } from "../derive.ts";
import { differing, type Outcome, type Service } from "../outcome/outcome.ts";
import { pointAt } from "../run/played.ts";
import { placeLink } from "../timeline/reasonView.ts";
import type { ViewProps } from "../viewProps.ts";
import { activeOnWords, confirmWords, editedWords, reservationWords } from "../words/noticeWords.ts";
import { serviceSentence } from "../words/outcomeWords.ts";
import { panelWords as words } from "../words/panelWords.ts";
import { topologyWords } from "../words/topologyWords.ts";

/** The others are counted; all of them are in the editor. */
const errorsMax = 3;

export function noticesView(props: ViewProps, shown: ShownMoment): TemplateResult {
  const { locale } = props.state;
  const { played, picture, index } = shown;
  const split = picture.splitBrain.filter((tag) => isRoot(shown, tag));
  const atEnd = index >= played.moments.length - 1;
  const { isBehind, reading } = props.derived;
  const isRefused = !isBehind && reading?.check.checked === undefined;
  return html`${isBehind ? behindView(props) : nothing}
    ${isRefused ? notice("warning", html`${words.unsupported[locale]}`) : nothing}
    ${shown.before === undefined ? nothing : editedView(shown.outcome, shown.before, locale)}
    ${split.length === 0 ? nothing : notice("error", html`<strong>${topologyWords.splitBrain[locale]}</strong> ${split.map((tag) => splitText(shown, tag, locale)).join(" ")}`)}
    ${[...picture.nodes].flatMap(([node, { asksAbout }]) => asksAbout.map((peer) => questionView(props, shown, node, peer)))}
    ${played.tooLong ? notice("warning", html`${words.tooLong[locale]}`) : nothing}
    ${played.contest === undefined || !atEnd ? nothing : contestView(props, shown, played.contest)}`;
}

/** The file as it is cannot be simulated: what keeps it from that, and that the drawing is older. */
function behindView({ state, derived, dispatch }: ViewProps): TemplateResult {
  const { locale } = state;
  const { reading } = derived;
  const errors = (reading?.check.problems ?? []).filter(({ severity }) => severity === "error");
  const lineOf = reading?.lineOf ?? (() => undefined);
  return notice(
    "warning",
    html`<div><span>${words.behind[locale]}</span>
      <ul class="problems">${errors.slice(0, errorsMax).map((problem) => html`<li><span>${problem.message[locale]} ${placeLink(problem, { locale, lineOf, dispatch })}</span></li>`)}
      ${errors.length > errorsMax ? html`<li>+ ${errors.length - errorsMax}</li>` : nothing}</ul></div>`,
  );
}

/** The run was played again on the edited file, and something else came of it. */
function editedView(now: Outcome, before: Outcome, locale: Locale): TemplateResult {
  const said = (services: readonly Service[]): string =>
    services.map((service) => serviceSentence(service)[locale]).join(" ");
  return notice(
    "info",
    html`<span><strong>${editedWords.now[locale]}</strong> ${said(differing(now, before))}
      <span class="described">${editedWords.before[locale]} ${said(differing(before, now))}</span></span>`,
  );
}

function isRoot({ drawn }: ShownMoment, tag: string): boolean {
  return drawn.cluster.resources.find(({ name }) => name === tag)?.parents.length === 0;
}

function splitText({ picture }: ShownMoment, tag: string, locale: Locale): string {
  return activeOnWords(tag, picture.resources.get(tag)?.activeOn ?? [])[locale];
}

/** Confirm failover: the answer is given at the moment that is shown. */
function questionView(
  { state, dispatch }: ViewProps,
  { played, index }: ShownMoment,
  node: string,
  peer: string,
): TemplateResult {
  const { locale } = state;
  const answer = (what: "yes" | "no") => () =>
    dispatch({ kind: "act", events: [{ kind: "confirm", node: peer, answer: what }], at: pointAt(played, index) });
  return notice(
    "question",
    html`<span>${confirmWords.question(node, peer)[locale]}</span>
    <vscode-button secondary @click=${answer("yes")}>${confirmWords.yes[locale]}</vscode-button>
    <vscode-button secondary @click=${answer("no")}>${confirmWords.no[locale]}</vscode-button>`,
  );
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
  return notice(
    "question",
    html`<span>${reservationWords.question(tag)[locale]}</span>
    ${rivals.map((node) => button(reservationWords.takes(node)[locale], { kind: "take-reservation", tag, node }))}
    ${button(reservationWords.keeps(holder)[locale], { kind: "hold-reservation", tag })}`,
  );
}

function notice(icon: "error" | "warning" | "question" | "info", content: TemplateResult): TemplateResult {
  return html`<div class="notice ${icon}"><span class="codicon codicon-${icon}" aria-hidden="true"></span>${content}</div>`;
}
