// The panel's one transition: a state and a message give the next state, and what is wanted from outside. Pure.

import { unreachable } from "@lkcluster/core/assert.ts";
import { largest } from "@lkcluster/core/many.ts";
import type { ToHost } from "../src/panel/protocol.ts";
import type { Effect, Message } from "./message.ts";
import { noFindings } from "./prove/findings.ts";
import { branch, emptyRun, type Run } from "./run/run.ts";
import { activeRun, type PanelState, type Undoable } from "./state.ts";
import { keyOf, type Thing } from "./thing.ts";
import { nextStop } from "./tour/stops.ts";

export interface Updated {
  readonly state: PanelState;
  readonly effects: readonly Effect[];
}

/** More steps back than anybody counts. */
const historyMax = 200;

export function update(state: PanelState, message: Message): Updated {
  switch (message.kind) {
    case "documents": {
      const { locale, clusterFile, documents, settings } = message;
      const futures = state.futures === undefined ? undefined : { ...state.futures, outdated: true };
      return only({
        ...state,
        locale,
        clusterFile,
        documents,
        settings,
        menu: undefined,
        futures,
        findings: noFindings,
      });
    }
    case "show":
      return only(shown(state, message.what));
    case "focus-thing":
      return only(state.current === message.key ? state : { ...state, current: message.key });
    case "light":
      return only({ ...state, lit: message.network });
    case "mark":
      return only({ ...state, marked: toggled(state.marked, message.thing) });
    case "clear-marks":
      return only({ ...state, marked: [] });
    case "open-menu": {
      const { menu } = message;
      return only({ ...state, menu, current: menu.kind === "thing" ? keyOf(menu.thing) : state.current });
    }
    case "close-menu":
      return { state: { ...state, menu: undefined }, effects: [focusAfterMenu(state)] };
    case "act": {
      const next = nextNumber(state);
      const old = activeRun(state);
      const run = branch(old, message.at, message.events, next);
      const runs = run.number === old.number ? replaced(state, run) : [...state.runs, run];
      const active = run.number === old.number ? state.active : runs.length - 1;
      const acted = remembered(state, { runs, active, cursor: "end" });
      return {
        state: { ...acted, menu: undefined, marked: [], playing: false, touring: false },
        effects: state.menu === undefined ? [] : [focusAfterMenu(state)],
      };
    }
    case "tour": {
      const { by, moments } = message;
      const last = moments.length - 1;
      const from = state.cursor === "end" ? last : state.cursor;
      const to = nextStop(moments, from, by);
      return only(
        to === undefined ? state : { ...state, cursor: inside(to, moments.length), isLastPicked: true, playing: false },
      );
    }
    case "end-tour":
      return { state: { ...state, touring: false }, effects: [{ kind: "focus", key: undefined }] };
    case "go": {
      const cursor = inside(message.to, message.count);
      return only({ ...state, cursor, isLastPicked: message.to !== "end", playing: false });
    }
    case "play": {
      // Playing from the end plays the run again.
      const cursor = state.cursor === "end" ? 0 : state.cursor;
      return only({ ...state, playing: true, cursor });
    }
    case "pause":
      return only({ ...state, playing: false });
    case "tick": {
      if (!state.playing || state.cursor === "end") return only({ ...state, playing: false });
      const cursor = inside(message.to, message.count);
      return only({ ...state, cursor, isLastPicked: false, playing: cursor !== "end" });
    }
    case "undo": {
      const before = state.history.at(-1);
      if (before === undefined) return only(state);
      const undone = [undoable(state), ...state.undone];
      return only({ ...state, ...before, history: state.history.slice(0, -1), undone, playing: false });
    }
    case "redo": {
      const [after, ...undone] = state.undone;
      if (after === undefined) return only(state);
      return only({ ...state, ...after, history: [...state.history, undoable(state)], undone, playing: false });
    }
    case "fold-mirrors":
      return only({ ...state, allMirrors: message.allMirrors });
    case "faster":
      return only({ ...state, speed: state.speed === 1 ? 2 : state.speed === 2 ? 4 : 1 });
    case "filter-story":
      return only({ ...state, story: message.filter });
    case "pin-moment":
      return only({ ...state, pinned: message.index });
    case "fold-bars":
      return only({ ...state, allBars: message.allBars });
    case "restart":
      return only(remembered(state, { runs: [emptyRun], active: 0, cursor: "end" }));
    case "choose-run":
      return only({
        ...state,
        active: message.index,
        cursor: "end",
        isLastPicked: false,
        pinned: undefined,
        playing: false,
      });
    case "replay": {
      const { kind: _, ...made } = message;
      const run: Run = { number: nextNumber(state), ...made };
      const runs = state.runs.filter(({ steps, scenario }) => steps.length > 0 || scenario !== undefined);
      const shownRun = remembered(state, { runs: [...runs, run], active: runs.length, cursor: 0 });
      const tab = state.tab === "sequence" ? "sequence" : "timeline";
      return only({ ...shownRun, tab, requested: undefined, requestedProof: undefined });
    }
    case "answer-reading": {
      const old = activeRun(state);
      const others = (old.readings ?? []).filter(({ id }) => id !== message.reading.id);
      const run: Run = { ...old, number: nextNumber(state), readings: [...others, message.reading] };
      return only(remembered(state, { runs: [...state.runs, run], active: state.runs.length, cursor: "end" }));
    }
    case "findings":
      return only({ ...state, findings: message.findings });
    case "futures": {
      const { run, index, found } = message;
      return only({ ...state, futures: { run, index, found, outdated: false } });
    }
    case "tab":
      // Whoever goes elsewhere meanwhile is not called back.
      return only({ ...state, tab: message.tab, requestedProof: undefined });
    case "show-as":
      return only({ ...state, ...message.change });
    case "room": {
      const { width, height } = message.room;
      const same = width === state.room.width && height === state.room.height;
      return only(same ? state : { ...state, room: message.room });
    }
    case "split":
      return only({ ...state, split: Math.max(15, Math.min(85, Math.round(message.percent))) });
    case "reveal":
      return toHost(state, { kind: "reveal", file: message.place.file, span: message.place.span });
    case "edit": {
      const versions = Object.fromEntries((state.documents ?? []).map(({ file, version }) => [file, version]));
      return toHost(closed(state), { kind: "edit", title: message.title, edits: message.edits, versions });
    }
    case "copy":
      return toHost(closed(state), { kind: "copy", text: message.text });
    case "save": {
      const { name, encoding, content } = message;
      return toHost(closed(state), { kind: "save", name, encoding, content });
    }
    default:
      return unreachable(message, "a message that the panel does not know");
  }
}

