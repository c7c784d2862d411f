// *Fix all*: everything that has one right answer, done at once.

import { type FileSet, filesOf } from "../model/fileSet.ts";
import type { Problem } from "../problem.ts";
import { applyEdits, type FileEdit } from "../text/edit.ts";
import { checkCluster, checkDefaults } from "./check.ts";
import type { CheckSettings } from "./settings.ts";

/** The edits of all certain fixes; of two that touch the same text the first, of two that are the same one. */
export function certainEdits(problems: readonly Problem[]): readonly FileEdit[] {
  const chosen: FileEdit[] = [];
  for (const problem of problems) {
    const fix = problem.fixes.find((each) => each.certain);
    if (fix === undefined) continue;
    const fresh = fix.edits.filter((edit) => !chosen.some((other) => isSame(edit, other)));
    // A fix is whole or not at all: half of it could be worse than nothing.
    if (fresh.some((edit) => chosen.some((other) => overlaps(edit, other)))) continue;
    chosen.push(...fresh);
  }
  return chosen;
}

/** One fix can lay bare the next problem, and a text that changes back and forth must end too. */
const roundsMax = 10;

/**
 * The texts that change when certain fixes are applied until none is left: the cluster file and the parameter file
 * it names, or a parameter file alone.
 */
export function fixAll(
  files: FileSet,
  file: string,
  language: "cluster" | "defaults",
  settings?: CheckSettings,
): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  const current: FileSet = {
    read(wanted) {
      const text = changed.get(wanted);
      return text === undefined ? files.read(wanted) : filesOf({ [wanted]: text }).read(wanted);
    },
  };
  for (let round = 0; round < roundsMax; round++) {
    const check = language === "cluster" ? checkCluster : checkDefaults;
    const edits = certainEdits(check(current, file, settings).problems);
    if (edits.length === 0) break;
    for (const name of new Set(edits.map((edit) => edit.file))) {
      const text = current.read(name)?.text ?? "";
      changed.set(
        name,
        applyEdits(
          text,
          edits.filter((edit) => edit.file === name),
        ),
      );
    }
  }
  return changed;
}

function isSame(a: FileEdit, b: FileEdit): boolean {
  return a.file === b.file && a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** Two insertions at one place do not overlap: both can stand there. */
function overlaps(a: FileEdit, b: FileEdit): boolean {
  if (a.file !== b.file) return false;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
