// Parses a cluster file. Never throws: any text gives a tree of what could be understood, and problems for the rest.

import type { CstNode, IToken } from "chevrotain";
import type { Problem } from "../../problem.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { Parsed } from "../parsed.ts";
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
import { readClusterFile } from "./grammar.ts";
import { reportParserErrors } from "./parserErrors.ts";
import { LeftBrace, RightBrace, tokenizeCluster } from "./tokens.ts";
import type { ClusterBlock, ClusterFile, ClusterItem } from "./tree.ts";

export function parseCluster(file: string, text: string): Parsed<ClusterFile> {
  const problems: Problem[] = [];
  const reading: Reading = { file, text, problems };
  if (text.length > textMax) {
    reportTooLarge(reading);
    return { file, text, tree: emptyFile(text), problems: reading.problems };
  }
  reportUndecoded(reading);
  const lexed = tokenizeCluster(text);
  for (const token of lexed.controlCharacters) reportControlCharacters(reading, tokenSpan(token));
  const tokens = withoutDepth(reading, lexed.tokens);
  const { tree: cst, errors, missing } = readClusterFile(tokens);
  const tree = buildFile({ ...reading, suspectBrace: suspectBrace(tokens) }, cst);
  reportParserErrors(reading, errors, missing);
  return { file, text, tree, problems: orderProblems({ ...reading, problems: withoutEchoes(reading.problems) }) };
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
