// How long clients miss one hierarchy under a set of faults: each of them once, in any order, at any moments. As in a
// search for a proof every schedule is followed, here in zones that remember when the hierarchy went away; what they say
// when it is back is the least and the most that it can take.

import type { FaultKind } from "../language/actions.ts";
import { isInside, op, operationOf } from "../simulate/code.ts";
import { listFaults, listThaws } from "../simulate/faults.ts";
import type { Cells } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import type { Way } from "./counterexample.ts";
import { type Step, takenBy } from "./explorer.ts";
import type { IdleRules } from "./idle.ts";
import { ableServers, hasLostData, isServed, serversNow, splitResource } from "./property.ts";
import type { Symmetry } from "./symmetry.ts";
import { TimedStep } from "./timedStep.ts";
import { TimedTable } from "./timedTable.ts";
import { unbounded } from "./zone.ts";

export interface AwayRules {
  readonly model: Model;
  readonly idle: IdleRules;
  /** Faults are told by their numbers, so that it must not rename anything. */
  readonly symmetry: Symmetry;
  readonly kinds: readonly FaultKind[];
  readonly start: Cells;
}

/** One time away, from when clients miss it to when it is back. */
export interface Span {
  readonly ms: number;
  readonly way: Way;
  /** It comes in service there and then, which takes as long as its applications need. */
  readonly starts: boolean;
  /** The time holds what no document states: how long a machine takes to come up, a mirror to be in sync. */
  readonly assumes: readonly Assumed[];
}

export type Assumed = "restart" | "resync";

export interface AwayResult {
  /** Undefined when it never comes back after having been away, or never is away. */
  readonly least: Span | undefined;
  /** `ms` is Infinity where there is no bound. */
  readonly most: Span | undefined;
  /** It can stay away until somebody does something. */
  readonly forGood: Way | undefined;
  /** It can also go on without any break. */
  readonly mayGoOn: boolean;
  readonly isComplete: boolean;
}

/** What else can come of a set of faults, in the end and whatever hierarchy one looks at. */
export interface Ends {
  /** Hierarchies that clients can miss for a time or for good. */
  readonly missed: ReadonlySet<number>;
  /** Hierarchies out of service in the end: the way there, and whether a server that could run it is left. */
  readonly out: ReadonlyMap<number, { readonly way: Way; readonly ableLeft: boolean }>;
  /** Resources in service on two nodes in the end. */
  readonly split: ReadonlyMap<number, Way>;
  readonly lost: Way | undefined;
  /** Each of the faults can happen. */
  readonly isPossible: boolean;
}

/** What every set of faults is followed with; `see` judges a state, `pass` a step. */
abstract class Following {
  protected readonly rules: AwayRules;
  /** Where what could fail next is collected; undefined when nobody asks. */
  protected readonly further: Set<number> | undefined;
  protected readonly faults: readonly number[];
  protected readonly step: TimedStep;
  readonly #table: TimedTable;
  /** By visit, the step that led to it. */
  readonly #steps: (Step | undefined)[] = [];
  readonly #queue: number[] = [];
  #position = 0;

  constructor(rules: AwayRules, faults: readonly number[], marks: number, further?: Set<number>) {
    this.rules = rules;
    this.faults = faults;
    this.further = further;
    const { model, idle, symmetry } = rules;
    this.step = new TimedStep({ model, idle, symmetry, extraBytes: faults.length + marks, marks });
    this.#table = new TimedTable(this.step.key.length);
    this.step.begin(rules.start);
    this.note(-1, -1);
  }

  /** Not all of them were followed. */
  get hasTooManyWays(): boolean {
    return this.step.hasTooManyWays;
  }

  get transitions(): number {
    return this.step.transitions;
  }

  /** Does about so many transitions. True when there is nothing left to do. */
  run(transitionsMax: number): boolean {
    const stopAt = this.transitions + transitionsMax;
    while (this.#position < this.#queue.length && this.transitions < stopAt && !this.hasTooManyWays) {
      this.#expand(this.#queue[this.#position++] as number);
    }
    return this.#position >= this.#queue.length && !this.hasTooManyWays;
  }

  protected abstract see(visit: number, isSettled: boolean, isLast: boolean): void;
  protected abstract pass(visit: number, code: number): void;

  protected note(parent: number, code: number): number {
    const { key, next } = this.step;
    const visit = this.#table.add(key, next, parent, code, 0);
    if (visit < 0) return visit;
    this.#queue.push(visit);
    this.#steps[visit] = parent < 0 ? undefined : takenBy(this.step, code);
    return visit;
  }

  protected stepsTo(visit: number): Step[] {
    const steps: Step[] = [];
    for (let at = visit; at >= 0; at = this.#table.parentOf(at)) {
      const step = this.#steps[at];
      if (step !== undefined) steps.push(step);
    }
    return steps.reverse();
  }

  #expand(visit: number): void {
    if (this.#table.isCovered(visit)) return;
    const { step } = this;
    const { model, kinds } = this.rules;
    step.load(this.#table, visit);
    const left = this.faults.filter((_, place) => step.spent[place] === 0);
    this.see(visit, step.waiting === 0, left.length === 0);
    const codes: number[] = [];
    step.listInside(codes);
    if (kinds.includes("freeze")) listThaws(model, step.from, codes);
    const able: number[] = [];
    if (!step.isHandling && (left.length > 0 || this.further !== undefined)) listFaults(model, step.from, kinds, able);
    for (const code of able) {
      this.further?.add(code);
      if (left.includes(code)) codes.push(code);
    }
    for (const code of codes) {
      const place = isInside(code) ? -1 : this.faults.indexOf(code);
      step.take(code, () => {
        if (place >= 0) step.used[place] = 1;
        this.pass(visit, code);
      });
    }
  }
}

/** Follows a set of faults for all hierarchies at once, without measuring any. */
export class EndsSearch extends Following {
  readonly #missed = new Set<number>();
  readonly #out = new Map<number, { readonly way: Way; readonly ableLeft: boolean }>();
  readonly #split = new Map<number, Way>();
  #lost: Way | undefined = undefined;
  #isPossible = false;

