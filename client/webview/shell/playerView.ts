// Back, play, on, and a slider over all moments of the run; which run, when there are several.

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { ShownMoment } from "../derive.ts";
import type { ViewProps } from "../viewProps.ts";
import { momentLine } from "../words/announcement.ts";
import { timeText, panelWords as words } from "../words/panelWords.ts";
import { runName } from "../words/runName.ts";
import { storyWords } from "../words/storyWords.ts";
import { toolView } from "./toolView.ts";

export function playerView({ state, dispatch }: ViewProps, { played, index, moment }: ShownMoment): TemplateResult {
  const { locale } = state;
  const count = played.moments.length;
  const last = count - 1;
  const go = (to: number | "end") => () => dispatch({ kind: "go", to, count });
  const end = played.moments[last]?.timeMs ?? 0;
  return html`<div class="player" role="toolbar" aria-label=${words.moments[locale]}>
    <div class="tools">
      ${toolView({ icon: "debug-reverse-continue", label: words.first[locale], disabled: index === 0, press: go(0) })}
      ${toolView({ icon: "debug-step-back", label: words.previous[locale], disabled: index === 0, press: go(index - 1) })}
      ${
        state.playing
          ? toolView({ icon: "debug-pause", label: words.pause[locale], press: () => dispatch({ kind: "pause" }) })
          : toolView({
              icon: "play",
              label: words.play[locale],
              disabled: last === 0,
              press: () => dispatch({ kind: "play" }),
            })
      }
      <button type="button" class="tool speed" title=${storyWords.speed(state.speed)[locale]} aria-label=${storyWords.speed(state.speed)[locale]}
        @click=${() => dispatch({ kind: "faster" })}>${state.speed}×</button>
      ${toolView({ icon: "debug-step-over", label: words.next[locale], disabled: index >= last, press: go(index + 1) })}
      ${toolView({ icon: "debug-continue", label: words.last[locale], disabled: index >= last, press: go("end") })}
    </div>
    <input type="range" min="0" max=${last} .value=${String(index)} ?disabled=${last === 0}
      aria-label=${words.moments[locale]} aria-valuetext=${momentLine(moment, locale)}
      @input=${(event: Event) => dispatch({ kind: "go", to: Number((event.target as HTMLInputElement).value), count })} />
    <span class="clock">${timeText(moment.timeMs)} / ${timeText(end)}</span>
    ${state.runs.length > 1 ? runSelect(state, dispatch) : nothing}
  </div>`;
}

function runSelect(state: ViewProps["state"], dispatch: ViewProps["dispatch"]): TemplateResult {
  const { locale, runs, active } = state;
  const names = runs.map((run) => runName(run, locale));
  return html`${keyed(
    names.join("\n"),
    html`<vscode-single-select label=${words.runs[locale]} aria-label=${words.runs[locale]} .value=${String(active)}
    @change=${(event: Event) => dispatch({ kind: "choose-run", index: Number((event.target as HTMLSelectElement).value) })}>
    ${runs.map((run, index) => html`<vscode-option value=${index} ?selected=${index === active} data-run=${run.number}>${names[index]}</vscode-option>`)}
  </vscode-single-select>`,
  )}`;
}
