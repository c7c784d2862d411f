// The whole panel: a bar, the drawing, a sash, and the tabs below it.

import { html, nothing, type TemplateResult } from "lit";
import type { ShownMoment } from "../derive.ts";
import { fittingLayout } from "../layout/topology.ts";
import { shownMenu } from "../menu/shownMenu.ts";
import { keyOf, type Thing } from "../thing.ts";
import { countMirrors } from "../topology/mirrorPill.ts";
import { nextThing } from "../topology/neighbours.ts";
import type { ThingEvents } from "../topology/thingFrame.ts";
import { topologyTable } from "../topology/topologyTable.ts";
import { topologyView } from "../topology/topologyView.ts";
import { tourView } from "../tour/tourView.ts";
import type { ViewProps } from "../viewProps.ts";
import { announcementOf } from "../words/announcement.ts";
import { panelWords as words } from "../words/panelWords.ts";
import { topologyWords } from "../words/topologyWords.ts";
import { barView } from "./barView.ts";
import { emptyView } from "./emptyView.ts";
import { marksView } from "./marksView.ts";
import { sashView } from "./sashView.ts";
import { tabsView } from "./tabsView.ts";
import { toolView } from "./toolView.ts";

export function shellView(props: ViewProps): TemplateResult {
  const { state, derived } = props;
  const { locale } = state;
  return html`<main class="shell" aria-label=${words.panel[locale]} lang=${locale}>
    ${barView(props)}
    ${state.touring && derived.shown !== undefined ? tourView(props, derived.shown) : nothing}
    ${derived.shown === undefined ? emptyView(props) : halvesView(props, derived.shown)}
    <div class="hidden-but-read" aria-live="polite" role="status">${announcementOf(derived.shown, locale)}</div>
    ${derived.shown === undefined ? nothing : shownMenu(props, derived.shown)}
  </main>`;
}

function halvesView(props: ViewProps, shown: ShownMoment): TemplateResult {
  const { state, dispatch } = props;
  return html`<div class="halves">
    <section class="upper" id="upper" aria-label=${words.topology[state.locale]} .style=${`flex-basis: ${state.split}%`}>
      <div class="corner tools">${mirrorFold(props, shown)}${drawingOrTable(props)}</div>
      <div class="stage">${topologyOf(props, shown)}</div>
      ${state.marked.length === 0 ? nothing : marksView(props, shown)}
    </section>
    ${sashView(state, dispatch)}
    <section class="lower">${tabsView(props, shown)}</section>
  </div>`;
}

function drawingOrTable({ state, dispatch }: ViewProps): TemplateResult {
  const asTable = state.topologyAs === "table";
  return toolView({
    icon: asTable ? "type-hierarchy" : "table",
    label: (asTable ? words.asDrawing : words.asTable)[state.locale],
    press: () => dispatch({ kind: "show-as", change: { topologyAs: asTable ? "drawing" : "table" } }),
  });
}

/** Many mirrors as one line that counts; pressed, they stand in the drawing. */
function mirrorFold({ state, dispatch }: ViewProps, { drawn, picture }: ShownMoment): TemplateResult | typeof nothing {
  if (drawn.foldedLayouts === undefined || state.topologyAs === "table") return nothing;
  const { allMirrors } = state;
  const { whole, other } = countMirrors(
    picture,
    drawn.shape.mirrors.map(({ name }) => name),
  );
  return html`<button type="button" class="chip mirrors ${other > 0 ? "some" : ""}" aria-expanded=${allMirrors}
    @click=${() => dispatch({ kind: "fold-mirrors", allMirrors: !allMirrors })}>
    ${other > 0 ? html`<span class="codicon codicon-warning" aria-hidden="true"></span> ` : nothing}${topologyWords.mirrors(whole, other)[state.locale]}</button>`;
}

function topologyOf({ state, dispatch }: ViewProps, shown: ShownMoment): TemplateResult {
  const { drawn, picture, changed } = shown;
  const { cluster, shape } = drawn;
  const layout = fittingLayout((state.allMirrors ? undefined : drawn.foldedLayouts) ?? drawn.layouts, state.room);
  if (layout === undefined) return html``;
  const marked = new Set(state.marked.map(keyOf));
  const on: ThingEvents = {
    open: (thing) => dispatch({ kind: "open-menu", menu: { kind: "thing", thing } }),
    mark: (thing) => dispatch({ kind: "mark", thing }),
    light: (network) => dispatch({ kind: "light", network }),
    focus: (thing) => dispatch({ kind: "focus-thing", key: keyOf(thing) }),
    move: (thing: Thing, direction) => {
      const next = nextThing(layout, keyOf(thing), direction);
      if (next !== undefined) document.querySelector<SVGElement>(`#topology [data-key="${CSS.escape(next)}"]`)?.focus();
    },
  };
  const { locale } = state;
  if (state.topologyAs === "table") return topologyTable({ cluster, shape, picture, locale, marked, on });
  const first = layout.nodes.find(({ role }) => role === "node") ?? layout.nodes[0];
  const current = state.current ?? (first === undefined ? undefined : keyOf({ kind: "node", name: first.name }));
  return topologyView({ cluster, layout, picture, locale, marked, current, changed, lit: state.lit, on });
}
