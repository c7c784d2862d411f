// A place in a text: half-open, in UTF-16 code units, as JavaScript strings and LSP count them.

export interface Span {
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
}

export function spanOf(start: number, end: number): Span {
  return { start, end };
}

/** True when `offset` lies in the span or touches its end, which is where a typing cursor stands. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
