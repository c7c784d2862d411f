// Proving: is a property true under every fault sequence up to the bounds, in every order of the nodes' handlers,
// and under which readings? A generator that its caller pumps, so that command line, server and panel share it.

import { type FaultKind, usualFaultKinds } from "../language/actions.ts";
import { smallest } from "../many.ts";
import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import { recordingReadings } from "../simulate/consulted.ts";
import type { InitialCondition } from "../simulate/given.ts";
import type { Model } from "../simulate/model.ts";
import { defaultReadings, type ReadingChoice, type ReadingId } from "../simulate/readings.ts";
import type { Bound } from "./bounds.ts";
import { type Counterexample, counterexampleOf, type Way } from "./counterexample.ts";
import { type LimitName, Search, type Step } from "./explorer.ts";
import { type Lasting, Longest } from "./longest.ts";
import type { Property } from "./property.ts";
import { combinationsWith, type Part, ReadingTree, type ReadingUse } from "./readingTree.ts";

export interface ExploreOptions {
  readonly properties: readonly Property[];
  /** All faults together, or one bound for each group of kinds. */
  readonly bounds: readonly Bound[];
  readonly given?: readonly InitialCondition[];
  /** `default`, one choice, or every combination of answers. */
  readonly readings?: "default" | "every" | ReadingChoice;
  /** Of one exploration. */
  readonly statesMax?: number;
  /** Of the explorations of all combinations of answers together: none is begun beyond it. */
  readonly statesOfAllMax?: number;
  readonly bytesMax?: number;
  readonly transitionsPerSlice?: number;
  /** Asked between slices: true ends the search, which is then incomplete. For callers with a clock; core has none. */
  readonly isEnough?: () => boolean;
  /** `exhausted` counts every state; `decided` stops when nothing is left to find out. */
  readonly until?: "decided" | "exhausted";
  readonly merging?: "symmetry" | "none";
  readonly reduction?: "partial-order" | "none";
}

export interface Progress {
  readonly states: number;
  readonly transitions: number;
  readonly waiting: number;
  /** Faults that have happened in the states being looked at. */
  readonly faults: number;
  /** The answers that are not the default ones now. */
  readonly readings: readonly ReadingUse[];
}

export interface PropertyResult {
  readonly property: Property;
  /** `unknown`: the search ended at its limit before anything was found, or the property names no resource. */
  readonly status: "holds" | "violated" | "unknown";
  /** For a violation; for `sometimes` that holds, the way that shows it. */
  readonly trace: Counterexample | undefined;
  /** The answers that are not the default ones in the trace; no smaller set of them leads there. */
  readonly readings: readonly ReadingUse[];
  /** Under the first choice of answers, and what changes it: only in the results of a whole report. */
  readonly first?: PropertyResult["status"];
  readonly change?: ReadingChange;
}

/** How other answers change a result. */
export interface ReadingChange {
  /** The smallest set of answers that does; of several as small the first. */
  readonly readings: readonly ReadingUse[];
  readonly status: "holds" | "violated";
  /** Combinations of answers that this set stands for, and all that were found to give another result. */
  readonly standsFor: number;
  readonly combinations: number;
}

/** What one choice of readings gives. */
export interface Exploration {
  /** The answers that differ from the first choice. */
  readonly readings: readonly ReadingUse[];
  readonly choice: ReadingChoice;
  /** What it asked for. Every combination that gives the same answers to these has the same results. */
  readonly consulted: readonly ReadingId[];
  /** How many combinations no other exploration stands for. */
  readonly combinations: number;
  readonly states: number;
  readonly transitions: number;
  readonly bytes: number;
  readonly complete: boolean;
  readonly limit: LimitName | undefined;
  /** Every sequence of up to so many faults was looked at; -1: not even what happens without any. */
  readonly faultsCovered: number;
  readonly results: readonly PropertyResult[];
  /** At most this long is anything in service on two nodes, where it ends by itself. */
  readonly twoActiveMs: number | undefined;
  /** A fault sequence can leave no server up. */
  readonly noSurvivor: boolean;
}

export interface Report {
  /** Under the first choice, or under the fewest other answers that break what holds under it. */
  readonly results: readonly PropertyResult[];
  readonly explorations: readonly Exploration[];
  /** Over all explorations. */
  readonly states: number;
  readonly transitions: number;
  readonly bytes: number;
  readonly complete: boolean;
  readonly limit: LimitName | undefined;
  /** In all of the explorations. */
  readonly faultsCovered: number;
  readonly bounds: readonly Bound[];
  /** Every combination of answers was asked for. */
  readonly everyReading: boolean;
  readonly cover: ReadingCover;
}

