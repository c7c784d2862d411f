// What a tool is that an assistant can call: it looks at cluster files and changes nothing. Everything that it reads it
// reads before it begins, so that a shell may read for it in its own way; then it works in slices.

import type { Locale, Localized } from "../locale/localized.ts";
import type { FileSet } from "../model/fileSet.ts";
import type { ToolAnswer } from "./fence.ts";
import type { ObjectSchema } from "./schema.ts";

export interface Tool {
  /** Permanent. */
  readonly name: string;
  readonly title: Localized;
  /** For whoever decides whether to call it. */
  readonly description: Localized;
  readonly takes: ObjectSchema;
  readonly gives: ObjectSchema;
  begin(call: ToolCall): ToolWork;
}

export interface ToolCall {
  /** They fit the schema of the tool. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly places: Places;
  /** Asked between slices: true ends a search, which is then incomplete. */
  readonly isEnough: (seconds: number) => boolean;
}

/** Where named files are, as the shell that was asked sees them. */
export interface Places extends FileSet {
  /** The file that a caller's path names, or why it is not read. */
  find(path: string): { readonly file: string } | { readonly refused: Localized };
  /** How a file is named to the caller. */
  shown(file: string): string;
}

export interface ToolProgress {
  readonly done: number;
  readonly total?: number;
}

export type ToolWork = Generator<ToolProgress, ToolAnswer>;

/** An answer without any work. */
// biome-ignore lint/correctness/useYield: nothing takes long here
export function* at(answer: ToolAnswer): ToolWork {
  return answer;
}
