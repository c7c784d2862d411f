// What an availability engineer asks: for each fault, and each set of them, which hierarchies clients miss, for how long
// at least and at most, what ends it; and the smallest sets of faults that stop a hierarchy for good, split it or lose
// data. Single points of failure are those of one. Only what a complete search has seen is said to be all.

import type { FaultKind } from "../language/actions.ts";
import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import { recordingReadings } from "../simulate/consulted.ts";
import { decode } from "../simulate/decode.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { listFaults } from "../simulate/faults.ts";
import type { InitialCondition } from "../simulate/given.ts";
import type { Model } from "../simulate/model.ts";
import { defaultReadings, type ReadingChoice, type ReadingId } from "../simulate/readings.ts";
import { eventText } from "../simulate/scenario/eventText.ts";
import { alikeFaults } from "./alike.ts";
import { type Assumed, type AwayResult, type AwayRules, AwaySearch, type Ends, EndsSearch, type Span } from "./away.ts";
import { type Beginning, beginningOf } from "./beginning.ts";
import { type Counterexample, counterexampleOf, type Way } from "./counterexample.ts";
import { atMost } from "./effort.ts";
import { idleRules } from "./idle.ts";
import { isServed, serversNow } from "./property.ts";
import { findSymmetry } from "./symmetry.ts";

export interface AvailabilityOptions {
  /** Sets of up to so many faults. */
  readonly faultsMax?: number;
  readonly readings?: ReadingChoice;
  /** What holds before the first fault, and what was done before. */
  readonly given?: readonly InitialCondition[];
  readonly after?: readonly OutsideEvent[];
  /** Of all searches together; without it as many as take some seconds. */
  readonly transitionsMax?: number;
  readonly transitionsPerSlice?: number;
  /** Asked between slices: true ends it, and what was not looked at is counted. */
  readonly isEnough?: () => boolean;
}

export interface Availability {
  /** By name: the root of each, or the first of its roots. */
  readonly hierarchies: readonly string[];
  /** Out of service before the first fault: nothing more is told of them. */
  readonly awayBefore: readonly string[];
  /** What clients miss, one row for each set of faults and hierarchy that it takes away; fewer faults come first. */
  readonly rows: readonly AwayRow[];
  /** Smallest sets: no smaller set of them does the same to the same hierarchy. */
  readonly disasters: readonly Disaster[];
  /** Sets of faults that can happen, and how many of them were followed to the end. */
  readonly sets: { readonly possible: number; readonly followed: number; readonly isAll: boolean };
  /** By its words, what else a fault stands for: nothing tells these apart, and only one of them is followed. */
  readonly alike: Alike;
  readonly faultsMax: number;
  readonly kinds: readonly FaultKind[];
  readonly consulted: readonly ReadingId[];
}

export type Alike = ReadonlyMap<string, readonly OutsideEvent[]>;

export interface AwayRow {
  readonly faults: readonly OutsideEvent[];
  readonly hierarchy: string;
  /** Milliseconds; undefined when it does not come back. */
  readonly least: number | undefined;
  readonly most: Longest | undefined;
  /** It can stay away until somebody does something. */
  readonly forGood: Counterexample | undefined;
  /** Some schedules have no break at all. */
  readonly mayGoOn: boolean;
  readonly isComplete: boolean;
}

export interface Longest {
  /** Milliseconds; Infinity: there is no bound. */
  readonly ms: number;
  /** On top of it comes what the applications need to start: nobody but the user knows. */
  readonly starts: boolean;
  readonly assumes: readonly Assumed[];
  /** To replay. */
  readonly witness: Counterexample;
  /** Where clients find it then. */
  readonly servedBy: readonly string[];
}

export interface Disaster {
  readonly what: "stop" | "split" | "loss";
  readonly faults: readonly OutsideEvent[];
  /** The hierarchy that stops or the resource that is split; undefined for data. */
  readonly hierarchy: string | undefined;
  /** For a stop: a server that could run it is left. */
  readonly ableLeft: boolean;
  readonly witness: Counterexample;
}

