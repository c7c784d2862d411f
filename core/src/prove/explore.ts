// Proving: is a property true under every fault sequence up to the bounds, in every order of the nodes' handlers,
// and under which readings? A generator that its caller pumps, so that command line, server and panel share it.

import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import { type FaultKind, usualFaultKinds } from "../simulate/event.ts";
import type { InitialCondition } from "../simulate/given.ts";
import {
  readings as allReadings,
  defaultReadings,
  type ReadingChoice,
  type ReadingId,
  withAnswer,
} from "../simulate/readings.ts";
import type { Bound } from "./bounds.ts";
import { type Counterexample, counterexampleOf } from "./counterexample.ts";
import { type LimitName, Search } from "./explorer.ts";
import { type Lasting, Longest } from "./longest.ts";
import type { Property } from "./property.ts";
import { isRelevant } from "./relevant.ts";

export interface ExploreOptions {
  readonly properties: readonly Property[];
  /** All faults together, or one bound for each group of kinds. */
  readonly bounds: readonly Bound[];
  readonly given?: readonly InitialCondition[];
  /** `default`, one choice, or the default and then every alternative answer by itself. */
  readonly readings?: "default" | "every" | ReadingChoice;
  readonly statesMax?: number;
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
  /** The reading that is not at its default now. */
  readonly reading: ReadingUse | undefined;
}

export interface ReadingUse {
  readonly id: ReadingId;
  readonly answer: string;
}

export interface PropertyResult {
  readonly property: Property;
  /** `unknown`: the search ended at its limit before anything was found, or the property names no resource. */
  readonly status: "holds" | "violated" | "unknown";
  /** For a violation; for `sometimes` that holds, the way that shows it. */
  readonly trace: Counterexample | undefined;
  /** The reading that is not at its default in the trace. */
  readonly reading: ReadingUse | undefined;
}

/** What one choice of readings gives. */
export interface Exploration {
  readonly reading: ReadingUse | undefined;
  readonly choice: ReadingChoice;
  readonly states: number;
  readonly transitions: number;
  readonly bytes: number;
  readonly complete: boolean;
  readonly limit: LimitName | undefined;
  /** Every sequence of fewer faults than this was looked at. */
  readonly faultsReached: number;
  readonly results: readonly PropertyResult[];
  /** At most this long is anything in service on two nodes, where it ends by itself. */
  readonly twoActiveMs: number | undefined;
  /** A fault sequence can leave no server up. */
  readonly noSurvivor: boolean;
}

export interface Report {
  /** Under the defaults, and the first reading that breaks what holds under them. */
  readonly results: readonly PropertyResult[];
  readonly explorations: readonly Exploration[];
  /** Over all explorations. */
  readonly states: number;
  readonly transitions: number;
  readonly bytes: number;
  readonly complete: boolean;
  readonly limit: LimitName | undefined;
  readonly bounds: readonly Bound[];
  /** Every alternative that could change anything was explored too. */
  readonly everyReading: boolean;
}

const usualStatesMax = 1_000_000;

const usualBytesMax = 250_000_000;

/** Some ten milliseconds of work: a transition of a larger state costs more. */
function usualSlice(cells: number): number {
  return Math.max(20, Math.min(10_000, Math.round(500_000 / cells)));
}

export function boundOf(faultsMax: number, kinds: readonly FaultKind[] = usualFaultKinds): Bound {
  return { faultsMax, kinds };
}

export function* explore(cluster: Cluster, options: ExploreOptions): Generator<Progress, Report> {
  const explorations: Exploration[] = [];
  for (const { choice, reading } of choices(cluster, options)) {
    explorations.push(yield* exploreOne(cluster, options, choice, reading));
  }
  const sum = (of: (exploration: Exploration) => number): number =>
    explorations.reduce((total, exploration) => total + of(exploration), 0);
  return {
    results: options.properties.map((_, index) => overall(explorations, index)),
    explorations,
    states: sum(({ states }) => states),
    transitions: sum(({ transitions }) => transitions),
    bytes: explorations.reduce((most, { bytes }) => Math.max(most, bytes), 0),
    complete: explorations.every(({ complete }) => complete),
    limit: explorations.find(({ limit }) => limit !== undefined)?.limit,
    bounds: options.bounds,
    everyReading: options.readings === "every",
  };
}

