// Of several things begun about the same one after the other, only the newest counts, whichever is done first.

export class Newest {
  readonly #begun = new Map<string, symbol>();

  /** Gives back whether nothing newer has begun since. */
  begin(key: string): () => boolean {
    const mine = Symbol(key);
    this.#begun.set(key, mine);
    return () => this.#begun.get(key) === mine;
  }
}
