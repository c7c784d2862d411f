// The shapes of what a tool takes and gives, as JSON Schema in the small part that assistants need; and the check of what
// an assistant sends against them. A schema that is told to others and one that is checked here are the same value.

import type { Localized } from "../locale/localized.ts";
import { visibleLine } from "../text/shown.ts";

export type Schema = ObjectSchema | ListSchema | TextSchema | CountSchema | FlagSchema;

export interface ObjectSchema {
  readonly type: "object";
  readonly description?: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

interface ListSchema {
  readonly type: "array";
  readonly description?: string;
  readonly items: Schema;
  readonly maxItems?: number;
}

interface TextSchema {
  readonly type: "string";
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
}

interface CountSchema {
  readonly type: "integer" | "number";
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface FlagSchema {
  readonly type: "boolean";
  readonly description?: string;
}

/** Properties that a `?` follows may be missing. */
export function object(properties: Readonly<Record<string, Schema>>, description?: string): ObjectSchema {
  const entries = Object.entries(properties);
  return {
    type: "object",
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace("?", ""), schema])),
    required: entries.flatMap(([name]) => (name.endsWith("?") ? [] : [name])),
    additionalProperties: false,
  };
}

export function list(items: Schema, maxItems?: number, description?: string): ListSchema {
  return {
    type: "array",
    ...(description === undefined ? {} : { description }),
    items,
    ...(maxItems === undefined ? {} : { maxItems }),
  };
}

export function text(description?: string, maxLength?: number): TextSchema {
  return {
    type: "string",
    ...(description === undefined ? {} : { description }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

export function oneOf(values: readonly string[], description?: string): TextSchema {
  return { type: "string", enum: values, ...(description === undefined ? {} : { description }) };
}

export function count(minimum: number, maximum?: number, description?: string): CountSchema {
  return {
    type: "integer",
    ...(description === undefined ? {} : { description }),
    minimum,
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** Undefined: it fits. `where` names the value in what is said. */
export function misfit(schema: Schema, value: unknown, where: string): Localized | undefined {
  switch (schema.type) {
    case "object":
      return misfitOfObject(schema, value, where);
    case "array":
      return misfitOfList(schema, value, where);
    case "string":
      return misfitOfText(schema, value, where);
    case "boolean":
      return typeof value === "boolean" ? undefined : words.kind(where, "boolean");
    default:
      return misfitOfCount(schema, value, where);
  }
}

function misfitOfObject({ properties, required }: ObjectSchema, value: unknown, where: string): Localized | undefined {
  if (!isRecord(value)) return words.kind(where, "object");
  const missing = required.find((name) => value[name] === undefined);
  if (missing !== undefined) return words.missing(inside(where, missing));
  for (const [name, each] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (schema === undefined) return words.unknown(shortly(name), Object.keys(properties));
    if (each === undefined) continue;
    const wrong = misfit(schema, each, inside(where, name));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function misfitOfList({ items, maxItems }: ListSchema, value: unknown, where: string): Localized | undefined {
  if (!Array.isArray(value)) return words.kind(where, "array");
  if (maxItems !== undefined && value.length > maxItems) return words.tooMany(where, maxItems);
  for (const [index, each] of value.entries()) {
    const wrong = misfit(items, each, `${where}[${index}]`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function misfitOfText({ enum: values, maxLength }: TextSchema, value: unknown, where: string): Localized | undefined {
  if (typeof value !== "string") return words.kind(where, "string");
  if (values !== undefined && !values.includes(value)) return words.choices(where, values);
  return maxLength !== undefined && value.length > maxLength ? words.tooLong(where, maxLength) : undefined;
}

function misfitOfCount({ type, minimum, maximum }: CountSchema, value: unknown, where: string): Localized | undefined {
  const isCount = typeof value === "number" && Number.isFinite(value) && (type === "number" || Number.isInteger(value));
  if (!isCount) return words.kind(where, type);
  const isWithin = value >= (minimum ?? value) && value <= (maximum ?? value);
  return isWithin ? undefined : words.range(where, minimum ?? 0, maximum ?? Number.MAX_SAFE_INTEGER);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inside(where: string, name: string): string {
  return where === "" ? name : `${where}.${name}`;
}

function shortly(name: string): string {
  const line = visibleLine(name);
  return line.length <= 40 ? line : `${line.slice(0, 40)}…`;
}

const kinds = {
  object: { en: "an object", ja: "オブジェクト" },
  array: { en: "an array", ja: "配列" },
  string: { en: "a string", ja: "文字列" },
  boolean: { en: "true or false", ja: "true か false" },
  integer: { en: "a whole number", ja: "整数" },
  number: { en: "a number", ja: "数値" },
} as const satisfies Record<Schema["type"], Localized>;

const named = (where: string): Localized =>
  where === "" ? { en: "the arguments", ja: "引数全体" } : { en: `"${where}"`, ja: `「${where}」` };

const words = {
  kind: (where: string, kind: Schema["type"]): Localized => ({
    en: `Give ${named(where).en} as ${kinds[kind].en}.`,
    ja: `${named(where).ja}は${kinds[kind].ja}で指定してください。`,
  }),
  missing: (where: string): Localized => ({ en: `"${where}" is missing.`, ja: `「${where}」がありません。` }),
  unknown: (name: string, known: readonly string[]): Localized => ({
    en: `There is no argument "${name}". Arguments: ${known.join(", ")}.`,
    ja: `引数「${name}」はありません。引数: ${known.join("、")}`,
  }),
  tooMany: (where: string, max: number): Localized => ({
    en: `"${where}" may have at most ${max} entries.`,
    ja: `「${where}」に指定できるのは ${max} 件までです。`,
  }),
  tooLong: (where: string, max: number): Localized => ({
    en: `"${where}" may have at most ${max} characters.`,
    ja: `「${where}」に指定できるのは ${max} 文字までです。`,
  }),
  choices: (where: string, values: readonly string[]): Localized => ({
    en: `"${where}" is one of: ${values.join(", ")}.`,
    ja: `「${where}」に指定できる値: ${values.join("、")}`,
  }),
  range: (where: string, min: number, max: number): Localized => ({
    en: `"${where}" is a number from ${min} to ${max}.`,
    ja: `「${where}」には ${min} から ${max} までの数を指定してください。`,
  }),
};
