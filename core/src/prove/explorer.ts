// One complete search: every fault sequence up to the bounds, at every moment, with every order of what the nodes do that
// some schedule allows, under one choice of readings. What is reached with fewer faults comes first, among that what
// takes fewer steps, so that the first counterexample has the fewest faults and then the fewest steps. The caller pumps;
// this never looks at a clock.
// Every `as number` in this folder reads an array at an index that was just compared with its length or made with it.

import type { FaultKind } from "../language/actions.ts";
import { isInside, op, operationOf } from "../simulate/code.ts";
import { type InitialCondition, initialCells } from "../simulate/given.ts";
import { at, type Cells, history, newCells } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import { type Bound, listFaultsWithin, listFreeWithin, spend } from "./bounds.ts";
import { type IdleRules, idleRules } from "./idle.ts";
import { ableServers, type Property, splitResource, violates } from "./property.ts";
import { findSymmetry, type Symmetry } from "./symmetry.ts";
import { TimedStep } from "./timedStep.ts";
import { TimedTable } from "./timedTable.ts";

export interface SearchOptions {
  readonly bounds: readonly Bound[];
  readonly properties: readonly Property[];
  readonly given: readonly InitialCondition[];
  readonly statesMax: number;
  readonly bytesMax: number;
  readonly merging: "symmetry" | "none";
  readonly reduction: "partial-order" | "none";
  /** Stop as soon as every property is decided; else count everything. */
  readonly until: "decided" | "exhausted";
}

/**
 * The argument that ended a search early. `stopped`: whoever asked wanted to wait no longer. `statesOfAllMax`: not
 * every combination of readings was explored.
 */
export type LimitName = "statesMax" | "bytesMax" | "statesOfAllMax" | "ways" | "stopped";

export interface Finding {
  readonly property: Property;
  /** The visit that decided it: violates a `never` or `always`, witnesses a `sometimes`. */
  state: number;
  /** For `sometimes`: the step out of that state which showed it. */
  step: Step | undefined;
}

/** One step of a way. */
export interface Step {
  readonly code: number;
  /** The quiet notices (quiet.ts) that had happened before it, and those that it relies upon not to have happened. */
  readonly noticed: readonly number[];
  readonly unnoticed: readonly number[];
}

export class Search {
  readonly model: Model;
  readonly options: SearchOptions;
  readonly table: TimedTable;
  readonly findings: readonly Finding[];
  /** Where something comes in service on a second node, also when what follows is known; parents are in `table`. */
  readonly entries: TimedTable;
  noSurvivor = false;
  limit: LimitName | undefined = undefined;
  done = false;
  readonly idle: IdleRules;
  readonly symmetry: Symmetry;
  readonly #step: TimedStep;
  readonly #codes: number[] = [];
  /** The visit being looked at, and the steps out of it that are still to be taken. */
  #current = -1;
  readonly #todo: number[] = [];
  #todoAt = 0;
  #level: number[] = [];
  #next: number[] = [];
  #position = 0;
  #depth = 0;
  /** A level is closed by what costs no fault and judged whole; only then come the faults out of it. */
  #closing = true;
  /** Of the state that is being expanded. */
  #wasSplit = false;

