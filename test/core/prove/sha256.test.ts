import { equal } from "node:assert/strict";
import { createHash } from "node:crypto";
import { sha256 } from "@lkcluster/core/prove/sha256.ts";

describe("sha256", () => {
  const texts = ["", "abc", "クラスター", "𠮷野家", "a".repeat(55), "a".repeat(56), "a".repeat(64), "é".repeat(1000)];
  for (const text of texts) {
    it(`agrees with Node for ${text.length} code units of ${JSON.stringify(text.slice(0, 8))}`, () => {
      equal(sha256(text), createHash("sha256").update(text, "utf8").digest("hex"));
    });
  }
});
