// How a statement is written, as one line: `fail <tag> [on <node>] [beyond local recovery]`. Words stand as they are,
// `<slot>` for a value, `<slot,>` for a list with commas, `[…]` for what may be left out. A value is kept under the name
// of its slot, or under another one, as in `<index:count>`; words that may be left out under the words themselves.

import type { Slot } from "./slots.ts";

/** One place of a form: a word as it is, or a slot. */
export type Piece =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "slot"; readonly slot: Slot; readonly field: string; readonly list: boolean }
  | {
      readonly kind: "optional";
      readonly pieces: readonly Piece[];
      /** Under what it is kept that these words are written; undefined when there is a slot among them. */
      readonly flag: string | undefined;
    };

const pieces = /\[[^\]]*\]|<[a-zA-Z:]+,?>|\S+/g;
const slotPattern = /^<(?:([a-zA-Z]+):)?([a-zA-Z]+)(,?)>$/;

export function readForm(form: string): readonly Piece[] {
  return (form.match(pieces) ?? []).map((piece): Piece => {
    if (piece.startsWith("[")) {
      const inner = readForm(piece.slice(1, -1));
      const isFlag = inner.every(({ kind }) => kind === "word") && piece !== "[{]";
      return { kind: "optional", pieces: inner, flag: isFlag ? camelCase(piece.slice(1, -1)) : undefined };
    }
    const [, name, slot, comma] = slotPattern.exec(piece) ?? [];
    if (slot === undefined) return { kind: "word", word: piece };
    // A test reads every form and compares its slots with the type.
    return { kind: "slot", slot: slot as Slot, field: name ?? slot, list: comma === "," };
  });
}

/** As the parser reads it: a pair is two nodes with an arrow between them. */
export function piecesOf(form: string): readonly Piece[] {
  return readForm(form).flatMap((piece): readonly Piece[] => {
    if (piece.kind !== "slot" || piece.slot !== "between") return [piece];
    const node: Piece = { kind: "slot", slot: "node", field: piece.field, list: false };
    return [node, { kind: "word", word: "<->" }, node];
  });
}

/** What a form names, in the order written; a flag is words that may be left out. */
export interface Field {
  readonly name: string;
  readonly slot: Slot | "flag";
  readonly list: boolean;
  readonly optional: boolean;
}

export function fieldsOf(form: string): readonly Field[] {
  return fieldsIn(readForm(form), false);
}

function fieldsIn(all: readonly Piece[], optional: boolean): readonly Field[] {
  return all.flatMap((piece): readonly Field[] => {
    if (piece.kind === "word") return [];
    if (piece.kind === "slot") return [{ name: piece.field, slot: piece.slot, list: piece.list, optional }];
    if (piece.flag === undefined) return fieldsIn(piece.pieces, true);
    return [{ name: piece.flag, slot: "flag", list: false, optional: true }];
  });
}

/** As users read it: without the names of fields, and two nodes where a pair is meant. */
export function shownForm(form: string): string {
  return form.replaceAll("<between>", "<node> <-> <node>").replaceAll(/<[a-zA-Z]+:/g, "<");
}

/** `cut-link`, `beyond local recovery`: as the name of a field. */
export function camelCase(words: string): string {
  return words.replace(/[- ](.)/g, (_, letter: string) => letter.toUpperCase());
}

export type CamelCase<Words extends string> = Words extends `${infer First}${" " | "-"}${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Words;

/** What stands in the slots: a name unless listed here. */
export interface SlotValues {
  readonly name: unknown;
  readonly list: unknown;
}

type ValueIn<Values extends SlotValues, Inner extends string> = Inner extends `${string},`
  ? Values["list"]
  : Inner extends keyof Values
    ? Values[Inner]
    : Values["name"];

type Parted<Inner extends string> = Inner extends `${infer Field}:${infer Rest}` ? [Field, Rest] : [Inner, Inner];

type Required<Form extends string, Values extends SlotValues> = Form extends `${string}<${infer Inner}>${infer Rest}`
  ? { readonly [Field in Parted<Inner>[0]]: ValueIn<Values, Parted<Inner>[1]> } & Required<Rest, Values>
  : unknown;

type Optional<Part extends string, Values extends SlotValues> = Part extends `${string}<${infer Inner}>${string}`
  ? { readonly [Field in Parted<Inner>[0]]?: ValueIn<Values, Parted<Inner>[1]> | undefined }
  : { readonly [Flag in CamelCase<Part>]: boolean };

/** What a form names: each slot, and whether the words that may be left out are there. */
export type FieldsOf<
  Form extends string,
  Values extends SlotValues,
> = Form extends `${infer Before}[${infer Part}]${infer After}`
  ? Required<Before, Values> & Optional<Part, Values> & FieldsOf<After, Values>
  : Required<Form, Values>;
