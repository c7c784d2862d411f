// What surrounds every shape that stands for a thing, and what a user can do with it.

import type { SVGTemplateResult } from "lit";
import type { Thing } from "../thing.ts";

export interface ThingEvents {
  open(thing: Thing): void;
  mark(thing: Thing): void;
  focus(thing: Thing): void;
  /** The pointer is over a network, or leaves it. */
  light(network: string | undefined): void;
  /** From a thing with the arrow keys. */
  move(thing: Thing, direction: Direction): void;
}

export type Direction = "left" | "right" | "up" | "down";

/** What surrounds every shape that stands for a thing. */
export interface ThingFrame {
  readonly thing: Thing;
  readonly label: string;
  readonly className: string;
  readonly content: SVGTemplateResult;
}
