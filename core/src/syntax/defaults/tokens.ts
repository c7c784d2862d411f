// The tokens of a line of a parameter file. It has two halves, the name and the value, and each is its own lexer mode.

import { createToken, type IMultiModeLexerDefinition, Lexer } from "chevrotain";

const Blanks = createToken({
  name: "Blanks",
  pattern: /[^\S\r\n]+/,
  group: Lexer.SKIPPED,
  line_breaks: false,
});
/** `#` begins a comment, except inside of a word or of quotes. */
export const Comment = createToken({ name: "Comment", pattern: /#[^\r\n]*/, line_breaks: false });

/** Words before `=`: one in an assignment, several in a line that is none. */
export const NameWord = createToken({ name: "NameWord", pattern: /[^\s=]+/, line_breaks: false });
export const Equals = createToken({ name: "Equals", pattern: "=", push_mode: "value" });
/** Up to a comment or the end of the line, without white space around it; a quoted part may hold blanks and `#`. */
export const Value = createToken({
  name: "Value",
  pattern: /(?:"[^"\r\n]*"|'[^'\r\n]*'|\S|[^\S\r\n]+(?=[^\s#]))+/,
  line_breaks: false,
});

const definition: IMultiModeLexerDefinition = {
  modes: {
    name: [Blanks, Comment, Equals, NameWord],
    value: [Blanks, Comment, Value],
  },
  defaultMode: "name",
};

export const allTokens = [Blanks, Comment, NameWord, Equals, Value];

export const defaultsLexer = new Lexer(definition, { positionTracking: "onlyOffset", ensureOptimizations: false });
