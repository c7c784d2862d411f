// What can happen to a cluster. Outside events are faults and operator actions, as the language lists them; inside
// events are timers that run out and handlers that run. Names are those of the cluster file, so that a list of events
// can be read and kept.

import type { OutsideEvent } from "../language/actions.ts";

export type { OutsideEvent } from "../language/actions.ts";

/** Things that follow by themselves, and what each is about. */
export const insideShapes = {
  /** `node` has missed so many heartbeats on one link that it marks it DEAD; or it hears beats there again. */
  "path-dead": "end",
  "path-alive": "end",
  /** The last link to `peer` is DEAD, the first is ALIVE again: the event is raised, its handler is yet to run. */
  "comm-down": "peers",
  "comm-up": "peers",
  stopped: "node",
  booted: "node",
  "lcm-avail": "node",
  /** The handlers of these events, step by step. */
  "handle-comm-down": "peers",
  "witness-check": "peers",
  "confirm-timeout": "peers",
  "handle-comm-up": "peers",
  /** lkcheck finds a failed resource; a node finds that its reservation was taken. */
  "quick-check": "resource",
  "disk-check": "resource",
  /** The two ends of a contested reservation. */
  "reservation-won": "resource",
  "reservation-lost": "resource",
  "resync-done": "resource",
  "standby-check": "resource",
} as const satisfies Readonly<Record<string, keyof Shapes>>;

interface Shapes {
  /** One end of a link, counted from 1 in the order written. */
  readonly end: { readonly node: string; readonly peer: string; readonly index: number };
  readonly peers: { readonly node: string; readonly peer: string };
  readonly node: { readonly node: string };
  readonly resource: { readonly tag: string; readonly node: string };
}

export type InsideKind = keyof typeof insideShapes;

export type InsideEvent = {
  readonly [Kind in InsideKind]: { readonly kind: Kind } & Shapes[(typeof insideShapes)[Kind]];
}[InsideKind];

export type Event = OutsideEvent | InsideEvent;

export function isOutside(event: Event): event is OutsideEvent {
  return !Object.hasOwn(insideShapes, event.kind);
}
