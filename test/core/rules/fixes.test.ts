// Edits that fixes are made of, on random texts: a removed line leaves all the others as they were.

import assert from "node:assert/strict";
import { removedLine } from "@lkcluster/core/rules/fixes.ts";
import { applyEdits } from "@lkcluster/core/text/edit.ts";
import fc from "fast-check";

const blanks = fc.constantFrom("", " ", "\t", "  ");
const line = fc.record({ before: blanks, words: fc.constantFrom("a=1", "b", "set x = y"), after: blanks });

describe("removing a line", () => {
  it("leaves the others, with their line ends and without an empty one", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.nat(),
        (lines, lineEnd, isEnded, at) => {
          const written = lines.map(({ before, words, after }) => before + words + after);
          const textOf = (parts: readonly string[]): string =>
            parts.join(lineEnd) + (isEnded && parts.length > 0 ? lineEnd : "");
          const text = textOf(written);
          const index = at % lines.length;
          const chosen = lines[index];
          assert.ok(chosen !== undefined);
          const start = [...written.slice(0, index), ""].join(lineEnd).length + chosen.before.length;
          const place = { file: "x", span: { start, end: start + chosen.words.length } };
          const rest = written.filter((_, each) => each !== index);
          assert.equal(applyEdits(text, [removedLine(text, place)]), textOf(rest));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("takes what it is about alone where the line holds more, and the blanks in front of it", () => {
    const text = "node a { address b  stonith shutdown stay }\n";
    const start = text.indexOf("stonith");
    const edit = removedLine(text, { file: "x", span: { start, end: start + "stonith".length } });
    assert.equal(applyEdits(text, [edit]), "node a { address b shutdown stay }\n");
  });
});
