// Fix all on files with many mistakes at once: it ends, leaves nothing certain undone, and breaks nothing.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { certainEdits, fixAll } from "@lkcluster/core/rules/fixAll.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import fc from "fast-check";

/** The parameter files in which rules fire, line by line. */
const lines = [...new Set(rules.flatMap((rule) => (rule.fires["LifeKeeper"] ?? "").split("\n")))].filter(
  (line) => line !== "",
);

function errorsOf(text: string): number {
  const { problems } = checkDefaults(filesOf({ LifeKeeper: text }), "LifeKeeper");
  return problems.filter((problem) => problem.severity === "error").length;
}

describe("fix all on many mistakes at once", () => {
  it("ends, leaves nothing certain undone and adds no error", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: 2, maxLength: 12 }),
        fc.constantFrom("\n", "\r\n"),
        (some, eol) => {
          const text = some.join(eol);
          const fixed = fixAll(filesOf({ LifeKeeper: text }), "LifeKeeper", "defaults").get("LifeKeeper") ?? text;
          const { problems } = checkDefaults(filesOf({ LifeKeeper: fixed }), "LifeKeeper");
          assert.deepEqual(certainEdits(problems), [], `${JSON.stringify(text)} -> ${JSON.stringify(fixed)}`);
          assert.ok(errorsOf(fixed) <= errorsOf(text), `${JSON.stringify(text)} -> ${JSON.stringify(fixed)}`);
          if (eol === "\r\n") assert.doesNotMatch(fixed, /[^\r]\n/);
        },
      ),
      { numRuns: 400, seed: 11 },
    );
  });

  it("leaves nothing certain undone in the example of any rule", () => {
    for (const rule of rules) {
      const isCluster = "cluster.lk" in rule.fires;
      const file = isCluster ? "cluster.lk" : "LifeKeeper";
      const changed = fixAll(filesOf(rule.fires), file, isCluster ? "cluster" : "defaults");
      const after = filesOf({ ...rule.fires, ...Object.fromEntries(changed) });
      const { problems } = isCluster ? checkCluster(after, file) : checkDefaults(after, file);
      assert.deepEqual(certainEdits(problems), [], rule.code);
      assert.ok(
        problems.every((problem) => !problem.code.startsWith("syntax-")),
        rule.code,
      );
    }
  });
});
