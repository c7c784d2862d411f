// Events as numbers, for the inner loops: six bits of operation, six of a node or another choice, two of flags, the
// rest an index. What the parts stand for follows from the form of an action and from the shape of an inside event;
// only encode.ts and decode.ts know the names.

import { assert } from "../assert.ts";
import { actionKinds, actions, type Bundle, type DeedKind, type EventKind } from "../language/actions.ts";
import { type CamelCase, camelCase, type Field, fieldsOf } from "../language/form.ts";
import { namedIn } from "../language/slots.ts";
import { type InsideKind, insideShapes } from "./event.ts";

export function isBundle(kind: EventKind): kind is Bundle {
  return actions[kind].each !== undefined;
}

export function isDeed(kind: DeedKind | InsideKind): kind is DeedKind {
  return !Object.hasOwn(insideShapes, kind);
}

/** Everything that has a number: first what is done, then what follows by itself. Begins with 1. */
const operations = [
  ...actionKinds.filter((kind): kind is DeedKind => kind !== "wait" && !isBundle(kind)),
  // The keys of a literal are its own keys and no others.
  ...(Object.keys(insideShapes) as readonly InsideKind[]),
];
assert(operations.length < 64, "six bits are too few for all operations");

export type Op = number;

/** By the name of the event. */
export const op = Object.fromEntries(operations.map((kind, index) => [camelCase(kind), index + 1])) as {
  // One number for each kind, by its name.
  readonly [Kind in (typeof operations)[number] as CamelCase<Kind>]: Op;
};

export function kindOf(operation: number): (typeof operations)[number] | undefined {
  return operations[operation - 1];
}

/** In the place of a node, host or storage: all of them. */
export const every = 63;

const firstInside = operations.findIndex((kind) => !isDeed(kind)) + 1;

export function codeOf(operation: Op, index: number, choice = 0, flags = 0): number {
  return operation | (choice << 6) | (flags << 12) | (index << 14);
}

export function operationOf(code: number): number {
  return code & 63;
}

export function choiceOf(code: number): number {
  return (code >> 6) & 63;
}

export function flagsOf(code: number): number {
  return (code >> 12) & 3;
}

export function indexOf(code: number): number {
  return code >> 14;
}

export function isInside(code: number): boolean {
  return operationOf(code) >= firstInside;
}

/** The same event of another index or choice. */
export function readdressed(code: number, index: number, choice: number): number {
  return codeOf(operationOf(code), index, choice, flagsOf(code));
}

/** Where the number of an outside event keeps what its form names. */
export interface Address {
  /** What happens to it; undefined when it happens to everything. */
  readonly index: Field | undefined;
  /** The other thing that the form names: `every` where it is left out. */
  readonly choice: Field | undefined;
  /** Words that may be left out, and one of two words. */
  readonly flags: readonly Field[];
}

export const addresses: Readonly<Record<EventKind, Address>> = Object.fromEntries(
  actionKinds.map((kind) => [kind, addressOf(fieldsOf(actions[kind].form))]),
  // Every kind was asked for.
) as Record<EventKind, Address>;

function addressOf(fields: readonly Field[]): Address {
  const things = fields.filter(({ slot }) => slot !== "flag" && namedIn(slot).length > 0);
  // Where nothing must be named, the node: there are fewer of them than `every`.
  const index = things.find(({ optional }) => !optional) ?? things.at(-1);
  return {
    index,
    choice: things.find((field) => field !== index),
    flags: fields.filter(({ slot }) => slot !== "count" && !things.some((field) => field.slot === slot)),
  };
}

/** What the index and the choice of a number count. */
export interface Parts {
  readonly index: Part | undefined;
  readonly choice: Part | undefined;
}

type Part = Field["slot"] | "link" | "side";

const insideParts = {
  end: { index: "link", choice: "side" },
  peers: { index: "node", choice: "node" },
  node: { index: "node", choice: undefined },
  resource: { index: "tag", choice: "node" },
} as const satisfies Readonly<Record<string, Parts>>;

const nothing: Parts = { index: undefined, choice: undefined };

const partsByOperation: readonly Parts[] = operations.map((kind) => {
  if (!isDeed(kind)) return insideParts[insideShapes[kind]];
  const { index, choice } = addresses[kind];
  return { index: partOf(index), choice: partOf(choice) };
});

/** A node that heals is a node; a pair with a number is a link. */
function partOf(field: Field | undefined): Part | undefined {
  return field?.slot === "healed" ? "node" : field?.slot === "between" ? "link" : field?.slot;
}

export function partsOf(code: number): Parts {
  return partsByOperation[operationOf(code) - 1] ?? nothing;
}
