// Colours that need understanding: a name is coloured as what it names, wherever it is written.

import { findParameter } from "../catalogue/parameters.ts";
import type { NameKind } from "../language/slots.ts";
import { requirementWords } from "../model/requirements.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import type { DefaultsFile } from "../syntax/defaults/tree.ts";
import type { Span } from "../text/span.ts";
import { namesIn, resolver } from "./names.ts";

/** In the order in which the server announces them. */
export const semanticTokenTypes = [
  "class",
  "struct",
  "namespace",
  "interface",
  "variable",
  "property",
  "enumMember",
] as const;
export const semanticTokenModifiers = ["declaration", "readonly"] as const;

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof semanticTokenTypes)[number];
  readonly modifiers: readonly (typeof semanticTokenModifiers)[number][];
}

const typeOfName: Readonly<Record<NameKind, SemanticToken["type"]>> = {
  node: "class",
  resource: "struct",
  network: "interface",
  domain: "namespace",
  storage: "variable",
  host: "variable",
};

export function clusterTokens(tree: ClusterFile): readonly SemanticToken[] {
  const names = namesIn(tree);
  const resolve = resolver(names);
  const tokens = names.map(
    (use): SemanticToken => ({
      span: use.word.span,
      type: typeOfName[resolve(use).kind],
      modifiers: use.defines ? ["declaration"] : [],
    }),
  );
  return [...tokens, ...setTokens(tree), ...requirementTokens(tree)].sort((a, b) => a.span.start - b.span.start);
}

function setTokens(tree: ClusterFile): readonly SemanticToken[] {
  return (tree.cluster?.items ?? []).flatMap((node) => {
    if (node.kind !== "node" && node.kind !== "witness") return [];
    return node.items.flatMap((set): readonly SemanticToken[] => {
      if (set.kind !== "set" || set.parameter === undefined) return [];
      return parameterTokens(set.parameter.value, set.parameter.span, set.value?.value, set.value?.span);
    });
  });
}

/** A requirement is defined elsewhere; here it is one of a known list. */
function requirementTokens({ scenarios, proofs }: ClusterFile): readonly SemanticToken[] {
  return [...scenarios, ...proofs]
    .flatMap((block) => requirementWords(block))
    .map(({ word }) => ({ span: word.span, type: "enumMember", modifiers: [] }));
}

export function defaultsTokens(tree: DefaultsFile): readonly SemanticToken[] {
  return tree.lines.flatMap((line) =>
    line.kind === "assignment" ? parameterTokens(line.name.text, line.name.span, line.value, line.rawValue.span) : [],
  );
}

function parameterTokens(
  name: string,
  nameSpan: Span,
  value: string | undefined,
  valueSpan: Span | undefined,
): readonly SemanticToken[] {
  const found = findParameter(name);
  if (found === undefined) return [];
  const token: SemanticToken = { span: nameSpan, type: "property", modifiers: ["readonly"] };
  const isChoice =
    found.spec.type.kind === "choice" &&
    found.spec.type.values.some((each) => each.value === value || each.aliases?.includes(value ?? ""));
  if (!isChoice || valueSpan === undefined) return [token];
  return [token, { span: valueSpan, type: "enumMember", modifiers: [] }];
}