/** Combinations of answers to what the documents leave open. */
export interface ReadingCover {
  readonly combinations: number;
  /** Those that a complete exploration stands for. */
  readonly covered: number;
  readonly explored: number;
}

/** Of one exploration, where nobody says otherwise. */
const usualStatesMax = 1_000_000;

/** As many times `statesMax`. */
const usualExplorations = 10;

/** For each state that is asked for: whoever wants ten million of them has the memory for them too. */
const usualBytesOfState = 250;

/** Some ten milliseconds of work: a transition of a larger state costs more. */
function usualSlice(cells: number): number {
  return Math.max(20, Math.min(10_000, Math.round(500_000 / cells)));
}

export function boundOf(faultsMax: number, kinds: readonly FaultKind[] = usualFaultKinds): Bound {
  return { faultsMax, kinds };
}

export function* explore(cluster: Cluster, options: ExploreOptions): Generator<Progress, Report> {
  const every = options.readings === "every";
  const explorations: Exploration[] = [];
  const tree = new ReadingTree(typeof options.readings === "object" ? options.readings : defaultReadings);
  const statesMax = options.statesOfAllMax ?? usualExplorations * (options.statesMax ?? usualStatesMax);
  const isEnough = options.isEnough ?? (() => false);
  let states = 0;
  let limit: LimitName | undefined;
  for (let part = tree.next; part !== undefined; part = every ? tree.next : undefined) {
    if (explorations.length > 0) {
      if (options.until === "decided" && isDecided(explorations)) break;
      limit = isEnough() ? "stopped" : states > statesMax ? "statesOfAllMax" : undefined;
      if (limit !== undefined) break;
    }
    const exploration = yield* exploreOne(cluster, options, part);
    states += exploration.states;
    explorations.push({ ...exploration, combinations: tree.cover(exploration.consulted) });
  }
  limit = explorations.find((one) => one.limit !== undefined)?.limit ?? limit;
  const sum = (of: (exploration: Exploration) => number): number =>
    explorations.reduce((total, exploration) => total + of(exploration), 0);
  return {
    results: options.properties.map((_, index) => overall(explorations, index)),
    explorations,
    states,
    transitions: sum(({ transitions }) => transitions),
    bytes: explorations.reduce((most, { bytes }) => Math.max(most, bytes), 0),
    complete: limit === undefined,
    limit,
    faultsCovered: smallest(explorations.map(({ faultsCovered }) => faultsCovered)),
    bounds: options.bounds,
    everyReading: every,
    cover: {
      combinations: combinationsWith(new Set()),
      covered: sum(({ complete, combinations }) => (complete ? combinations : 0)),
      explored: explorations.length,
    },
  };
}

/** Nothing can change any more: a violation under any answers is one. */
function isDecided(explorations: readonly Exploration[]): boolean {
  const properties = explorations[0]?.results ?? [];
  return properties.every((_, index) => explorations.some(({ results }) => results[index]?.status === "violated"));
}

/** Runs to the end without a pause: for tests and small callers. */
export function exploreNow(cluster: Cluster, options: ExploreOptions): Report {
  const search = explore(cluster, options);
  for (;;) {
    const turn = search.next();
    if (turn.done === true) return turn.value;
  }
}

function* exploreOne(cluster: Cluster, options: ExploreOptions, part: Part): Generator<Progress, Exploration> {
  const merging = options.merging ?? "symmetry";
  const { readings, consulted } = recordingReadings(part.choice);
  const model = compile(cluster, {
    readings,
    purpose: "explore",
    named: options.properties.flatMap((property) => (property.kind === "always-recovers" ? [property.tag] : [])),
    failures: failuresIn(options.bounds),
    symmetry: merging === "symmetry" ? "merge" : "keep",
  });
  const { statesMax = usualStatesMax } = options;
  const search = new Search(model, {
    bounds: options.bounds,
    properties: options.properties,
    given: options.given ?? [],
    statesMax,
    bytesMax: options.bytesMax ?? Math.max(usualStatesMax, statesMax) * usualBytesOfState,
    merging,
    reduction: options.reduction ?? "partial-order",
    until: options.until ?? "exhausted",
  });
  const slice = options.transitionsPerSlice ?? usualSlice(model.layout.keyLength);
  const progress = (): Progress => ({
    states: search.table.size,
    transitions: search.transitions,
    waiting: search.waiting,
    faults: search.depth,
    readings: part.differing,
  });
  const isEnough = options.isEnough ?? (() => false);
  while (!search.run(slice)) {
    yield progress();
    if (isEnough()) search.stop("stopped");
  }
  const measuring = new Longest(search);
  // What a search that did not finish has not seen may last longer than anything it saw.
  while (search.limit === undefined && !measuring.run(slice)) {
    yield progress();
    // How long two nodes can be active is not known then, so that nothing may be claimed to be shorter.
    if (isEnough()) search.stop("stopped");
    else if (measuring.size > search.options.statesMax) search.stop("statesMax");
    else if (search.table.bytes + measuring.bytes > search.options.bytesMax) search.stop("bytesMax");
  }
  if (measuring.hasTooManyWays) search.stop("ways");
  return judge(cluster, search, measuring.found, part, consulted());
}

