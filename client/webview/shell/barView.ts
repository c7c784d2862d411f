// The bar above everything: which cluster, where the run starts from, undo, save and copy.

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { activeRun } from "../state.ts";
import type { ViewProps } from "../viewProps.ts";
import { panelWords as words } from "../words/panelWords.ts";
import { toolView } from "./toolView.ts";

const platformNames = {
  physical: { en: "physical", ja: "物理サーバー" },
  vmware: { en: "VMware", ja: "VMware" },
  aws: { en: "AWS", ja: "AWS" },
  azure: { en: "Azure", ja: "Azure" },
  gcp: { en: "Google Cloud", ja: "Google Cloud" },
  oci: { en: "OCI", ja: "OCI" },
} as const;

export function barView(props: ViewProps): TemplateResult {
  const { state, derived, dispatch } = props;
  const { locale } = state;
  const cluster = derived.reading?.check.cluster;
  const sound = derived.shown !== undefined;
  return html`<header class="bar">
      <h1>${cluster?.name ?? fileName(state.clusterFile)}</h1>
      <span class="facts">${cluster === undefined ? "" : `LifeKeeper ${cluster.version.text} · ${platformNames[cluster.platform][locale]}`}</span>
      ${sound ? scenarioSelect(props) : nothing}
      ${
        sound
          ? html`<div class="tools" role="toolbar" aria-label=${words.run[locale]}>
            ${toolView({
              icon: "discard",
              label: words.undo[locale],
              disabled: state.history.length === 0,
              press: () => dispatch({ kind: "undo" }),
            })}
            ${toolView({
              icon: "redo",
              label: words.redo[locale],
              disabled: state.undone.length === 0,
              press: () => dispatch({ kind: "redo" }),
            })}
            ${toolView({
              icon: "debug-restart",
              label: words.restart[locale],
              disabled: activeRun(state).steps.length === 0 && activeRun(state).scenario === undefined,
              press: () => dispatch({ kind: "restart" }),
            })}
            ${toolView({
              icon: "export",
              label: words.share[locale],
              key: "export",
              opensMenu: true,
              press: () => dispatch({ kind: "open-menu", menu: { kind: "export" } }),
            })}
          </div>`
          : nothing
      }
    </header>`;
}

function fileName(file: string): string {
  return decodeURIComponent(file.slice(file.lastIndexOf("/") + 1));
}

function scenarioSelect({ state, derived, dispatch }: ViewProps): TemplateResult | typeof nothing {
  const { scenarios } = derived;
  if (scenarios.length === 0) return nothing;
  const { locale } = state;
  const { scenario } = activeRun(state);
  const onChange = (event: Event): void => {
    const index = Number((event.target as HTMLSelectElement).value);
    const chosen = scenarios[index];
    if (chosen === undefined) dispatch({ kind: "restart" });
    else dispatch({ kind: "replay", scenario: chosen.title, steps: chosen.steps });
  };
  const chosen = scenarios.findIndex(({ title }) => title === scenario);
  // The control reads the texts of its options once: other texts need another control.
  return html`${keyed(
    `${locale}\n${scenarios.map(({ label }) => label).join("\n")}`,
    html`<vscode-single-select label=${words.scenario[locale]} title=${words.scenario[locale]} aria-label=${words.scenario[locale]}
    .value=${String(chosen)} @change=${onChange}>
    <vscode-option value="-1" ?selected=${chosen < 0}>${words.usual[locale]}</vscode-option>
    ${scenarios.map(({ label }, index) => html`<vscode-option value=${index} ?selected=${index === chosen}>${label}</vscode-option>`)}
  </vscode-single-select>`,
  )}`;
}
