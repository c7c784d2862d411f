// The settings file that --config names, on top of the lkcluster.json that a check reads beside each file.

import { resolve } from "node:path";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { type CheckSettings, parseSettings } from "@lkcluster/core/rules/settings.ts";
import type { Run } from "./command.ts";
import { readText, type Unreadable } from "./files.ts";

export interface GivenSettings {
  readonly settings: CheckSettings;
  readonly problems: readonly Problem[];
  readonly unreadable: readonly Unreadable[];
}

export function givenSettings(run: Run, files: FileSet): GivenSettings {
  if (run.config === undefined) return { settings: {}, problems: [], unreadable: [] };
  const file = resolve(run.io.directory, run.config);
  const content = readText(file);
  if ("why" in content) return { settings: {}, problems: [], unreadable: [content] };
  const codes = rules.map((rule) => rule.code);
  return { ...parseSettings(files.read(file) ?? { file, text: content.text, version: 1 }, codes), unreadable: [] };
}
