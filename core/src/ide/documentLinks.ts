// What can be opened from the text: the parameter file of a cluster, addresses in comments.

import type { Span } from "../text/span.ts";
import { defaultsWord } from "./navigation.ts";
import type { Language, Snapshot } from "./snapshot.ts";

export interface DocumentLink {
  readonly span: Span;
  readonly target: string;
}

export function documentLinks(snapshot: Snapshot, file: string, language: Language): readonly DocumentLink[] {
  const text = snapshot.read(file)?.text ?? "";
  const links = webLinks(text);
  if (language !== "cluster") return links;
  const { parsed, cluster } = snapshot.model(file);
  const word = defaultsWord(parsed.tree);
  if (word === undefined || cluster?.defaultsFile === undefined) return links;
  const quote = word.quoted ? 1 : 0;
  const span = { start: word.span.start + quote, end: Math.max(word.span.start + quote, word.span.end - quote) };
  return [{ span, target: cluster.defaultsFile }, ...links];
}

function webLinks(text: string): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const found of text.matchAll(/https?:\/\/[^\s"'<>{}）」、。]+/g)) {
    links.push({ span: { start: found.index, end: found.index + found[0].length }, target: found[0] });
  }
  return links;
}
