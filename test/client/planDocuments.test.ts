// *Compare with the File on the Node*: both sides are documents whose addresses VS Code accepts, whatever the names are.

import assert from "node:assert/strict";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import "../support/loadWithVscode.ts";
import { takeHanded, Uri } from "../support/fakeVscode.ts";

const { showNodeDifference, showPlanDifferences } = await import("../../client/src/deploy/planDocuments.ts");

function planOf(node: string): NodePlan {
  return {
    node,
    before: asBytes("A=1\n"),
    after: asBytes("A=2\n"),
    changes: [],
    sets: [],
    drift: { kind: "never", changedThere: [], onlyWording: false, isRolledBack: false },
    noLongerSet: [],
  };
}

describe("the documents of a plan", () => {
  const names = ["web", "/srv/clusters/web.lk", "//", "", "a/b", "ノード 1", "..", "a?b#c", "\ud800"];

  for (const name of names) {
    it(`can be compared when the cluster and the node are called ${JSON.stringify(name)}`, async () => {
      takeHanded();
      await showNodeDifference(name, planOf(name));
      const [{ args } = { args: [] }] = takeHanded();
      assert.equal(args[0], "vscode.diff");
      const [, left, right] = args;
      assert.ok(left instanceof Uri && right instanceof Uri);
      assert.equal(left.path, right.path);
      assert.notEqual(String(left), String(right));
    });
  }

  it("of all nodes can be compared at once", async () => {
    await showPlanDifferences({ cluster: "/a", nodes: names.map(planOf) } as unknown as DeploymentPlan);
    const [{ args } = { args: [] }] = takeHanded();
    assert.equal(args[0], "vscode.changes");
    assert.equal((args[2] as readonly unknown[]).length, names.length);
  });
});
