// The words of the cluster language, by the block in which they open something, and the words that may follow: those of
// the forms. Grammar, completion, messages and the generated TextMate grammar all read these lists.

import type { actionStatements } from "./actions.ts";
import type {
  clusterStatements,
  fileStatements,
  nodeStatements,
  pathStatements,
  resourceStatements,
  storageStatements,
} from "./clusterStatements.ts";
import type { proofStatements, scenarioStatements } from "./scenarioStatements.ts";
import type { BlockKind } from "./statement.ts";
import { statements } from "./statements.ts";

type Form =
  | (
      | typeof fileStatements
      | typeof clusterStatements
      | typeof nodeStatements
      | typeof pathStatements
      | typeof storageStatements
      | typeof resourceStatements
      | typeof scenarioStatements
      | typeof proofStatements
    )[number]["forms"][number]
  | FormOf<(typeof actionStatements)[number]["actions"]>;

type FormOf<Actions> = Actions extends unknown
  ? Actions[keyof Actions] extends { readonly form: infer Form }
    ? Form
    : never
  : never;

type WordIn<Form> = Form extends `${infer First} ${infer Rest}` ? Plain<First> | WordIn<Rest> : Plain<Form>;

type Plain<Piece> = Piece extends `<${string}` | `[<${string}` | Sign
  ? never
  : Piece extends `[${infer Word}]` | `[${infer Word}` | `${infer Word}]`
    ? Word
    : Piece;

type Sign = "{" | "[{]" | "=" | "<->" | "|";

/** `and` stands between actions. */
export type Keyword = WordIn<Form> | "and";

/** What opens a statement in each block. A name that equals one of them in its block is written as a string. */
export const openers: Readonly<Record<BlockKind, readonly Keyword[]>> = Object.fromEntries(
  Object.entries(statements).map(([block, all]) => [block, all.map(({ keyword }) => keyword)]),
  // The keywords of the literals, which are words of their forms; a test holds it.
) as Record<BlockKind, Keyword[]>;

const forms = Object.values(statements).flatMap((all) => all.flatMap((statement) => statement.forms));

/** Words that have a meaning inside a statement only; elsewhere they are names like any other. */
export const connectives = [
  ...new Set(forms.flatMap((form) => form.replace(/[[\]]/g, "").split(" ").slice(1)).filter(isWord)),
  "and",
  // As the type above has them.
] as readonly Keyword[];

function isWord(piece: string): boolean {
  return /^[a-z]/.test(piece);
}

/** True when `word` opens a statement in `block`. */
export function isOpener(block: BlockKind, word: string): boolean {
  const words: readonly string[] = openers[block];
  return words.includes(word);
}
