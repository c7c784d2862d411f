// For the words of a statement written so far: which may come next, by its forms (`cut path <node> <-> <node> <count>`).

import { type Piece, readForm } from "../language/form.ts";
import type { Slot } from "../language/slots.ts";
import type { Statement } from "../language/statement.ts";

/** One place of a form: a word as it is, or a slot, which may be a list with commas. */
export type Element = (
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "slot"; readonly slot: Slot; readonly list: boolean }
) & {
  /** Counted over all parts of the form as it is written, those that may be left out included. */
  readonly part: number;
};

/** Every way to write the form: optional parts give one with and one without. */
export function waysToWrite(form: string): readonly (readonly Element[])[] {
  let parts = 0;
  const waysOf = (pieces: readonly Piece[]): readonly (readonly Element[])[] =>
    pieces.reduce<readonly (readonly Element[])[]>(
      (ways, piece) => {
        if (piece.kind === "optional") {
          const inner = waysOf(piece.pieces);
          return ways.flatMap((before) => [before, ...inner.map((some) => [...before, ...some])]);
        }
        const element = { ...piece, part: parts++ };
        return ways.map((before) => [...before, element]);
      },
      [[]],
    );
  return waysOf(readForm(form));
}

interface State {
  readonly sequence: readonly Element[];
  readonly at: number;
}

/** Whether a word may stand in a slot: a resource is no node. */
export type Accepts = (slot: Slot, word: string) => boolean;

/** How far the words of one statement have come, over all forms that still fit. */
export class Progress {
  readonly #states: readonly State[];
  readonly #accepts: Accepts;

  private constructor(states: readonly State[], accepts: Accepts) {
    this.#states = states;
    this.#accepts = accepts;
  }

  static of(statement: Statement, accepts: Accepts = () => true): Progress {
    const states = statement.forms.flatMap((form) => waysToWrite(form).map((sequence) => ({ sequence, at: 0 })));
    return new Progress(states, accepts);
  }

  /** After one more word; undefined when no form goes on like that. A word of a form counts before a slot. */
  after(word: string): Progress | undefined {
    const literal = this.#states.filter(({ sequence, at }) => isWord(sequence[at], word));
    const states = (literal.length > 0 ? literal : this.#states).flatMap((state) => step(state, word, this.#accepts));
    return states.length === 0 ? undefined : new Progress(states, this.#accepts);
  }

  /** What may come next, each once. */
  get next(): readonly Element[] {
    const seen = new Map<string, Element>();
    for (const { sequence, at } of this.#states) {
      const element = sequence[at];
      if (element === undefined) continue;
      seen.set(element.kind === "word" ? element.word : `<${element.slot}>`, element);
    }
    return [...seen.values()];
  }

  /** True when one form is written to its end, or up to the brace of its block. */
  get isComplete(): boolean {
    return this.#states.some(({ sequence, at }) => {
      const element = sequence[at];
      return element === undefined || (element.kind === "word" && element.word === "{");
    });
  }
}

function isWord(element: Element | undefined, word: string): boolean {
  return element?.kind === "word" && element.word === word;
}

function step({ sequence, at }: State, word: string, accepts: Accepts): readonly State[] {
  const before = sequence[at - 1];
  if (word === "," && before?.kind === "slot") {
    // `servers a 1, b 2` repeats the whole pair; any other list repeats its slot.
    const pair = sequence[at - 2];
    const isServers = sequence[0]?.kind === "word" && sequence[0].word === "servers" && pair?.kind === "slot";
    if (isServers) return [{ sequence, at: at - 2 }];
    return before.list ? [{ sequence, at: at - 1 }] : [];
  }
  const element = sequence[at];
  if (element === undefined || word === ",") return [];
  if (element.kind === "word") return element.word === word ? [{ sequence, at: at + 1 }] : [];
  const isSign = word === "{" || word === "}" || word === "=" || word === "<->" || word === "|";
  return isSign || !accepts(element.slot, word) ? [] : [{ sequence, at: at + 1 }];
}
