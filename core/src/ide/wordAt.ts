// The word of a cluster file that an offset touches.

import { LeftBrace, RightBrace, tokenizeCluster } from "../syntax/cluster/tokens.ts";
import { type Span, spanOf, touches } from "../text/span.ts";

export interface WordAt {
  readonly text: string;
  readonly span: Span;
}

export function wordAt(text: string, offset: number): WordAt | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  // No token reaches over a line end, so that one line can be read alone.
  for (const token of tokenizeCluster(line).tokens) {
    if (token.tokenType === LeftBrace || token.tokenType === RightBrace) continue;
    const span = spanOf(lineStart + token.startOffset, lineStart + token.startOffset + token.image.length);
    if (touches(span, offset)) return { text: token.image, span };
  }
  return undefined;
}
