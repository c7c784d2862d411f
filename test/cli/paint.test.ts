// Terminal text in columns: Latin and Japanese, colours and not.

import assert from "node:assert/strict";
import { markdownText } from "@lkcluster/core/text/shown.ts";
import { hang, painter, widthOf, wrap } from "../../cli/src/output/paint.ts";
import { markdownTable } from "../../cli/src/output/table.ts";

describe("wrap", () => {
  it("breaks Latin text at spaces", () => {
    assert.equal(wrap("one two three four five six", 20), "one two three four\nfive six");
  });

  it("breaks Japanese anywhere, never before 、 or 。 and never after （", () => {
    const text = "コミュニケーションパスで疎通できれば、Quorum（クォーラム）を保持していると判断します。";
    for (let columns = 20; columns < 60; columns++) {
      for (const line of wrap(text, columns).split("\n")) {
        assert.ok(widthOf(line) <= columns, line);
        assert.doesNotMatch(line, /^[、。）ー]/);
        assert.doesNotMatch(line, /（$/);
      }
      assert.equal(wrap(text, columns).replaceAll("\n", ""), text);
    }
  });

  it("keeps Latin brackets and full stops with the Japanese that they belong to", () => {
    const text = "[ハートビートの調整; 考慮事項] 名前(検査)で、項目.";
    for (let columns = 20; columns < 50; columns++) {
      for (const line of wrap(text, columns).split("\n")) {
        assert.doesNotMatch(line, /^[\]).;]/);
        assert.doesNotMatch(line, /[[(]$/);
      }
    }
  });

  it("fills Japanese lines although Latin words stand in them", () => {
    const [first] = wrap("ノードが Quorum を保持しているかどうかを判断する方式です。", 30).split("\n");
    assert.ok(widthOf(first ?? "") >= 26, first);
  });

  it("colours take no room", () => {
    const paint = painter(true);
    const text = `${paint.red("one two")} three ${paint.cyan("four")} five six`;
    assert.deepEqual(wrap(text, 20).split("\n").map(widthOf), [18, 8]);
  });

  it("cuts what fits nowhere, and keeps empty lines and indents", () => {
    assert.equal(wrap("x".repeat(45), 20), `${"x".repeat(20)}\n${"x".repeat(20)}\n${"x".repeat(5)}`);
    assert.equal(wrap("a\n\nb", 20, "  "), "  a\n\n  b");
  });
});

describe("hang", () => {
  it("goes on below the text, not below what leads it", () => {
    assert.equal(hang("+ ", "one two three four five six", 20), "+ one two three four\n  five six");
    assert.equal(hang("+ ", "one two three four five six", 20, "15 s"), "+ one two three four\n  five six  15 s");
    assert.equal(hang("+ ", "one two three fo", 20, "15 s"), "+ one two three fo\n  15 s");
    const mark = painter(true).green("+");
    assert.equal(hang(`${mark} `, "one", 20), `${mark} one`);
  });
});

describe("a table in Markdown", () => {
  it("has as many columns as it has, whatever is in a cell, and escapes nothing twice", () => {
    const table = markdownTable(["what"], [["a|b"], [markdownText("a|b")], ["`a|b`"], ["two\nlines"]]);
    assert.equal(table, "| what |\n| --- |\n| a\\|b |\n| a\\|b |\n| `a\\|b` |\n| two lines |\n");
  });
});
