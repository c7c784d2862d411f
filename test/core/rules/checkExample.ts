// Runs a check on a rule's example and says what it found: the one place where these tests touch the API.

import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import type { Example } from "@lkcluster/core/rules/rule.ts";
import type { CheckSettings } from "@lkcluster/core/rules/settings.ts";
import { applyEdits } from "@lkcluster/core/text/edit.ts";

export function checkExample(example: Example, settings?: CheckSettings): readonly Problem[] {
  return check(filesOf(example), example, settings).problems;
}

export function check(files: FileSet, example: Example, settings?: CheckSettings) {
  return "cluster.lk" in example
    ? checkCluster(files, "cluster.lk", settings)
    : checkDefaults(files, "LifeKeeper", settings);
}

/** `severity code: message`, one line a problem. */
export function told(problems: readonly Problem[]): string {
  return problems.map((problem) => `${problem.severity} ${problem.code}: ${problem.message.en}`).join("\n");
}

/** The files after the edits of one fix, each file's edits applied to the text as it was. */
export function afterEdits(example: Example, edits: Problem["fixes"][number]["edits"]): Example {
  return Object.fromEntries(
    Object.entries(example).map(([file, text]) => [
      file,
      applyEdits(
        text,
        edits.filter((edit) => edit.file === file),
      ),
    ]),
  );
}
