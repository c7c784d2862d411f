// The grammar of a line of a parameter file: an assignment, a comment, blank, or something else. Any line fits it.

import { type CstNode, CstParser, type IToken } from "chevrotain";
import { allTokens, Comment, Equals, NameWord, Value } from "./tokens.ts";

export class DefaultsGrammar extends CstParser {
  constructor(validation: "validated" | "trusted") {
    super(allTokens, { skipValidations: validation === "trusted", nodeLocationTracking: "none", maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  line = this.RULE("line", () => {
    this.MANY(() => this.CONSUME(NameWord));
    this.OPTION(() => {
      this.CONSUME(Equals);
      this.OPTION1(() => this.CONSUME(Value));
    });
    this.OPTION2(() => this.CONSUME(Comment));
  });
}

const grammar = new DefaultsGrammar("trusted");

export function readDefaultsLine(tokens: IToken[]): CstNode {
  grammar.input = tokens;
  return grammar.line();
}
