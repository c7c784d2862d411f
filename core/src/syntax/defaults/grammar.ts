// The grammar of a parameter file: lines, each an assignment, a comment, blank, or something else. Any text fits it.

import { type CstNode, CstParser, type IToken } from "chevrotain";
import { allTokens, Comment, Equals, LineEnd, NameWord, Value } from "./tokens.ts";

export class DefaultsGrammar extends CstParser {
  constructor(validation: "validated" | "trusted") {
    super(allTokens, { skipValidations: validation === "trusted", nodeLocationTracking: "none", maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  file = this.RULE("file", () => {
    this.SUBRULE(this.line);
    this.MANY(() => {
      this.CONSUME(LineEnd);
      this.SUBRULE1(this.line);
    });
  });

  private line = this.RULE("line", () => {
    this.MANY(() => this.CONSUME(NameWord));
    this.OPTION(() => {
      this.CONSUME(Equals);
      this.OPTION1(() => this.CONSUME(Value));
    });
    this.OPTION2(() => this.CONSUME(Comment));
  });
}

const grammar = new DefaultsGrammar("trusted");

/** The lines of the file, and the line ends between them: one fewer. */
export function readDefaultsFile(tokens: IToken[]): { readonly lines: CstNode[]; readonly lineEnds: IToken[] } {
  grammar.input = tokens;
  const { children } = grammar.file();
  const lines: CstNode[] = [];
  for (const line of children["line"] ?? []) if ("children" in line) lines.push(line);
  const lineEnds: IToken[] = [];
  for (const lineEnd of children["LineEnd"] ?? []) if ("image" in lineEnd) lineEnds.push(lineEnd);
  return { lines, lineEnds };
}
