// The tabs below the drawing, and the player that moves through the run.

import { html, nothing, type TemplateResult } from "lit";
import type { PanelTab } from "../../src/panel/protocol.ts";
import { adviseView } from "../advise/adviseView.ts";
import type { ShownMoment } from "../derive.ts";
import { hierarchiesView } from "../hierarchies/hierarchiesView.ts";
import { proveView } from "../prove/proveView.ts";
import { sequenceView } from "../sequence/sequenceView.ts";
import { keyOf } from "../thing.ts";
import { timelineView } from "../timeline/timelineView.ts";
import type { ViewProps } from "../viewProps.ts";
import { panelWords as words } from "../words/panelWords.ts";
import { noticesView } from "./noticesView.ts";
import { playerView } from "./playerView.ts";
import { toolView } from "./toolView.ts";

const tabs: readonly PanelTab[] = ["timeline", "hierarchies", "sequence", "prove", "advise"];

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
  return html`${noticesView(props, shown)}${playerView(props, shown)}
    <div class="tabs">
      <div role="tablist" class="tools" @keydown=${onKey}>
        ${tabs.map(
          (tab) => html`<button type="button" class="tab" role="tab" id="tab-${tab}" aria-controls="tab-panel"
            aria-selected=${tab === state.tab} tabindex=${tab === state.tab ? 0 : -1}
            @click=${() => dispatch({ kind: "tab", tab })}>${words[tab][locale]}</button>`,
        )}
      </div>
      <span class="spacer"></span>
      <div class="tools">${tabTools(props)}</div>
    </div>
    <div class="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby="tab-${state.tab}">${tabContent(props, shown)}</div>`;
}

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
    case "timeline":
      return timelineView({ played: shown.played, shown: shown.index, locale, lineOf, dispatch });
  }
}
