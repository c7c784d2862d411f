// One step of a timed search: from a state and the times that are left there to the next state and the times left then.
// Whatever still waits keeps its time, whatever is new begins, as in a run (simulate/step.ts).

import { delayOf, listAgenda } from "../simulate/agenda.ts";
import { apply } from "../simulate/apply.ts";
import { type Cells, newCells } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import type { Work } from "../simulate/work.ts";
import { dropIdle, type IdleRules } from "./idle.ts";
import { codeAfter } from "./rename.ts";
import { type Names, normalize, type Symmetry } from "./symmetry.ts";
import type { StateTable } from "./table.ts";
import type { TimedTable } from "./timedTable.ts";
import { canBeFirst, firstOf, follow, longestMs, unbounded, Zone } from "./zone.ts";

export interface StepRules {
  readonly model: Model;
  readonly idle: IdleRules;
  readonly symmetry: Symmetry;
  /** Cells for what a search counts besides the state, as bytes. */
  readonly extraBytes: number;
  /** Moments of the past that the zones keep, after the times that are left. */
  readonly marks: number;
}

export class TimedStep {
  /** The state a step begins with, and what waits in it. */
  readonly from: Cells;
  readonly agenda: number[] = [];
  readonly zone = new Zone();
  readonly spent: Uint8Array;
  /** Where a step leads. */
  readonly work: Work;
  readonly key: Int32Array;
  readonly next = new Zone();
  readonly nextAgenda: number[] = [];
  readonly used: Uint8Array;
  transitions = 0;
  readonly #rules: StepRules;
  readonly #fromKey: Int32Array;
  readonly #fromWords: Int32Array;
  readonly #workWords: Int32Array;
  readonly #renaming: Names | undefined;
  #first = new Int32Array(16);
  #kept = new Int32Array(16);
  #least = new Int32Array(16);
  #most = new Int32Array(16);
  #renamed: number[] = [];

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
    this.agenda.length = 0;
    this.zone.begin(0);
    this.#timeNext(0, undefined, true);
  }

  load(table: TimedTable, visit: number): void {
    const { marks } = this.#rules;
    this.loadState(table.states, table.stateOf(visit));
    table.readZone(visit, this.agenda.length + marks, this.zone);
    this.#room(this.zone.size);
    firstOf(this.zone, marks, this.#first);
  }

  /** Without its times: then only `takeUntimed` may follow. */
  loadState(states: StateTable, state: number): void {
    states.read(state, this.#fromKey);
    const words = this.key.length - this.used.length / 4;
    for (let word = 0; word < words; word++) this.#fromWords[word] = this.#fromKey[word] as number;
    listAgenda({ model: this.#rules.model, cells: this.from }, this.agenda);
  }

  /** What can come next by itself in the loaded state. */
  listInside(out: number[]): void {
    out.length = 0;
    for (let place = 0; place < this.agenda.length; place++) {
      if (canBeFirst(this.zone, this.#rules.marks, place + 1)) out.push(this.agenda[place] as number);
    }
  }

  /** Takes a step out of the loaded state; what was used of the bounds stays as it was. */
  take(code: number): void {
    this.takeUntimed(code);
    this.#timeNext(this.agenda.indexOf(code) + 1, this.#renaming, false);
  }

  takeUntimed(code: number): void {
    const to = this.#workWords;
    // The history after the key is empty in `from`, and with this in the work again.
    for (let word = 0; word < to.length; word++) to[word] = this.#fromWords[word] as number;
    this.used.set(this.spent);
    apply(this.work, code);
    this.#finish();
    this.transitions++;
  }

  /** The longest that the mark can lie back after the step just taken. */
  markAfter(): number {
    return this.next.at(0, this.next.size);
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

  /** `begins`: marks are made now. */
  #timeNext(event: number, names: Names | undefined, begins: boolean): void {
    const { model, marks } = this.#rules;
    const { zone } = this;
    const moment = { model, cells: this.work.cells };
    listAgenda(moment, this.nextAgenda);
    const waiting = this.nextAgenda.length;
    this.#room(waiting + marks);
    const before = names === undefined ? this.agenda : this.#beforeAs(names);
    const done = event - 1;
    for (let place = 0; place < waiting; place++) {
      const code = this.nextAgenda[place] as number;
      const known = before.indexOf(code);
      if (known >= 0 && known !== done) {
        this.#kept[place] = known + 1;
        continue;
      }
      const { min, max } = delayOf(moment, code);
      this.#kept[place] = 0;
      this.#least[place] = Math.min(min, longestMs);
      this.#most[place] = Number.isFinite(max) ? Math.min(max, longestMs) : unbounded;
    }
    for (let mark = 0; mark < marks; mark++) {
      this.#kept[waiting + mark] = begins ? 0 : zone.size - marks + mark + 1;
      this.#least[waiting + mark] = 0;
      this.#most[waiting + mark] = 0;
    }
    this.next.begin(waiting + marks);
    follow(zone, event, this.#first, this.#kept, this.#least, this.#most, this.next);
  }

  /** What waited, under the names that hold now. */
  #beforeAs(names: Names): readonly number[] {
    const { model } = this.#rules;
    let same = true;
    for (let node = 0; same && node < names.nodes.length; node++) same = names.nodes[node] === node;
    if (same) return this.agenda;
    this.#renamed = this.agenda.map((code) => codeAfter(model, code, names));
    return this.#renamed;
  }

  #room(size: number): void {
    if (this.#first.length > size) return;
    const room = Math.max(size + 1, this.#first.length * 2);
    const first = new Int32Array(room);
    first.set(this.#first);
    this.#first = first;
    this.#kept = new Int32Array(room);
    this.#least = new Int32Array(room);
    this.#most = new Int32Array(room);
  }
}
