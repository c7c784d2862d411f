// One complete search: every fault sequence up to the bounds, every order of the nodes' handlers, under one choice
// of readings. States reached with fewer faults come first, among those the ones with fewer steps, so that the first
// counterexample has the fewest faults and then the fewest steps. The caller pumps; this never looks at a clock.
// Every `as number` in this folder reads an array at an index that was just compared with its length or made with it.

import type { FaultKind } from "../language/actions.ts";
import { delayOf, listAgenda } from "../simulate/agenda.ts";
import { apply } from "../simulate/apply.ts";
import { isInside, op, operationOf } from "../simulate/code.ts";
import { type InitialCondition, initialCells } from "../simulate/given.ts";
import { at, type Cells, history, newCells } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import type { Work } from "../simulate/work.ts";
import { type Bound, listFaultsWithin, listFreeWithin, spend } from "./bounds.ts";
import { dropIdle, type IdleRules, idleRules } from "./idle.ts";
import { listNext } from "./ordering.ts";
import { ableServers, type Property, splitResource, violates } from "./property.ts";
import { findSymmetry, normalize, type Symmetry } from "./symmetry.ts";
import { StateTable } from "./table.ts";

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
export type LimitName = "statesMax" | "bytesMax" | "statesOfAllMax" | "stopped";

export interface Finding {
  readonly property: Property;
  /** The state that decided it: violates a `never` or `always`, witnesses a `sometimes`. */
  state: number;
  /** For `sometimes`: the step out of that state which showed it. */
  code: number;
}

/** An inside event and the longest that it can still take. */
export interface Waiting {
  readonly code: number;
  readonly ms: number;
}

export class Search {
  readonly model: Model;
  readonly options: SearchOptions;
  readonly table: StateTable;
  readonly findings: readonly Finding[];
  transitions = 0;
  /** States in which something comes in service on a second node. */
  readonly entries = new Set<number>();
  noSurvivor = false;
  limit: LimitName | undefined = undefined;
  done = false;
  readonly #work: Work;
  readonly #key: Int32Array;
  readonly #base: Cells;
  readonly #baseKey: Int32Array;
  /** The same two states word by word, to copy them quickly. */
  readonly #baseWords: Int32Array;
  readonly #workWords: Int32Array;
  readonly #cellWords: Int32Array;
  readonly #used: Uint8Array;
  readonly #spent: Uint8Array;
  readonly idle: IdleRules;
  readonly symmetry: Symmetry;
  readonly #agenda: number[] = [];
  readonly #codes: number[] = [];
  /** The state being looked at, and the steps out of it that are still to be taken. */
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
    const { layout } = model;
    // With several bounds what was used of each belongs to the key; with one, the order of the search covers it.
    const extra = options.bounds.length > 1 ? Math.ceil(options.bounds.length / 4) : 0;
    const words = (layout.keyLength * layout.bits) / 32;
    const bytes = Math.ceil((layout.length * layout.bits) / 32) * 4;
    const buffer = new ArrayBuffer(bytes + extra * 4);
    const base = new ArrayBuffer(bytes + extra * 4);
    this.table = new StateTable(words + extra);
    this.#work = { model, cells: newCells(layout, buffer, 0), timeMs: 0, recoveries: [], tracer: undefined };
    this.#base = newCells(layout, base, 0);
    this.#baseKey = new Int32Array(base, 0, words);
    this.#baseWords = new Int32Array(base, 0, bytes / 4);
    this.#workWords = new Int32Array(buffer, 0, bytes / 4);
    this.#key = new Int32Array(words + extra);
    this.#used = new Uint8Array(this.#key.buffer, words * 4, extra * 4);
    this.#spent = new Uint8Array(extra * 4);
    this.#cellWords = new Int32Array(buffer, 0, words);
    this.findings = options.properties.map((property) => ({ property, state: -1, code: -1 }));
    const tries = (kind: FaultKind): boolean => options.bounds.some(({ kinds }) => kinds.includes(kind));
    this.idle = idleRules(model, options.reduction === "partial-order", {
      stops: tries("stop") || tries("reboot"),
      resourceFailures: tries("resource"),
    });
    this.symmetry = findSymmetry(model, options.merging === "symmetry");
    this.#work.cells.set(initialCells(model, options.given));
    this.#note(-1, -1, 0, true);
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

