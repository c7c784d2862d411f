// Reads JSON and keeps where each thing stands, so that a problem in a settings file has a place.

import type { Span } from "../text/span.ts";

export type JsonNode =
  | { readonly kind: "object"; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly span: Span; readonly value: string }
  | { readonly kind: "other"; readonly span: Span };

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

/** The value, or the offset at which the text stops being JSON. */
export type JsonResult = { readonly value: JsonNode } | { readonly brokenAt: number };

/** Deeper nesting than any settings file has; hostile input must not exhaust the stack. */
const depthMax = 100;

export function parseJsonWithPlaces(text: string): JsonResult {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): void => {
    match(/[ \t\r\n]*/y);
  };
  const string = (): { readonly value: string; readonly span: Span } | undefined => {
    const start = at;
    const raw = match(/"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy);
    if (raw === undefined) return undefined;
    // The pattern admits only what JSON admits, so this reads every escape and cannot fail.
    const value: unknown = JSON.parse(raw);
    return { value: String(value), span: { start, end: at } };
  };
  const value = (depth: number): JsonNode | undefined => {
    skip();
    const start = at;
    const first = text.charAt(at);
    if (depth > depthMax) return undefined;
    if (first === '"') {
      const found = string();
      return found === undefined ? undefined : { kind: "string", ...found };
    }
    if (first === "{") return object(start, depth);
    if (first === "[") return array(start, depth);
    const found = match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
    return found === undefined ? undefined : { kind: "other", span: { start, end: at } };
  };
  /** True after a comma, false at the end, undefined when neither stands here. */
  const more = (end: "}" | "]"): boolean | undefined => {
    skip();
    const next = text.charAt(at);
    if (next !== "," && next !== end) return undefined;
    at++;
    return next === ",";
  };
  const object = (start: number, depth: number): JsonNode | undefined => {
    at++;
    const members: JsonMember[] = [];
    skip();
    if (text.charAt(at) === "}") {
      at++;
      return { kind: "object", span: { start, end: at }, members };
    }
    for (;;) {
      skip();
      const key = string();
      skip();
      if (key === undefined || text.charAt(at) !== ":") return undefined;
      at++;
      const member = value(depth + 1);
      if (member === undefined) return undefined;
      members.push({ key: key.value, keySpan: key.span, value: member });
      const goesOn = more("}");
      if (goesOn === undefined) return undefined;
      if (!goesOn) return { kind: "object", span: { start, end: at }, members };
    }
  };
  const array = (start: number, depth: number): JsonNode | undefined => {
    at++;
    const items: JsonNode[] = [];
    skip();
    if (text.charAt(at) === "]") {
      at++;
      return { kind: "array", span: { start, end: at }, items };
    }
    for (;;) {
      const item = value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      const goesOn = more("]");
      if (goesOn === undefined) return undefined;
      if (!goesOn) return { kind: "array", span: { start, end: at }, items };
    }
  };

  const root = value(0);
  skip();
  return root === undefined || at < text.length ? { brokenAt: at } : { value: root };
}
