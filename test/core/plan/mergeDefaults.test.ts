import assert from "node:assert/strict";
import { readLines } from "@lkcluster/core/plan/defaultsLines.ts";
import { mergeDefaults } from "@lkcluster/core/plan/mergeDefaults.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import { asBytes, bytesOfText, textOfBytes } from "@lkcluster/core/text/byteText.ts";
import fc from "fast-check";

/** Merges `ours`, written as `NAME=value` lines, into `theirs`; a refusal is shown as `! NAME 1,2`. */
function merge(theirs: string, ...ours: readonly string[]): string {
  const lines = ours.map((line) => {
    const equals = line.indexOf("=");
    return { name: bytesOfText(line.slice(0, equals)), raw: bytesOfText(line.slice(equals + 1)) };
  });
  const merged = mergeDefaults(bytesOfText(theirs), lines);
  return merged.ok
    ? textOfBytes(merged.content)
    : merged.twice.map(({ name, lines: at }) => `! ${name} ${at.join(",")}`).join("\n");
}

describe("mergeDefaults", () => {
  const cases: readonly (readonly [title: string, theirs: string, ours: readonly string[], expected: string])[] = [
    ["changes a value in its place", "A=1\nB=2\nC=3\n", ["B=9"], "A=1\nB=9\nC=3\n"],
    [
      "keeps comments, blank lines and unknown names",
      "# top\n\nX=y\nA=1 # why\n",
      ["A=2"],
      "# top\n\nX=y\nA=2 # why\n",
    ],
    ["adds what is missing at the end, in our order", "A=1\n", ["C=3", "B=2"], "A=1\nC=3\nB=2\n"],
    ["keeps a missing last line end when it adds", "A=1", ["B=2"], "A=1\nB=2"],
    ["keeps a missing last line end when it changes", "B=2\nA=1", ["A=3"], "B=2\nA=3"],
    ["keeps CRLF line ends, but not behind what it sets", "A=1\r\nB=2\r\n", ["A=3", "C=4"], "A=3\nB=2\r\nC=4\n"],
    ["takes the carriage return away behind a value that is right", "A=1\r\nB=2\r\n", ["A=1"], "A=1\nB=2\r\n"],
    ["does so behind a comment and at the end of the file", "A=1 # x\r\nB=2\r", ["A=1", "B=3"], "A=1 # x\nB=3"],
    ["writes into an empty file", "", ["A=1"], "A=1\n"],
    ["fills an empty value and keeps the comment", "A= # off\n", ["A=1"], "A=1 # off\n"],
    ["does not glue a comment to a new value", "A=#off\n", ["A=1"], "A=1 #off\n"],
    ["empties a value", "A=1 # c\n", ["A="], "A= # c\n"],
    ["keeps blanks around the equals sign", "  A = 1  \n", ["A=2"], "  A = 2  \n"],
    ["keeps export", "export A=1\n", ["A=2"], "export A=2\n"],
    ["finds quoted values with a hash inside", 'A="x # y" # z\n', ["A=1"], "A=1 # z\n"],
    ["takes a hash inside a word as part of the value", "A=a#b\n", ["A=1"], "A=1\n"],
    ["leaves commented-out lines alone", "#A=1\n", ["A=2"], "#A=1\nA=2\n"],
    ["does not take a name inside another name", "XA=1\nAX=1\n", ["A=2"], "XA=1\nAX=1\nA=2\n"],
    ["refuses a name that stands twice", "A=1\nB=1\nA=2\n", ["A=3"], "! A 0,2"],
    ["does not mind a foreign name that stands twice", "B=1\nB=2\nA=1\n", ["A=3"], "B=1\nB=2\nA=3\n"],
    ["keeps a file that already agrees byte for byte", "A=1\n\r\nB =2", ["A=1", "B=2"], "A=1\n\r\nB =2"],
    ["keeps strange lines", "if [ x ]; then\nA=1\nfi\n", ["A=2"], "if [ x ]; then\nA=2\nfi\n"],
    ["writes Japanese", "A=1\n", ["B=本番"], "A=1\nB=本番\n"],
  ];
  for (const [title, theirs, ours, expected] of cases) {
    it(title, () => assert.equal(merge(theirs, ...ours), expected));
  }

  it("keeps NUL and bytes that are no UTF-8", () => {
    const theirs = asBytes("\xff\x00=\xfe\nA=1\n\x00");
    const merged = mergeDefaults(theirs, [{ name: asBytes("A"), raw: asBytes("2") }]);
    assert.ok(merged.ok);
    assert.equal(merged.content, "\xff\x00=\xfe\nA=2\n\x00");
  });

  it("says what it changed", () => {
    const merged = mergeDefaults(bytesOfText("A=1\nB=2\n"), [
      { name: asBytes("A"), raw: asBytes("1") },
      { name: asBytes("B"), raw: asBytes("3") },
      { name: asBytes("C"), raw: asBytes("4") },
    ]);
    assert.ok(merged.ok);
    assert.deepEqual(merged.changed, [
      { name: "B", before: "2", after: "3" },
      { name: "C", before: undefined, after: "4" },
    ]);
  });

  it("for any file: the names are set, every other line is kept, and merging again changes nothing", () => {
    const line = fc.oneof(
      fc.constantFrom("A=1", "B = 2 # c", "#A=3", "", "\tX='a b'", 'export C="q # r"', "garbage", "Y=", "A"),
      fc.string(),
    );
    const file = fc.tuple(fc.array(line), fc.constantFrom("\n", "\r\n"), fc.boolean());
    fc.assert(
      fc.property(file, ([lines, lineEnd, open]) => {
        const theirs = bytesOfText(lines.join(lineEnd) + (open ? "" : lineEnd));
        const ours = [
          { name: asBytes("A"), raw: asBytes("new") },
          { name: asBytes("Z"), raw: asBytes("'x y'") },
        ];
        const merged = mergeDefaults(theirs, ours);
        if (!merged.ok) return;
        const values = readLines(merged.content);
        assert.equal(values.get("A"), "new");
        assert.equal(values.get("Z"), "'x y'");
        const again = mergeDefaults(merged.content, ours);
        assert.ok(again.ok);
        assert.equal(again.content, merged.content);
        const foreign = (content: string): string[] =>
          content.split(/\r*\n|\r+$/).filter((text) => !/^[ \t]*(export[ \t]+)?[AZ][ \t]*=/.test(text));
        const kept = foreign(merged.content);
        for (const text of foreign(theirs)) assert.ok(text === "" || kept.includes(text), `lost: ${text}`);
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same values as the parser of parameter files", () => {
    const text = "A=1 # c\nB='x y'\nC=\nD=a#b\n# E=5\nF=\"q # r\"\n";
    const tree = parseDefaults("f", text).tree;
    const parsed = tree.lines.flatMap((line) =>
      line.kind === "assignment" ? [[line.name.text, line.rawValue.text] as const] : [],
    );
    assert.deepEqual([...readLines(bytesOfText(text))], parsed);
  });

  it("takes a file of 10 MB in its stride", () => {
    const theirs = asBytes(`${"# filler line of a long file\n".repeat(360_000)}A=1\n`);
    const merged = mergeDefaults(theirs, [{ name: asBytes("A"), raw: asBytes("2") }]);
    assert.ok(merged.ok);
    assert.ok(merged.content.endsWith("A=2\n"));
    assert.equal(merged.content.length, theirs.length);
  });
});

describe("byteText", () => {
  it("goes to bytes and back for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const bytes = bytesOfText(text);
        assert.equal(bytes, Buffer.from(text, "utf8").toString("latin1"));
        assert.equal(textOfBytes(bytes), Buffer.from(bytes, "latin1").toString("utf8"));
      }),
    );
  });

  it("shows what is not UTF-8 as a replacement character and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (given) => {
        const bytes = asBytes(Buffer.from(given).toString("latin1"));
        const shown = textOfBytes(bytes);
        assert.equal(shown.includes("\ufffd"), Buffer.from(given).toString("utf8").includes("\ufffd"));
      }),
    );
  });
});
