// The states an exploration has seen. Whole states are the keys: a hash only says where to look.
// States lie in pages one behind the other, so that a million of them are some sixty megabytes and never copied.

/** About a megabyte a page, whatever the size of a state. */
const pageWords = 1 << 18;

export class StateTable {
  /** 32-bit words of one state. */
  readonly words: number;
  #size = 0;
  readonly #pages: Int32Array[] = [];
  #slots: Int32Array;
  #mask: number;
  #parent = new Int32Array(1024);
  #code = new Int32Array(1024);
  #depth = new Uint16Array(1024);
  /** Only to look quickly: what is equal is decided by the states. */
  #hash = new Int32Array(1024);

  /** How many states a page holds, as a power of two. */
  readonly #pageBits: number;
  readonly #pageMask: number;

  constructor(words: number) {
    this.words = words;
    this.#pageBits = Math.max(2, 31 - Math.clz32(Math.floor(pageWords / words) | 1));
    this.#pageMask = (1 << this.#pageBits) - 1;
    this.#slots = new Int32Array(4096);
    this.#mask = 4095;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes held. */
  get bytes(): number {
    const pages = this.#pages.length * (this.#pageMask + 1) * this.words * 4;
    return pages + this.#slots.byteLength + 3 * this.#parent.byteLength + this.#depth.byteLength;
  }

  /** The number of this state; negative (`~number`) when it was not known before and is now. */
  add(state: Int32Array, parent: number, code: number, depth: number): number {
    const { words } = this;
    const digest = hash(state, words);
    let slot = digest & this.#mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) break;
      if (this.#hash[entry - 1] === digest && this.#equals(entry - 1, state)) return entry - 1;
      slot = (slot + 1) & this.#mask;
    }
    const number = this.#size++;
    if (number >= this.#parent.length) this.#growRecords();
    const page = this.#pageOf(number);
    const start = (number & this.#pageMask) * words;
    for (let word = 0; word < words; word++) page[start + word] = state[word] as number;
    this.#slots[slot] = number + 1;
    this.#parent[number] = parent;
    this.#code[number] = code;
    this.#depth[number] = depth;
    this.#hash[number] = digest;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return ~number;
  }

  find(state: Int32Array): number {
    const digest = hash(state, this.words);
    let slot = digest & this.#mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) return -1;
      if (this.#hash[entry - 1] === digest && this.#equals(entry - 1, state)) return entry - 1;
      slot = (slot + 1) & this.#mask;
    }
  }

  read(number: number, into: Int32Array): void {
    const page = this.#pages[number >> this.#pageBits] as Int32Array;
    const start = (number & this.#pageMask) * this.words;
    for (let word = 0; word < this.words; word++) into[word] = page[start + word] as number;
  }

  parentOf(number: number): number {
    return this.#parent[number] as number;
  }

  codeOf(number: number): number {
    return this.#code[number] as number;
  }

  depthOf(number: number): number {
    return this.#depth[number] as number;
  }

  /** A shorter way was found. */
  reparent(number: number, parent: number, code: number, depth: number): void {
    this.#parent[number] = parent;
    this.#code[number] = code;
    this.#depth[number] = depth;
  }

  #equals(number: number, state: Int32Array): boolean {
    const page = this.#pages[number >> this.#pageBits] as Int32Array;
    const start = (number & this.#pageMask) * this.words;
    for (let word = 0; word < this.words; word++) {
      if (page[start + word] !== state[word]) return false;
    }
    return true;
  }

  #pageOf(number: number): Int32Array {
    const index = number >> this.#pageBits;
    let page = this.#pages[index];
    if (page === undefined) {
      page = new Int32Array((this.#pageMask + 1) * this.words);
      this.#pages.push(page);
    }
    return page;
  }

  #growRecords(): void {
    const size = this.#parent.length * 2;
    const grown = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const fresh = new Int32Array(size);
      fresh.set(old);
      return fresh;
    };
    this.#parent = grown(this.#parent);
    this.#code = grown(this.#code);
    this.#hash = grown(this.#hash);
    const depth = new Uint16Array(size);
    depth.set(this.#depth);
    this.#depth = depth;
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
  }
}

function hash(state: Int32Array, words: number): number {
  let value = 0x9e3779b9;
  for (let word = 0; word < words; word++) {
    value = Math.imul(value ^ (state[word] as number), 0x85ebca6b);
    value ^= value >>> 15;
  }
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}
