// What can happen to the panel: messages of the host, and what the user does.

import type { Place } from "@lkcluster/core/problem.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import type { FileEdit } from "@lkcluster/core/text/edit.ts";
import type { PanelTab, ToHost, ToPanel } from "../src/panel/protocol.ts";
import type { Room } from "./layout/topology.ts";
import type { Findings } from "./prove/findings.ts";
import type { Moment } from "./run/played.ts";
import type { ReadingAnswer, Run, RunPoint } from "./run/run.ts";
import type { OpenMenu } from "./state.ts";
import type { Thing } from "./thing.ts";
import type { StoryFilter } from "./timeline/story.ts";
import type { Future } from "./whatIf/futures.ts";

export type Message =
  | ToPanel
  | { readonly kind: "focus-thing"; readonly key: string }
  | { readonly kind: "light"; readonly network: string | undefined }
  | { readonly kind: "mark"; readonly thing: Thing }
  | { readonly kind: "clear-marks" }
  | { readonly kind: "open-menu"; readonly menu: OpenMenu }
  | { readonly kind: "close-menu" }
  /** Faults or actions, all at the same moment, at the point that is shown. */
  | { readonly kind: "act"; readonly events: readonly OutsideEvent[]; readonly at: RunPoint }
  /** `count` is the number of moments of the run that is shown. */
  | { readonly kind: "go"; readonly to: number | "end"; readonly count: number }
  | { readonly kind: "play" | "pause" }
  /** While playing: on to moment `to`. */
  | { readonly kind: "tick"; readonly to: number; readonly count: number }
  | { readonly kind: "fold-mirrors"; readonly allMirrors: boolean }
  | { readonly kind: "faster" }
  | { readonly kind: "filter-story"; readonly filter: StoryFilter }
  | { readonly kind: "pin-moment"; readonly index: number | undefined }
  /** To the next place at which the tour stops, or the one before; of a run with these moments. */
  | { readonly kind: "tour"; readonly by: 1 | -1; readonly moments: readonly Moment[] }
  | { readonly kind: "end-tour" }
  | { readonly kind: "undo" | "redo" }
  | { readonly kind: "fold-bars"; readonly allBars: boolean }
  | { readonly kind: "restart" }
  | { readonly kind: "choose-run"; readonly index: number }
  /** A run that comes from elsewhere: a scenario of the file, or a counterexample. */
  | ({ readonly kind: "replay" } & Pick<Run, "scenario" | "readings" | "steps">)
  /** The run that is shown, with another answer where the documents leave one open. */
  | { readonly kind: "answer-reading"; readonly reading: ReadingAnswer }
  /** What the prover has found so far. */
  | { readonly kind: "findings"; readonly findings: Findings }
  /** Every fault that can happen at that moment was played. */
  | { readonly kind: "futures"; readonly run: Run; readonly index: number; readonly found: readonly Future[] }
  | { readonly kind: "tab"; readonly tab: PanelTab }
  | { readonly kind: "show-as"; readonly change: ShowAs }
  /** The drawing has another size now. */
  | { readonly kind: "room"; readonly room: Room }
  | { readonly kind: "split"; readonly percent: number }
  | { readonly kind: "reveal"; readonly place: Place }
  | { readonly kind: "edit"; readonly title: string; readonly edits: readonly FileEdit[] }
  | { readonly kind: "copy"; readonly text: string }
  | { readonly kind: "save"; readonly name: string; readonly encoding: "utf-8" | "base64"; readonly content: string };

export type ShowAs =
  | { readonly topologyAs: "drawing" | "table" }
  | { readonly hierarchiesAs: "table" | "lcdstatus" }
  | { readonly sequenceAs: "drawing" | "table" };

/** What an update wants from outside. */
export type Effect =
  | { readonly kind: "to-host"; readonly message: ToHost }
  /** Focus goes to the element that stands for this key; to the drawing without one. */
  | { readonly kind: "focus"; readonly key: string | undefined };
