// One step of a timed search: from a state and the times that are left there to the next state and the times left then.
// Whatever still waits keeps its time, whatever is new begins, as in a run (simulate/step.ts). Where the step depends on
// quiet notices (quiet.ts) it leads to one state for each way in which they can have happened by then.

import { delayOf, listAgenda } from "../simulate/agenda.ts";
import { apply } from "../simulate/apply.ts";
import { choiceOf, indexOf, op, operationOf } from "../simulate/code.ts";
import { type Cells, clearBit, hasBit, newCells } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import type { Work } from "../simulate/work.ts";
import { dropIdle, type IdleRules } from "./idle.ts";
import { bearsOn, dependsOn, isAnswered, splitAgenda } from "./quiet.ts";
import { codeAfter } from "./rename.ts";
import { type Names, normalize, type Symmetry } from "./symmetry.ts";
import type { StateTable } from "./table.ts";
import type { TimedTable } from "./timedTable.ts";
import { canBeFirst, firstOf, follow, forgetPast, limit, longestMs, shrink, unbounded, Zone } from "./zone.ts";

export interface StepRules {
  readonly model: Model;
  readonly idle: IdleRules;
  readonly symmetry: Symmetry;
  /** Cells for what a search counts besides the state, as bytes. */
  readonly extraBytes: number;
  /** Moments of the past that the zones keep, after the times that are left. */
  readonly marks: number;
}

/** What is known of a quiet notice when the next thing happens. */
const open = 0;
const noticed = 1;
const notYet = 2;

/** Each quiet notice can double the ways in which a step goes; with more than these the search is not complete. */
const waysMax = 4096;

export class TimedStep {
  /** The state a step begins with, and what waits in it: first what is waited for, then the quiet notices. */
  readonly from: Cells;
  readonly agenda: number[] = [];
  /** How much of the agenda is waited for. */
  waiting = 0;
  readonly zone = new Zone();
  readonly spent: Uint8Array;
  /** Where a step leads. */
  readonly work: Work;
  readonly key: Int32Array;
  readonly next = new Zone();
  readonly nextAgenda: number[] = [];
  readonly used: Uint8Array;
  /** The quiet notices that the step just taken depends on: those that happened before it, and those that did not. */
  readonly noticed: number[] = [];
  readonly unnoticed: number[] = [];
  transitions = 0;
  /** A step had more ways than were followed. */
  hasTooManyWays = false;
  readonly #rules: StepRules;
  readonly #fromKey: Int32Array;
  readonly #fromWords: Int32Array;
  readonly #workWords: Int32Array;
  readonly #renaming: Names | undefined;
  readonly #due: number[] = [];
  #nextWaiting = 0;
  /** Of the step being taken. */
  #ways = 0;
  /** Of the step just taken. */
  #event = 0;
  #before: readonly number[] = [];
  #first = new Int32Array(16);
  #kept = new Int32Array(16);
  #least = new Int32Array(16);
  #most = new Int32Array(16);
  /** By place in the agenda. */
  #decided = new Uint8Array(16);

