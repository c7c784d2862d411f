// Everything the panel knows. What can be computed from the rest is not here; what the user arranged is saved.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { SourceFile } from "@lkcluster/core/model/fileSet.ts";
import { type PanelSettings, type PanelTab, usualSettings } from "../src/panel/protocol.ts";
import type { Room } from "./layout/topology.ts";
import { type Findings, noFindings } from "./prove/findings.ts";
import { emptyRun, type Run } from "./run/run.ts";
import type { Thing } from "./thing.ts";
import { type StoryFilter, wholeStory } from "./timeline/story.ts";
import type { Future } from "./whatIf/futures.ts";

export interface PanelState extends Arrangement {
  readonly locale: Locale;
  readonly clusterFile: string;
  /** Undefined until the host has sent them. */
  readonly documents: readonly SourceFile[] | undefined;
  readonly settings: PanelSettings;
  readonly marked: readonly Thing[];
  /** What the drawing may take. */
  readonly room: Room;
  /** The one thing of the drawing that the Tab key reaches. */
  readonly current: string | undefined;
  /** The network under the pointer: its links are shown. */
  readonly lit: string | undefined;
  readonly menu: OpenMenu | undefined;
  readonly playing: boolean;
  /** Somebody went to the last moment itself; else the end of a run opens the row with its outcome. */
  readonly isLastPicked: boolean;
  /** Also the hierarchies that nothing happens to have a bar. */
  readonly allBars: boolean;
  /** Also many mirrors stand in the drawing one by one. */
  readonly allMirrors: boolean;
  /** How many times as fast as usual a run plays. */
  readonly speed: 1 | 2 | 4;
  readonly story: StoryFilter;
  /** The moment of the run that others are compared with. */
  readonly pinned: number | undefined;
  /** The run is shown as a tour. */
  readonly touring: boolean;
  readonly history: readonly Undoable[];
  /** What was undone and can come back, next first. */
  readonly undone: readonly Undoable[];
  /** The title of a scenario that was asked for from outside and is to be replayed once it is known. */
  readonly requested: string | undefined;
  /** The title of a proof whose counterexample is to be replayed once it is found. */
  readonly requestedProof: string | undefined;
  /** What would follow from a moment of a run; of another moment than the one that is shown until it is played. */
  readonly futures: Futures | undefined;
  /** What the prover has found so far about these documents. */
  readonly findings: Findings;
}

/** What the user arranged, and what comes back after a reload. */
export interface Arrangement extends Undoable {
  readonly tab: PanelTab;
  readonly topologyAs: "drawing" | "table";
  readonly hierarchiesAs: "table" | "lcdstatus";
  readonly sequenceAs: "drawing" | "table";
  /** How much of the height the upper part takes, in percent. */
  readonly split: number;
}

export interface Undoable {
  readonly runs: readonly Run[];
  /** Index of the run that is shown. */
  readonly active: number;
  /** Index of the moment that is shown; `end` follows the run. */
  readonly cursor: number | "end";
}

export interface Futures {
  readonly run: Run;
  readonly index: number;
  readonly found: readonly Future[];
  /** The documents have changed since. */
  readonly outdated: boolean;
}

export type OpenMenu =
  | { readonly kind: "thing"; readonly thing: Thing }
  /** Save and copy. */
  | { readonly kind: "export" };

export const initialArrangement: Arrangement = {
  runs: [emptyRun],
  active: 0,
  cursor: "end",
  tab: "timeline",
  topologyAs: "drawing",
  hierarchiesAs: "table",
  sequenceAs: "drawing",
  split: 50,
};

export function initialState(clusterFile: string, locale: Locale, saved: Arrangement | undefined): PanelState {
  return {
    ...(saved ?? initialArrangement),
    clusterFile,
    locale,
    documents: undefined,
    settings: usualSettings,
    marked: [],
    room: { width: 800, height: 430 },
    current: undefined,
    lit: undefined,
    menu: undefined,
    playing: false,
    isLastPicked: false,
    allBars: false,
    allMirrors: false,
    speed: 1,
    story: wholeStory,
    pinned: undefined,
    touring: false,
    history: [],
    undone: [],
    requested: undefined,
    requestedProof: undefined,
    futures: undefined,
    findings: noFindings,
  };
}

export function arrangementOf(state: PanelState): Arrangement {
  const { runs, active, cursor, tab, topologyAs, hierarchiesAs, sequenceAs, split } = state;
  return { runs, active, cursor, tab, topologyAs, hierarchiesAs, sequenceAs, split };
}

export function activeRun(state: Undoable): Run {
  return state.runs[state.active] ?? emptyRun;
}
