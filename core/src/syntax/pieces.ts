// Reading a text piece by piece, so that an edit costs what it changes. What a piece means depends on its own text
// alone; so a piece that is there again, in whichever place, is taken over with everything that was read in it, and only
// its places move.
//
// What holds here, and is tested against a fresh reading in test/core/syntax/incremental.test.ts:
// - Text decides. A piece is read from its text and nothing else: no neighbour, no state from before.
// - One owner. Places move where they stand. After a reading was given to the next one nobody may look into it any more;
//   whoever does meets an assertion.
// - No sharing. Two equal pieces are two objects, and no place inside of a piece is also somebody else's.

import { assert } from "../assert.ts";
import type { Span } from "../text/span.ts";
import type { Parsed } from "./parsed.ts";

export class Piece<Read> {
  /** A copy: a slice would keep the whole text that it was cut from. */
  readonly text: string;
  readonly read: Read;
  #start: number;
  #spans: readonly MovingSpan[] | undefined;

  constructor(text: string, start: number, read: Read) {
    this.text = text;
    this.read = read;
    this.#start = start;
  }

  moveTo(start: number): void {
    const by = start - this.#start;
    if (by === 0) return;
    this.#spans ??= spansIn(this.read);
    for (const span of this.#spans) {
      span.start += by;
      span.end += by;
    }
    this.#start = start;
  }
}

/** Everybody else sees a place that does not change. */
interface MovingSpan {
  start: number;
  end: number;
}

/** Each once, however often it is named. */
function spansIn(read: unknown): readonly MovingSpan[] {
  const found = new Set<MovingSpan>();
  const waiting: unknown[] = [read];
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if (isSpan(value)) found.add(value);
    else for (const inside of Object.values(value)) if (typeof inside === "object") waiting.push(inside);
  }
  return [...found];
}

function isSpan(value: object): value is MovingSpan {
  return "start" in value && "end" in value;
}

/** In V8 a slice is a view of what it was cut from; what was put together anew is not. */
function copyOf(text: string, { start, end }: Span): string {
  return ` ${text.slice(start, end)}`.slice(1);
}

/**
 * The pieces at `cuts`, which stand in the order of the text. Those of `previous` whose text is there again are moved,
 * each once; the others are read.
 */
export function readPieces<Read>(
  text: string,
  cuts: readonly Span[],
  read: (piece: string, start: number) => Read,
  previous: readonly Piece<Read>[] = [],
): readonly Piece<Read>[] {
  const isAt = (piece: Piece<Read> | undefined, cut: Span | undefined): piece is Piece<Read> =>
    piece !== undefined &&
    cut !== undefined &&
    piece.text.length === cut.end - cut.start &&
    text.startsWith(piece.text, cut.start);
  // An edit leaves what is in front of it and what is behind it: seen without a look into any table.
  const shorter = Math.min(cuts.length, previous.length);
  let front = 0;
  while (front < shorter && isAt(previous[front], cuts[front])) front++;
  let back = 0;
  while (back < shorter - front && isAt(previous.at(-1 - back), cuts.at(-1 - back))) back++;
  const others = new Map<string, Piece<Read>[]>();
  for (const piece of previous.slice(front, previous.length - back)) {
    const equal = others.get(piece.text);
    if (equal === undefined) others.set(piece.text, [piece]);
    else equal.push(piece);
  }
  return cuts.map((cut, index) => {
    const isInFront = index < front;
    const isBehind = index >= cuts.length - back;
    const piece =
      isInFront || isBehind ? previous[isInFront ? index : index - cuts.length + previous.length] : undefined;
    const known = piece ?? (others.size === 0 ? undefined : others.get(text.slice(cut.start, cut.end))?.pop());
    if (known === undefined) {
      const own = copyOf(text, cut);
      return new Piece(own, cut.start, read(own, cut.start));
    }
    known.moveTo(cut.start);
    return known;
  });
}

/** The pieces of each reading that was not given to another one. */
const remembered = new WeakMap<Parsed<unknown>, readonly Piece<unknown>[]>();

export function rememberPieces(parsed: Parsed<unknown>, pieces: readonly Piece<unknown>[]): void {
  remembered.set(parsed, pieces);
}

/** Its pieces, which it then no longer has; none when it was spent before. */
export function takePieces<Read>(parsed: Parsed<unknown>): readonly Piece<Read>[] {
  // A parser remembers its own pieces, and only ever asks for those of a reading that it made.
  const pieces = (remembered.get(parsed) ?? []) as readonly Piece<Read>[];
  remembered.delete(parsed);
  const spent = {
    get: (): never => {
      assert(false, "somebody looks into the reading of a text that has changed since");
    },
  };
  Object.defineProperties(parsed, { tree: spent, problems: spent });
  return pieces;
}