/** Faults of a resource that can happen at most. */
function failuresIn(bounds: readonly Bound[]): number {
  return bounds.reduce((sum, { kinds, faultsMax }) => (kinds.includes("resource") ? sum + faultsMax : sum), 0);
}

function judge(
  cluster: Cluster,
  search: Search,
  longest: Lasting | undefined,
  { choice, differing }: Part,
  consulted: readonly ReadingId[],
): Exploration {
  const complete = search.limit === undefined;
  const { table, transitions } = search;
  // Only what has something to tell needs the whole model.
  let whole: Model | undefined;
  const run = (): Model => {
    whole ??= compile(cluster, { readings: choice });
    return whole;
  };
  const results = search.findings.map(({ property, state, step }): PropertyResult => {
    const isTooLong =
      property.kind === "never" &&
      property.what === "two-active" &&
      property.longerThanMs > 0 &&
      longest !== undefined &&
      longest.ms > property.longerThanMs;
    const way = state >= 0 ? wayTo(search, state, step) : isTooLong ? wayThrough(longest) : undefined;
    const trace = way === undefined ? undefined : counterexampleOf(search, run(), way);
    const isKnown = property.kind !== "always-recovers" || run().indexOfResource.has(property.tag);
    return {
      property,
      status: isKnown ? statusOf(property, way !== undefined, complete) : "unknown",
      trace,
      readings: differing,
    };
  });
  return {
    readings: differing,
    choice,
    consulted,
    combinations: 0,
    states: table.size,
    transitions,
    bytes: table.bytes,
    complete,
    limit: search.limit,
    faultsCovered: search.covered,
    results,
    twoActiveMs: longest?.ms,
    noSurvivor: search.noSurvivor,
  };
}

function wayTo(search: Search, state: number, step: Step | undefined): Way {
  return { steps: [...search.stepsTo(state), ...(step === undefined ? [] : [step])] };
}

/** Where double activity has no bound, a day shows it. */
const longestTold = 86_400_000;

/** To where double activity begins and on to where it ends, as late as can be. */
function wayThrough({ before, during, ms }: Lasting): Way {
  return {
    steps: [...before, ...during],
    apart: { from: before.length, to: before.length + during.length, ms: Math.min(ms, longestTold) },
  };
}

function statusOf(property: Property, found: boolean, complete: boolean): PropertyResult["status"] {
  if (property.kind === "sometimes") return found ? "holds" : complete ? "violated" : "unknown";
  return found ? "violated" : complete ? "holds" : "unknown";
}

/** A violation under any answers is one; without any, an unfinished search leaves it open. Fewest answers come first. */
function overall(explorations: readonly Exploration[], index: number): PropertyResult {
  const results = explorations.flatMap((exploration) => exploration.results[index] ?? []);
  const chosen =
    results.find(({ status }) => status === "violated") ??
    results.find(({ status }) => status === "unknown") ??
    results[0];
  const first = results[0]?.status;
  if (chosen === undefined || first === undefined) throw new Error("Bug in lkcluster: an exploration without results");
  const change = changeOf(explorations, index, first);
  return { ...chosen, first, ...(change === undefined ? {} : { change }) };
}

function changeOf(
  explorations: readonly Exploration[],
  index: number,
  first: PropertyResult["status"],
): ReadingChange | undefined {
  if (first === "unknown") return undefined;
  const status = first === "holds" ? "violated" : "holds";
  const others = explorations.filter(({ results }) => results[index]?.status === status);
  const [fewest] = others;
  if (fewest === undefined) return undefined;
  const combinations = others.reduce((total, exploration) => total + exploration.combinations, 0);
  return { readings: fewest.readings, status, standsFor: fewest.combinations, combinations };
}
