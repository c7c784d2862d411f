import assert from "node:assert/strict";
import { findSafeOrder, type StateVerdict } from "@lkcluster/core/plan/rollout.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";

/** Mixed states are written as the names that are new, sorted; those listed are unsafe. */
function order(nodes: string, ...unsafe: readonly string[]): string {
  const asked: string[] = [];
  const judge = (renewed: ReadonlySet<string>): StateVerdict => {
    const key = [...renewed].sort().join("");
    asked.push(key);
    if (unsafe.includes(`${key}~`)) return { kind: "no-worse", statesExplored: 1 };
    if (unsafe.includes(`${key}?`)) return { kind: "incomplete", statesExplored: 1 };
    return unsafe.includes(key)
      ? { kind: "unsafe", statesExplored: 1, why: { en: "because", ja: "理由" } }
      : { kind: "safe", statesExplored: 1 };
  };
  const found = pumped(findSafeOrder([...nodes], judge));
  assert.equal(new Set(asked).size, asked.length, "no mixed state is judged twice");
  assert.ok(!asked.includes(""), "what runs now is no mixed state");
  assert.ok(!asked.includes([...nodes].sort().join("")), "the end is judged by the proofs of the file");
  return `${found.rollout.kind} ${found.order.join("")}`;
}

describe("findSafeOrder", () => {
  const cases: readonly (readonly [nodes: string, unsafe: readonly string[], expected: string])[] = [
    ["abc", [], "proved abc"],
    ["abc", ["a"], "proved bac"],
    ["abc", ["ab"], "proved acb"],
    ["abc", ["a", "b"], "proved cab"],
    ["abc", ["a", "b", "c"], "unsafe abc"],
    ["abc", ["ab", "ac", "bc"], "unsafe abc"],
    ["abc", ["a?"], "proved bac"],
    ["abc", ["a?", "b", "c"], "unproved abc"],
    ["ab", ["a", "b"], "unsafe ab"],
    ["abc", ["a~"], "proved bac"],
    ["abc", ["a~", "b~", "c~"], "proved abc"],
    ["abc", ["a~", "b", "c"], "proved abc"],
    ["abc", ["a~", "b?", "c"], "proved abc"],
    ["a", [], "proved a"],
    ["abcdefgh", [], "proved abcdefgh"],
  ];
  for (const [nodes, unsafe, expected] of cases) {
    it(`${nodes} with ${unsafe.join(", ") || "nothing"} unsafe is ${expected}`, () => {
      assert.equal(order(nodes, ...unsafe), expected);
    });
  }

  it("says why when no order is safe", () => {
    const why = { en: "W", ja: "理由" };
    const { rollout } = pumped(findSafeOrder(["a", "b"], () => ({ kind: "unsafe", statesExplored: 1, why })));
    assert.ok(rollout.kind === "unsafe");
    assert.match(rollout.text.en, /W Stop LifeKeeper on all nodes in the documented order/);
    assert.match(rollout.text.ja, /理由/);
  });
});
