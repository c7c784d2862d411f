// Names in a drawing that has less room than they need are still told apart.

import assert from "node:assert/strict";
import fc from "fast-check";
import { textWidth } from "../../client/webview/layout/geometry.ts";
import { distinctTexts } from "../../client/webview/layout/names.ts";

const two = (number: number): string => String(number).padStart(2, "0");

describe("names in a drawing", () => {
  it("stay whole where there is room", () => {
    assert.deepEqual([...distinctTexts(["prim", "sec"], 100, 12).values()], ["prim", "sec"]);
  });

  it("keep what differs: sixteen names that begin alike", () => {
    const names = Array.from({ length: 16 }, (_, index) => `lkprod-db${two(index + 1)}`);
    const texts = [...distinctTexts(names, 66, 13).values()];
    assert.equal(new Set(texts).size, 16);
    assert.ok(
      texts.every((text, index) => text.endsWith(two(index + 1))),
      texts.join(" "),
    );
  });

  it("keep what differs in the middle", () => {
    const names = ["tokyo-rack1-database", "tokyo-rack2-database", "tokyo-rack12-database"];
    const texts = [...distinctTexts(names, 60, 13).values()];
    assert.deepEqual(texts, ["…rack1…", "…rack2…", "…rack12…"]);
  });

  it("are different wherever they differ in a number, and never wider than their room", () => {
    const word = fc.stringMatching(/^[a-z]{1,20}$/);
    fc.assert(
      fc.property(
        word,
        word,
        fc.integer({ min: 2, max: 32 }),
        fc.integer({ min: 50, max: 140 }),
        (a, b, count, width) => {
          const names = Array.from({ length: count }, (_, index) => `${a}-${two(index + 1)}-${b}`);
          const texts = [...distinctTexts(names, width, 13).values()];
          assert.equal(new Set(texts).size, count, texts.join(" "));
          assert.ok(texts.every((text) => textWidth(text, 13) <= width));
        },
      ),
      { numRuns: 300, seed: 14 },
    );
  });
});
