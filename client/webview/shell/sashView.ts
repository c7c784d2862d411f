// The border between the drawing and the tables: it can be dragged, and moved with the arrow keys.

import { html, type TemplateResult } from "lit";
import type { Message } from "../message.ts";
import type { PanelState } from "../state.ts";
import { panelWords as words } from "../words/panelWords.ts";

export function sashView(state: PanelState, dispatch: (message: Message) => void): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -3, ArrowLeft: -3, ArrowDown: 3, ArrowRight: 3 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    dispatch({ kind: "split", percent: state.split + by });
  };
  const onMove = (event: PointerEvent): void => {
    const sash = event.currentTarget;
    if (!(sash instanceof HTMLElement) || !sash.hasPointerCapture(event.pointerId)) return;
    const box = sash.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    const beside = sash.offsetHeight > sash.offsetWidth;
    const percent = beside
      ? ((event.clientX - box.left) / box.width) * 100
      : ((event.clientY - box.top) / box.height) * 100;
    dispatch({ kind: "split", percent });
  };
  return html`<div class="sash" role="separator" tabindex="0" aria-label=${words.resize[state.locale]}
    aria-valuenow=${state.split} aria-valuemin="15" aria-valuemax="85" aria-controls="upper"
    @keydown=${onKey} @pointermove=${onMove}
    @pointerdown=${(event: PointerEvent) => (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)}></div>`;
}
