// *Fix all*: everything that has one right answer, done at once.

import { type FileSet, filesOf } from "../model/fileSet.ts";
import type { Problem } from "../problem.ts";
import { applyEdits, type FileEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { checkCluster, checkDefaults } from "./check.ts";
import type { CheckSettings } from "./settings.ts";

/** The edits of all certain fixes; of two that touch the same text the first, of two that are the same one. */
export function certainEdits(problems: readonly Problem[]): readonly FileEdit[] {
  const chosen: FileEdit[] = [];
  const same = new Set<string>();
  const taken = new Map<string, Taken>();
  for (const problem of problems) {
    const fix = problem.fixes.find((each) => each.certain);
    if (fix === undefined) continue;
    const fresh = fix.edits.filter((edit) => !same.has(keyOf(edit)));
    // A fix is whole or not at all: half of it could be worse than nothing.
    if (fresh.some((edit) => taken.get(edit.file)?.overlaps(edit.span) === true)) continue;
    for (const edit of fresh) {
      chosen.push(edit);
      same.add(keyOf(edit));
      const spans = taken.get(edit.file) ?? new Taken();
      spans.take(edit.span);
      taken.set(edit.file, spans);
    }
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

function keyOf({ file, span, newText }: FileEdit): string {
  return JSON.stringify([file, span.start, span.end, newText]);
}

/** What edits of one file have taken. Two insertions at one place do not overlap: both can stand there. */
class Taken {
  /** By start; of those that begin at one place, the one that is no insertion comes last. */
  readonly #spans: Span[] = [];

  overlaps({ start, end }: Span): boolean {
    // As none overlaps another, the last that begins before our end decides.
    const before = this.#spans[this.#firstFrom(end) - 1];
    return before !== undefined && start < before.end;
  }

  take(span: Span): void {
    const isInsertion = span.start === span.end;
    this.#spans.splice(this.#firstFrom(isInsertion ? span.start : span.start + 1), 0, span);
  }

  /** The index of the first span that begins at `place` or behind it. */
  #firstFrom(place: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.start ?? place) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
