// Reads the value of a parameter against its type: what it stands for, or in which way it is wrong.
// It decides nothing about severity: how sure the catalogue is of the values is the rules' business.

import { nearest } from "../text/suggest.ts";
import type { ChoiceValue, NumberRange, ParameterSpec } from "./spec.ts";

export type ValueReading =
  | { readonly kind: "choice"; readonly choice: ChoiceValue }
  | { readonly kind: "flag"; readonly on: boolean }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "text"; readonly text: string }
  | WrongValue;

export type WrongValue =
  | { readonly kind: "not-a-choice"; readonly allowed: readonly string[]; readonly nearest: string | undefined }
  | { readonly kind: "not-an-integer" }
  | {
      readonly kind: "out-of-range";
      readonly number: number;
      readonly ranges: readonly NumberRange[];
      readonly nearest: number;
    }
  | { readonly kind: "bad-items"; readonly items: readonly string[] }
  | { readonly kind: "empty" };

const wholeNumber = /^[+-]?\d{1,15}$/;
const hostAndPort = /^[^\s:,]+:\d{1,5}$/;

/** What `text` means as a value of `spec`. Upper and lower case differ, as they do in the file. */
export function readValue(spec: ParameterSpec, text: string): ValueReading {
  const type = spec.type;
  switch (type.kind) {
    case "choice": {
      const choice = type.values.find((one) => one.value === text || one.aliases?.includes(text));
      return choice === undefined ? notAChoice(text, allowedTexts(spec)) : { kind: "choice", choice };
    }
    case "flag":
      if (type.on.includes(text)) return { kind: "flag", on: true };
      if (type.off.includes(text)) return { kind: "flag", on: false };
      return notAChoice(text, allowedTexts(spec));
    case "integer":
    case "duration":
      return readNumber(text, type.ranges);
    case "list":
      return readList(text, type.separator, type.item);
    case "path":
    case "text":
      return { kind: "text", text };
  }
}

/** Every text that a choice or a flag may have, in the order of the catalogue; empty for other types. */
export function allowedTexts(spec: ParameterSpec): readonly string[] {
  switch (spec.type.kind) {
    case "choice":
      return spec.type.values.flatMap((one) => [one.value, ...(one.aliases ?? [])]);
    case "flag":
      return [...spec.type.on, ...spec.type.off];
    default:
      return [];
  }
}

/** The allowed number that is closest to `number`; `number` itself when nothing is known about the range. */
export function clamp(number: number, ranges: readonly NumberRange[]): number {
  let best: number | undefined;
  for (const { min, max } of ranges) {
    const inside = Math.min(Math.max(number, min ?? number), max ?? Number.MAX_SAFE_INTEGER);
    if (best === undefined || Math.abs(inside - number) < Math.abs(best - number)) best = inside;
  }
  return best ?? number;
}

function notAChoice(text: string, allowed: readonly string[]): ValueReading {
  if (text === "") return { kind: "empty" };
  return { kind: "not-a-choice", allowed, nearest: nearest(text, allowed) };
}

function readNumber(text: string, ranges: readonly NumberRange[]): ValueReading {
  if (text === "") return { kind: "empty" };
  if (!wholeNumber.test(text)) return { kind: "not-an-integer" };
  const number = Number(text);
  const closest = clamp(number, ranges);
  if (closest !== number) return { kind: "out-of-range", number, ranges, nearest: closest };
  return { kind: "number", number };
}

function readList(text: string, separator: string, item: "host:port" | "path" | "mail" | "text"): ValueReading {
  if (text === "") return { kind: "list", items: [] };
  const items = text.split(separator);
  const bad = items.filter((one) => !isItem(one, item));
  return bad.length > 0 ? { kind: "bad-items", items: bad } : { kind: "list", items };
}

function isItem(text: string, item: "host:port" | "path" | "mail" | "text"): boolean {
  if (text === "" || /\s/.test(text)) return false;
  if (item !== "host:port") return true;
  if (!hostAndPort.test(text)) return false;
  const port = Number(text.slice(text.lastIndexOf(":") + 1));
  return port >= 1 && port <= 65535;
}
