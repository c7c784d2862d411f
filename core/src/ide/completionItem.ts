// An entry of a completion list, and the notation of snippets.

import type { Span } from "../text/span.ts";

export type CompletionKind =
  | "keyword"
  | "snippet"
  | "parameter"
  | "value"
  | "node"
  | "resource"
  | "name"
  | "type"
  | "file"
  | "folder";

/** Says what documentation an entry has: see completionDocumentation.ts. */
export type DocumentationKey = `${"parameter" | "explain" | "statement" | "choice" | "type"}:${string}`;

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Beside the label: a value's meaning, a parameter's default. */
  readonly detail?: string;
  /** What is inserted instead of `span`. */
  readonly newText: string;
  /** True when `newText` has tab stops in the editor's notation. */
  readonly isSnippet: boolean;
  readonly span: Span;
  /** Entries are shown in this order. */
  readonly rank: number;
  readonly documentation?: DocumentationKey;
}

/** Our tab stops, `<1:text>`, in the notation of editors. Braces and dollars of the text itself are kept as they are. */
export function snippetText(snippet: string): string {
  return snippet
    .replace(/[$\\]/g, "\\$&")
    .replace(/<(\d)>/g, "$$$1")
    .replace(
      /<(\d)(:[^>]*|\|[^>]*\|)>/g,
      (_, stop: string, rest: string) => `\${${stop}${rest.replaceAll("}", "\\}")}}`,
    );
}