/** Sets of faults of one size. */
export interface AvailabilityProgress {
  readonly followed: number;
  readonly known: number;
}

/** Of the states that are made, together: a transition of a large cluster costs more than one of a small one. */
const usualBytes = 600_000_000;
const usualTransitions = 3_000_000;

/** What a set of faults gets at first; where that is not enough it is followed again, and further, after all others. */
const firstTransitions = 2000;
const growth = 8;

export function* availability(
  cluster: Cluster,
  kinds: readonly FaultKind[],
  options: AvailabilityOptions = {},
): Generator<AvailabilityProgress, Availability> {
  const study = new Study(cluster, kinds, options);
  yield* study.follow();
  return study.result();
}

/** Of all searches together, where nothing else is asked for. */
export function usualTransitionsMax({ layout }: Model): number {
  return atMost(layout, usualTransitions, usualBytes);
}

interface FaultSet {
  readonly codes: readonly number[];
  readonly key: string;
}

/** What is known of a set of faults. */
interface Followed {
  readonly ends: Ends;
  /** By hierarchy. */
  readonly measured: ReadonlyMap<number, AwayResult>;
  /** What can fail besides; undefined when nobody asks. */
  readonly further: ReadonlySet<number> | undefined;
  readonly isComplete: boolean;
  /** It cannot be followed to the end, however long. */
  readonly isGivenUp: boolean;
}

/** Found sets of one disaster and hierarchy, so that no larger one is told. */
type Smallest = Map<string, (readonly number[])[]>;

class Study {
  readonly #options: AvailabilityOptions;
  readonly #begin: Beginning;
  readonly #kinds: readonly FaultKind[];
  readonly #faultsMax: number;
  readonly #rules: AwayRules;
  readonly #awayBefore: ReadonlySet<number>;
  readonly #run: Model;
  readonly #consulted: () => readonly ReadingId[];
  readonly #rows: AwayRow[] = [];
  readonly #disasters: Disaster[] = [];
  readonly #alike = new Map<string, readonly OutsideEvent[]>();
  readonly #smallest: Smallest = new Map();
  /** By hierarchy, what was told of it. */
  readonly #longestOf = new Map<number, readonly { readonly codes: readonly number[]; readonly ms: number }[]>();
  #transitions = 0;
  #possible = 0;
  #followed = 0;
  #stopped = false;
  #isGivenUp = false;
  #progress: AvailabilityProgress = { followed: 0, known: 0 };

