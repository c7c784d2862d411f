// One kind of name within a cluster: defined once, found by spelling, with the likely name when it is misspelt.

import { openers } from "../language/keywords.ts";
import type { Localized } from "../locale/localized.ts";
import type { Place, Problem } from "../problem.ts";
import type { Word } from "../syntax/cluster/tree.ts";
import { nearest } from "../text/suggest.ts";
import { structuralProblem } from "./structure.ts";

const keywords: ReadonlySet<string> = new Set([...Object.values(openers).flat(), "<->", "|"]);

/** How a name is written in a cluster file: a word if it can be one, else a string. */
export function writtenName(name: string): string {
  if (name !== "" && !/[\s{},"=|]|<->/u.test(name) && !name.startsWith("#") && !keywords.has(name)) return name;
  return `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

export class Names<Item> {
  readonly #items = new Map<string, { readonly item: Item; readonly place: Place }>();
  readonly #leftOut: ReadonlySet<string>;
  readonly #what: Localized;

  /**
   * `what` says what the names are names of, in the singular. `leftOut` are those that are written beyond what is read:
   * whoever names one of them makes no mistake.
   */
  constructor(what: Localized, leftOut: ReadonlySet<string> = new Set()) {
    this.#what = what;
    this.#leftOut = leftOut;
  }

  /** False, with a problem, when the name is taken: the first definition counts. */
  define(name: string, item: Item, place: Place, problems: Problem[]): boolean {
    const first = this.#items.get(name);
    if (first === undefined) {
      this.#items.set(name, { item, place });
      return true;
    }
    problems.push(
      structuralProblem(
        "duplicate-name",
        place,
        {
          en: `There is already a ${this.#what.en} called \`${name}\`, and only the first one is used. Rename this one or remove it.`,
          ja: `\`${name}\` という名前の${this.#what.ja}はすでにあり、最初のものだけが使われます。名前を変えるか、削除してください。`,
        },
        { related: [{ ...first.place, message: { en: "the first one is here", ja: "最初の定義はここです" } }] },
      ),
    );
    return false;
  }

  find(name: string): Item | undefined {
    return this.#items.get(name)?.item;
  }

  /** The item, or undefined and a problem at the word that names nothing. */
  resolve(word: Word | undefined, file: string, problems: Problem[]): Item | undefined {
    if (word === undefined) return undefined;
    const found = this.#items.get(word.value);
    if (found === undefined && !this.#leftOut.has(word.value))
      problems.push(unknownName(word, file, this.#what, this.#items.keys()));
    return found?.item;
  }

  get all(): readonly string[] {
    return [...this.#items.keys()];
  }
}

export function unknownName(word: Word, file: string, what: Localized, candidates: Iterable<string>): Problem {
  const close = nearest(word.value, [...candidates]);
  const place = { file, span: word.span };
  return structuralProblem(
    "unknown-name",
    place,
    {
      en: `No ${what.en} of this cluster is called \`${word.value}\`.${close === undefined ? " Correct the name or define it." : ` Did you mean \`${close}\`?`}`,
      ja: `\`${word.value}\` という${what.ja}はこのクラスターにありません。${close === undefined ? "名前を直すか、定義してください。" : `\`${close}\` のことですか。`}`,
    },
    {
      fixes:
        close === undefined
          ? []
          : [
              {
                title: { en: `Change to ${close}`, ja: `${close} に変更する` },
                edits: [{ ...place, newText: writtenName(close) }],
                certain: false,
              },
            ],
    },
  );
}

/** One of the values; undefined for another word, which the parser has reported. */
export function oneOf<Value extends string>(values: readonly Value[], word: Word | undefined): Value | undefined {
  return values.find((value) => value === word?.value);
}
