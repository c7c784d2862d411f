// The states an exploration has seen. States of many nodes are kept in parts: between
// two states most of them are the same, so that each part is kept once and a state is the list of its parts' numbers.

import { WordTable } from "./wordTable.ts";

/** States longer than this, in words, are kept in parts. */
const wholeWords = 32;

/** Short parts repeat more often, long ones need fewer numbers: about the root of the length is best. */
const longWords = 128;

export class StateTable {
  /** 32-bit words of one state. */
  readonly words: number;
  readonly #partWords: number;
  readonly #rows: WordTable;
  readonly #parts: WordTable | undefined;
  /** A state, filled up to whole parts, and its parts' numbers. */
  readonly #padded: Int32Array;
  readonly #numbers: Int32Array;
  constructor(words: number) {
    this.words = words;
    this.#partWords = words > longWords ? 16 : 8;
    const count = words > wholeWords ? Math.ceil(words / this.#partWords) : 0;
    this.#parts = count > 0 ? new WordTable(this.#partWords) : undefined;
    this.#padded = new Int32Array(count * this.#partWords);
    this.#numbers = new Int32Array(count);
    this.#rows = new WordTable(count > 0 ? count : words);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#rows.bytes + (this.#parts?.bytes ?? 0);
  }

  /** The number of this state; negative (`~number`) when it was not known before and is now. */
  add(state: Int32Array): number {
    return this.#parts === undefined ? this.#rows.add(state) : this.#rows.add(this.#split(state, this.#parts));
  }

  /** -1 when it is not known. */
  find(state: Int32Array): number {
    if (this.#parts === undefined) return this.#rows.find(state);
    this.#padded.set(state);
    for (let part = 0; part < this.#numbers.length; part++) {
      const number = this.#parts.find(this.#padded, part * this.#partWords);
      if (number < 0) return -1;
      this.#numbers[part] = number;
    }
    return this.#rows.find(this.#numbers);
  }

  read(number: number, into: Int32Array): void {
    if (this.#parts === undefined) {
      this.#rows.read(number, into);
      return;
    }
    this.#rows.read(number, this.#numbers);
    for (let part = 0; part < this.#numbers.length; part++) {
      this.#parts.read(this.#numbers[part] as number, this.#padded, part * this.#partWords);
    }
    for (let word = 0; word < this.words; word++) into[word] = this.#padded[word] as number;
  }

  #split(state: Int32Array, parts: WordTable): Int32Array {
    this.#padded.set(state);
    for (let part = 0; part < this.#numbers.length; part++) {
      const number = parts.add(this.#padded, part * this.#partWords);
      this.#numbers[part] = number < 0 ? ~number : number;
    }
    return this.#numbers;
  }
}
