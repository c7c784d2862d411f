// The text of a plan file, and what is read from one: field by field, because anybody may have written it. Nothing in it
// is shown or carried out as it stands; the plan is made again from its sources and held against it.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type SettingLevel, settingLevels } from "@lkcluster/core/rules/settings.ts";
import { checkSeal, type PlanKey, type Seal, sealWith } from "./planSeal.ts";

const format = "lkcluster-plan/2";

/** What the plan was made from, and what came out. */
export interface PlanBody {
  /** The name of the cluster file among `files`. */
  readonly cluster: string;
  /** Every file that counts, as it was: the cluster file, the parameter file, the settings. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly severity: Readonly<Record<string, SettingLevel>>;
  readonly mode: "merge" | "replace";
  readonly activate: boolean;
  readonly ignoreProofs: boolean;
  /** Null: all. */
  readonly nodes: readonly string[] | null;
  readonly made: Fingerprint;
}

/** Everything that decides what a plan does, without a text: two plans with the same one do the same. */
export interface Fingerprint {
  readonly nodes: readonly NodeFingerprint[];
  readonly order: readonly string[];
  readonly rollout: string;
  readonly steps: readonly string[];
}

export interface NodeFingerprint {
  readonly node: string;
  /** SHA-256 or `absent`. */
  readonly before: string;
  readonly after: string;
  readonly lifekeeper: string;
  /** What LifeKeeper there calls itself. */
  readonly name: string;
}

export type ReadPlan =
  | { readonly kind: "plan"; readonly body: PlanBody; readonly seal: "sealed" | "unsealed" }
  | { readonly kind: "broken"; readonly why: Localized };

/** Holds the parameter files, so it should be readable to its owner only. */
export function writePlanFile(body: PlanBody, key: PlanKey | undefined): string {
  const seal = key === undefined ? null : sealWith(key, sealedText(body));
  return `${JSON.stringify({ format, ...body, seal }, undefined, 2)}\n`;
}

/** True for what looks like a plan file, readable or not, so that a broken one is not taken for a cluster file. */
export function looksLikePlan(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

export function readPlanFile(text: string, key: PlanKey | undefined): ReadPlan {
  const given = parseJson(text);
  if (given === undefined) return { kind: "broken", why: notAPlan };
  if (given.get("format") !== format) return { kind: "broken", why: otherVersion };
  const body = bodyOf(given);
  if (body === undefined) return { kind: "broken", why: notAPlan };
  const seal = checkSeal(key, sealOf(given.get("seal")), sealedText(body));
  return seal === "edited" ? { kind: "broken", why: edited } : { kind: "plan", body, seal };
}

/** Only what was read, in one order: what else a file holds means nothing. */
function sealedText({ cluster, files, severity, mode, activate, ignoreProofs, nodes, made }: PlanBody): string {
  const settings = Object.entries(severity).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = made.nodes.map(({ node, before, after, lifekeeper, name }) => [node, before, after, lifekeeper, name]);
  return JSON.stringify([
    format,
    cluster,
    files.map(({ name, text }) => [name, text]),
    settings,
    mode,
    activate,
    ignoreProofs,
    nodes,
    [all, made.order, made.rollout, made.steps],
  ]);
}

type Fields = ReadonlyMap<string, unknown>;

function bodyOf(given: Fields): PlanBody | undefined {
  const cluster = given.get("cluster");
  const files = listOf(given.get("files"), fileOf);
  const severity = severityOf(given.get("severity"));
  const mode = given.get("mode");
  const [activate, ignoreProofs] = [given.get("activate"), given.get("ignoreProofs")];
  const written = given.get("nodes");
  const nodes = written === null ? null : listOf(written, textOf);
  const made = madeOf(given.get("made"));
  if (typeof cluster !== "string" || files === undefined || severity === undefined || made === undefined)
    return undefined;
  if ((mode !== "merge" && mode !== "replace") || typeof activate !== "boolean" || typeof ignoreProofs !== "boolean")
    return undefined;
  if (nodes === undefined || nodes?.length === 0 || !files.some(({ name }) => name === cluster)) return undefined;
  return { cluster, files, severity, mode, activate, ignoreProofs, nodes, made };
}

function madeOf(given: unknown): Fingerprint | undefined {
  const fields = fieldsOf(given);
  const nodes = listOf(fields.get("nodes"), nodeOf);
  const order = listOf(fields.get("order"), textOf);
  const steps = listOf(fields.get("steps"), textOf);
  const rollout = textOf(fields.get("rollout"));
  if (nodes === undefined || order === undefined || steps === undefined || rollout === undefined) return undefined;
  return nodes.length === 0 ? undefined : { nodes, order, rollout, steps };
}

function nodeOf(given: unknown): NodeFingerprint | undefined {
  const fields = fieldsOf(given);
  const [node, before, after] = [textOf(fields.get("node")), textOf(fields.get("before")), textOf(fields.get("after"))];
  const [lifekeeper, name] = [textOf(fields.get("lifekeeper")), textOf(fields.get("name"))];
  if (node === undefined || before === undefined || after === undefined) return undefined;
  return lifekeeper === undefined || name === undefined ? undefined : { node, before, after, lifekeeper, name };
}

function fileOf(given: unknown): PlanBody["files"][number] | undefined {
  const fields = fieldsOf(given);
  const [name, text] = [textOf(fields.get("name")), textOf(fields.get("text"))];
  return name === undefined || text === undefined ? undefined : { name, text };
}

function severityOf(given: unknown): PlanBody["severity"] | undefined {
  if (!isPlainObject(given)) return undefined;
  const levels = Object.entries(given).map(
    ([code, level]) => [code, settingLevels.find((one) => one === level)] as const,
  );
  const known = levels.flatMap(([code, level]) => (level === undefined ? [] : [[code, level] as const]));
  return known.length === levels.length ? Object.fromEntries(known) : undefined;
}

function sealOf(given: unknown): Seal | undefined {
  const fields = fieldsOf(given);
  const [key, code] = [textOf(fields.get("key")), textOf(fields.get("code"))];
  return key === undefined || code === undefined ? undefined : { key, code };
}

function textOf(given: unknown): string | undefined {
  return typeof given === "string" ? given : undefined;
}

/** Undefined when any of them is not what it should be. */
function listOf<Each>(given: unknown, read: (each: unknown) => Each | undefined): readonly Each[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const found = given.map(read);
  const whole = found.filter((each) => each !== undefined);
  return whole.length === found.length ? whole : undefined;
}

function fieldsOf(given: unknown): Fields {
  return isPlainObject(given) ? new Map(Object.entries(given)) : new Map();
}

function isPlainObject(given: unknown): given is Record<string, unknown> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

function parseJson(text: string): Fields | undefined {
  try {
    const given: unknown = JSON.parse(text);
    return isPlainObject(given) ? new Map(Object.entries(given)) : undefined;
  } catch {
    // Decided: what is no JSON, or nested beyond all measure, is no plan.
    return undefined;
  }
}

const notAPlan: Localized = {
  en: "this is not a plan, or a damaged one. Make a new one with lkcluster plan --out.",
  ja: "計画ではないか、壊れています。lkcluster plan --out で作り直してください。",
};

const otherVersion: Localized = {
  en: "this is not a plan of this version. Make a new one with lkcluster plan --out.",
  ja: "このバージョンの計画ではありません。lkcluster plan --out で作り直してください。",
};

const edited: Localized = {
  en: "this plan was edited after it was made. Make a new one with lkcluster plan --out.",
  ja: "この計画は作成後に書き換えられています。lkcluster plan --out で作り直してください。",
};
