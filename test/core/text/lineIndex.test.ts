// Lines end at \n, \r\n or a lone \r, wherever these stand, and places turn into offsets and back.

import assert from "node:assert/strict";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import fc from "fast-check";

const texts = fc
  .array(fc.constantFrom("\n", "\r", "\r\n", "a", "b c", ""), { maxLength: 20 })
  .map((parts) => parts.join(""));

describe("the lines of a text", () => {
  it("begin behind each of the three line ends", () => {
    const starts = (text: string): readonly number[] => {
      const lines = indexLines(text);
      return Array.from({ length: lines.lineCount }, (_, line) => lines.lineStart(line));
    };
    assert.deepEqual(starts(""), [0]);
    assert.deepEqual(starts("a\nb\r\nc\rd"), [0, 2, 5, 7]);
    assert.deepEqual(starts("\r\r\n\n\r"), [0, 1, 3, 4, 5]);
  });

  it("are as many as a split gives, and begin where it says", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = text.split(/(?<=\r\n|\n|\r(?!\n))/);
        const starts = parts.map((_, index) => parts.slice(0, index).join("").length);
        if (/[\r\n]$/.test(text)) starts.push(text.length);
        const lines = indexLines(text);
        assert.equal(lines.lineCount, starts.length);
        for (const [line, start] of starts.entries()) assert.equal(lines.lineStart(line), start);
      }),
    );
  });

  it("take every offset there and back, except into the middle of a line end", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = indexLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const back = lines.offsetAt(lines.positionAt(offset));
          const isInside = text[offset - 1] === "\r" && text[offset] === "\n";
          assert.equal(back, isInside ? offset - 1 : offset);
        }
      }),
    );
  });
});
