// The settings of the section `lifekeeper`, with the same defaults as the manifest; a test compares the two.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { CheckSettings, SettingLevel } from "@lkcluster/core/rules/settings.ts";

export interface Settings {
  readonly language: "auto" | Locale;
  readonly rules: Readonly<Record<string, SettingLevel>>;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly referenceLens: boolean;
  readonly proofsWhileTyping: boolean;
  readonly proofStatesMax: number;
}

export const defaultSettings: Settings = {
  language: "auto",
  rules: {},
  inlayHints: true,
  codeLens: true,
  referenceLens: false,
  proofsWhileTyping: true,
  proofStatesMax: 200_000,
};

/** What an editor sends may be anything; what is not understood keeps its default. */
export function readSettings(section: unknown): Settings {
  return {
    language: oneOf(at(section, "language"), ["auto", "en", "ja"]) ?? defaultSettings.language,
    rules: readRules(at(section, "rules")),
    inlayHints: flag(at(section, "inlayHints", "enabled"), defaultSettings.inlayHints),
    codeLens: flag(at(section, "codeLens", "enabled"), defaultSettings.codeLens),
    referenceLens: flag(at(section, "codeLens", "references"), defaultSettings.referenceLens),
    proofsWhileTyping: flag(at(section, "proofs", "whileTyping"), defaultSettings.proofsWhileTyping),
    proofStatesMax: count(at(section, "proofs", "statesMax"), defaultSettings.proofStatesMax),
  };
}

export function checkSettings(settings: Settings): CheckSettings {
  return { severity: settings.rules };
}

export function localeOf(settings: Settings, editorLanguage: string | undefined): Locale {
  if (settings.language !== "auto") return settings.language;
  return editorLanguage?.toLowerCase().startsWith("ja") === true ? "ja" : "en";
}

const levels: readonly SettingLevel[] = ["off", "hint", "information", "warning", "error"];

function readRules(value: unknown): Readonly<Record<string, SettingLevel>> {
  if (typeof value !== "object" || value === null) return {};
  const rules: Record<string, SettingLevel> = {};
  for (const [code, level] of Object.entries(value)) {
    const known = oneOf(level, levels);
    if (known !== undefined) rules[code] = known;
  }
  return rules;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, key) => {
    if (typeof inside !== "object" || inside === null) return undefined;
    return Object.entries(inside).find(([name]) => name === key)?.[1];
  }, value);
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value | undefined {
  return values.find((each) => each === value);
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === "boolean" ? value : otherwise;
}

function count(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : otherwise;
}

/** The section within what an editor pushes: `{ lifekeeper: { … } }`. */
export function sectionOf(pushed: unknown): unknown {
  return at(pushed, "lifekeeper");
}
