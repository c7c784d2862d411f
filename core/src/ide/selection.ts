// Growing a selection: word, part, statement, inside of the block, block, file.

import { type Span, touches } from "../text/span.ts";
import type { CursorPlace } from "./place.ts";
import type { Snapshot } from "./snapshot.ts";

/** From the smallest to the whole file, each inside of the next. */
export function selectionAt(snapshot: Snapshot, { file, language, offset }: CursorPlace): readonly Span[] {
  const text = snapshot.read(file)?.text ?? "";
  const tree = language === "cluster" ? snapshot.parsed(file).tree : snapshot.parameterFile(file).tree;
  const spans: Span[] = [{ start: 0, end: text.length }];
  collect(tree, offset, spans);
  const ordered = spans.sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const span of ordered) {
    const last = nested.at(-1);
    const grows = last === undefined || (span.start <= last.start && span.end >= last.end);
    const differs = last === undefined || span.start !== last.start || span.end !== last.end;
    if (grows && differs) nested.push(span);
  }
  return nested;
}

/** Every part of a tree has its place in `span`, so that no part needs to be named here. */
function collect(part: unknown, offset: number, spans: Span[]): void {
  if (Array.isArray(part)) {
    for (const each of part) collect(each, offset, spans);
    return;
  }
  if (typeof part !== "object" || part === null) return;
  if ("span" in part && isSpan(part.span)) {
    if (!touches(part.span, offset)) return;
    spans.push(part.span);
  }
  for (const [key, value] of Object.entries(part)) {
    if (key === "body" && isSpan(value)) addBody(value, offset, spans);
    else if (key !== "span" && !isSpan(value)) collect(value, offset, spans);
    else if (key === "keyword" && isSpan(value) && touches(value, offset)) spans.push(value);
  }
}

function addBody(body: Span, offset: number, spans: Span[]): void {
  if (!touches(body, offset)) return;
  spans.push(body);
  const inside = { start: body.start + 1, end: body.end - 1 };
  if (inside.start <= inside.end && touches(inside, offset)) spans.push(inside);
}

function isSpan(value: unknown): value is Span {
  return (
    typeof value === "object" &&
    value !== null &&
    "start" in value &&
    "end" in value &&
    typeof value.start === "number" &&
    typeof value.end === "number"
  );
}
