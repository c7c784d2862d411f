// Where the problems of many files lie: each text is read once and its lines are counted once, however many problems
// there are in it.

import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { indexLines, type LineIndex } from "@lkcluster/core/text/lineIndex.ts";

export interface Texts {
  /** The text of a file that a problem names; empty when it is gone. */
  textOf(file: string): string;
  linesOf(file: string): LineIndex;
  /** How the file is named to the user. */
  shown(file: string): string;
}

/** One text that all problems are in, whatever file they name. */
export function oneText(text: string, shown: string): Texts {
  return textsOf({ read: (file) => ({ file, text, version: 1 }) }, () => shown);
}

/** `files` remembers what it read. */
export function textsOf(files: FileSet, shown: Texts["shown"]): Texts {
  const textOf = (file: string): string => files.read(file)?.text ?? "";
  const known = new Map<string, LineIndex>();
  return {
    textOf,
    shown,
    linesOf(file) {
      const lines = known.get(file) ?? indexLines(textOf(file));
      known.set(file, lines);
      return lines;
    },
  };
}
