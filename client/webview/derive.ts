// Everything that follows from a state: remembered as long as what it was computed from is the same object.

import { initialState } from "@lkcluster/core/simulate/given.ts";
import type { StateView } from "@lkcluster/core/simulate/read.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
import { type Deed, deedsOf } from "./outcome/deeds.ts";
import { isSameOutcome, type Outcome, outcomeOf } from "./outcome/outcome.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { type Drawn, type Reading, readDocuments } from "./reading.ts";
import { changedKeys } from "./run/changedKeys.ts";
import { playRun } from "./run/play.ts";
import { type Moment, type Played, shownIndex } from "./run/played.ts";
import type { Run } from "./run/run.ts";
import { type FileScenario, scenariosOf } from "./run/scenarios.ts";
import { layoutSequence, type SequenceLayout } from "./sequence/sequenceLayout.ts";
import { activeRun, type PanelState } from "./state.ts";

export interface Derived {
  /** Undefined until the host has sent documents. */
  readonly reading: Reading | undefined;
  readonly scenarios: readonly FileScenario[];
  /** Undefined while there is nothing to simulate. */
  readonly shown: ShownMoment | undefined;
  /** The file has errors now: what is shown is its last version that could be simulated. */
  readonly isBehind: boolean;
}

export interface ShownMoment {
  readonly drawn: Drawn;
  readonly played: Played;
  readonly index: number;
  readonly moment: Moment;
  readonly view: StateView;
  readonly picture: Picture;
  /** Things that differ from the moment before. */
  readonly changed: ReadonlySet<string>;
  /** What the whole run comes to. */
  readonly outcome: Outcome;
  /** What this run came to before the file was edited, when that was something else. */
  readonly before: Outcome | undefined;
  readonly deeds: readonly Deed[];
  /** Laid out when somebody looks at it. */
  sequence(): SequenceLayout;
  /** All runs, played: looked at side by side. */
  runs(): readonly RunOutcome[];
}

export interface RunOutcome {
  readonly run: Run;
  readonly outcome: Outcome;
  readonly deeds: readonly Deed[];
}

const nothingYet: Derived = { reading: undefined, scenarios: [], shown: undefined, isBehind: false };

/** Keeps the last answers; one per panel. */
export class Memory {
  private documents: PanelState["documents"];
  private read: Reading | undefined;
  private good: Drawn | undefined;
  private found: readonly FileScenario[] = [];
  private run: Run | undefined;
  private drawn: Drawn | undefined;
  private drawnOfOutcomes: Drawn | undefined;
  private runPlayed: Played | undefined;
  private last: ShownMoment | undefined;
  private runsOfLast: PanelState["runs"] = [];
  private outcomes = new WeakMap<Run, RunOutcome>();
  /** What runs came to when they were made. */
  private readonly first = new WeakMap<Run, Outcome>();
  private sequence: { readonly played: Played; readonly layout: SequenceLayout } | undefined;

  derive(state: PanelState): Derived {
    if (state.documents === undefined) return nothingYet;
    if (state.documents !== this.documents || this.read === undefined) {
      this.documents = state.documents;
      this.read = readDocuments(state.clusterFile, state.documents);
      const { drawn, check } = this.read;
      // While somebody types, the file is broken half of the time: what was drawn stays.
      if (drawn !== undefined || check.cluster === undefined) {
        this.good = drawn;
        this.found = drawn === undefined ? [] : scenariosOf(drawn.cluster, check.parsed);
      }
    }
    const { read, good, found } = this;
    return { reading: read, scenarios: found, shown: this.show(state, good), isBehind: good !== read.drawn };
  }

  private show(state: PanelState, drawn: Drawn | undefined): ShownMoment | undefined {
    if (drawn === undefined) return undefined;
    const run = activeRun(state);
    if (this.runPlayed === undefined || run !== this.run || drawn !== this.drawn) {
      this.runPlayed = playRun(drawn.model, run, this.found);
      this.run = run;
      this.drawn = drawn;
      this.last = undefined;
      if (drawn !== this.drawnOfOutcomes) this.outcomes = new WeakMap();
      this.drawnOfOutcomes = drawn;
    }
    const played = this.runPlayed;
    const index = shownIndex(played, state.cursor);
    const moment = played.moments[index];
    if (moment === undefined) return undefined;
    if (this.last?.moment === moment && this.runsOfLast === state.runs) return this.last;
    this.runsOfLast = state.runs;
    const view = readState(played.model, moment.state);
    const picture = pictureOf(drawn.cluster, view);
    const changed = changedKeys(drawn.cluster, moment.entry);
    const sequence = (): SequenceLayout => this.sequenceOf(drawn, played);
    const { outcome, deeds } = this.outcomeOf(drawn, run, played);
    const runs = (): readonly RunOutcome[] =>
      state.runs.map((other) => this.outcomes.get(other) ?? this.outcomeOf(drawn, other, undefined));
    const first = this.first.get(run) ?? outcome;
    this.first.set(run, first);
    const before = run.steps.length === 0 || isSameOutcome(first, outcome) ? undefined : first;
    this.last = { drawn, played, index, moment, view, picture, changed, outcome, before, deeds, sequence, runs };
    return this.last;
  }

  private outcomeOf(drawn: Drawn, run: Run, played: Played | undefined): RunOutcome {
    const known = this.outcomes.get(run);
    if (known !== undefined) return known;
    const whole = played ?? playRun(drawn.model, run, this.found);
    const made = { run, outcome: outcomeOf(drawn.cluster, whole), deeds: deedsOf(run, whole) };
    this.outcomes.set(run, made);
    return made;
  }

  private sequenceOf(drawn: Drawn, played: Played): SequenceLayout {
    if (this.sequence?.played !== played) {
      const [first] = played.moments;
      const start = readState(played.model, first?.state ?? initialState(played.model));
      this.sequence = { played, layout: layoutSequence(drawn.cluster, played.moments, start) };
    }
    return this.sequence.layout;
  }
}
