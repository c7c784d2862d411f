// Columns of a text in a font of fixed width.

import assert from "node:assert/strict";
import { displayWidth, widestOf } from "@lkcluster/core/text/displayWidth.ts";

describe("the width of a text", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["", 0],
    ["node-a", 6],
    ["本番", 4],
    ["ノードA", 7],
    ["ﾉｰﾄﾞ", 4],
    ["（、）", 6],
    ["e\u0301", 1],
    ["\u200bx", 1],
    ["𠮷", 2],
    ["é", 1],
  ];
  for (const [text, width] of cases) {
    it(`of ${JSON.stringify(text)} is ${width}`, () => assert.equal(displayWidth(text), width));
  }
});

describe("the widest of widths", () => {
  it("is found among more than a call may have arguments", () => {
    assert.equal(widestOf(Array.from({ length: 300_000 }, (_, at) => (at === 7 ? 3 : 1))), 3);
    assert.equal(widestOf([]), 0);
  });
});
