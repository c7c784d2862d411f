// The layout of a parameter file. It is read by programs we do not know, so that nothing inside a line changes:
// only white space at the edges of lines, repeated blank lines, and a missing last line end.

import { parseDefaults } from "./parse.ts";

export function formatDefaults(text: string): string {
  const { lines } = parseDefaults("", text).tree;
  if (lines.length === 0) return text;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const kept: string[] = [];
  for (const { span } of lines) {
    const line = text.slice(span.start, span.end).trim();
    if (line !== "" || (kept.length > 0 && kept.at(-1) !== "")) kept.push(line);
  }
  while (kept.at(-1) === "") kept.pop();
  return kept.length === 0 ? "" : kept.join(lineEnd) + lineEnd;
}