  /** `further`: where to put the faults that can come next, also after some of these. */
  constructor(rules: AwayRules, faults: readonly number[], further: Set<number> | undefined) {
    super(rules, faults, 0, further);
  }

  get result(): Ends {
    return {
      missed: this.#missed,
      out: this.#out,
      split: this.#split,
      lost: this.#lost,
      isPossible: this.#isPossible,
    };
  }

  protected override see(visit: number, isSettled: boolean, isLast: boolean): void {
    const { model } = this.rules;
    const cells = this.step.from;
    const isOut = model.components.map((_, component) => !isServed(model, cells, component));
    for (const [component, out] of isOut.entries()) if (out) this.#missed.add(component);
    if (!isLast) return;
    this.#isPossible = true;
    if (this.#lost === undefined && hasLostData(model, cells)) this.#lost = this.#wayTo(visit);
    if (!isSettled) return;
    const split = splitResource(model, cells);
    if (split >= 0 && !this.#split.has(split)) this.#split.set(split, this.#wayTo(visit));
    const able = ableServers(cells);
    for (const [component, out] of isOut.entries()) {
      const ableLeft = ((model.components[component]?.serverMask ?? 0) & able) !== 0;
      // That a server is left is the worse of the two.
      const known = this.#out.get(component);
      if (out && (known === undefined || (ableLeft && !known.ableLeft))) {
        this.#out.set(component, { way: this.#wayTo(visit), ableLeft });
      }
    }
  }

  protected override pass(visit: number, code: number): void {
    this.note(visit, code);
  }

  #wayTo(visit: number): Way {
    return { steps: this.stepsTo(visit) };
  }
}

/** Measures one hierarchy. */
export class AwaySearch extends Following {
  readonly #component: number;
  /** By visit: after how many steps the hierarchy went away; 0: it is in service. */
  readonly #went: number[] = [];
  /** By visit, how many steps lead to it. */
  readonly #depth: number[] = [];
  #least: Span | undefined = undefined;
  #most: Span | undefined = undefined;
  #forGood: Way | undefined = undefined;
  #mayGoOn = false;

  constructor(rules: AwayRules, faults: readonly number[], component: number) {
    // With the mark comes one byte more: it has been away, without which nobody could say that it may go on.
    super(rules, faults, 1);
    this.#component = component;
    this.#depth[0] = 0;
    this.#went[0] = 0;
  }

  result(isComplete: boolean): AwayResult {
    return {
      least: this.#least,
      most: this.#most,
      forGood: this.#forGood,
      mayGoOn: this.#mayGoOn,
      isComplete,
    };
  }

  protected override see(visit: number, isSettled: boolean, isLast: boolean): void {
    if (!isSettled || !isLast) return;
    if (this.#went[visit] !== 0) this.#forGood ??= { steps: this.stepsTo(visit) };
    else if (this.step.spent[this.faults.length] === 0) this.#mayGoOn = true;
  }

  protected override pass(visit: number, code: number): void {
    const { step } = this;
    const { model } = this.rules;
    const wasAway = (this.#went[visit] ?? 0) > 0;
    const isAway = !isServed(model, step.work.cells, this.#component);
    if (isAway) step.used[this.faults.length] = 1;
    // The time counts for the whole set when all of it has happened.
    if (wasAway && !isAway && this.faults.every((_, place) => step.used[place] === 1)) {
      this.#measure(visit, code);
    }
    if (!wasAway || !isAway) step.beginMarks();
    const next = this.note(visit, code);
    if (next < 0) return;
    const depth = (this.#depth[visit] ?? 0) + 1;
    this.#depth[next] = depth;
    this.#went[next] = isAway ? (wasAway ? (this.#went[visit] ?? 0) : depth) : 0;
  }

  #measure(visit: number, code: number): void {
    const { step } = this;
    const most = step.markAfter() >= unbounded ? Number.POSITIVE_INFINITY : step.markAfter();
    const least = step.markAtLeast();
    if (this.#most === undefined || most > this.#most.ms) this.#most = this.#span(visit, code, most);
    if (this.#least === undefined || least < this.#least.ms) this.#least = this.#span(visit, code, least);
  }

  #span(visit: number, code: number, ms: number): Span {
    const steps = [...this.stepsTo(visit), takenBy(this.step, code)];
    const from = this.#went[visit] ?? 0;
    const during = steps.slice(from).map((one) => operationOf(one.code));
    return {
      ms,
      way: { steps, apart: { from, to: steps.length, ms } },
      starts: !this.#wasHeld(),
      assumes: [
        ...(during.includes(op.booted) || during.includes(op.lcmAvail) ? (["restart"] as const) : []),
        ...(during.includes(op.resyncDone) ? (["resync"] as const) : []),
      ],
    };
  }

  /** It was in service all the while where clients find it again: a node froze, or could not be reached. */
  #wasHeld(): boolean {
    const { model } = this.rules;
    const { from, work } = this.step;
    const again = serversNow(model, work.cells, this.#component);
    return (model.components[this.#component]?.order ?? []).every(
      (resource) => ((from[model.layout.inService + resource] ?? 0) & again) === again,
    );
  }
}
