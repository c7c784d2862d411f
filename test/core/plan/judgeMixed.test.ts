import assert from "node:assert/strict";
import { judgeMixed } from "@lkcluster/core/plan/judgeMixed.ts";
import { factsOf, planOf } from "../../support/planning.ts";

const majority = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n";
const off = "QUORUM_MODE=none\nWITNESS_MODE=none\n";

/** `kind: order` of a rollout from one file on every node to another, and why it is refused. */
function rollout(old: string, ours: string, running = true): string {
  const facts = ["alpha", "beta", "wit"].map((node) =>
    factsOf(node, old, { lifekeeper: running ? "running" : "stopped" }),
  );
  const plan = planOf(ours, facts, { judge: judgeMixed, set: {}, paths: 1 });
  const refused = plan.refusals.length > 0 ? " refused" : "";
  return `${plan.rollout.kind}: ${plan.order.join(" ")}${refused}`;
}

describe("judgeMixed", () => {
  const cases: readonly (readonly [title: string, old: string, ours: string, expected: string])[] = [
    ["quorum is brought in on the standby first", off, majority, "proved: beta wit alpha"],
    // With the standby switched off first, one cut would let it take over what alpha keeps.
    ["quorum is given up on the standby last", majority, off, "proved: wit alpha beta"],
    ["a loss action may come in any order", majority, `${majority}QUORUM_LOSS_ACTION=osu\n`, "proved: beta wit alpha"],
    ["values that count later mix nothing", majority, `${majority}FAILFASTTIMER=6\n`, "trivial: beta wit alpha"],
  ];
  for (const [title, old, ours, expected] of cases) {
    it(title, () => assert.equal(rollout(old, ours), expected));
  }

  it("refuses to leave the storage modes while LifeKeeper runs, and says what to do", () => {
    const storage = "QUORUM_MODE=storage\nWITNESS_MODE=storage\n";
    assert.equal(rollout(storage, majority), "unproved: beta wit alpha refused");
    assert.equal(rollout(storage, majority, false), "trivial: beta wit alpha");
  });
});
