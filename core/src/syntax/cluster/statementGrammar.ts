// What every statement of the cluster language shares: names, numbers, lists, and what is read past without sense.
// A mistake stays in its statement: the rules here decide where a half-typed one ends.

import { CstParser, type IParserErrorMessageProvider, type IToken, type TokenType } from "chevrotain";
import type { BlockKind } from "../../language/statement.ts";
import type { ExpectationKey, Expected } from "./expectations.ts";
import {
  Arrow,
  allTokens,
  Bar,
  Comma,
  Duration,
  Equals,
  Integer,
  keyword,
  LeftBrace,
  Name,
  Opener,
  openerTokens,
  RightBrace,
  Word,
} from "./tokens.ts";

/** Messages carry a key of expectations.ts, or the name of the missing token; syntaxProblems.ts makes words of it. */
const keysAsMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNoViableAltMessage: ({ customUserDescription, ruleName }) => customUserDescription ?? ruleName,
  buildEarlyExitMessage: ({ customUserDescription, ruleName }) => customUserDescription ?? ruleName,
  buildNotAllInputParsedMessage: () => "fileEnd" satisfies ExpectationKey,
};

const opening = {
  file: openerTokens("file"),
  cluster: openerTokens("cluster"),
  domain: openerTokens("domain"),
  node: openerTokens("node"),
  path: openerTokens("path"),
  storage: openerTokens("storage"),
  resource: openerTokens("resource"),
  scenario: openerTokens("scenario"),
  prove: openerTokens("prove"),
} as const satisfies Readonly<Record<BlockKind, ReadonlySet<TokenType>>>;

/** Something that should stand before `token` and does not; in the shape of the parser library's own errors. */
export interface Missing {
  /** A key of expectations.ts, or a token. */
  readonly message: string;
  readonly token: IToken;
  readonly previousToken: IToken;
}

function isAnyOpener(type: TokenType): boolean {
  return Object.values(opening).some((types) => types.has(type));
}

export class StatementGrammar extends CstParser {
  /** Chevrotain checks a grammar for ambiguities when it is made: a test wants that, and nobody who waits for an editor. */
  constructor(validation: "validated" | "trusted") {
    super(allTokens, {
      skipValidations: validation === "trusted",
      recoveryEnabled: true,
      nodeLocationTracking: "onlyOffset",
      maxLookahead: 1,
      errorMessageProvider: keysAsMessages,
    });
  }