  constructor(model: Model, options: SearchOptions) {
    this.model = model;
    this.options = options;
    this.findings = options.properties.map((property) => ({ property, state: -1, step: undefined }));
    const tries = (kind: FaultKind): boolean => options.bounds.some(({ kinds }) => kinds.includes(kind));
    const tried = { stops: tries("stop") || tries("reboot"), resourceFailures: tries("resource") };
    this.idle = idleRules(model, options.reduction === "partial-order", tried);
    // Links that are marked one by one tell apart what else would be the same.
    this.symmetry = findSymmetry(model, options.merging === "symmetry" && model.detection !== "timed");
    this.#step = this.newStep(0);
    this.table = new TimedTable(this.#step.key.length);
    this.entries = new TimedTable(this.#step.key.length);
    this.#step.begin(initialCells(model, options.given));
    this.#note(-1, -1, 0);
  }

  /** For searches of the same states that keep some moments of the past. */
  newStep(marks: number): TimedStep {
    const { model, idle, symmetry } = this;
    // With several bounds what was used of each belongs to the key; with one, the order of the search covers it.
    const extraBytes = this.options.bounds.length > 1 ? this.options.bounds.length : 0;
    return new TimedStep({ model, idle, symmetry, extraBytes, marks });
  }

  get transitions(): number {
    return this.#step.transitions;
  }

  get depth(): number {
    return this.#depth;
  }

  get waiting(): number {
    return this.#level.length - this.#position + this.#next.length;
  }

  /** Every sequence of up to so many faults was looked at; -1: not even what happens without any. */
  get covered(): number {
    if (this.done && this.limit === undefined) return this.#most;
    return this.#closing ? this.#depth - 1 : this.#depth;
  }

  /** All that the bounds allow together. */
  get #most(): number {
    return this.options.bounds.reduce((sum, { faultsMax }) => sum + faultsMax, 0);
  }

  /** Does about so many transitions. True when there is nothing left to do. */
  run(transitionsMax: number): boolean {
    const stopAt = this.transitions + transitionsMax;
    while (!this.done && this.transitions < stopAt) {
      if (this.#todoAt < this.#todo.length) this.#takeStep();
      else if (this.#position < this.#level.length) this.#openNext();
      else if (this.#closing && this.#mayBreakMore()) {
        this.#closing = false;
        this.#position = 0;
      } else if (this.#next.length > 0) {
        this.#closing = true;
        this.#level = this.#next;
        this.#next = [];
        this.#position = 0;
        this.#depth++;
      } else this.done = true;
    }
    return this.done;
  }

  /** The cells of a visit, with an empty history. */
  cellsOf(visit: number): Cells {
    const cells = newCells(this.model.layout);
    const key = new Int32Array(this.#step.key.length);
    this.table.readState(visit, key);
    const words = new Int32Array(cells.buffer, 0, (this.model.layout.keyLength * this.model.layout.bits) / 32);
    for (let word = 0; word < words.length; word++) words[word] = key[word] as number;
    return cells;
  }

  /** The steps that lead from the beginning to a visit. */
  stepsTo(visit: number): readonly Step[] {
    const steps: Step[] = [];
    for (let here = visit; this.table.parentOf(here) >= 0; here = this.table.parentOf(here)) {
      steps.push(this.stepTo(this.#step, this.table, this.table, here));
    }
    return steps.reverse();
  }

  /** The step into a visit of `table` out of its parent, which is one of `before`: taken once more. */
  stepTo(step: TimedStep, before: TimedTable, table: TimedTable, visit: number): Step {
    const code = table.codeOf(visit);
    let found: Step | undefined;
    step.load(before, table.parentOf(visit));
    step.take(code, () => {
      if (isFault(code)) spend(this.options.bounds, code, step.used);
      if (found === undefined && table.holds(visit, step.key, step.next)) found = takenBy(step, code);
    });
    if (found === undefined) throw new Error("Bug in lkcluster: a step that was taken cannot be taken again");
    return found;
  }

  /** Judges the next visit of this level and lists the steps out of it; the second time the faults. */
  #openNext(): void {
    this.#lookAtLimits();
    const visit = this.#level[this.#position++] as number;
    // Whatever covers it is looked at in its place.
    if (this.done || this.table.isCovered(visit)) return;
    const step = this.#step;
    step.load(this.table, visit);
    this.#current = visit;
    this.#todo.length = 0;
    this.#todoAt = 0;
    const split = splitResource(this.model, step.from);
    this.#wasSplit = split >= 0;
    if (!this.#closing) {
      if (step.isHandling) return;
      listFaultsWithin(
        this.model,
        step.from,
        this.options.bounds,
        { depth: this.#depth, spent: step.spent },
        this.#todo,
      );
      return;
    }
    step.listInside(this.#todo);
    this.#judge(visit, step.waiting === 0, split);
    listFreeWithin(this.model, step.from, this.options.bounds, this.#codes);
    for (const code of this.#codes) this.#todo.push(code);
  }

  /** With one bound, whether it is used up is the same for the whole level. */
  #mayBreakMore(): boolean {
    const [only, ...others] = this.options.bounds;
    return others.length > 0 || this.#depth < (only?.faultsMax ?? 0);
  }

  /** Ends the search, or what follows it; what it has found stays. */
  stop(limit: LimitName): void {
    this.limit ??= limit;
    this.done = true;
  }

  #lookAtLimits(): void {
    const { statesMax, bytesMax, until } = this.options;
    this.limit = this.table.size > statesMax ? "statesMax" : this.table.bytes > bytesMax ? "bytesMax" : undefined;
    const isDecided = until === "decided" && this.findings.every((finding) => finding.state >= 0);
    if (this.limit !== undefined || isDecided) this.done = true;
  }

  #takeStep(): void {
    const code = this.#todo[this.#todoAt++] as number;
    const costs = isFault(code) ? 1 : 0;
    this.#step.take(code, () => {
      if (costs === 1) spend(this.options.bounds, code, this.#step.used);
      this.#note(this.#current, code, this.#depth + costs);
    });
    if (this.#step.hasTooManyWays) this.stop("ways");
  }

  /** Takes what was just reached into the table and the queue. */
  #note(parent: number, code: number, depth: number): void {
    const { key, next, used } = this.#step;
    // What was used of the bounds lies in the key.
    if (used.length > 0 && parent < 0) used.fill(0);
    this.#witness(parent, code);
    if (!this.#wasSplit && splitResource(this.model, this.#step.work.cells) >= 0) {
      this.entries.add(key, next, parent, code, depth);
    }
    const visit = this.table.add(key, next, parent, code, depth);
    if (visit < 0) return;
    (depth > this.#depth ? this.#next : this.#level).push(visit);
  }

  /** What a step itself shows: `sometimes` clauses. */
  #witness(parent: number, code: number): void {
    const { cells } = this.#step.work;
    const base = this.model.layout.keyLength;
    const failedOver = at(cells, base + history.failover) !== 0;
    const lost = at(cells, base + history.quorumLost) !== 0;
    if (!failedOver && !lost) return;
    for (const finding of this.findings) {
      if (finding.state >= 0 || finding.property.kind !== "sometimes") continue;
      if (finding.property.what === "failover" ? failedOver : lost) {
        finding.state = parent;
        finding.step = takenBy(this.#step, code);
      }
    }
  }

  #judge(visit: number, settled: boolean, split: number): void {
    const { model } = this;
    const cells = this.#step.from;
    if (settled && !this.noSurvivor) this.noSurvivor = (ableServers(cells) & model.servers) === 0;
    for (const finding of this.findings) {
      if (finding.state < 0 && violates(finding.property, model, cells, { settled, split })) finding.state = visit;
    }
  }
}

export function takenBy({ noticed, unnoticed }: TimedStep, code: number): Step {
  return { code, noticed: [...noticed], unnoticed: [...unnoticed] };
}

/** What counts against a bound: neither what follows by itself, nor that a frozen node goes on. */
export function isFault(code: number): boolean {
  return !isInside(code) && operationOf(code) !== op.thaw;
}
