// What the parser library reports, as problems in words of ours: what was expected, and where.

import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import { besideJapanese } from "../../locale/japanese.ts";
import type { Fix } from "../../problem.ts";
import { type Reading, replacement, report } from "../syntaxProblem.ts";
import { tokenSpan } from "./cst.ts";
import { expectationText } from "./expectations.ts";
import type { Missing } from "./statementGrammar.ts";
import { shortened } from "./words.ts";

/** One problem per place: what follows from the same token is a consequence of the first. */
export function reportParserErrors(
  reading: Reading,
  errors: readonly IRecognitionException[],
  missing: readonly Missing[],
): void {
  const all = [...missing, ...errors.map(asMissing)].map((each) => ({ ...each, place: placeOf(each.token) }));
  // What the grammar noticed as missing comes first of those at one place.
  const ordered = all.sort((a, b) => a.place - b.place);
  let last = -1;
  for (const each of ordered) {
    if (each.place === last) continue;
    last = each.place;
    reportMissing(reading, each);
  }
}

/** The end of the file is behind everything. */
function placeOf(token: IToken): number {
  return token.tokenType === EOF ? Number.MAX_SAFE_INTEGER : token.startOffset;
}

function asMissing(error: IRecognitionException): Noticed {
  const previousToken = "previousToken" in error ? asToken(error.previousToken) : undefined;
  return { message: error.message, token: error.token, previousToken };
}

type Noticed = Omit<Missing, "previousToken"> & { readonly previousToken: IToken | undefined };

function reportMissing(reading: Reading, noticed: Noticed): void {
  const previous = asToken(noticed.previousToken);
  const found = noticed.token.tokenType === EOF ? undefined : noticed.token;
  const sameLine = found !== undefined && (previous === undefined || found.startLine === previous.endLine);
  const missing = noticed.message;
  // Whoever builds the block knows where it was opened, and reports that.
  if (missing === "`}`" && !sameLine) return;
  const expected = expectationText(missing);
  const code = missing === "`{`" || missing === "`}`" ? "syntax-missing-brace" : "syntax-missing-part";
  if (sameLine || previous === undefined) {
    const word = shortened(found?.image ?? "");
    const span = found === undefined ? { start: 0, end: 0 } : tokenSpan(found);
    const message = {
      en: `Expected ${expected.en}, but found \`${word}\`.`,
      ja: `ここには${besideJapanese(expected.ja)}が必要ですが、\`${word}\` が書かれています。`,
    };
    report(reading, code, span, message, { fixes: insertion(reading, missing, span.start, "before") });
    return;
  }
  const after = tokenSpan(previous);
  const message = {
    en: `Expected ${expected.en} after \`${shortened(previous.image)}\`.`,
    ja: `\`${shortened(previous.image)}\` の後に${besideJapanese(expected.ja)}が必要です。`,
  };
  report(reading, code, after, message, { fixes: insertion(reading, missing, after.end, "behind") });
}

/** A word or sign that can only be this one is offered; a brace is not, because it comes with another one. */
function insertion(reading: Reading, missing: string, at: number, side: "before" | "behind"): readonly Fix[] {
  const token = /^`([^{}`]+)`$/.exec(missing)?.[1];
  if (token === undefined) return [];
  const newText = side === "before" ? `${token} ` : ` ${token}`;
  const title = { en: `Insert ${missing}`, ja: `${missing} を挿入する` };
  return [replacement(reading, { start: at, end: at }, newText, title, false)];
}

/** Chevrotain declares this field on some of its exceptions only. */
function asToken(value: unknown): IToken | undefined {
  if (typeof value !== "object" || value === null || !("image" in value) || !("startOffset" in value)) return undefined;
  // The shape was just looked at; only tokens have an image and an offset.
  const token = value as IToken;
  return token.startOffset >= 0 ? token : undefined;
}
