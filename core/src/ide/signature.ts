// The form of the statement that is being written, and which part of it comes next.

import type { Statement } from "../language/statement.ts";
import { findStatement } from "../language/statements.ts";
import type { Locale } from "../locale/localized.ts";
import { largest, smallest } from "../many.ts";
import { runBefore } from "../text/before.ts";
import type { CursorPlace } from "./place.ts";
import { Progress, waysToWrite } from "./progress.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementAt } from "./statementAt.ts";

/** What may stand inside a word. */
const wordCharacter = /[^\s{},"=|]/;

export interface Signature {
  readonly forms: readonly {
    readonly text: string;
    /** Where each part stands in `text`. */
    readonly parts: readonly (readonly [number, number])[];
  }[];
  readonly activeForm: number;
  readonly activePart: number;
  readonly documentation: string;
}

export function signatureAt(snapshot: Snapshot, place: CursorPlace, locale: Locale): Signature | undefined {
  if (place.language !== "cluster") return undefined;
  const text = snapshot.read(place.file)?.text ?? "";
  const wordStart = place.offset - runBefore(text, place.offset, wordCharacter).length;
  const { block, words } = statementAt(text, wordStart);
  const keyword = words[0];
  const statement = block === undefined || keyword === undefined ? undefined : findStatement(block, keyword);
  if (statement === undefined) return undefined;
  const activeForm = bestForm(statement, words);
  const form = statement.forms[activeForm];
  // `address HOST` explains itself, and a popup at every blank would be in the way.
  const isSimple = statement.forms.length === 1 && (waysToWrite(statement.forms[0] ?? "")[0]?.length ?? 0) < 3;
  if (form === undefined || isSimple) return undefined;
  return {
    forms: statement.forms.map((each) => ({ text: each, parts: partsOf(each) })),
    activeForm,
    activePart: activePart(statement, form, words),
    documentation: statement.text[locale],
  };
}

/** What comes next; at the end of a statement, its last part. */
function activePart(statement: Statement, form: string, words: readonly string[]): number {
  const next = progressIn(statement, form, words)?.next ?? [];
  return Math.min(smallest(next.map(({ part }) => part)), partsOf(form).length - 1);
}

function progressIn(statement: Statement, form: string, words: readonly string[]): Progress | undefined {
  let progress: Progress | undefined = Progress.of({ ...statement, forms: [form] });
  for (const word of words) progress = progress?.after(word);
  return progress;
}

/** Of the forms that the words so far fit, the one that has most of them as its own words. */
function bestForm(statement: Statement, words: readonly string[]): number {
  const scores = statement.forms.map((form) => {
    const progress = progressIn(statement, form, words);
    if (progress === undefined || progress.next.length === 0) return -1;
    const own = new Set(form.split(/[\s[\]]+/));
    return words.filter((word) => own.has(word)).length;
  });
  const best = largest(scores);
  return best < 0 ? -1 : scores.indexOf(best);
}

function partsOf(form: string): readonly (readonly [number, number])[] {
  return [...form.matchAll(/<[a-zA-Z]+,?>|[^\s[\]]+/g)].map((part) => [part.index, part.index + part[0].length]);
}
