// The tokens of a cluster file: together with white space they are the text, whatever it is.

import assert from "node:assert/strict";
import { tokenizeCluster } from "@lkcluster/core/syntax/cluster/tokens.ts";
import fc from "fast-check";

function images(text: string): readonly string[] {
  return tokenizeCluster(text).tokens.map(({ image }) => image);
}

function assertWhole(text: string): void {
  const { tokens, comments, controlCharacters } = tokenizeCluster(text);
  const all = [...tokens, ...comments, ...controlCharacters].sort((a, b) => a.startOffset - b.startOffset);
  let at = 0;
  for (const { startOffset, image } of all) {
    assert.match(text.slice(at, startOffset), /^\s*$/u, "something between two tokens was lost");
    assert.equal(text.slice(startOffset, startOffset + image.length), image);
    at = startOffset + image.length;
  }
  assert.match(text.slice(at), /^\s*$/u);
}

describe("the tokens of a cluster file", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["/data 10.0.0.1 router:443 本番 9.9.0", ["/data", "10.0.0.1", "router:443", "本番", "9.9.0"]],
    ["a<->b a|b a=b a,b", ["a", "<->", "b", "a", "|", "b", "a", "=", "b", "a", ",", "b"]],
    ["a#b #c\nd", ["a#b", "d"]],
    ['"a # b"c "d', ['"a # b"', "c", '"d']],
    ['"a\\"b" "\\', ['"a\\"b"', '"\\']],
    ["a\u3000b\u00a0c\ufeff", ["a", "b", "c"]],
    ["<- <-- <->- <", ["<-", "<--", "<->", "-", "<"]],
    ["500ms 20s 5x 7", ["500ms", "20s", "5x", "7"]],
    ["fail fail-domain failover failed", ["fail", "fail-domain", "failover", "failed"]],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(images(text), expected));

  it("are the text together with its white space, for any text", () => {
    const pieces = fc.constantFrom(
      "<->",
      "<",
      "-",
      ">",
      '"',
      "\\",
      "#",
      "{",
      "\n",
      " ",
      "\u0000",
      "a",
      "é",
      "\ud800",
      "|",
      "=",
    );
    const soup = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 100 })), assertWhole), {
      seed: 20260105,
      numRuns: 2000,
    });
  });
});