  /** The cells of a known state, with an empty history. */
  cellsOf(state: number): Cells {
    const cells = newCells(this.model.layout);
    const words = new Int32Array(cells.buffer, 0, this.#baseKey.length);
    this.table.read(state, this.#key);
    for (let word = 0; word < words.length; word++) words[word] = this.#key[word] as number;
    return cells;
  }

  /** Whether something is in service on two nodes in a known state. */
  isSplit(state: number): boolean {
    this.#load(state);
    return splitResource(this.model, this.#base) >= 0;
  }

  /** Steps out of a known state to known ones: by itself, and by faults while the bounds allow any. */
  nextOf(state: number): readonly { readonly code: number; readonly to: number }[] {
    this.#load(state);
    const inside = [...this.#insideSteps()];
    const codes = [...inside, ...this.#freeSteps(), ...this.#faults(this.table.depthOf(state))];
    return codes.flatMap((code, position) => {
      this.#load(state);
      this.#apply(code);
      if (position >= inside.length && operationOf(code) !== op.thaw) spend(this.options.bounds, code, this.#used);
      this.#pack();
      const to = this.table.find(this.#key);
      return to < 0 ? [] : [{ code, to }];
    });
  }

  /** As `nextOf`, but only what happens by itself, and each step only when it is asked for. */
  *nextByItself(state: number): Generator<number, void> {
    this.#load(state);
    for (const code of [...this.#insideSteps()]) {
      this.#load(state);
      this.#apply(code);
      this.#pack();
      const to = this.table.find(this.#key);
      if (to >= 0) yield to;
    }
  }

  /** All that waits in a known state, also what cannot come next, and how long it can take. */
  waitsIn(state: number): readonly Waiting[] {
    this.#load(state);
    const moment = { model: this.model, cells: this.#base };
    listAgenda(moment, this.#agenda);
    return this.#agenda.map((code) => ({ code, ms: delayOf(moment, code).max }));
  }

  /** Judges the next state of this level and lists the steps out of it; the second time the faults. */
  #openNext(): void {
    this.#lookAtLimits();
    const state = this.#level[this.#position++] as number;
    // A state that was meanwhile reached with fewer faults has been looked at already.
    if (this.done || this.table.depthOf(state) !== this.#depth) return;
    this.#look(state);
    this.#current = state;
    this.#todo.length = 0;
    this.#todoAt = 0;
    const split = splitResource(this.model, this.#base);
    this.#wasSplit = split >= 0;
    if (!this.#closing) {
      for (const code of this.#faults(this.#depth)) this.#todo.push(code);
      return;
    }
    const inside = this.#insideSteps();
    this.#judge(state, inside.length === 0, split);
    for (const code of inside) this.#todo.push(code);
    for (const code of this.#freeSteps()) this.#todo.push(code);
  }

  /** With one bound, whether it is used up is the same for the whole level. */
  #mayBreakMore(): boolean {
    const [only, ...others] = this.options.bounds;
    return others.length > 0 || this.#depth < (only?.faultsMax ?? 0);
  }

  /** Ends the search, or what follows it; what it has found stays. */
  stop(): void {
    this.limit ??= "stopped";
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
    this.#copyBase();
    this.#apply(code);
    const costs = isInside(code) || operationOf(code) === op.thaw ? 0 : 1;
    if (this.#used.length > 0) {
      this.#used.set(this.#spent);
      if (costs === 1) spend(this.options.bounds, code, this.#used);
    }
    this.#note(this.#current, code, this.#depth + costs, false);
  }

  #load(state: number): void {
    this.#look(state);
    this.#copyBase();
  }

  /** Into the base alone: each step takes its own copy of it. */
  #look(state: number): void {
    this.table.read(state, this.#key);
    const words = this.#baseKey.length;
    for (let word = 0; word < words; word++) this.#baseKey[word] = this.#key[word] as number;
    if (this.#spent.length > 0) this.#spent.set(this.#used);
  }

  /** The history after the key is empty in the base, and with this in the work again. */
  #copyBase(): void {
    const from = this.#baseWords;
    const to = this.#workWords;
    for (let word = 0; word < from.length; word++) to[word] = from[word] as number;
  }

  #apply(code: number): void {
    apply(this.#work, code);
    dropIdle(this.idle, this.#work.cells);
    normalize(this.symmetry, this.#work.cells);
    this.transitions++;
  }

  #pack(): void {
    const words = this.#cellWords;
    for (let word = 0; word < words.length; word++) this.#key[word] = words[word] as number;
  }

  /** Takes the state just made into the table and the queue. */
  #note(parent: number, code: number, depth: number, first: boolean): void {
    if (first) {
      dropIdle(this.idle, this.#work.cells);
      normalize(this.symmetry, this.#work.cells);
    }
    this.#pack();
    const number = this.table.add(this.#key, parent, code, depth);
    this.#witness(parent, code);
    if (!this.#wasSplit && splitResource(this.model, this.#work.cells) >= 0) {
      this.entries.add(number < 0 ? ~number : number);
    }
    if (number < 0) {
      (depth > this.#depth ? this.#next : this.#level).push(~number);
      return;
    }
    if (this.table.depthOf(number) > depth) {
      this.table.reparent(number, parent, code, depth);
      this.#level.push(number);
    }
  }

  /** What a step itself shows: `sometimes` clauses. */
  #witness(parent: number, code: number): void {
    const { cells } = this.#work;
    const base = this.model.layout.keyLength;
    const failedOver = at(cells, base + history.failover) !== 0;
    const lost = at(cells, base + history.quorumLost) !== 0;
    if (!failedOver && !lost) return;
    for (const finding of this.findings) {
      if (finding.state >= 0 || finding.property.kind !== "sometimes") continue;
      if (finding.property.what === "failover" ? failedOver : lost) {
        finding.state = parent;
        finding.code = code;
      }
    }
  }

  #judge(state: number, settled: boolean, split: number): void {
    const { model } = this;
    const cells = this.#base;
    if (settled && !this.noSurvivor) this.noSurvivor = (ableServers(cells) & model.servers) === 0;
    for (const finding of this.findings) {
      if (finding.state < 0 && violates(finding.property, model, cells, { settled, split })) finding.state = state;
    }
  }

  #insideSteps(): readonly number[] {
    listNext({ model: this.model, cells: this.#base }, this.#agenda);
    return this.#agenda;
  }

  #freeSteps(): readonly number[] {
    listFreeWithin(this.model, this.#base, this.options.bounds, this.#codes);
    return this.#codes;
  }

  #faults(depth: number): readonly number[] {
    listFaultsWithin(this.model, this.#base, this.options.bounds, { depth, spent: this.#spent }, this.#codes);
    return this.#codes;
  }
}