  /**
   * A word or string. An opening word on a new line begins the next statement, so it is no name here; then the name
   * is noted as missing and the statement goes on without it.
   */
  protected name = this.RULE("name", (expected: Expected = "text") => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(Name, { LABEL: "word" }) },
        { GATE: () => this.onSameLine(), ALT: () => this.CONSUME(Opener, { LABEL: "word" }) },
        { GATE: () => this.isLeftOut(), ALT: () => this.note(expected) },
      ],
      ERR_MSG: expected,
    });
  });

  protected names = this.RULE("names", (expected: Expected = "text") => {
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => this.SUBRULE(this.name, { ARGS: [expected] }),
    });
  });

  protected count = this.RULE("count", (expected: Expected = "text") => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(Integer, { LABEL: "word" }) },
        { GATE: () => this.onSameLine(), ALT: () => this.CONSUME(Word, { LABEL: "word" }) },
        { GATE: () => this.isLeftOut(), ALT: () => this.note(expected) },
      ],
      ERR_MSG: expected,
    });
  });

  protected duration = this.RULE("duration", () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(Duration, { LABEL: "word" }) },
        { GATE: () => this.onSameLine(), ALT: () => this.CONSUME(Word, { LABEL: "word" }) },
        { GATE: () => this.isLeftOut(), ALT: () => this.note("duration") },
      ],
      ERR_MSG: "duration" satisfies ExpectationKey,
    });
  });

  /** `on NETWORK` */
  protected onNetwork = this.RULE("onNetwork", () => {
    this.CONSUME(keyword("on"), { LABEL: "on" });
    this.SUBRULE(this.name, { ARGS: ["networkName"] });
  });

  /** `on NODE` */
  protected onNode = this.RULE("onNode", () => {
    this.CONSUME(keyword("on"), { LABEL: "on" });
    this.SUBRULE(this.name, { ARGS: ["nodeName"] });
  });

  /** What opens no statement of this block: the rest of its line, and a block behind it. Kept whole and reported once. */
  protected strange = this.RULE("strange", (block: BlockKind = "file") => {
    const start = this.LA(1);
    this.SUBRULE(this.strangePiece, { ARGS: [block, start] });
    this.MANY({
      GATE: () => this.onSameLine() && !opening[block].has(this.LA(1).tokenType),
      DEF: () => this.SUBRULE1(this.strangePiece, { ARGS: [block, start] }),
    });
  });

  private strangePiece = this.RULE("strangePiece", (block: BlockKind = "file", start: IToken = this.LA(1)) => {
    this.OR([
      { ALT: () => this.CONSUME(Word, { LABEL: "stray" }) },
      { ALT: () => this.CONSUME(Comma, { LABEL: "stray" }) },
      { ALT: () => this.CONSUME(Equals, { LABEL: "stray" }) },
      { ALT: () => this.CONSUME(Arrow, { LABEL: "stray" }) },
      { ALT: () => this.CONSUME(Bar, { LABEL: "stray" }) },
      { ALT: () => this.SUBRULE(this.balanced, { ARGS: [block, start] }) },
    ]);
  });

  private balanced = this.RULE("balanced", (block: BlockKind = "file", start: IToken = this.LA(1)) => {
    this.CONSUME(LeftBrace);
    this.MANY({
      GATE: () => !this.blockEnds(block, start),
      DEF: () => this.SUBRULE(this.strangePiece, { ARGS: [block, start] }),
    });
    this.CONSUME(RightBrace);
  });

  /** What is left out, in the order in which it was noticed. Emptied by whoever gives the next input. */
  readonly missing: Missing[] = [];
  /** Where the block whose header is being read begins. */
  #headerColumn = 0;

  protected note(expected: string): void {
    this.ACTION(() => {
      this.missing.push({ message: expected, token: this.LA(1), previousToken: this.LA(0) });
    });
  }

  /** Called behind the keyword of a block. */
  protected begins(start: IToken): void {
    this.#headerColumn = start.startColumn ?? 0;
  }

  /** At the end of a line, or before something that cannot be a word: nothing is there, rather than something wrong. */
  private isLeftOut(): boolean {
    if (!this.onSameLine()) return true;
    const { tokenType } = this.LA(1);
    return tokenType === LeftBrace || tokenType === RightBrace || tokenType === Arrow || tokenType === Equals;
  }

  /** Where a header has no `{`: true when what follows is indented as its body would be. */
  protected bodyFollows(column = this.#headerColumn): boolean {
    const next = this.LA(1);
    if (this.onSameLine()) return isAnyOpener(next.tokenType);
    return (next.startColumn ?? 0) > column && isAnyOpener(next.tokenType);
  }

  /** The next word opens a statement of the block. */
  protected opens(block: BlockKind): boolean {
    return opening[block].has(this.LA(1).tokenType);
  }

  protected onSameLine(): boolean {
    return this.LA(1).startLine === this.LA(0).endLine;
  }

  /**
   * True where the text goes on with something that can only stand outside of `block`, so that its `}` is missing:
   * a line that begins a scenario, or an item of the cluster that is indented no deeper than `start`.
   */
  protected blockEnds(block: BlockKind, start: IToken): boolean {
    const next = this.LA(1);
    if (opening[block].has(next.tokenType) || this.onSameLine()) return false;
    if (opening.file.has(next.tokenType)) return true;
    if (block === "cluster" || block === "scenario" || block === "prove" || block === "file") return false;
    return opening.cluster.has(next.tokenType) && (next.startColumn ?? 0) <= (start.startColumn ?? 0);
  }

  /** A missing `{` is only supplied where the block goes on behind it, not where the next statement begins. */
  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return type !== LeftBrace || this.bodyFollows();
  }

  /** Never drops the word that begins the next statement to get at what stands behind it. */
  protected override canTokenTypeBeDeletedInRecovery(): boolean {
    return this.onSameLine() && this.LA(1).tokenType !== LeftBrace && this.LA(1).tokenType !== RightBrace;
  }
}
