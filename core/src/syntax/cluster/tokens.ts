// The tokens of the cluster language. Keywords are words in their place: every keyword is also a Word, and one that
// opens no statement anywhere is a Name too, so that a node may be called `source` or `all`.

import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { assert } from "../../assert.ts";
import { connectives, type Keyword, openers } from "../../language/keywords.ts";
import type { BlockKind } from "../../language/statement.ts";

/** Any word or string. */
export const Word = createToken({ name: "Word", pattern: Lexer.NA });
/** A word that opens no statement. */
export const Name = createToken({ name: "Name", pattern: Lexer.NA, categories: [Word] });
/** A word that opens a statement somewhere. */
export const Opener = createToken({ name: "Opener", pattern: Lexer.NA, categories: [Word] });

export const LeftBrace = createToken({ name: "`{`", pattern: "{" });
export const RightBrace = createToken({ name: "`}`", pattern: "}" });
export const Comma = createToken({ name: "`,`", pattern: "," });
export const Equals = createToken({ name: "`=`", pattern: "=" });
export const Arrow = createToken({ name: "`<->`", pattern: "<->" });
export const Bar = createToken({ name: "`|`", pattern: "|" });

export const Text = createToken({ name: "String", pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"/, categories: [Name] });
export const UnclosedText = createToken({
  name: "UnclosedString",
  pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*\\?/,
  categories: [Name],
});

// A word ends at white space, a control character, { } , " = | and before <->; `#` only begins a comment where a word could begin.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are no part of a word.
const wordPattern = /(?!#)(?:(?!<->)[^\s{},"=|\u0000-\u001f\u007f-\u009f])+/;

export const PlainWord = createToken({
  name: "PlainWord",
  pattern: wordPattern,
  categories: [Name],
  line_breaks: false,
});
export const Integer = createToken({ name: "Integer", pattern: Lexer.NA, categories: [Name] });
export const Duration = createToken({ name: "Duration", pattern: Lexer.NA, categories: [Name] });

export const Comment = createToken({ name: "comment", pattern: /#[^\r\n]*/, group: "comments", line_breaks: false });
const WhiteSpace = createToken({ name: "whiteSpace", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
const ControlCharacters = createToken({
  name: "controlCharacters",
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be reported.
  pattern: /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/,
  group: "controlCharacters",
  line_breaks: false,
});

const openerWords: ReadonlySet<string> = new Set(Object.values(openers).flat());
const allKeywords: readonly Keyword[] = [...new Set<Keyword>([...Object.values(openers).flat(), ...connectives])];

const keywordTokens = new Map<Keyword, TokenType>(
  allKeywords.map((word) => [
    word,
    createToken({
      name: `\`${word}\``,
      pattern: Lexer.NA,
      categories: [openerWords.has(word) && word !== "on" && word !== "up" ? Opener : Name],
    }),
  ]),
);

export function keyword(word: Keyword): TokenType {
  const token = keywordTokens.get(word);
  assert(token !== undefined, `the keyword ${word} has no token`);
  return token;
}

export const allTokens: TokenType[] = [
  WhiteSpace,
  PlainWord,
  LeftBrace,
  RightBrace,
  Comma,
  Arrow,
  Equals,
  Comment,
  Text,
  UnclosedText,
  Bar,
  ControlCharacters,
  ...keywordTokens.values(),
  Duration,
  Integer,
  Word,
  Name,
  Opener,
];

/** Which token types open a statement in `block`. */
export function openerTokens(block: BlockKind): ReadonlySet<TokenType> {
  return new Set(openers[block].map((word) => keyword(word)));
}

const lexer = new Lexer(allTokens, { positionTracking: "full", ensureOptimizations: false });

export interface ClusterTokens {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  readonly controlCharacters: readonly IToken[];
}

/**
 * Every character of any text becomes a part of some token or is white space. A hundred keywords tried one after the
 * other at each place would take ten times as long as one look into a table for each word.
 */
export function tokenizeCluster(text: string): ClusterTokens {
  const { tokens, groups } = lexer.tokenize(text);
  for (const token of tokens) if (token.tokenType === PlainWord) classify(token);
  return { tokens, comments: groups["comments"] ?? [], controlCharacters: groups["controlCharacters"] ?? [] };
}

const typeOfWord: ReadonlyMap<string, TokenType> = new Map(keywordTokens);

function classify(token: IToken): void {
  const type = typeOfWord.get(token.image) ?? numberType(token.image);
  if (type === undefined) return;
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
}

function numberType(image: string): TokenType | undefined {
  const first = image.charCodeAt(0);
  if (first < 48 || first > 57) return undefined;
  if (/^[0-9]+$/.test(image)) return Integer;
  return /^[0-9]+(?:ms|s|m|h)$/.test(image) ? Duration : undefined;
}
