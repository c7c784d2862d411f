// The only way of texts to an editor. A name from a stranger's file stands in hovers, titles, labels and messages; what
// an editor would obey in it, draw turned round or follow as a link ends here, whichever request it answers.

import { isSourceAddress } from "@lkcluster/core/catalogue/sources.ts";
import { safeMarkdown, visibleLine } from "@lkcluster/core/text/shown.ts";

/** What an editor shows, by the names that the protocol gives it. Everything else is text to write, or a key. */
const shownKeys: ReadonlySet<string> = new Set([
  "label",
  "detail",
  "description",
  "message",
  "title",
  "name",
  "containerName",
  "tooltip",
  "documentation",
]);

/** Longer than anybody reads in a list; a whole message, with all its names, fits. */
const shownMax = 4000;

/** The same answer, safe to show. `arguments` and `data` go back to whoever made them. */
export function shown<Answer>(answer: Answer): Answer {
  // The shape stays; only texts change.
  return clean(answer, undefined) as Answer;
}

function clean(value: unknown, key: string | undefined): unknown {
  if (typeof value === "string") return key !== undefined && shownKeys.has(key) ? lineOf(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // The thousands of numbers of semantic tokens need no look.
    return typeof value[0] === "number" ? value : value.map((each: unknown) => clean(each, key));
  }
  if ("kind" in value && value.kind === "markdown" && "value" in value) {
    return { ...value, value: safeMarkdown(String(value.value), isSourceAddress) };
  }
  // An Error carries more than its own keys.
  if (value instanceof Error) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name === "arguments" || name === "data" || name === "changes") return [name, inner];
      // A part of the label of an inlay hint.
      if (name === "value" && key === "label") return [name, typeof inner === "string" ? lineOf(inner) : inner];
      return [name, clean(inner, name)];
    }),
  );
}

function lineOf(text: string): string {
  const line = visibleLine(text);
  return line.length <= shownMax ? line : `${line.slice(0, shownMax).toWellFormed()}…`;
}