/** Runs to the end without a pause: for tests and small callers. */
export function exploreNow(cluster: Cluster, options: ExploreOptions): Report {
  const search = explore(cluster, options);
  for (;;) {
    const turn = search.next();
    if (turn.done === true) return turn.value;
  }
}

interface Choice {
  readonly choice: ReadingChoice;
  readonly reading: ReadingUse | undefined;
}

/** The default first; then, each by itself, the alternatives that can change anything in this cluster. */
function choices(cluster: Cluster, options: ExploreOptions): readonly Choice[] {
  const base = typeof options.readings === "object" ? options.readings : defaultReadings;
  const first: Choice = { choice: base, reading: undefined };
  if (options.readings !== "every") return [first];
  const model = compile(cluster, { readings: base, purpose: "explore" });
  const kinds = new Set(options.bounds.flatMap((bound) => bound.kinds));
  const others = allReadings.flatMap(({ id, answers }) =>
    isRelevant(model, id, kinds)
      ? answers.slice(1).flatMap((answer): readonly Choice[] => {
          const choice = withAnswer(base, id, answer.id);
          return choice === undefined ? [] : [{ choice, reading: { id, answer: answer.id } }];
        })
      : [],
  );
  return [first, ...others];
}

function* exploreOne(
  cluster: Cluster,
  options: ExploreOptions,
  choice: ReadingChoice,
  reading: ReadingUse | undefined,
): Generator<Progress, Exploration> {
  const merging = options.merging ?? "symmetry";
  const model = compile(cluster, {
    readings: choice,
    purpose: "explore",
    named: options.properties.flatMap((property) => (property.kind === "always-recovers" ? [property.tag] : [])),
    symmetry: merging === "symmetry" ? "merge" : "keep",
  });
  const search = new Search(model, {
    bounds: options.bounds,
    properties: options.properties,
    given: options.given ?? [],
    statesMax: options.statesMax ?? usualStatesMax,
    bytesMax: options.bytesMax ?? usualBytesMax,
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
    reading,
  });
  const isEnough = options.isEnough ?? (() => false);
  while (!search.run(slice)) {
    yield progress();
    if (isEnough()) search.stop();
  }
  const measuring = new Longest(search);
  while (!measuring.run(slice) && !isEnough()) yield progress();
  return judge(cluster, search, measuring.found, { choice, reading });
}

function judge(
  cluster: Cluster,
  search: Search,
  longest: Lasting | undefined,
  { choice, reading }: Choice,
): Exploration {
  const complete = search.limit === undefined;
  const { table, transitions } = search;
  const run = compile(cluster, { readings: choice });
  const results = search.findings.map(({ property, state, code }): PropertyResult => {
    const isTooLong =
      property.kind === "never" &&
      property.what === "two-active" &&
      property.longerThanMs > 0 &&
      longest !== undefined &&
      longest.ms > property.longerThanMs;
    const shown = state >= 0 ? state : isTooLong ? longest.state : -1;
    const trace = shown < 0 ? undefined : counterexampleOf(search, run, shown, code);
    const isKnown = property.kind !== "always-recovers" || run.indexOfResource.has(property.tag);
    return { property, status: isKnown ? statusOf(property, shown >= 0, complete) : "unknown", trace, reading };
  });
  return {
    reading,
    choice,
    states: table.size,
    transitions,
    bytes: table.bytes,
    complete,
    limit: search.limit,
    faultsReached: search.depth,
    results,
    twoActiveMs: longest?.ms,
    noSurvivor: search.noSurvivor,
  };
}

function statusOf(property: Property, found: boolean, complete: boolean): PropertyResult["status"] {
  if (property.kind === "sometimes") return found ? "holds" : complete ? "violated" : "unknown";
  return found ? "violated" : complete ? "holds" : "unknown";
}

/** A violation under any reading is one; without any, an unfinished search leaves it open. */
function overall(explorations: readonly Exploration[], index: number): PropertyResult {
  const results = explorations.flatMap((exploration) => exploration.results[index] ?? []);
  const chosen =
    results.find(({ status }) => status === "violated") ??
    results.find(({ status }) => status === "unknown") ??
    results[0];
  if (chosen === undefined) throw new Error("Bug in lkcluster: an exploration without results");
  return chosen;
}
