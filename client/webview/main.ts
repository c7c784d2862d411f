// The panel in the browser: holds the state, draws it, and passes messages between the user, the host and update.

import "@vscode-elements/elements/dist/vscode-badge/index.js";
import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-option/index.js";
import "@vscode-elements/elements/dist/vscode-single-select/index.js";
import "@vscode-elements/elements/dist/vscode-progress-bar/index.js";
import { render } from "lit";
import { type Derived, Memory } from "./derive.ts";
import { copyPng, pngOf, standaloneSvg } from "./export/drawing.ts";
import { keepFocus } from "./focus.ts";
import type { Effect, Message } from "./message.ts";
import { Prover } from "./prove/findings.ts";
import { Pump } from "./prove/pump.ts";
import { replayOf } from "./prove/replay.ts";
import { readArrangement } from "./savedArrangement.ts";
import { shellView } from "./shell/shellView.ts";
import { activeRun, arrangementOf, initialState, type PanelState } from "./state.ts";
import { adoptStyles } from "./styles/adoptStyles.ts";
import { nextStop } from "./timeline/story.ts";
import { update } from "./update.ts";
import type { DrawingFormat } from "./viewProps.ts";
import { webviewApi } from "./webviewApi.ts";
import { foresee } from "./whatIf/futures.ts";

/** How long a moment stays while the run plays. */
const playMs = 900;

const api = webviewApi();
const memory = new Memory();
const root = document.getElementById("panel") ?? document.body;
const saved = api.load();
let state: PanelState = {
  ...initialState(
    document.body.dataset["clusterFile"] ?? "",
    document.documentElement.lang === "ja" ? "ja" : "en",
    readArrangement(saved),
  ),
  // About what the drawing will get; what it really gets is measured.
  room: { width: window.innerWidth - 16, height: window.innerHeight * 0.46 },
};
let derived: Derived = memory.derive(state);
const focus = keepFocus(document);
let framePending = false;
/** The tab and the moment that were brought into sight last. */
let shownPlace = "";
/** How far each tab was scrolled when it was left. */
const scrolled = new Map<string, number>();
let shownTab = "";
let playTimer: ReturnType<typeof setTimeout> | undefined;

function dispatch(message: Message): void {
  const before = state;
  const updated = update(state, message);
  state = updated.state;
  if (state !== before) {
    derived = memory.derive(state);
    api.save({ clusterFile: state.clusterFile, arrangement: arrangementOf(state) });
    draw();
    startRequested();
    replayRequestedProof();
    keepProving();
    keepForeseeing();
    keepPlaying();
  }
  for (const effect of updated.effects) perform(effect);
}

/** One drawing a frame, however many messages came. */
function draw(): void {
  if (framePending) return;
  framePending = true;
  requestAnimationFrame(() => {
    framePending = false;
    keepScroll();
    render(shellView({ state, derived, dispatch, exportDrawing }), root);
    returnScroll();
    observeStage();
    showMoment();
    focus.afterDrawing();
  });
}

/** Told before the next frame, so that no drawing of the wrong form is ever seen for longer. */
const stageSize = new ResizeObserver((entries) => {
  // Of the border: bars to scroll with come and go with the form of the drawing, and must not change it back.
  const box = entries.at(-1)?.borderBoxSize[0];
  if (box === undefined || box.inlineSize === 0 || box.blockSize === 0) return;
  dispatch({ kind: "room", room: { width: Math.round(box.inlineSize) - 16, height: Math.round(box.blockSize) - 8 } });
});
let stage: Element | undefined;

function observeStage(): void {
  const found = document.querySelector(".stage") ?? undefined;
  if (found === stage) return;
  stageSize.disconnect();
  stage = found;
  if (found !== undefined) stageSize.observe(found, { box: "border-box" });
}

/** Before another tab is drawn into the same frame. */
function keepScroll(): void {
  const scroller = document.getElementById("tab-panel");
  if (scroller !== null && shownTab !== "") scrolled.set(shownTab, scroller.scrollTop);
}

