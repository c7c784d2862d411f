// Whether the machine that answered is the node it was taken for.

import assert from "node:assert/strict";
import { checkIdentities } from "@lkcluster/core/plan/identity.ts";
import { factsOf } from "../../support/planning.ts";

const names = ["alpha", "beta.example.com", "wit"];

function check(node: string, lifekeeperName: string | undefined): string {
  const { refusals, warnings } = checkIdentities([factsOf(node, "", { lifekeeperName })], names);
  return [...refusals.map(({ en }) => `refused: ${en}`), ...warnings.map(({ en }) => `warned: ${en}`)].join("\n");
}

describe("the name a node calls itself", () => {
  for (const [node, own] of [
    ["alpha", "alpha"],
    ["alpha", "ALPHA"],
    ["alpha", "alpha.example.com"],
    ["beta.example.com", "beta"],
    ["alpha", undefined],
    ["alpha", ""],
  ] as const) {
    it(`${own} is ${node}`, () => assert.equal(check(node, own), ""));
  }

  it("is refused when it is another node of the cluster, with or without its domain", () => {
    assert.match(check("alpha", "wit"), /^refused: alpha: .* wit, which is another node of this cluster/);
    assert.match(check("alpha", "beta"), /^refused: alpha: .* beta\.example\.com, which is another node/);
  });

  it("is a warning when nobody in the cluster is called so, and never fills the screen", () => {
    assert.match(check("alpha", "gamma"), /^warned: alpha: .* gamma\./);
    assert.ok(check("alpha", "x".repeat(5000)).length < 300);
  });
});
