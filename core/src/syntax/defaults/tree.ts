// The syntax tree of a parameter file, /etc/default/LifeKeeper: one entry a line, every byte accounted for.

import type { Span } from "../../text/span.ts";

export interface Piece {
  readonly text: string;
  readonly span: Span;
}

export interface DefaultsFile {
  readonly text: string;
  readonly lines: readonly DefaultsLine[];
}

interface Line {
  /** The line without its line end. */
  readonly span: Span;
  readonly comment: Piece | undefined;
}

/** `NAME=value`, with an optional comment behind it. */
export interface Assignment extends Line {
  readonly kind: "assignment";
  readonly name: Piece;
  readonly equals: Span;
  /** As written, without white space around it; empty text (legal: "off") has an empty span after `=`. */
  readonly rawValue: Piece;
  /** `rawValue` without a pair of quotes around it. */
  readonly value: string;
  readonly quote: '"' | "'" | undefined;
}
/** Empty, or only a comment. */
export interface BlankLine extends Line {
  readonly kind: "blank";
}
/** Anything else, for example a line without `=`: kept, reported. */
export interface StrangeLine extends Line {
  readonly kind: "strange";
  readonly content: Piece;
}

export type DefaultsLine = Assignment | BlankLine | StrangeLine;