/** Each tab has a place of its own; a new one begins at its top. */
function returnScroll(): void {
  if (state.tab === shownTab) return;
  shownTab = state.tab;
  const scroller = document.getElementById("tab-panel");
  if (scroller !== null) scroller.scrollTop = scrolled.get(state.tab) ?? 0;
}

/** The row of the moment that is shown stays in sight, and keeps the focus when a row had it. */
function showMoment(): void {
  const index = derived.shown?.index;
  const place = `${state.tab} ${index}`;
  if (place === shownPlace) return;
  shownPlace = place;
  const row = document.querySelector<HTMLElement | SVGElement>(
    `.timeline .moment.shown, [data-key="sequence:${index}"]`,
  );
  if (row === null) return;
  const { activeElement } = document;
  if (activeElement !== row && activeElement?.matches(".moment, .sequence .row") === true) {
    row.focus({ preventScroll: true });
  }
  bringIntoSight(row);
}

/** Scrolls the tab and nothing around it, so far that the head of the table hides nothing and the reason shows. */
function bringIntoSight(row: Element): void {
  const scroller = row.closest(".tab-panel");
  if (scroller === null) return;
  const frame = scroller.getBoundingClientRect();
  const top = row.getBoundingClientRect().top - frame.top - (scroller.querySelector(".story-bar") === null ? 34 : 66);
  const reason = row.nextElementSibling?.matches(".reason") === true ? row.nextElementSibling : row;
  const bottom = reason.getBoundingClientRect().bottom - frame.bottom + 8;
  if (top < 0 || bottom > frame.height) scroller.scrollTop += top;
  else if (bottom > 0) scroller.scrollTop += Math.min(bottom, top);
  // In a wide diagram what happened stands on one lane of many.
  const box = row.querySelector(".box, .fault")?.getBoundingClientRect();
  if (box === undefined) return;
  if (box.left < frame.left) scroller.scrollLeft -= frame.left - box.left + 60;
  else if (box.right > frame.right) scroller.scrollLeft += box.right - frame.right + 60;
}

/** A scenario that was asked for from outside, once the documents are here. */
function startRequested(): void {
  const { requested } = state;
  if (requested === undefined || derived.reading === undefined) return;
  const scenario = derived.scenarios.find(({ title }) => title === requested);
  // One that is not there now is not waited for: it would begin in the middle of something else.
  if (scenario === undefined) state = { ...state, requested: undefined };
  else dispatch({ kind: "replay", scenario: scenario.title, steps: scenario.steps });
}

/** The counterexample of a proof that was asked for from outside, once it is found. */
function replayRequestedProof(): void {
  const { requestedProof } = state;
  const found = state.findings.proofs.find(({ proof: { title } }) =>
    [title.en, title.ja].includes(requestedProof ?? ""),
  );
  if (requestedProof === undefined || found?.search.kind !== "done") return;
  const violation = found.search.result.violations.find(({ trace }) => trace !== undefined);
  // A proof that holds has nothing to replay: what it says is on its tab.
  if (violation === undefined) state = { ...state, requestedProof: undefined };
  else dispatch({ kind: "replay", ...replayOf(violation) });
}

const prover = new Prover(
  new Pump({ nowMs: () => performance.now(), soon: (work) => setTimeout(work, 0) }),
  (findings) => dispatch({ kind: "findings", findings }),
);
/** What was begun, for which documents. */
let begun: { readonly reading: Derived["reading"]; readonly statesMax: number; readonly tabs: Set<string> } = {
  reading: undefined,
  statesMax: 0,
  tabs: new Set(),
};
let proofTimer: ReturnType<typeof setTimeout> | undefined;
/** Whoever types on, or only looks, is not kept waiting by a proof that nobody asked for. */
const unaskedMs = 400;

