// Which form of the language the words of a statement follow, and what stands in each of its slots. A word that is
// missing or too much is no obstacle: the text may be half typed, and the parser has reported it.

import type { CstNode, IToken } from "chevrotain";
import type { Piece } from "../../language/form.ts";
import { nodeSpan, tokenSpan } from "./cst.ts";

type Part = IToken | CstNode;

/** What is written in a slot; two for a pair. */
export type Filled = ReadonlyMap<string, readonly (CstNode | undefined)[]>;

export interface Matched {
  readonly slots: Filled;
  /** Words that may be left out, and are not. */
  readonly flags: ReadonlySet<string>;
}

/** The form that most of the words belong to; of several, the first. */
export function matchForms<Kind extends string>(
  forms: Readonly<Record<Kind, readonly Piece[]>>,
  cst: CstNode,
): { readonly kind: Kind; readonly matched: Matched } | undefined {
  const parts = partsIn(cst);
  let best: { readonly kind: Kind; readonly matched: Matched; readonly strange: number } | undefined;
  // The keys of the literal are its own keys and no others.
  for (const kind of Object.keys(forms) as Kind[]) {
    const match = new Match(parts);
    match.follow(forms[kind]);
    const strange = match.strange;
    if (best === undefined || strange < best.strange) best = { kind, matched: match, strange };
  }
  return best;
}

class Match implements Matched {
  readonly slots = new Map<string, readonly (CstNode | undefined)[]>();
  readonly flags = new Set<string>();
  readonly #parts: readonly Part[];
  #at = 0;
  #missing = 0;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  /** How many words the form has and the text lacks, and the other way round. */
  get strange(): number {
    return this.#missing + 2 * (this.#parts.length - this.#at);
  }

  follow(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === "optional") {
        if (!this.#isNext(piece.pieces[0])) continue;
        if (piece.flag !== undefined) this.flags.add(piece.flag);
        this.follow(piece.pieces);
      } else if (piece.kind === "slot") {
        const before = this.slots.get(piece.field) ?? [];
        this.slots.set(piece.field, [
          ...before,
          this.#isNext(piece) ? (this.#parts[this.#at++] as CstNode) : undefined,
        ]);
      } else if (this.#isNext(piece)) this.#at++;
      else this.#missing++;
    }
  }

  #isNext(piece: Piece | undefined): boolean {
    const part = this.#parts[this.#at];
    if (part === undefined || piece === undefined) return false;
    return piece.kind === "word" ? "image" in part && part.image === piece.word : !("image" in part);
  }
}

/** The words and slots of a statement in the order of the text; what recovery supplied is not among them. */
function partsIn(cst: CstNode): readonly Part[] {
  const found: { readonly part: Part; readonly start: number }[] = [];
  collect(cst);
  return found.sort((a, b) => a.start - b.start).map(({ part }) => part);

  function collect(node: CstNode): void {
    for (const element of Object.values(node.children).flat()) {
      if ("image" in element) {
        if (element.startOffset >= 0 && element.isInsertedInRecovery !== true) {
          found.push({ part: element, start: tokenSpan(element).start });
        }
      } else if (slotRules.has(element.name)) {
        const span = nodeSpan(element);
        if (span !== undefined) found.push({ part: element, start: span.start });
      } else collect(element);
    }
  }
}

const slotRules: ReadonlySet<string> = new Set(["name", "names", "count", "duration"]);
