// Everything that follows from a state: remembered as long as what it was computed from is the same object.

import { initialState } from "@lkcluster/core/simulate/given.ts";
import type { StateView } from "@lkcluster/core/simulate/read.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
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
  /** Laid out when somebody looks at it. */
  sequence(): SequenceLayout;
}

const nothingYet: Derived = { reading: undefined, scenarios: [], shown: undefined };

/** Keeps the last answers; one per panel. */
export class Memory {
  private documents: PanelState["documents"];
  private read: Reading | undefined;
  private found: readonly FileScenario[] = [];
  private run: Run | undefined;
  private drawn: Drawn | undefined;
  private runPlayed: Played | undefined;
  private last: ShownMoment | undefined;
  private sequence: { readonly played: Played; readonly layout: SequenceLayout } | undefined;

  derive(state: PanelState): Derived {
    if (state.documents === undefined) return nothingYet;
    if (state.documents !== this.documents || this.read === undefined) {
      this.documents = state.documents;
      this.read = readDocuments(state.clusterFile, state.documents);
      const { drawn, check } = this.read;
      this.found = drawn === undefined ? [] : scenariosOf(drawn.cluster, check.parsed);
    }
    return { reading: this.read, scenarios: this.found, shown: this.show(state, this.read.drawn) };
  }

  private show(state: PanelState, drawn: Drawn | undefined): ShownMoment | undefined {
    if (drawn === undefined) return undefined;
    const run = activeRun(state);
    if (this.runPlayed === undefined || run !== this.run || drawn !== this.drawn) {
      this.runPlayed = playRun(drawn.model, run, this.found);
      this.run = run;
      this.drawn = drawn;
      this.last = undefined;
    }
    const played = this.runPlayed;
    const index = shownIndex(played, state.cursor);
    const moment = played.moments[index];
    if (moment === undefined) return undefined;
    if (this.last?.moment === moment) return this.last;
    const view = readState(played.model, moment.state);
    const picture = pictureOf(drawn.cluster, view);
    const changed = changedKeys(drawn.cluster, moment.entry);
    const sequence = (): SequenceLayout => this.sequenceOf(drawn, played);
    this.last = { drawn, played, index, moment, view, picture, changed, sequence };
    return this.last;
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
