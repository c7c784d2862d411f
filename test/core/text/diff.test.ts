import assert from "node:assert/strict";
import { diffLines, formatDiff } from "@lkcluster/core/text/diff.ts";
import fc from "fast-check";

describe("formatDiff", () => {
  const cases: readonly (readonly [title: string, before: string, after: string, expected: string])[] = [
    ["nothing for equal texts", "a\nb\n", "a\nb\n", ""],
    ["a changed line with its neighbours", "a\nb\nc\n", "a\nx\nc\n", " a\n-b\n+x\n c\n"],
    ["far lines left out", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\n5\nx\n", "⋯\n 3\n 4\n 5\n-6\n+x\n"],
    ["a new file", "", "a\n", "+a\n"],
    ["a missing last line end", "a\n", "a", "-a\n+a⏎̸\n"],
    ["a carriage return", "a\n", "a\r\n", "-a\n+a␍\n"],
  ];
  for (const [title, before, after, expected] of cases) {
    it(`shows ${title}`, () => assert.equal(formatDiff(before, after), expected));
  }

  it("holds both texts, whatever they are", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "d"))
      .map((lines) => lines.map((line) => `${line}\n`).join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const side = (kind: string): string =>
          lines
            .filter((line) => line.kind === "same" || line.kind === kind)
            .map((line) => `${line.text}\n`)
            .join("");
        assert.deepEqual([side("removed"), side("added")], [before, after]);
      }),
    );
  });
});
