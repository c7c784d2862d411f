// Reading Chevrotain's concrete syntax tree: after a mistake any child may be missing, and a token that recovery
// supplied has no place in the text. Chevrotain's end offsets are inclusive, our spans are half-open.

import type { CstElement, CstNode, IToken } from "chevrotain";
import { type Span, spanOf } from "../../text/span.ts";

function isNode(element: CstElement): element is CstNode {
  return "children" in element;
}

function isWritten(token: IToken): boolean {
  return token.isInsertedInRecovery !== true && token.startOffset >= 0;
}

export function tokenSpan(token: IToken): Span {
  return spanOf(token.startOffset, (token.endOffset ?? token.startOffset) + 1);
}

/** The tokens under `label` that stand in the text. */
export function tokensOf(cst: CstNode, label: string): readonly IToken[] {
  const elements = cst.children[label];
  if (elements === undefined) return nothing;
  return elements.filter((element): element is IToken => !isNode(element) && isWritten(element));
}

export function tokenOf(cst: CstNode | undefined, label: string): IToken | undefined {
  const elements = cst?.children[label];
  if (elements === undefined) return undefined;
  for (const element of elements) if (!isNode(element) && isWritten(element)) return element;
  return undefined;
}

/** The parts under these labels, in the order of the text. */
export function nodesOf(cst: CstNode | undefined, ...labels: readonly string[]): readonly CstNode[] {
  if (cst === undefined) return nothing;
  const [label, ...more] = labels;
  const nodes = label === undefined ? nothing : nodesUnder(cst, label);
  if (more.every((other) => cst.children[other] === undefined)) return nodes;
  return [...nodes, ...more.flatMap((other) => nodesUnder(cst, other))].sort(
    (a, b) => (nodeSpan(a)?.start ?? 0) - (nodeSpan(b)?.start ?? 0),
  );
}

export function nodeOf(cst: CstNode | undefined, label: string): CstNode | undefined {
  const elements = cst?.children[label];
  if (elements === undefined) return undefined;
  for (const element of elements) if (isNode(element)) return element;
  return undefined;
}

function nodesUnder(cst: CstNode, label: string): readonly CstNode[] {
  const elements = cst.children[label];
  return elements === undefined ? nothing : elements.filter(isNode);
}

/** Most parts are not there most of the time, and whoever reads a tree asks for each of them. */
const nothing: readonly never[] = [];

/** Undefined for a part of which nothing is written. */
export function nodeSpan(cst: CstNode): Span | undefined {
  const location = cst.location;
  if (location === undefined || !(location.startOffset >= 0)) return undefined;
  return spanOf(location.startOffset, (location.endOffset ?? location.startOffset) + 1);
}