  constructor(rules: StepRules) {
    this.#rules = rules;
    const { layout } = rules.model;
    const words = (layout.keyLength * layout.bits) / 32;
    const extraWords = Math.ceil(rules.extraBytes / 4);
    const bytes = Math.ceil((layout.length * layout.bits) / 32) * 4;
    const from = new ArrayBuffer(bytes);
    const to = new ArrayBuffer(bytes);
    this.from = newCells(layout, from, 0);
    this.work = { model: rules.model, cells: newCells(layout, to, 0), timeMs: 0, recoveries: [], tracer: undefined };
    this.#fromWords = new Int32Array(from);
    this.#workWords = new Int32Array(to);
    this.key = new Int32Array(words + extraWords);
    this.#fromKey = new Int32Array(words + extraWords);
    this.used = new Uint8Array(this.key.buffer, words * 4, extraWords * 4);
    this.spent = new Uint8Array(this.#fromKey.buffer, words * 4, extraWords * 4);
    const renames = rules.symmetry.nodeClasses.length > 0;
    this.#renaming = renames ? { nodes: [], hosts: [] } : undefined;
  }

  /** The first state of all, with everything that waits in it beginning now. */
  begin(cells: Cells): void {
    this.work.cells.set(cells);
    this.used.fill(0);
    this.#finish();
    this.#nextWaiting = this.#list(this.work.cells, this.nextAgenda);
    this.agenda.length = 0;
    this.waiting = 0;
    this.zone.begin(0);
    this.#timeNext(0, this.agenda, true);
  }

  load(table: TimedTable, visit: number): void {
    const { marks } = this.#rules;
    this.loadState(table.states, table.stateOf(visit));
    table.readZone(visit, this.agenda.length + marks, this.zone);
    this.#room(this.zone.size);
    firstOf(this.zone, this.zone.size - this.waiting, this.#first);
  }

  /** Without its times: then only `takeUntimed` may follow. */
  loadState(states: StateTable, state: number): void {
    states.read(state, this.#fromKey);
    const words = this.key.length - this.used.length / 4;
    for (let word = 0; word < words; word++) this.#fromWords[word] = this.#fromKey[word] as number;
    this.waiting = this.#list(this.from, this.agenda);
  }

  /** What can come next by itself in the loaded state. */
  listInside(out: number[]): void {
    out.length = 0;
    const { idle } = this.#rules;
    const due = this.#listDue();
    for (let place = 0; place < this.waiting; place++) {
      const code = this.agenda[place] as number;
      if (!canBeFirst(this.zone, this.zone.size - this.waiting, place + 1)) continue;
      if (due.length === 0 || !idle.enabled || operationOf(code) !== op.commDown || bearsOn(idle, this.from, due, code))
        out.push(code);
    }
  }

  /** Nodes are handling what they have noticed; that takes no time, and no fault falls into it. */
  get isHandling(): boolean {
    return this.#listDue().length > 0;
  }

  /** The handlers that run at this very moment. */
  #listDue(): readonly number[] {
    const due = this.#due;
    due.length = 0;
    for (let place = 0; place < this.waiting; place++) {
      const code = this.agenda[place] as number;
      if (operationOf(code) === op.handleCommDown && this.zone.at(place + 1, 0) === 0) due.push(code);
    }
    return due;
  }

  /**
   * Takes a step out of the loaded state, and says so for each state that it can lead to. What was used of the bounds
   * stays as it was.
   */
  take(code: number, reached: () => void): void {
    const event = this.agenda.indexOf(code) + 1;
    this.#ways = 0;
    this.#decided.fill(open);
    for (let place = this.waiting; place < this.agenda.length; place++) {
      if (!this.#mayWait(place, event)) this.#decided[place] = noticed;
    }
    this.#ask(code, event, this.waiting, reached);
  }

  /** Within `reached`: once more, with the marks made now. */
  beginMarks(): void {
    this.#timeNext(this.#event, this.#before, true);
  }

  /** As if nothing were known of any times. */
  takeUntimed(code: number): void {
    this.#decided.fill(open);
    this.#apply(code);
  }

  /** The longest that the mark can lie back after the step just taken. */
  markAfter(): number {
    return this.next.at(0, this.next.size);
  }

  /** The shortest. */
  markAtLeast(): number {
    return 0 - this.next.at(this.next.size, 0);
  }

  /** Decides in turn what the event depends on. */
  #ask(code: number, event: number, from: number, reached: () => void): void {
    for (let place = from; place < this.agenda.length; place++) {
      const notice = this.agenda[place] as number;
      const peer = choiceOf(notice);
      if (this.#decided[place] !== open || !dependsOn(this.#rules.idle, this.from, code, indexOf(notice), peer))
        continue;
      if (isAnswered(this.#rules.model, this.from, code, peer, this.#undecidedAbout(peer))) continue;
      this.#either(place, event, () => this.#ask(code, event, place + 1, reached));
      return;
    }
    this.#arrive(code, event, reached);
  }

  /** Nodes that may have noticed the loss of this peer by now. */
  #undecidedAbout(peer: number): number {
    let nodes = 0;
    for (let place = this.waiting; place < this.agenda.length; place++) {
      const notice = this.agenda[place] as number;
      if (choiceOf(notice) === peer && this.#decided[place] !== notYet) nodes |= 1 << indexOf(notice);
    }
    return nodes;
  }

  /** Takes the step, and once more for whatever can no longer stay open after it. */
  #arrive(code: number, event: number, reached: () => void): void {
    this.#apply(code);
    this.#nextWaiting = this.#list(this.work.cells, this.nextAgenda);
    const before = this.#renaming === undefined ? this.agenda : this.#beforeAs(this.#renaming);
    if (this.#waysOf(event, before) > waysMax) {
      this.hasTooManyWays = true;
      return;
    }
    for (let place = this.waiting; place < this.agenda.length; place++) {
      if (this.#decided[place] !== open || this.#staysOpen(before[place] as number)) continue;
      this.#either(place, event, () => this.#arrive(code, event, reached));
      return;
    }
    this.#event = event;
    this.#before = before;
    if (!this.#timeNext(event, before, false)) return;
    this.noticed.length = 0;
    this.unnoticed.length = 0;
    for (let place = this.waiting; place < this.agenda.length; place++) {
      if (this.#decided[place] === noticed) this.noticed.push(this.agenda[place] as number);
      else if (this.#decided[place] === notYet) this.unnoticed.push(this.agenda[place] as number);
    }
    reached();
  }

  /** At most so many, for what can no longer stay open. */
  #waysOf(event: number, before: readonly number[]): number {
    let ways = 1;
    for (let place = this.waiting; place < this.agenda.length; place++) {
      if (this.#decided[place] !== open || this.#staysOpen(before[place] as number)) continue;
      if ((this.#first[place + 1] as number) >= 0 && this.#mayWait(place, event)) ways *= 2;
    }
    return ways;
  }

  /** Both ways that are possible at the moment of the event. */
  #either(place: number, event: number, then: () => void): void {
    if (++this.#ways > waysMax) {
      this.hasTooManyWays = true;
      return;
    }
    if ((this.#first[place + 1] as number) >= 0) {
      this.#decided[place] = noticed;
      then();
    }
    if (this.#mayWait(place, event)) {
      this.#decided[place] = notYet;
      then();
    }
    this.#decided[place] = open;
  }

  #mayWait(place: number, event: number): boolean {
    return this.zone.at(place + 1, event) >= 0;
  }

  /** It is quiet still, or its node believes nothing any more. */
  #staysOpen(notice: number): boolean {
    const place = this.nextAgenda.indexOf(notice);
    if (place >= 0) return place >= this.#nextWaiting;
    const { sees } = this.#rules.model.layout;
    return !hasBit(this.work.cells, sees + indexOf(notice), choiceOf(notice));
  }

  #apply(code: number): void {
    const to = this.#workWords;
    // The history after the key is empty in `from`, and with this in the work again.
    for (let word = 0; word < to.length; word++) to[word] = this.#fromWords[word] as number;
    this.used.set(this.spent);
    for (let place = this.waiting; place < this.agenda.length; place++) {
      if (this.#decided[place] !== noticed) continue;
      const notice = this.agenda[place] as number;
      clearBit(this.work.cells, this.#rules.model.layout.sees + indexOf(notice), choiceOf(notice));
    }
    apply(this.work, code);
    this.#finish();
    this.transitions++;
  }

  #list(cells: Cells, agenda: number[]): number {
    listAgenda({ model: this.#rules.model, cells }, agenda);
    return splitAgenda(this.#rules.idle, cells, agenda);
  }

  #finish(): void {
    const { idle, symmetry } = this.#rules;
    const { cells } = this.work;
    dropIdle(idle, cells);
    const names = this.#renaming;
    if (names !== undefined) {
      names.nodes.length = 0;
      for (let node = 0; node < this.#rules.model.nodes.length; node++) names.nodes.push(node);
    }
    normalize(symmetry, cells, names);
    const words = this.key.length - this.used.length / 4;
    for (let word = 0; word < words; word++) this.key[word] = this.#workWords[word] as number;
  }

  /** `before`: what waited, under the names that hold now. `begins`: marks are made now. False: no schedule does this. */
  #timeNext(event: number, before: readonly number[], begins: boolean): boolean {
    const { model, marks } = this.#rules;
    const { zone, next } = this;
    const moment = { model, cells: this.work.cells };
    const waits = this.nextAgenda.length;
    this.#room(waits + marks + before.length);
    const done = event - 1;
    for (let place = 0; place < waits; place++) {
      const code = this.nextAgenda[place] as number;
      const known = before.indexOf(code);
      if (known >= 0 && known !== done && this.#decided[known] !== noticed) {
        this.#kept[place] = known + 1;
        continue;
      }
      const { min, max } = delayOf(moment, code);
      this.#kept[place] = 0;
      this.#least[place] = Math.min(min, longestMs);
      this.#most[place] = Number.isFinite(max) ? Math.min(max, longestMs) : unbounded;
    }
    const size = waits + marks;
    for (let mark = 0; mark < marks; mark++) {
      this.#kept[waits + mark] = begins ? 0 : zone.size - marks + mark + 1;
      this.#least[waits + mark] = 0;
      this.#most[waits + mark] = 0;
    }
    let withDecided = size;
    for (let place = this.waiting; place < before.length; place++) {
      if (this.#decided[place] !== open) this.#kept[withDecided++] = place + 1;
    }
    next.begin(withDecided);
    follow(zone, event, this.#first, this.#kept, this.#least, this.#most, next);
    for (let row = size; row < withDecided; row++) {
      const isNoticed = this.#decided[(this.#kept[row] as number) - 1] === noticed;
      if (!(isNoticed ? limit(next, row + 1, 0, 0) : limit(next, 0, row + 1, 0))) return false;
    }
    shrink(next, size);
    forgetPast(next, this.#nextWaiting, waits);
    return true;
  }

  /** What waited, under the names that hold now. */
  #beforeAs(names: Names): readonly number[] {
    const { model } = this.#rules;
    let same = true;
    for (let node = 0; same && node < names.nodes.length; node++) same = names.nodes[node] === node;
    if (same) return this.agenda;
    return this.agenda.map((code) => codeAfter(model, code, names));
  }

  #room(size: number): void {
    if (this.#first.length > size) return;
    const room = Math.max(size + 1, this.#first.length * 2);
    const first = new Int32Array(room);
    first.set(this.#first);
    this.#first = first;
    const decided = new Uint8Array(room);
    decided.set(this.#decided);
    this.#decided = decided;
    this.#kept = new Int32Array(room);
    this.#least = new Int32Array(room);
    this.#most = new Int32Array(room);
  }
}
