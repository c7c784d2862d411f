// Parses a cluster file. Never throws: any text gives a tree of what could be understood, and problems for the rest.

import type { CstNode, IToken } from "chevrotain";
import type { Problem } from "../../problem.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { Parsed } from "../parsed.ts";
import { type Piece, readPieces, rememberPieces, takePieces } from "../pieces.ts";
import {
  depthMax,
  orderProblems,
  type Reading,
  report,
  reportControlCharacters,
  reportTooLarge,
  reportUndecoded,
  textMax,
} from "../syntaxProblem.ts";
import { reportStrange } from "./blocks.ts";
import { buildCluster, buildItem } from "./buildCluster.ts";
import { buildProof, buildScenario } from "./buildScenario.ts";
import { nodeSpan, nodesOf, tokenSpan, tokensOf } from "./cst.ts";
import { cutCluster } from "./cut.ts";
import { readClusterFile } from "./grammar.ts";
import { reportParserErrors } from "./parserErrors.ts";
import { LeftBrace, RightBrace, tokenizeCluster } from "./tokens.ts";
import type { ClusterBlock, ClusterFile, ClusterItem, ProofBlock, ScenarioBlock } from "./tree.ts";

/**
 * Piece by piece where the text can be cut (cut.ts), and as a whole where it cannot. `previous` is an earlier reading of
 * the same file, which is taken over: what is in it both times is not read again, and nobody may use it any more.
 */
export function parseCluster(file: string, text: string, previous?: Parsed<ClusterFile>): Parsed<ClusterFile> {
  const reading: Reading = { file, text, problems: [] };
  const earlier = previous?.file === file ? takePieces<PieceRead>(previous) : [];
  if (text.length > textMax) {
    reportTooLarge(reading);
    return { file, text, tree: emptyFile(text), problems: reading.problems };
  }
  reportUndecoded(reading);
  const { tree, pieces } = readFile(reading, earlier);
  const parsed = { file, text, tree, problems: orderProblems(reading) };
  rememberPieces(parsed, pieces);
  return parsed;
}

/** Undefined for what cannot be read alone. */
type PieceRead =
  | (Pick<ClusterFile, "scenarios" | "proofs"> & Pick<ClusterBlock, "items"> & Pick<Reading, "problems">)
  | undefined;

function readFile(reading: Reading, earlier: readonly Piece<PieceRead>[]) {
  const { text, problems } = reading;
  const cut = cutCluster(text);
  const frame = cut === undefined ? undefined : readFrame(reading, cut.frame);
  // Pieces that are of no use now are kept, so that the next change does not begin from nothing.
  if (cut === undefined || frame === undefined) return { tree: readWhole(reading), pieces: earlier };
  const pieces = readPieces(text, cut.pieces, (piece, start) => readPiece(reading, piece, start), earlier);
  const items: ClusterItem[] = [];
  const scenarios: ScenarioBlock[] = [];
  const proofs: ProofBlock[] = [];
  const told: Problem[] = [];
  for (const { read } of pieces) {
    if (read === undefined) return { tree: readWhole(reading), pieces };
    for (const item of read.items) items.push(item);
    for (const scenario of read.scenarios) scenarios.push(scenario);
    for (const proof of read.proofs) proofs.push(proof);
    for (const problem of read.problems) told.push(problem);
  }
  for (const problem of told) problems.push(problem);
  const cluster: ClusterBlock = { ...frame, items };
  const tree: ClusterFile = { cluster, extraClusters: [], scenarios, proofs, span: spanOf(0, text.length) };
  return { tree, pieces };
}

