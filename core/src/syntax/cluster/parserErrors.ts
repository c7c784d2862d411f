// What the parser library reports, as problems in words of ours: what was expected, and where.

import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import { type Reading, report } from "../syntaxProblem.ts";
import { tokenSpan } from "./cst.ts";
import { expectationText } from "./expectations.ts";
import { shortened } from "./words.ts";

/** One problem per place: what follows from the same token is a consequence of the first. */
export function reportParserErrors(reading: Reading, errors: readonly IRecognitionException[]): void {
  let lastPlace = -1;
  for (const error of errors) {
    const place = error.token.tokenType === EOF ? Number.POSITIVE_INFINITY : error.token.startOffset;
    if (place === lastPlace) continue;
    lastPlace = place;
    reportParserError(reading, error);
  }
}

function reportParserError(reading: Reading, error: IRecognitionException): void {
  const previous = "previousToken" in error ? asToken(error.previousToken) : undefined;
  const found = error.token.tokenType === EOF ? undefined : error.token;
  const sameLine = found !== undefined && (previous === undefined || found.startLine === previous.endLine);
  const missing = error.message;
  // Whoever builds the block knows where it was opened, and reports that.
  if (missing === "`}`" && !sameLine) return;
  const expected = expectationText(missing);
  const code = missing === "`{`" || missing === "`}`" ? "syntax-missing-brace" : "syntax-missing-part";
  if (sameLine || previous === undefined) {
    const word = shortened(found?.image ?? "");
    const span = found === undefined ? { start: 0, end: 0 } : tokenSpan(found);
    report(reading, code, span, {
      en: `Expected ${expected.en}, but found \`${word}\`.`,
      ja: `ここには${expected.ja}が必要ですが、\`${word}\` が書かれています。`,
    });
    return;
  }
  report(reading, code, tokenSpan(previous), {
    en: `Expected ${expected.en} after \`${shortened(previous.image)}\`.`,
    ja: `\`${shortened(previous.image)}\` の後に${expected.ja}が必要です。`,
  });
}

/** Chevrotain declares this field on some of its exceptions only. */
function asToken(value: unknown): IToken | undefined {
  if (typeof value !== "object" || value === null || !("image" in value) || !("startOffset" in value)) return undefined;
  // The shape was just looked at; only tokens have an image and an offset.
  const token = value as IToken;
  return token.startOffset >= 0 ? token : undefined;
}