function only(state: PanelState): Updated {
  return { state, effects: [] };
}

function toHost(state: PanelState, message: ToHost): Updated {
  return { state, effects: [{ kind: "to-host", message }] };
}

function closed(state: PanelState): PanelState {
  return state.menu === undefined ? state : { ...state, menu: undefined };
}

function shown(state: PanelState, what: Extract<Message, { kind: "show" }>["what"]): PanelState {
  switch (what.kind) {
    case "tab":
      return { ...state, tab: what.tab };
    case "scenario":
      return { ...state, tab: "timeline", requested: what.title, touring: what.asTour === true };
    case "proof":
      return { ...state, tab: "prove", requestedProof: what.title };
  }
}

/** The next state with the way back. */
function remembered(state: PanelState, next: Undoable): PanelState {
  return {
    ...state,
    ...next,
    isLastPicked: false,
    // A moment of another run.
    pinned: next.active === state.active && next.runs.length === state.runs.length ? state.pinned : undefined,
    playing: false,
    history: [...state.history, undoable(state)].slice(-historyMax),
    undone: [],
  };
}

function undoable({ runs, active, cursor }: PanelState): Undoable {
  return { runs, active, cursor };
}

function replaced(state: PanelState, run: Run): readonly Run[] {
  return state.runs.map((old, index) => (index === state.active ? run : old));
}

function nextNumber({ runs }: PanelState): number {
  return largest([0, ...runs.map(({ number }) => number)]) + 1;
}

function inside(to: number | "end", count: number): number | "end" {
  if (to === "end" || to >= count - 1) return "end";
  return Math.max(0, to);
}

function toggled(marked: readonly Thing[], thing: Thing): readonly Thing[] {
  const key = keyOf(thing);
  const without = marked.filter((other) => keyOf(other) !== key);
  return without.length < marked.length ? without : [...marked, thing];
}

function focusAfterMenu(state: PanelState): Effect {
  return { kind: "focus", key: state.menu?.kind === "thing" ? keyOf(state.menu.thing) : "export" };
}
