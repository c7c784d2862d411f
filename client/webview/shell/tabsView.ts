// The tabs below the drawing, and the player that moves through the run.

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { PanelTab } from "../../src/panel/protocol.ts";
import { adviseView } from "../advise/adviseView.ts";
import type { ShownMoment } from "../derive.ts";
import { hierarchiesView } from "../hierarchies/hierarchiesView.ts";
import { foldedBars } from "../outcome/foldedBars.ts";
import { layoutTrack } from "../outcome/track.ts";
import { trackView } from "../outcome/trackView.ts";
import { proofLines } from "../prove/proofLines.ts";
import { proveView } from "../prove/proveView.ts";
import { verdictIcons, verdictOfAll } from "../prove/verdicts.ts";
import { pointAt } from "../run/played.ts";
import { sequenceView } from "../sequence/sequenceView.ts";
import { activeRun, type PanelState } from "../state.ts";
import { keyOf } from "../thing.ts";
import { timelineView } from "../timeline/timelineView.ts";
import type { ViewProps } from "../viewProps.ts";
import { comparedView } from "../whatIf/comparedView.ts";
import { whatIfView } from "../whatIf/whatIfView.ts";
import { restSentences } from "../words/outcomeWords.ts";
import { panelWords as words } from "../words/panelWords.ts";
import { proveWords } from "../words/proveWords.ts";
import { runName } from "../words/runName.ts";
import { whatIfWords } from "../words/whatIfWords.ts";
import { headlineView } from "./headlineView.ts";
import { noticesView } from "./noticesView.ts";
import { playerView } from "./playerView.ts";
import { toolView } from "./toolView.ts";

const tabs: readonly PanelTab[] = ["timeline", "what-if", "hierarchies", "sequence", "prove", "advise"];

export function tabsView(props: ViewProps, shown: ShownMoment): TemplateResult {
  const { state, dispatch } = props;
  const { locale } = state;
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = tabs.indexOf(state.tab);
    const next = tabs[(at + by + tabs.length) % tabs.length] ?? "timeline";
    dispatch({ kind: "tab", tab: next });
    document.getElementById(`tab-${next}`)?.focus();
  };
  return html`${playerView(props, shown)}${headlineView(props, shown)}${runTrack(props, shown)}
    <div class="tabs">
      <div role="tablist" class="tools" @keydown=${onKey}>
        ${tabs.map(
          (tab) => html`<button type="button" class="tab" role="tab" id="tab-${tab}" aria-controls="tab-panel"
            aria-selected=${tab === state.tab} tabindex=${tab === state.tab ? 0 : -1}
            @click=${() => dispatch({ kind: "tab", tab })}>${tabWords[tab][locale]}${tab === "prove" ? proofMark(state) : nothing}</button>`,
        )}
      </div>
      <span class="spacer"></span>
      <div class="tools">${tabTools(props)}</div>
    </div>
    ${noticesView(props, shown)}
    <div class="tab-panel" id="tab-panel" role="tabpanel" tabindex="0" aria-labelledby="tab-${state.tab}">${tabContent(props, shown)}</div>`;
}

const tabWords = { ...words, "what-if": whatIfWords.tab };

const nowhere = (): undefined => undefined;

function tabTools({ state, dispatch }: ViewProps): TemplateResult | typeof nothing {
  const { locale } = state;
  if (state.tab === "sequence") {
    const asTable = state.sequenceAs === "table";
    return toolView({
      icon: asTable ? "type-hierarchy" : "table",
      label: (asTable ? words.asDrawing : words.asTable)[locale],
      press: () => dispatch({ kind: "show-as", change: { sequenceAs: asTable ? "drawing" : "table" } }),
    });
  }
  if (state.tab !== "hierarchies") return nothing;
  const text = state.hierarchiesAs === "lcdstatus";
  return toolView({
    icon: text ? "table" : "terminal",
    label: (text ? words.asTable : words.asLcdstatus)[locale],
    press: () => dispatch({ kind: "show-as", change: { hierarchiesAs: text ? "table" : "lcdstatus" } }),
  });
}

