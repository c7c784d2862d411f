// What the editor says in two languages: the same code, the same numbers, and no sentence without its other half.

import assert from "node:assert/strict";
import { type ChoiceKind, choices, choiceText } from "@lkcluster/core/language/choices.ts";
import { statements } from "@lkcluster/core/language/statements.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";

function codeSpans(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? "").sort();
}

function assertPair(text: Localized, where: string): void {
  assert.deepEqual(codeSpans(text.ja), codeSpans(text.en), where);
  assert.match(text.ja, /[ぁ-んァ-ヶ一-龠]/, `${where}: ${text.ja}`);
  assert.doesNotMatch(text.en, /[ぁ-んァ-ヶ一-龠]/, `${where}: ${text.en}`);
  const numbers = (part: string): readonly string[] =>
    [...part.replace(/`[^`]*`/g, "").matchAll(/\d[\d,.]*\d|\d/g)].map(([n]) => n);
  const spelled: Readonly<Record<string, number>> = { "1": 0, "2": 0 };
  const known = (list: readonly string[]): readonly string[] => list.filter((n) => !(n in spelled)).sort();
  assert.deepEqual(known(numbers(text.ja)), known(numbers(text.en)), where);
}

describe("what the editor says", () => {
  it("about statements is the same in both languages", () => {
    for (const [block, list] of Object.entries(statements)) {
      for (const { keyword, text } of list) assertPair(text, `${block}/${keyword}`);
    }
  });

  it("about choices is there for each, and the same in both languages", () => {
    for (const [kind, words] of Object.entries(choices)) {
      for (const word of words) {
        // Its keys are the kinds.
        const text = choiceText(kind as ChoiceKind, word);
        assert(text !== undefined, `${kind}/${word}`);
        assert.deepEqual(codeSpans(text.ja), codeSpans(text.en), `${kind}/${word}`);
      }
    }
    assert.equal(choiceText("mode", "toString"), undefined);
  });

  it("about mistakes is the same in both languages", () => {
    const broken = [
      "",
      "cluster",
      "cluster c {",
      "cluster c { node { } path a <-> b { } } }",
      "cluster c { nodee x { } platform azur resource a gen { mode x temporal-recovery y in z } }",
      "cluster c { domain d { a b, } network storage } cluster d { }",
      'cluster c { path a <-> b { tcp x <-> y on n on m } } scenario "s { } node x { }',
      'cluster c { defaults "a\\tb" } scenario "s" { crash given a down expect a ISP expect a up x wait 5 }',
      'cluster c { } prove "p" { never outage longer than 5s up to x faults of fire }',
      "cluster c { \u0000 } # \ufffd",
      "{ ".repeat(100),
      "x\n".repeat(600),
      " ".repeat(1_000_001),
      'cluster c { } scenario "s" { cut lose partition expect no given confirm a perhaps refuse all x on y }',
    ];
    const codes = new Set<string>();
    for (const text of broken) {
      for (const { message, code, fixes, related } of parseCluster("", text).problems) {
        codes.add(code);
        assertPair(message, `${code} in ${text.slice(0, 60)}`);
        for (const { title } of fixes) assertPair(title, `a fix of ${code}`);
        for (const each of related) assertPair(each.message, `a place of ${code}`);
      }
    }
    for (const text of ["some words", "export A=1", "=x"]) {
      for (const { message, code } of parseDefaults("", text).problems) {
        codes.add(code);
        assertPair(message, code);
      }
    }
    assert(codes.size >= 20, [...codes].join(" "));
  });
});
