// Completion in a parameter file: names at the start of a line, values behind `=`.

import type { Locale } from "../locale/localized.ts";
import { runBefore } from "../text/before.ts";
import { spanOf } from "../text/span.ts";
import type { CompletionItem } from "./completionItem.ts";
import { lineAt } from "./parameterAt.ts";
import { parameterItems, valueItems } from "./parameterCompletion.ts";
import type { Snapshot } from "./snapshot.ts";

export function completeDefaults(
  snapshot: Snapshot,
  file: string,
  offset: number,
  locale: Locale,
): readonly CompletionItem[] {
  const { tree, text } = snapshot.parameterFile(file);
  const cluster = snapshot.clustersOf(file)[0]?.cluster;
  const line = lineAt(tree, offset);
  if (line === undefined || (line.comment !== undefined && offset > line.comment.span.start)) return [];
  if (line.kind === "assignment" && offset >= line.equals.end) {
    const span = offset < line.rawValue.span.start ? spanOf(offset, offset) : line.rawValue.span;
    return valueItems(line.name.text, cluster, span, locale);
  }
  const taken = new Set(
    tree.lines.flatMap((other) => (other.kind === "assignment" && other !== line ? [other.name.text] : [])),
  );
  const span = line.kind === "assignment" ? line.name.span : wordSpan(text, offset);
  return parameterItems({ cluster, taken, span, assignment: line.kind === "assignment" ? "" : "=" }, locale);
}

/** The word that ends at the cursor. */
function wordSpan(text: string, offset: number) {
  const before = runBefore(text, offset, /\S/);
  const after = /^[^\s=#]*/.exec(text.slice(offset))?.[0] ?? "";
  return spanOf(offset - before.length, offset + after.length);
}
