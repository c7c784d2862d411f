// How loud each rule is for a project: `lkcluster.json` beside the cluster file, and what a shell passes on top of it.

import type { Severity } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { SourceFile } from "../model/fileSet.ts";
import type { Problem } from "../problem.ts";
import type { Span } from "../text/span.ts";
import { nearest } from "../text/suggest.ts";
import { type JsonNode, parseJsonWithPlaces } from "./jsonPlaces.ts";

export const settingsFileName = "lkcluster.json";

export type SettingLevel = Severity | "off";

export interface CheckSettings {
  /** By rule code. Problems of syntax and of names cannot be turned down: nothing could be done with such a file. */
  readonly severity?: Readonly<Record<string, SettingLevel>>;
}

/** Loudest first. */
export const settingLevels: readonly SettingLevel[] = ["error", "warning", "information", "hint", "off"];

/** `codes` are the rules that exist; a code that is none of them is a problem, and is left out. */
export function parseSettings(
  source: SourceFile,
  codes: readonly string[],
): { readonly settings: CheckSettings; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (span: Span, message: Localized, replacement?: string): void => {
    const place = { file: source.file, span };
    problems.push({
      ...place,
      code: "settings",
      severity: "warning",
      message,
      evidence: "documented",
      sources: [],
      related: [],
      fixes:
        replacement === undefined
          ? []
          : [
              {
                title: { en: `Change to ${replacement}`, ja: `${replacement} に変更する` },
                edits: [{ ...place, newText: JSON.stringify(replacement) }],
                certain: false,
              },
            ],
    });
  };
  const parsed = parseJsonWithPlaces(source.text);
  if ("brokenAt" in parsed) {
    report(
      { start: parsed.brokenAt, end: Math.min(parsed.brokenAt + 1, source.text.length) },
      {
        en: "From here on this is not valid JSON, so none of the settings apply.",
        ja: "ここから先が JSON として読めないため、設定はどれも有効になりません。",
      },
    );
    return { settings: {}, problems };
  }
  const severity: Record<string, SettingLevel> = {};
  if (parsed.value.kind !== "object") {
    report(parsed.value.span, {
      en: 'The settings are an object: { "severity": { … } }.',
      ja: '設定はオブジェクトで書きます: { "severity": { … } }',
    });
    return { settings: {}, problems };
  }
  for (const member of parsed.value.members) {
    if (member.key === "severity") readSeverity(member.value, codes, severity, report);
    // An editor's completion for the file rests on this key.
    else if (member.key !== "$schema") {
      report(member.keySpan, {
        en: `There is no setting \`${member.key}\`. The only setting is \`severity\`.`,
        ja: `\`${member.key}\` という設定はありません。使えるのは \`severity\` だけです。`,
      });
    }
  }
  return { settings: { severity }, problems };
}

function readSeverity(
  node: JsonNode,
  codes: readonly string[],
  severity: Record<string, SettingLevel>,
  report: (span: Span, message: Localized, replacement?: string) => void,
): void {
  if (node.kind !== "object") {
    report(node.span, {
      en: 'Write rules and their levels: { "even-voters": "off" }.',
      ja: 'ルールとその重大度を書いてください: { "even-voters": "off" }',
    });
    return;
  }
  for (const { key, keySpan, value } of node.members) {
    if (!codes.includes(key)) {
      const close = nearest(key, codes);
      report(
        keySpan,
        {
          en: `There is no rule \`${key}\`.${close === undefined ? "" : ` Did you mean \`${close}\`?`}`,
          ja: `\`${key}\` というルールはありません。${close === undefined ? "" : `\`${close}\` のことですか。`}`,
        },
        close,
      );
      continue;
    }
    const level = value.kind === "string" ? settingLevels.find((each) => each === value.value) : undefined;
    if (level !== undefined) severity[key] = level;
    else {
      report(value.span, {
        en: `A level is one of: ${settingLevels.join(", ")}.`,
        ja: `重大度は次のいずれかです: ${settingLevels.join("、")}`,
      });
    }
  }
}

/** What a shell passes counts over what the project's file says. */
export function mergeSettings(project: CheckSettings, passed: CheckSettings | undefined): CheckSettings {
  return { severity: { ...project.severity, ...passed?.severity } };
}