/** A piece is read as the only one of a file: an item in a cluster, a scenario or proof behind one. */
function readPiece({ file, text }: Reading, piece: string, start: number): PieceRead {
  const isRunnable = runnablePattern.test(piece);
  const before = isRunnable ? "cluster c {\n}\n" : "cluster c {\n";
  const written = `${before}${piece}${isRunnable ? "" : "\n}"}`;
  const shift = start - before.length;
  const reading: Reading = { file, text, problems: [] };
  const { cluster, extraClusters, scenarios, proofs } = readWhole(reading, written, shift);
  const end = shift + (isRunnable ? before.length - 1 : written.length);
  if (cluster?.body?.end !== end || extraClusters.length > 0) return undefined;
  if (scenarios.length + proofs.length !== (isRunnable ? 1 : 0)) return undefined;
  const isCrossed = reading.problems.some(
    ({ code, span }) => crossingCodes.has(code) || span.start < start || span.end > start + piece.length,
  );
  if (isCrossed) return undefined;
  return { items: cluster.items, scenarios, proofs, problems: reading.problems };
}

const runnablePattern = /^\s*(?:scenario|prove)(?![^\s{},"=|])/;

/** What is told of a block that ends elsewhere than its braces say. */
const crossingCodes: ReadonlySet<string> = new Set(["syntax-stray-brace", "syntax-misplaced-item"]);

/** The cluster without what is in it; undefined when something stands beside it or is wrong. */
function readFrame({ file, text }: Reading, stretches: readonly Span[]): ClusterBlock | undefined {
  const reading: Reading = {
    file,
    text: stretches.map(({ start, end }) => text.slice(start, end)).join(""),
    problems: [],
  };
  const { cluster, scenarios, proofs } = readWhole(reading);
  // A second cluster is a problem.
  if (cluster === undefined || reading.problems.length > 0) return undefined;
  if (cluster.items.length + scenarios.length + proofs.length > 0) return undefined;
  const inText = (span: Span): Span => spanOf(offsetIn(stretches, span.start), offsetIn(stretches, span.end - 1) + 1);
  const { name, body } = cluster;
  return {
    span: inText(cluster.span),
    keyword: inText(cluster.keyword),
    body: body === undefined ? undefined : inText(body),
    name: name === undefined ? undefined : { ...name, span: inText(name.span) },
    items: [],
  };
}

/** Where in the text the character stands that is this one of the stretches, one behind the other. */
function offsetIn(stretches: readonly Span[], offset: number): number {
  let before = 0;
  for (const { start, end } of stretches) {
    if (offset < before + end - start) return offset - before + start;
    before += end - start;
  }
  return offset;
}

/** `written` is the text, or a part of it with something around it, whose offsets are `shift` less than in the text. */
function readWhole(reading: Reading, written = reading.text, shift = 0): ClusterFile {
  const lexed = tokenizeCluster(written);
  for (const token of lexed.controlCharacters) reportControlCharacters(reading, tokenSpan(token));
  for (const token of lexed.tokens) moveToken(token, shift);
  const tokens = withoutDepth(reading, lexed.tokens);
  const { tree: cst, errors, missing } = readClusterFile(tokens);
  // A part with an open brace is not used: there, each is told where it stands.
  const isPart = written !== reading.text;
  const own: Reading = { ...reading, problems: [], suspectBrace: isPart ? undefined : suspectBrace(tokens) };
  const tree = buildFile(own, cst);
  reportParserErrors(own, errors, missing);
  for (const problem of withoutEchoes(own.problems)) reading.problems.push(problem);
  return tree;
}

function moveToken(token: IToken, by: number): void {
  token.startOffset += by;
  token.endOffset = (token.endOffset ?? token.startOffset) + by;
}

/** Where something else is wrong already, that it also begins no statement is nothing new. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const explained = new Set(problems.flatMap(({ code, span }) => (code === strangeCode ? [] : [span.start])));
  return problems.filter(({ code, span }) => code !== strangeCode || !explained.has(span.start));
}

const strangeCode = "syntax-unknown-item";

function emptyFile(text: string): ClusterFile {
  return { cluster: undefined, extraClusters: [], scenarios: [], proofs: [], span: spanOf(0, text.length) };
}

function buildFile(reading: Reading, cst: CstNode): ClusterFile {
  reportStrange(reading, cst, "file");
  for (const brace of tokensOf(cst, "strayBrace")) {
    report(reading, "syntax-stray-brace", tokenSpan(brace), {
      en: "This `}` closes nothing. Remove it, or check above for a block that ends too early.",
      ja: "この `}` が閉じるブロックはありません。削除するか、手前で早く閉じたブロックがないか確認してください。",
    });
  }
  const [cluster, ...extraClusters] = nodesOf(cst, "cluster").map((block) => buildCluster(reading, block));
  for (const extra of extraClusters) {
    report(reading, "syntax-second-cluster", extra.keyword, {
      en: "A file describes one cluster. Move this one to a file of its own.",
      ja: "1 つのファイルに書けるクラスターは 1 つです。別のファイルに移してください。",
    });
  }
  const misplaced = nodesOf(cst, "item").flatMap((item) => buildItem(reading, item));
  for (const item of misplaced) reportMisplaced(reading, item);
  if (cluster === undefined) reportNoCluster(reading, cst);
  return {
    cluster: cluster === undefined ? undefined : withItems(cluster, misplaced),
    extraClusters,
    scenarios: nodesOf(cst, "scenario").map((block) => buildScenario(reading, block)),
    proofs: nodesOf(cst, "prove").map((block) => buildProof(reading, block)),
    span: spanOf(0, reading.text.length),
  };
}

/** Items behind a `}` too many still belong to the cluster: otherwise every name in them would be reported too. */
function withItems(cluster: ClusterBlock, misplaced: readonly ClusterItem[]): ClusterBlock {
  return misplaced.length === 0 ? cluster : { ...cluster, items: [...cluster.items, ...misplaced] };
}

function reportMisplaced(reading: Reading, item: ClusterItem): void {
  report(reading, "syntax-misplaced-item", item.keyword, {
    en: `\`${item.kind}\` belongs inside \`cluster NAME { … }\`. Move it there, or check above for an extra \`}\`.`,
    ja: `\`${item.kind}\` は \`cluster NAME { … }\` の中に書きます。移動するか、手前に余分な \`}\` がないか確認してください。`,
  });
}

function reportNoCluster(reading: Reading, cst: CstNode): void {
  const place = nodeSpan(cst);
  report(reading, "syntax-missing-cluster", place === undefined ? spanOf(0, 0) : spanOf(place.start, place.start + 1), {
    en: "This file describes no cluster. Begin it with `cluster NAME {`.",
    ja: "このファイルにはクラスターがありません。`cluster NAME {` で始めてください。",
  });
}

/**
 * The first `{` whose `}` cannot be meant for it: the line of that `}` is indented less than the line of the `{`.
 * Undefined when the indentation tells nothing.
 */
function suspectBrace(tokens: readonly IToken[]): Span | undefined {
  const open: { readonly brace: IToken; readonly indentation: number }[] = [];
  let line = 0;
  let indentation = 0;
  for (const token of tokens) {
    const beginsLine = (token.startLine ?? 0) > line;
    if (beginsLine) indentation = token.startColumn ?? 0;
    line = token.endLine ?? 0;
    if (token.tokenType === LeftBrace) open.push({ brace: token, indentation });
    if (token.tokenType !== RightBrace) continue;
    const last = open.pop();
    if (last !== undefined && beginsLine && indentation < last.indentation) return tokenSpan(last.brace);
  }
  return undefined;
}

/** Leaves out what is nested deeper than any real file, so that neither the parser nor a reader's stack overflows. */
function withoutDepth(reading: Reading, tokens: readonly IToken[]): IToken[] {
  const kept: IToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === RightBrace) depth = Math.max(0, depth - 1);
    if (depth < depthMax) kept.push(token);
    if (token.tokenType !== LeftBrace) continue;
    depth++;
    if (depth !== depthMax) continue;
    report(reading, "syntax-too-deep", tokenSpan(token), {
      en: `Blocks are nested more than ${depthMax} deep here; what is inside is not read.`,
      ja: `ブロックの入れ子が ${depthMax} 段を超えています。この中は読み取りません。`,
    });
  }
  return kept;
}
