// The description of the language that assistants get: all of the language is in it, and what it shows is right.

import assert from "node:assert/strict";
import { guide } from "@lkcluster/core/assistant/guide.ts";
import { tools } from "@lkcluster/core/assistant/tools.ts";
import { resourceKinds, typeOf } from "@lkcluster/core/catalogue/resourceKinds.ts";
import { choices } from "@lkcluster/core/language/choices.ts";
import { statements } from "@lkcluster/core/language/statements.ts";
import { type Localized, locales } from "@lkcluster/core/locale/localized.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { runProofNow } from "@lkcluster/core/prove/runProof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { englishFlaws, flawsOf } from "./catalogue/bilingual.ts";

describe("the language as assistants are told it", () => {
  for (const locale of locales) {
    const told = guide(locale);

    it(`${locale}: every statement and every choice is in it`, () => {
      for (const { keyword, text } of Object.values(statements).flat()) {
        assert.ok(told.includes(keyword) && told.includes(text[locale]), keyword);
      }
      for (const kind of resourceKinds) assert.ok(told.includes(`\`${typeOf(kind)}\``), typeOf(kind));
      for (const word of Object.values(choices).flat()) assert.ok(told.includes(`\`${word}\``), word);
    });

    it(`${locale}: every tool is named`, () => {
      for (const { name } of tools) assert.ok(told.includes(`\`${name}\``), name);
    });

    it(`${locale}: its two clusters have no problem, their scenarios pass and their proofs hold`, () => {
      const shown = [...told.matchAll(/```lk\n([\s\S]*?)```\n\n`([^`]+)`:\n\n```sh\n([\s\S]*?)```/g)];
      assert.equal(shown.length, 2);
      for (const [, text = "", path = "", parameters = ""] of shown) {
        const { problems, sound, parsed } = checkCluster(filesOf({ "c.lk": text, [path]: parameters }), "c.lk");
        assert.deepEqual(problems, []);
        assert.ok(sound !== undefined);
        const { scenarios } = parsed.tree;
        assert.ok(scenarios.length > 0);
        for (const scenario of scenarios) assert.ok(runScenario(compile(sound), parsed, scenario).passed);
        for (const proof of proofsOf(parsed.tree, "c.lk")) assert.equal(runProofNow(sound, proof).verdict, "holds");
      }
    });
  }

  it("what tools are called and say they do is whole in both languages", () => {
    const texts: readonly Localized[] = tools.flatMap(({ title, description }) => [title, description]);
    assert.deepEqual(
      texts.flatMap(({ en, ja }) => [...flawsOf(en, englishFlaws), ...flawsOf(ja)]),
      [],
    );
    for (const { ja } of texts) assert.match(ja, /[\u3040-\u30ff]/);
  });
});