function tabContent({ state, derived, dispatch }: ViewProps, shown: ShownMoment): TemplateResult {
  const { locale } = state;
  const lineOf = derived.reading?.lineOf ?? nowhere;
  switch (state.tab) {
    case "hierarchies":
      return hierarchiesView({
        cluster: shown.drawn.cluster,
        picture: shown.picture,
        as: state.hierarchiesAs,
        marked: new Set(state.marked.map(keyOf)),
        changed: shown.changed,
        locale,
        dispatch,
      });
    case "prove":
      return proveView({ proofs: state.findings.proofs, locale, lineOf, dispatch });
    case "advise":
      return adviseView({ advice: state.findings.advice, locale });
    case "sequence":
      return sequenceView({
        layout: shown.sequence(),
        as: state.sequenceAs,
        shown: shown.index,
        count: shown.played.moments.length,
        locale,
        dispatch,
      });
    case "what-if":
      return html`${comparedRuns(state, shown, dispatch)}${futuresView(state, shown, dispatch)}`;
    case "timeline":
      return html`${timelineView({ played: shown.played, shown: shown.index, isLastPicked: state.isLastPicked, filter: state.story, pinned: state.pinned, locale, lineOf, dispatch })}
        ${shown.played.moments.length <= 1 ? html`${proofLines(state.findings.proofs, locale, dispatch)}${futuresView(state, shown, dispatch)}` : nothing}`;
  }
}

/** What the proofs have come to, beside the name of their tab. */
function proofMark({ findings, locale }: PanelState): TemplateResult | typeof nothing {
  const verdict = verdictOfAll(findings.proofs);
  if (verdict === undefined) return nothing;
  return html`<span class="codicon codicon-${verdictIcons[verdict]} ${verdict} tab-mark" role="img" aria-label=${proveWords[verdict][locale]}></span>`;
}

/** The run over time, between the slider and the tabs; a click on a time shows it. */
function runTrack({ state, dispatch }: ViewProps, { outcome, deeds, moment, played }: ShownMoment): unknown {
  const { locale } = state;
  const { moments } = played;
  const go = (timeMs: number): void => {
    const to = moments.findLastIndex((one) => one.timeMs <= timeMs);
    dispatch({ kind: "go", to: to < moments.length - 1 ? Math.max(0, to) : "end", count: moments.length });
  };
  return guard([outcome, moment.timeMs, locale, played, state.allBars], () => {
    const track = layoutTrack(
      [outcome],
      deeds.map(({ timeMs }) => timeMs),
    );
    const { services, folded } = foldedBars(outcome.services);
    return html`${trackView({
      track,
      outcome: { ...outcome, services: state.allBars ? [...services, ...folded] : services },
      deeds,
      shownMs: moment.timeMs,
      locale,
      go,
    })}${folded.length === 0 ? nothing : foldView(folded.length, state, dispatch)}`;
  });
}

/** The hierarchies that are not affected, as one line. */
function foldView(count: number, { allBars, locale }: PanelState, dispatch: ViewProps["dispatch"]): TemplateResult {
  const rest = restSentences(new Map([["same", count]]), false)[0];
  return html`<div class="fold"><span class="codicon codicon-${allBars ? "chevron-down" : "chevron-right"}" aria-hidden="true"></span>
    <button type="button" class="link" aria-expanded=${allBars} title=${(allBars ? words.affectedBars : words.allBars)[locale]}
      @click=${() => dispatch({ kind: "fold-bars", allBars: !allBars })}>${rest?.[locale]}</button></div>`;
}

function futuresView(state: PanelState, shown: ShownMoment, dispatch: ViewProps["dispatch"]): TemplateResult {
  const { futures, locale } = state;
  const isOld = futures?.run !== activeRun(state) || futures.index !== shown.index || futures.outdated;
  return whatIfView({
    futures: futures?.found,
    isOld,
    atStart: shown.played.moments.length <= 1,
    at: pointAt(shown.played, shown.index),
    locale,
    dispatch,
  });
}

function comparedRuns(
  state: PanelState,
  shown: ShownMoment,
  dispatch: ViewProps["dispatch"],
): TemplateResult | typeof nothing {
  if (state.runs.length < 2) return nothing;
  const { locale } = state;
  const runs = shown.runs().map(({ run, outcome, deeds }, index) => ({
    name: runName(run, locale),
    outcome,
    deeds,
    isShown: index === state.active,
  }));
  return comparedView({ runs, locale, dispatch });
}
