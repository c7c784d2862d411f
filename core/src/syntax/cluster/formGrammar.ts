// Rules of the parser made from the forms of the language: what the forms of one keyword have in common is read once,
// where they part the next word decides, a name last.

import type { TokenType } from "chevrotain";
import { assert } from "../../assert.ts";
import { type Piece, piecesOf } from "../../language/form.ts";
import type { Keyword } from "../../language/keywords.ts";
import type { Slot } from "../../language/slots.ts";
import type { Expected } from "./expectations.ts";
import { StatementGrammar } from "./statementGrammar.ts";
import { Arrow, Bar, keyword } from "./tokens.ts";

/** One step of a rule; `at` tells steps of the same kind apart within it. */
type Step = { readonly at: number } & (
  | { readonly kind: "word"; readonly token: TokenType }
  | { readonly kind: "slot"; readonly rule: "name" | "names" | "count" | "duration"; readonly expected: Expected }
  | { readonly kind: "on-node" }
  /** Left out where the next word is the one behind it. */
  | { readonly kind: "option"; readonly steps: readonly Step[]; readonly unless: TokenType | undefined }
  | { readonly kind: "choice"; readonly ways: readonly (readonly Step[])[]; readonly expected: Expected }
);

const expectedInSlot: Readonly<Partial<Record<Slot, Expected>>> = {
  answer: "answer",
  count: "linkNumber",
  domain: "domainName",
  duration: "duration",
  host: "hostPort",
  network: "networkName",
  node: "nodeName",
  operation: "refused",
  requirement: "requirement",
  storage: "storageName",
  tag: "tag",
};

function tokenOf(word: string): TokenType {
  // A test reads every form, so that each of its words has a token.
  return word === "<->" ? Arrow : word === "|" ? Bar : keyword(word as Keyword);
}

/** Makes the steps of one rule. */
class Plan {
  #count = 0;
  readonly #expected: Expected;

  /** `expected`: what is missing where forms part. */
  constructor(expected: Expected) {
    this.#expected = expected;
  }

  of(forms: readonly (readonly Piece[])[]): readonly Step[] {
    const [first, ...others] = forms;
    if (first === undefined) return [];
    if (others.length === 0) return this.#sequence(first);
    const going = forms.filter((form) => form.length > 0);
    const ways = [...groupedBy(going, beginning)].sort(([a], [b]) => Number(a === name) - Number(b === name));
    const isEnding = going.length < forms.length;
    if (ways.length === 1 && !isEnding) {
      const next = this.#piece(first[0], undefined);
      return [...next, ...this.of(forms.map((form) => form.slice(1)))];
    }
    const at = this.#count++;
    const steps = ways.map(([, same]) => [
      ...this.#piece(same[0]?.[0], undefined, ways.length > 1 ? this.#expected : undefined),
      ...this.of(same.map((form) => form.slice(1))),
    ]);
    if (!isEnding) return [{ kind: "choice", at, ways: steps, expected: this.#expected }];
    assert(steps.length === 1, "forms that end where several go on need a rule of their own");
    return [{ kind: "option", at, steps: steps[0] ?? [], unless: undefined }];
  }

  #sequence(pieces: readonly Piece[]): readonly Step[] {
    return pieces.flatMap((piece, index) => {
      const before = pieces[index - 1];
      if (piece.kind === "slot" && piece.slot === "node" && isOn(before)) return [];
      if (isOn(piece)) return [{ kind: "on-node", at: this.#count++ }];
      return this.#piece(piece, pieces[index + 1]);
    });
  }

  #piece(piece: Piece | undefined, behind: Piece | undefined, expected?: Expected): readonly Step[] {
    const at = this.#count++;
    switch (piece?.kind) {
      case undefined:
        return [];
      case "word":
        return [{ kind: "word", at, token: tokenOf(piece.word) }];
      case "optional": {
        const next = behind?.kind === "optional" ? behind.pieces[0] : behind;
        const unless = next?.kind === "word" && piece.flag === undefined ? tokenOf(next.word) : undefined;
        return [{ kind: "option", at, steps: this.#sequence(piece.pieces), unless }];
      }
      case "slot": {
        const rule = piece.list ? "names" : piece.slot === "count" || piece.slot === "duration" ? piece.slot : "name";
        return [{ kind: "slot", at, rule, expected: expected ?? expectedInSlot[piece.slot] ?? "text" }];
      }
    }
  }
}

function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const name = "<name>";

function beginning([first]: readonly Piece[]): string {
  return first?.kind === "word" ? first.word : name;
}

function isOn(piece: Piece | undefined): boolean {
  return piece?.kind === "word" && piece.word === "on";
}

export class FormGrammar extends StatementGrammar {
  /** The rule of one keyword; `expected` is what is missing where its forms part. */
  protected ruleOf(ruleName: string, forms: readonly string[], expected: Expected) {
    const steps = new Plan(expected).of(forms.map(piecesOf));
    return this.RULE(ruleName, () => this.#take(steps));
  }

  #take(steps: readonly Step[]): void {
    for (const step of steps) {
      switch (step.kind) {
        case "word":
          this.consume(step.at, step.token, step.at === 0 ? { LABEL: "keyword" } : undefined);
          break;
        case "slot":
          if (step.rule === "duration") this.subrule(step.at, this.duration);
          else this.subrule(step.at, this[step.rule], { ARGS: [step.expected] });
          break;
        case "on-node":
          this.subrule(step.at, this.onNode);
          break;
        case "option": {
          const { unless } = step;
          // A name that may be left out is none where the next statement begins, also on the same line.
          const isThere = (): boolean =>
            unless === undefined || (this.onSameLine() && this.LA(1).tokenType !== unless && !this.opens("scenario"));
          this.option(step.at, { GATE: isThere, DEF: () => this.#take(step.steps) });
          break;
        }
        case "choice":
          this.or(step.at, {
            DEF: step.ways.map((way) => ({ IGNORE_AMBIGUITIES: true, ALT: () => this.#take(way) })),
            ERR_MSG: step.expected,
          });
      }
    }
  }
}
