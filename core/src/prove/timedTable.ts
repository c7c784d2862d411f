// The states that a search has reached, each with the zones in which it was reached. A zone that lies within a known one
// of the same state says nothing new. Zones repeat from state to state, so that each is kept once.

import { StateTable } from "./table.ts";
import { WordTable } from "./wordTable.ts";
import type { Zone } from "./zone.ts";

const firstVisits = 128;

/** A state in a zone, by number: a visit. */
export class TimedTable {
  readonly states: StateTable;
  #size = 0;
  #state = new Int32Array(firstVisits);
  #zone = new Int32Array(firstVisits);
  #parent = new Int32Array(firstVisits);
  #code = new Int32Array(firstVisits);
  /** The visit of the same state before this one; -1: none. */
  #before = new Int32Array(firstVisits);
  #depth = new Uint16Array(firstVisits);
  /** A later visit holds all of this one, and it need not be looked at. */
  #covered = new Uint8Array(firstVisits);
  /** By state, the latest visit of it that no other covers. */
  #latest = new Int32Array(firstVisits).fill(-1);
  readonly #zones: (WordTable | undefined)[] = [];
  #row = new Int32Array(8);

  constructor(words: number) {
    this.states = new StateTable(words);
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes held. */
  get bytes(): number {
    const zones = this.#zones.reduce((sum, table) => sum + (table?.bytes ?? 0), 0);
    return this.states.bytes + this.#size * 23 + zones;
  }

  /** The number of the visit; -1 when nothing new is in it. A visit with more faults never covers one with fewer. */
  add(state: Int32Array, zone: Zone, parent: number, code: number, depth: number): number {
    const found = this.states.add(state);
    const number = found < 0 ? ~found : found;
    const zoneNumber = this.#pack(zone);
    if (number >= this.#latest.length) this.#latest = grown(this.#latest, number + 1);
    if (found >= 0 && this.#isKnown(number, zone.size, zoneNumber, depth)) return -1;
    const visit = this.#size++;
    if (visit >= this.#state.length) this.#grow();
    this.#state[visit] = number;
    this.#zone[visit] = zoneNumber;
    this.#parent[visit] = parent;
    this.#code[visit] = code;
    this.#depth[visit] = depth;
    this.#before[visit] = this.#latest[number] as number;
    this.#latest[number] = visit;
    return visit;
  }

  stateOf(visit: number): number {
    return this.#state[visit] as number;
  }

  parentOf(visit: number): number {
    return this.#parent[visit] as number;
  }

  codeOf(visit: number): number {
    return this.#code[visit] as number;
  }

  depthOf(visit: number): number {
    return this.#depth[visit] as number;
  }

  isCovered(visit: number): boolean {
    return this.#covered[visit] === 1;
  }

  readState(visit: number, into: Int32Array): void {
    this.states.read(this.#state[visit] as number, into);
  }

  /** Whether the visit is of just this state and zone. */
  holds(visit: number, state: Int32Array, zone: Zone): boolean {
    return this.states.find(state) === this.#state[visit] && this.#find(zone) === this.#zone[visit];
  }

  /** `size`: how many times the zone has; that is known from the state. */
  readZone(visit: number, size: number, into: Zone): void {
    into.begin(size);
    const width = size + 1;
    const words = width * width;
    const { values } = into;
    if (size === 0) {
      values[0] = 0;
      return;
    }
    this.#room(words);
    const row = this.#row;
    this.#zones[size]?.read(this.#zone[visit] as number, row);
    for (let word = 0; word < words; word++) values[word] = row[word] as number;
  }

  /** Covers what lies within the new one, and says whether the new one lies within a known one. */
  #isKnown(state: number, size: number, zone: number, depth: number): boolean {
    let after = -1;
    for (let visit = this.#latest[state] as number; visit >= 0; visit = this.#before[visit] as number) {
      const known = this.#zone[visit] as number;
      const fewer = (this.#depth[visit] as number) <= depth;
      if (known === zone) {
        if (fewer) return true;
      } else if (fewer && this.#isWithin(size, zone, known)) return true;
      if (depth <= (this.#depth[visit] as number) && this.#isWithin(size, known, zone)) {
        this.#covered[visit] = 1;
        const next = this.#before[visit] as number;
        if (after < 0) this.#latest[state] = next;
        else this.#before[after] = next;
      } else after = visit;
    }
    return false;
  }

  #isWithin(size: number, inner: number, outer: number): boolean {
    const table = this.#zones[size];
    return size === 0 || (table?.isWithin(inner, outer) ?? false);
  }

  #pack(zone: Zone): number {
    const { size, values } = zone;
    if (size === 0) return 0;
    const words = (size + 1) * (size + 1);
    let table = this.#zones[size];
    if (table === undefined) {
      table = new WordTable(words);
      this.#zones[size] = table;
    }
    const found = table.add(values);
    return found < 0 ? ~found : found;
  }

  #find({ size, values }: Zone): number {
    return size === 0 ? 0 : (this.#zones[size]?.find(values) ?? -1);
  }

  #room(words: number): void {
    if (this.#row.length >= words) return;
    this.#row = new Int32Array(words);
  }

  #grow(): void {
    const size = this.#state.length * 2;
    this.#state = grown(this.#state, size);
    this.#zone = grown(this.#zone, size);
    this.#parent = grown(this.#parent, size);
    this.#code = grown(this.#code, size);
    this.#before = grown(this.#before, size);
    const depth = new Uint16Array(size);
    depth.set(this.#depth);
    this.#depth = depth;
    const covered = new Uint8Array(size);
    covered.set(this.#covered);
    this.#covered = covered;
  }
}

function grown(old: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(Math.max(least, old.length * 2)).fill(-1);
  fresh.set(old);
  return fresh;
}
