// Semantic tokens, whole and as differences to what the editor has.

import {
  clusterTokens,
  defaultsTokens,
  semanticTokenModifiers,
  semanticTokenTypes,
} from "@lkcluster/core/ide/semanticTokens.ts";
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensLegend,
  type SemanticTokensParams,
} from "vscode-languageserver";
import type { Session } from "./session.ts";
import { normalUri } from "./uri.ts";

export const legend: SemanticTokensLegend = {
  tokenTypes: [...semanticTokenTypes],
  tokenModifiers: [...semanticTokenModifiers],
};

/** One builder per file remembers what was sent last, so that the editor need only be told the difference. */
export class Colours {
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  readonly whole = (session: Session, { textDocument }: SemanticTokensParams): SemanticTokens => {
    const file = normalUri(textDocument.uri);
    const builder = new SemanticTokensBuilder();
    this.#builders.set(file, builder);
    return fill(builder, session, file).build();
  };

  readonly delta = (session: Session, params: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta => {
    const file = normalUri(params.textDocument.uri);
    const builder = this.#builders.get(file);
    if (builder === undefined) return this.whole(session, params);
    // Empties the builder too.
    builder.previousResult(params.previousResultId);
    return fill(builder, session, file).buildEdits();
  };

  forget(uri: string): void {
    this.#builders.delete(normalUri(uri));
  }
}

function fill(builder: SemanticTokensBuilder, session: Session, file: string): SemanticTokensBuilder {
  const lines = session.lines(file);
  const tokens =
    session.workspace.languageOf(file) === "cluster"
      ? clusterTokens(session.snapshot.parsed(file).tree)
      : defaultsTokens(session.snapshot.parameterFile(file).tree);
  for (const { span, type, modifiers } of tokens) {
    const { line, character } = lines.positionAt(span.start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << semanticTokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, span.end - span.start, semanticTokenTypes.indexOf(type), bits);
  }
  return builder;
}