  constructor(cluster: Cluster, kinds: readonly FaultKind[], options: AvailabilityOptions) {
    const { faultsMax = 1, given = [], after = [], readings: choice = defaultReadings } = options;
    const { readings, consulted } = recordingReadings(choice);
    this.#options = options;
    this.#begin = { given, after };
    this.#kinds = kinds;
    this.#faultsMax = faultsMax;
    this.#consulted = consulted;
    this.#run = compile(cluster, { readings: choice });
    const model = compile(cluster, {
      readings,
      purpose: "explore",
      failures: kinds.includes("resource") ? faultsMax : 0,
    });
    const stops = kinds.includes("stop") || kinds.includes("reboot");
    this.#rules = {
      model,
      idle: idleRules(model, true, { stops, resourceFailures: kinds.includes("resource") }),
      symmetry: findSymmetry(model, false),
      kinds,
      start: beginningOf(model, this.#begin).cells,
    };
    this.#awayBefore = new Set(
      model.components.flatMap((_, component) => (isServed(model, this.#rules.start, component) ? [] : [component])),
    );
  }

  *follow(): Generator<AvailabilityProgress, void> {
    const first: number[] = [];
    listFaults(this.#rules.model, this.#rules.start, this.#kinds, first);
    let sets: readonly FaultSet[] = first.map((code) => setOf([code]));
    for (let size = 1; size <= this.#faultsMax && !this.#stopped; size++) {
      const next = new Map<string, FaultSet>();
      const found = yield* this.#followEach(sets, size < this.#faultsMax);
      for (const set of sets) {
        const followed = found.get(set);
        if (followed === undefined) continue;
        this.#tellOf(set, followed);
        for (const code of followed.further ?? []) {
          if (set.codes.includes(code)) continue;
          const larger = setOf([...set.codes, code]);
          next.set(larger.key, larger);
        }
      }
      sets = [...next.values()];
    }
  }

  result(): Availability {
    const { model } = this.#rules;
    return {
      hierarchies: model.components.map((_, component) => this.#nameOf(component)),
      awayBefore: [...this.#awayBefore].map((component) => this.#nameOf(component)),
      rows: this.#rows,
      disasters: this.#disasters,
      sets: {
        possible: this.#possible,
        followed: this.#followed,
        isAll: !this.#stopped && !this.#isGivenUp && this.#possible === this.#followed,
      },
      alike: this.#alike,
      faultsMax: this.#faultsMax,
      kinds: this.#kinds,
      consulted: this.#consulted(),
    };
  }

  /** A set that takes long does not keep the others from being followed. */
  *#followEach(
    sets: readonly FaultSet[],
    asksFurther: boolean,
  ): Generator<AvailabilityProgress, ReadonlyMap<FaultSet, Followed>> {
    const found = new Map<FaultSet, Followed>();
    let open = sets;
    this.#progress = { followed: 0, known: sets.length };
    for (let most = firstTransitions; open.length > 0; most *= growth) {
      const left: FaultSet[] = [];
      for (const set of open) {
        if (this.#isEnough()) return found;
        const followed = yield* this.#one(set, asksFurther ? new Set() : undefined, most);
        // What was cut short now has seen less than before.
        if (followed.isComplete || !this.#stopped || !found.has(set)) found.set(set, followed);
        this.#isGivenUp ||= followed.isGivenUp;
        if (followed.isComplete || followed.isGivenUp) {
          this.#progress = { followed: this.#progress.followed + 1, known: sets.length };
        } else left.push(set);
      }
      open = left;
    }
    return found;
  }

  *#one(set: FaultSet, further: Set<number> | undefined, most: number): Generator<AvailabilityProgress, Followed> {
    const measured = new Map<number, AwayResult>();
    const until = this.#transitions + most;
    const search = new EndsSearch(this.#rules, set.codes, further);
    let isComplete = yield* this.#pump(search, until);
    let isGivenUp = search.hasTooManyWays;
    const ends = search.result;
    for (const component of ends.isPossible ? ends.missed : []) {
      if (this.#awayBefore.has(component)) continue;
      const away = new AwaySearch(this.#rules, set.codes, component);
      const isMeasured = yield* this.#pump(away, until);
      isComplete &&= isMeasured;
      isGivenUp ||= away.hasTooManyWays;
      measured.set(component, away.result(isMeasured));
    }
    return { ends, measured, further, isComplete, isGivenUp };
  }

  #tellOf(set: FaultSet, { ends, measured, isComplete }: Followed): void {
    if (!ends.isPossible) return;
    this.#possible++;
    if (isComplete) this.#followed++;
    const faults = set.codes.map((code) => this.#eventOf(code));
    for (const [place, code] of set.codes.entries()) {
      const fault = faults[place];
      if (fault !== undefined) this.#alike.set(eventText(fault), alikeFaults(this.#rules.model, code));
    }
    for (const [component, away] of measured) {
      if (this.#isWorse(set, component, away)) this.#rows.push(this.#rowOf(faults, component, away));
    }
    for (const [component, { way, ableLeft }] of ends.out) {
      if (this.#awayBefore.has(component)) continue;
      const hierarchy = this.#nameOf(component);
      this.#note(`stop ${component} ${ableLeft}`, set, { what: "stop", faults, hierarchy, ableLeft, way });
    }
    for (const [resource, way] of ends.split) {
      const hierarchy = this.#rules.model.resources[resource]?.tag;
      this.#note(`split ${resource}`, set, { what: "split", faults, hierarchy, ableLeft: true, way });
    }
    if (ends.lost !== undefined) {
      this.#note("loss", set, { what: "loss", faults, hierarchy: undefined, ableLeft: true, way: ends.lost });
    }
  }

  /** True when the search is done, before all searches together have so many transitions. */
  *#pump(search: EndsSearch | AwaySearch, until: number): Generator<AvailabilityProgress, boolean> {
    const { transitionsPerSlice = 2000 } = this.#options;
    const before = this.#transitions;
    for (;;) {
      const left = until - this.#transitions;
      if (left <= 0 || search.hasTooManyWays || this.#isEnough()) return false;
      const isDone = search.run(Math.min(transitionsPerSlice, left));
      this.#transitions = before + search.transitions;
      if (isDone) return true;
      yield this.#progress;
    }
  }

  #isEnough(): boolean {
    const { transitionsMax = usualTransitionsMax(this.#rules.model), isEnough = () => false } = this.#options;
    this.#stopped ||= this.#transitions > transitionsMax || isEnough();
    return this.#stopped;
  }

  /** A smaller set that does the same says it already. */
  #note(what: string, { codes }: FaultSet, disaster: Omit<Disaster, "witness"> & { readonly way: Way }): void {
    const found = this.#smallest.get(what) ?? [];
    if (found.some((smaller) => smaller.every((code) => codes.includes(code)))) return;
    this.#smallest.set(what, [...found, codes]);
    const { way, ...told } = disaster;
    this.#disasters.push({ ...told, witness: this.#tell(way) });
  }

  /** Longer than any smaller set takes; that it never comes back is among the disasters then. */
  #isWorse({ codes }: FaultSet, component: number, { most, forGood }: AwayResult): boolean {
    const before = this.#longestOf.get(component) ?? [];
    const known = before.filter((one) => one.codes.every((code) => codes.includes(code)));
    const ms = most?.ms ?? -1;
    if (ms < 0 && (forGood === undefined || codes.length > 1)) return false;
    if (known.some((one) => one.ms >= ms)) return false;
    this.#longestOf.set(component, [...before, { codes, ms }]);
    return true;
  }

  #rowOf(faults: readonly OutsideEvent[], component: number, away: AwayResult): AwayRow {
    return {
      faults,
      hierarchy: this.#nameOf(component),
      least: away.least?.ms,
      most: away.most === undefined ? undefined : this.#longest(component, away.most),
      forGood: away.forGood === undefined ? undefined : this.#tell(away.forGood),
      mayGoOn: away.mayGoOn,
      isComplete: away.isComplete,
    };
  }

  #longest(component: number, { ms, way, starts, assumes }: Span): Longest {
    const witness = this.#tell(way);
    const root = this.#run.indexOfResource.get(this.#nameOf(component)) ?? -1;
    const nodes = serversNow(this.#run, witness.end.cells, this.#run.resources[root]?.component ?? -1);
    return { ms, starts, assumes, witness, servedBy: this.#run.nodes.filter((_, node) => (nodes & (1 << node)) !== 0) };
  }

  #tell(way: Way): Counterexample {
    const { model, idle, symmetry } = this.#rules;
    return counterexampleOf({ model, idle, symmetry, options: this.#begin }, this.#run, bounded(way));
  }

  #nameOf(component: number): string {
    const { model } = this.#rules;
    const root = model.components[component]?.roots[0];
    return model.resources[root ?? -1]?.tag ?? "";
  }

  #eventOf(code: number): OutsideEvent {
    // Only faults are among the codes, and those are outside events.
    return decode(this.#rules.model, code) as OutsideEvent;
  }
}

/** Where there is no bound, a day shows it. */
const longestTold = 86_400_000;

function bounded({ steps, apart }: Way): Way {
  return apart === undefined ? { steps } : { steps, apart: { ...apart, ms: Math.min(apart.ms, longestTold) } };
}

function setOf(codes: readonly number[]): FaultSet {
  const sorted = [...codes].sort((a, b) => a - b);
  return { codes: sorted, key: sorted.join(" ") };
}
