// Every tool of an assistant, for the protocol and for VS Code alike. None of them changes anything or contacts a node.

import type { Locale } from "../locale/localized.ts";
import { refusal } from "./fence.ts";
import { misfit, type ObjectSchema, oneOf } from "./schema.ts";
import { at, type Places, type Tool, type ToolWork } from "./tool.ts";
import { availabilityTool } from "./tools/availability.ts";
import { checkTool } from "./tools/check.ts";
import { compareTool } from "./tools/compare.ts";
import { explainTool } from "./tools/explain.ts";
import { proveTool } from "./tools/prove.ts";
import { simulateTool } from "./tools/simulate.ts";
import { testplanTool } from "./tools/testplan.ts";

export const tools: readonly Tool[] = [
  checkTool,
  explainTool,
  simulateTool,
  proveTool,
  availabilityTool,
  compareTool,
  testplanTool,
];

const language = oneOf(["en", "ja"], "Language of the answer");

/** As it is told to others: each tool also takes the language of its answer. */
export function schemaOf({ takes }: Tool): ObjectSchema {
  return { ...takes, properties: { ...takes.properties, language } };
}

export interface Wish {
  readonly args: unknown;
  /** Where the call names none. */
  readonly locale: Locale;
  readonly places: Places;
  readonly isEnough: (seconds: number) => boolean;
}

/** Reads all that it needs, then works when it is pumped. Arguments that do not fit are an answer that says so. */
export function beginTool(tool: Tool, { args = {}, locale, places, isEnough }: Wish): ToolWork {
  const wrong = misfit(schemaOf(tool), args, "");
  if (wrong !== undefined) return at(refusal(wrong, locale));
  // An object, or it would not fit.
  const { language: wanted, ...own } = args as Readonly<Record<string, unknown>>;
  return tool.begin({ args: own, locale: wanted === "ja" || wanted === "en" ? wanted : locale, places, isEnough });
}

export function findTool(name: unknown): Tool | undefined {
  return tools.find((tool) => tool.name === name);
}
