// The glossary holds in every Japanese text of the project, not only in the catalogue.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { statements } from "@lkcluster/core/language/statements.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { assumptions } from "@lkcluster/core/simulate/assumptions.ts";
import { readings } from "@lkcluster/core/simulate/readings.ts";
import { avoided, englishFlaws, flawsOf, grossDifferences } from "./bilingual.ts";

const root = join(import.meta.dirname, "../../..");

/** Sources and pages with Japanese for users; samples of other people's words and the tests' own lists are not. */
function files(): readonly string[] {
  const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return tracked
    .split("\n")
    .filter((path) => /^(core|cli|client|deploy|server|docs|samples)\/|^[^/]+$/.test(path))
    .filter((path) => /\.(ts|md|json|lk)$/.test(path) && !path.includes("package-lock"));
}

describe("documentation made outside the catalogue", () => {
  const texts: readonly (readonly [string, Localized])[] = [
    ...rules.flatMap(({ code, title, documentation }) =>
      [title, documentation.what, documentation.why, documentation.how].map((text) => [code, text] as const),
    ),
    ...readings.flatMap(({ id, question, reason, answers }) =>
      [question, reason, ...answers.map((answer) => answer.text)].map((text) => [id, text] as const),
    ),
    ...assumptions.map(({ id, text }) => [id, text] as const),
    ...Object.values(statements).flatMap((block) => block.map(({ keyword, text }) => [keyword, text] as const)),
  ];

  it("says the same in both languages", () => {
    assert.ok(texts.length > 400, String(texts.length));
    const wrong = texts.flatMap(([name, text]) => grossDifferences(text).map((difference) => `${name}: ${difference}`));
    assert.deepEqual(wrong, []);
  });
});

describe("Japanese texts", () => {
  it("use the words of the glossary", () => {
    const wrong: string[] = [];
    for (const path of files()) {
      let text: string;
      try {
        text = readFileSync(join(root, path), "utf8");
      } catch {
        continue; // Listed, and deleted in the meantime.
      }
      for (const [at, line] of text.split("\n").entries()) {
        // A word to look for may be spelt as people spell it.
        if (/^\s*also: /.test(line)) continue;
        for (const [pattern, better] of avoided) {
          if (pattern.test(line)) wrong.push(`${path}:${at + 1}: write ${better}: ${line.trim().slice(0, 80)}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});

describe("texts written as one literal", () => {
  const literal = /\ben: "((?:[^"\\]|\\.)*)",\s*ja: "((?:[^"\\]|\\.)*)"/g;
  const pairs = files()
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) =>
      [...readFileSync(join(root, path), "utf8").matchAll(literal)].map(([, en = "", ja = ""]) => ({ path, en, ja })),
    );

  it("are whole", () => {
    assert.ok(pairs.length > 1500, String(pairs.length));
    // Icons, links and a clause that another text ends are no flaws.
    const prose = (text: string): string => text.replace(/\$\([\w-]+\) |\]\([^)]*\)/g, "").replace(/、$/, "");
    const wrong = pairs.flatMap(({ path, en, ja }) =>
      [...flawsOf(prose(en), englishFlaws), ...flawsOf(prose(ja))].map((flaw) => `${path}: ${flaw}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("are sentences in both languages, or in neither", () => {
    // A list after a colon ends without 。, a title may ask without か。
    const wrong = pairs.filter(
      ({ en, ja }) =>
        !en.endsWith("?") && !/: [^。]*$/.test(ja) && en.length > 3 && en.endsWith(".") !== ja.endsWith("。"),
    );
    assert.deepEqual(wrong, []);
  });

  it("are spelt one way, and written without contractions", () => {
    const american =
      /\b(?:behavior|favor|honor|neighbor|center|catalog|artifact|gray|canceled|labeled|misspelled|license)\b|\b\w*(?:initial|synchron|recogn|organ|minim|summar|normal|virtual|author)iz(?:e[ds]?|ing|ation)\b/i;
    const contracted = /\b(?:can|don|isn|aren|won|doesn|didn|wasn|haven|hasn)'t\b|\b(?:it|that|there|what)'s\b/i;
    const wrong = pairs.filter(({ en }) => {
      const prose = en.replace(/`[^`]*`|'[^']* [^']*'/g, "");
      return american.test(prose) || contracted.test(prose);
    });
    assert.deepEqual(wrong, []);
  });
});
