// Rows of 32-bit words, each kept once and numbered from 0. Whole rows are the keys: a hash only says where to look.
// Rows lie in pages one behind the other, so that a million of them are never copied. Only the first page begins small
// and grows: most proofs have a few hundred states.

/** About a megabyte a page, whatever the size of a row. */
const pageWords = 1 << 18;

/** Rows for which there is room at the beginning. */
const firstRows = 128;

export class WordTable {
  /** 32-bit words of one row. */
  readonly words: number;
  #size = 0;
  #bytes = 0;
  readonly #pages: Int32Array[] = [];
  #slots = new Int32Array(4 * firstRows);
  #mask = 4 * firstRows - 1;
  /** Only to look quickly: what is equal is decided by the rows. */
  #hash = new Int32Array(firstRows);
  /** How many rows a page holds, as a power of two. */
  readonly #pageBits: number;
  readonly #pageMask: number;

  constructor(words: number) {
    this.words = words;
    this.#pageBits = Math.max(2, 31 - Math.clz32(Math.floor(pageWords / words) | 1));
    this.#pageMask = (1 << this.#pageBits) - 1;
    this.#weigh();
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The number of the row that begins at `from`; negative (`~number`) when it was not known before and is now. */
  add(row: Int32Array, from = 0): number {
    const { words } = this;
    const digest = hash(row, from, words);
    let slot = digest & this.#mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) break;
      if (this.#hash[entry - 1] === digest && this.#equals(entry - 1, row, from)) return entry - 1;
      slot = (slot + 1) & this.#mask;
    }
    const number = this.#size++;
    if (number >= this.#hash.length) this.#growHashes();
    const page = this.#pageOf(number);
    const start = (number & this.#pageMask) * words;
    for (let word = 0; word < words; word++) page[start + word] = row[from + word] as number;
    this.#slots[slot] = number + 1;
    this.#hash[number] = digest;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return ~number;
  }

  /** -1 when it is not known. */
  find(row: Int32Array, from = 0): number {
    const digest = hash(row, from, this.words);
    let slot = digest & this.#mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) return -1;
      if (this.#hash[entry - 1] === digest && this.#equals(entry - 1, row, from)) return entry - 1;
      slot = (slot + 1) & this.#mask;
    }
  }

  read(number: number, into: Int32Array, at = 0): void {
    const page = this.#pages[number >> this.#pageBits] as Int32Array;
    const start = (number & this.#pageMask) * this.words;
    for (let word = 0; word < this.words; word++) into[at + word] = page[start + word] as number;
  }

  /** No word of the first row is greater than that of the second. */
  isWithin(first: number, second: number): boolean {
    const [a, b] = [
      this.#pages[first >> this.#pageBits] as Int32Array,
      this.#pages[second >> this.#pageBits] as Int32Array,
    ];
    const [from, to] = [(first & this.#pageMask) * this.words, (second & this.#pageMask) * this.words];
    for (let word = 0; word < this.words; word++) {
      if ((a[from + word] as number) > (b[to + word] as number)) return false;
    }
    return true;
  }

  #equals(number: number, row: Int32Array, from: number): boolean {
    const page = this.#pages[number >> this.#pageBits] as Int32Array;
    const start = (number & this.#pageMask) * this.words;
    for (let word = 0; word < this.words; word++) {
      if (page[start + word] !== row[from + word]) return false;
    }
    return true;
  }

  #pageOf(number: number): Int32Array {
    const index = number >> this.#pageBits;
    const page = this.#pages[index];
    const whole = (this.#pageMask + 1) * this.words;
    if (page === undefined) {
      const fresh = new Int32Array(index > 0 ? whole : Math.min(firstRows * this.words, whole));
      this.#pages.push(fresh);
      this.#weigh();
      return fresh;
    }
    if (index > 0 || number * this.words < page.length) return page;
    const grown = new Int32Array(Math.min(page.length * 2, whole));
    grown.set(page);
    this.#pages[0] = grown;
    this.#weigh();
    return grown;
  }

  #growHashes(): void {
    const grown = new Int32Array(this.#hash.length * 2);
    grown.set(this.#hash);
    this.#hash = grown;
    this.#weigh();
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = (this.#hash[number] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
    this.#mask = mask;
    this.#weigh();
  }

  #weigh(): void {
    const pages = this.#pages.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.#bytes = pages + this.#slots.byteLength + this.#hash.byteLength;
  }
}

function hash(row: Int32Array, from: number, words: number): number {
  let value = 0x9e3779b9;
  for (let word = 0; word < words; word++) {
    value = Math.imul(value ^ (row[from + word] as number), 0x85ebca6b);
    value ^= value >>> 15;
  }
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}
