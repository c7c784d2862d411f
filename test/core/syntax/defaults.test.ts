// Parameter files: every kind of line, and every character of the text accounted for.

import assert from "node:assert/strict";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import type { DefaultsLine } from "@lkcluster/core/syntax/defaults/tree.ts";

function lines(text: string): readonly string[] {
  return parseDefaults("LifeKeeper", text).tree.lines.map(describeLine);
}

function describeLine(line: DefaultsLine): string {
  const comment = line.comment === undefined ? "" : ` (${line.comment.text})`;
  switch (line.kind) {
    case "assignment":
      return `${line.name.text}=[${line.value}]${line.quote ?? ""}${comment}`;
    case "blank":
      return `blank${comment}`;
    case "strange":
      return `strange [${line.content.text}]${comment}`;
  }
}

describe("a parameter file", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["an assignment", "QUORUM_MODE=majority", ["QUORUM_MODE=[majority]"]],
    ["a missing last newline", "A=1\nB=2", ["A=[1]", "B=[2]"]],
    ["a last newline", "A=1\n", ["A=[1]", "blank"]],
    ["CRLF and lone CR", "A=1\r\nB=2\rC=3", ["A=[1]", "B=[2]", "C=[3]"]],
    ["comments", "# all\n  # indented\nA=1 # behind", ["blank (# all)", "blank (# indented)", "A=[1] (# behind)"]],
    ["a # inside a value", "A=b#c", ["A=[b#c]"]],
    ["an empty value", "LK_NOTIFY_ALIAS=", ["LK_NOTIFY_ALIAS=[]"]],
    ["an empty value with a comment", "QUORUM_DEBUG=  # off", ["QUORUM_DEBUG=[] (# off)"]],
    ["an unknown name", "NO_SUCH_NAME=x", ["NO_SUCH_NAME=[x]"]],
    ["white space around =", "A = 1 ", ["A=[1]"]],
    ["blanks inside a value", "A=one two  # three", ["A=[one two] (# three)"]],
    ["quotes", "A=\"x # y\"\nB='z'", ['A=[x # y]"', "B=[z]'"]],
    ["quotes around a part only", 'A="x" "y"', ['A=["x" "y"]']],
    ["an open quote", 'A="x # y', ['A=["x] (# y)']],
    ["a second = in the value", "A=b=c", ["A=[b=c]"]],
    ["a list", "QUORUM_HOSTS=myhost:80,router1:443", ["QUORUM_HOSTS=[myhost:80,router1:443]"]],
    ["a tag as the end of a name", "SKIP_REMOVE_/data-1.a=1", ["SKIP_REMOVE_/data-1.a=[1]"]],
    ["umask", "umask 022", ["strange [umask 022]"]],
    ["words without =", "some words here # why", ["strange [some words here] (# why)"]],
    ["a value without name", "=x", ["strange [=x]"]],
    ["an empty file", "", ["blank"]],
  ];
  for (const [title, text, expected] of cases) it(`reads ${title}`, () => assert.deepEqual(lines(text), expected));

  it("reports what is no assignment, but not umask, which stands in real files", () => {
    const codes = (text: string): readonly string[] => parseDefaults("f", text).problems.map((problem) => problem.code);
    assert.deepEqual(codes("umask 022\nPATH=/usr/bin"), []);
    assert.deepEqual(codes("QUORUM_MODE majority"), ["syntax-not-an-assignment"]);
    assert.deepEqual(codes("=majority"), ["syntax-not-an-assignment"]);
    assert.deepEqual(codes("A=\u0000b"), ["syntax-control-character"]);
  });

  it("offers to remove `export`", () => {
    const [problem] = parseDefaults("f", "export A=1").problems;
    assert.deepEqual(problem?.fixes[0]?.edits, [{ file: "f", span: { start: 0, end: 7 }, newText: "" }]);
  });

  it("accounts for every character", () => {
    const text = "# a\r\n A = 'b' # c\rumask 022\n\n=\n  x  y=z \n\tlast=";
    const { lines: tree } = parseDefaults("f", text).tree;
    let at = 0;
    for (const line of tree) {
      assert.match(text.slice(at, line.span.start), /^(\r\n|\n|\r)?$/);
      assertPieces(text, line);
      at = line.span.end;
    }
    assert.equal(at, text.length);
  });
});

/** Between the pieces of a line there is white space and nothing else. */
function assertPieces(text: string, line: DefaultsLine): void {
  const pieces =
    line.kind === "assignment"
      ? [line.name.span, line.equals, line.rawValue.span]
      : line.kind === "strange"
        ? [line.content.span]
        : [];
  const all = line.comment === undefined ? pieces : [...pieces, line.comment.span];
  let at = line.span.start;
  for (const span of all) {
    assert.match(text.slice(at, span.start), /^\s*$/);
    at = span.end;
  }
  assert.match(text.slice(at, line.span.end), /^\s*$/);
}
