// What `explain` says of a code.

import assert from "node:assert/strict";
import { locales } from "@lkcluster/core/locale/localized.ts";
import { structuralDocumentation } from "@lkcluster/core/model/structure.ts";
import { explainRule } from "@lkcluster/core/rules/explainRule.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";

describe("explaining a code", () => {
  it("answers for every rule and every problem of names, in both languages", () => {
    for (const code of [...rules.map((rule) => rule.code), ...Object.keys(structuralDocumentation)]) {
      for (const locale of locales) {
        const text = explainRule(code, locale) ?? "";
        assert.ok(text.includes(`\`${code}\``), code);
        assert.match(text, locale === "ja" ? /対処/ : /What to do/);
      }
    }
  });

  it("does not answer for a code that does not exist", () =>
    assert.equal(explainRule("no-such-rule", "en"), undefined));
});