/** Proofs begin by themselves where the user wants that; else, and advice always, when somebody looks. */
function keepProving(): void {
  const { reading } = derived;
  const { provesUnasked, proofStatesMax: statesMax } = state.settings;
  if (begun.reading !== reading || begun.statesMax !== statesMax) {
    prover.stop();
    clearTimeout(proofTimer);
    begun = { reading, statesMax, tabs: new Set() };
    if (provesUnasked && reading?.drawn !== undefined) {
      proofTimer = setTimeout(() => prover.prove({ ...reading, statesMax }), unaskedMs);
    }
  }
  if (reading?.drawn === undefined || begun.tabs.has(state.tab)) return;
  begun.tabs.add(state.tab);
  const input = { ...reading, statesMax };
  if (state.tab === "prove" && state.settings.canEdit) prover.proveAndRepair(input);
  else if (state.tab === "prove") prover.prove(input);
  if (state.tab === "advise") prover.advise({ ...reading, statesMax });
}

const foresight = new Pump({ nowMs: () => performance.now(), soon: (work) => setTimeout(work, 0) });
let foreseen: Derived["shown"];

/** What would follow is played when somebody looks: on its own tab, and where nothing has happened yet. */
function keepForeseeing(): void {
  const { shown, scenarios } = derived;
  const fresh = state.tab === "timeline" && shown?.played.moments.length === 1;
  if (shown === undefined || (state.tab !== "what-if" && !fresh)) {
    foresight.stop();
    foreseen = undefined;
    return;
  }
  if (foreseen === shown) return;
  foreseen = shown;
  foresight.stop();
  const { drawn, played, picture, index } = shown;
  const run = activeRun(state);
  foresight.add({
    begin: () => foresee({ drawn, run, played, index, picture, scenarios }),
    progressed: () => {},
    done: (found) => dispatch({ kind: "futures", run, index, found }),
  });
}

function keepPlaying(): void {
  clearTimeout(playTimer);
  if (!state.playing) return;
  playTimer = setTimeout(() => {
    const moments = derived.shown?.played.moments ?? [];
    dispatch({ kind: "tick", to: nextStop(moments, derived.shown?.index ?? 0), count: moments.length });
  }, playMs / state.speed);
}

function perform(effect: Effect): void {
  switch (effect.kind) {
    case "to-host":
      api.post(effect.message);
      return;
    case "focus": {
      const { key } = effect;
      // After the frame in which the menu goes away.
      requestAnimationFrame(() => focus.focusOn(key));
      return;
    }
  }
}

async function exportDrawing(what: "topology" | "sequence", as: DrawingFormat): Promise<void> {
  const svg = document.querySelector<SVGSVGElement>(`svg#${what}`);
  if (svg === null) return;
  if (as === "svg") {
    dispatch({ kind: "copy", text: standaloneSvg(svg) });
    return;
  }
  const content = await pngOf(svg);
  const copied = content !== undefined && as === "copied-png" && (await copyPng(content));
  const name = `${derived.reading?.check.cluster?.name ?? "cluster"}-${what}.png`;
  // Where the clipboard takes no picture, a file does.
  if (content === undefined || copied) dispatch({ kind: "close-menu" });
  else dispatch({ kind: "save", name, encoding: "base64", content });
}

document.addEventListener("keydown", (event) => {
  if (state.touring && isPlain(event) && leads(event.target)) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : undefined;
    const moments = derived.shown?.played.moments;
    if (by !== undefined && moments !== undefined) {
      event.preventDefault();
      dispatch({ kind: "tour", by, moments });
    }
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const undoes = key === "z" && !event.shiftKey;
  const redoes = (key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey);
  if (!undoes && !redoes) return;
  event.preventDefault();
  dispatch({ kind: undoes ? "undo" : "redo" });
});

function isPlain({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !shiftKey;
}

/** The arrows of the tour are those of nothing else: not of the drawing, a slider, a menu or the tabs. */
function leads(target: EventTarget | null): boolean {
  return (
    !(target instanceof Element) ||
    target.closest("svg, input, [role=tablist], [role=menu], vscode-single-select") === null
  );
}

adoptStyles(document);
api.listen(dispatch);
draw();
api.post({ kind: "ready" });
