// Every rule: its example fires, its near miss does not, its documentation is whole, its certain fixes end the matter.

import assert from "node:assert/strict";
import { sources } from "@lkcluster/core/catalogue/sources.ts";
import { capSeverity } from "@lkcluster/core/evidence.ts";
import { locales } from "@lkcluster/core/locale/localized.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { annotated, reportOf } from "../../../scripts/generate/reported.ts";
import { assertLiteral } from "../../support/literal.ts";
import { afterEdits, checkExample, told } from "./checkExample.ts";
import { ruleFiles } from "./ruleFiles.ts";

/** Their fixes write lines for the user to fill in, and speak until that is done. */
const skeletons: readonly string[] = ["storage-object-missing"];

describe("every rule", () => {
  for (const rule of rules) {
    describe(rule.code, () => {
      const found = checkExample(rule.fires).filter((problem) => problem.code === rule.code);

      it("fires on its example, at a place inside a file, no louder than its evidence", () => {
        const all = checkExample(rule.fires);
        assert.notEqual(found.length, 0, told(all));
        assert.equal(told(all.filter((problem) => problem.code.startsWith("syntax-"))), "");
        for (const problem of found) {
          const text = rule.fires[problem.file];
          assert.ok(text !== undefined, `${problem.file} is no file of the example`);
          assert.ok(
            problem.span.start >= 0 && problem.span.end <= text.length && problem.span.start <= problem.span.end,
          );
          assert.equal(capSeverity(problem.severity, problem.evidence), problem.severity);
          assert.notEqual(problem.sources.length, 0);
          for (const key of problem.sources) assert.ok(key in sources, key);
          for (const locale of locales) assert.ok(problem.message[locale].length > 10, problem.message[locale]);
        }
      });

      it("says under which lines, with carets and words, what it reports there", () => {
        const file = ruleFiles.get(rule.code) ?? assert.fail(`no file has the rule ${rule.code}`);
        assertLiteral(reportOf(rule.fires, found), rule.reports, { file, after: /^ {2}reports: /m });
      });

      it("says the same of the example on its page, which holds the words as comments", () => {
        for (const locale of locales) {
          const page = Object.fromEntries(
            Object.keys(rule.fires).map((file) => [file, annotated(rule.fires, file, found, locale)]),
          );
          assert.equal(told(checkExample(page).filter((problem) => problem.code === rule.code)), told(found));
        }
      });

      it("names the same things in both languages of its messages", () => {
        for (const problem of found) {
          assert.deepEqual(codeSpans(problem.message.ja), codeSpans(problem.message.en));
          assert.deepEqual(numbers(problem.message.ja), numbers(problem.message.en));
        }
      });

      it("is silent on its near miss, and nothing else is an error or a warning there", () => {
        const problems = checkExample(rule.silent);
        const wrong = problems.filter(
          (problem) => problem.code === rule.code || problem.severity === "error" || problem.severity === "warning",
        );
        assert.equal(told(wrong), "");
      });

      it("is documented in both languages, with sources", () => {
        assert.match(rule.code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
        const texts = [rule.title, rule.documentation.what, rule.documentation.why, rule.documentation.how];
        for (const text of texts) {
          for (const locale of locales) assert.ok(text[locale].length > 3);
          assert.match(text.ja, /[ぁ-んァ-ヶ一-龠]/);
          assert.doesNotMatch(text.en, /[ぁ-んァ-ヶ一-龠]/);
        }
        assert.notEqual(rule.sources.length, 0);
      });

      it("names the same code spans in both languages", () => {
        for (const text of [rule.documentation.what, rule.documentation.why, rule.documentation.how]) {
          assert.deepEqual(codeSpans(text.ja), codeSpans(text.en));
        }
      });

      for (const [index, problem] of found.entries()) {
        for (const fix of problem.fixes) {
          it(`${fix.certain ? "certainly" : "possibly"} fixed by: ${fix.title.en} (${index + 1})`, () => {
            const after = afterEdits(rule.fires, fix.edits);
            assert.notDeepEqual(after, rule.fires);
            const left = checkExample(after);
            if (!skeletons.includes(rule.code)) {
              const same = left.filter((each) => each.code === rule.code && each.message.en === problem.message.en);
              assert.equal(told(same), "");
            }
            if (fix.certain) {
              const known = new Set(checkExample(rule.fires).map((each) => `${each.code} ${each.message.en}`));
              const added = left.filter(
                (each) => each.code !== rule.code && !known.has(`${each.code} ${each.message.en}`),
              );
              assert.equal(told(added), "");
            }
            assert.equal(told(left.filter((each) => each.code.startsWith("syntax-"))), "");
          });
        }
      }
    });
  }

  it("has a code of its own", () => {
    const codes = rules.map((rule) => rule.code);
    assert.deepEqual(codes, [...new Set(codes)]);
  });
});

function codeSpans(text: string): readonly string[] {
  return [...text.matchAll(/`[^`]+`/g)].map((match) => match[0]).sort();
}

/** Small ones are words in English ("twice") and digits in Japanese (2 回), and need not agree. */
function numbers(text: string): readonly string[] {
  const found = [...text.replace(/`[^`]+`/g, "").matchAll(/\d+(?:\.\d+)*/g)].map((match) => match[0]);
  return [...new Set(found.filter((number) => Number(number) > 3 || number.includes(".")))].sort();
}
