// A deployment as the data of its page, and as the record that is copied from it.

import assert from "node:assert/strict";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { beginDeployment, withEnd, withPlan, withProgress } from "../../client/src/deploy/page/deployment.ts";
import type { Deployment } from "../../client/src/deploy/page/protocol.ts";
import { recordOf } from "../../client/src/deploy/page/record.ts";
import { MemoryCluster } from "../../deploy/testNodes/memoryNodes.ts";
import { danger, hostileNames } from "../support/hostileNames.ts";
import { clusterOf } from "../support/planning.ts";

async function deployed(fails: boolean): Promise<Deployment> {
  const memory = new MemoryCluster(["alpha", "beta", "wit"], asBytes("# theirs\n"));
  if (fails) memory.inject([{ node: "wit", at: 13, fault: "operation-fails" }]);
  let page = beginDeployment("c", "deploy", 0);
  let nowMs = 0;
  const report = await deployCluster({
    ...clusterOf("QUORUM_MODE=none\nWITNESS_MODE=none\nQUORUM_LOSS_ACTION=osu\n"),
    hosts: memory.hosts,
    clock: memory.clock,
    judge: () => () => ({ kind: "safe", statesExplored: 0 }) as const,
    who: "test@here",
    mend: async () => true,
    confirm: async (plan) => {
      page = withPlan(page, plan);
      return true;
    },
    onProgress: (event) => {
      nowMs += 100;
      page = withProgress(page, event, nowMs);
    },
  });
  return withEnd(page, report, nowMs + 100);
}

describe("the page of a deployment", () => {
  it("has every step of every node with its beginning and its end", async () => {
    const { steps, plan, end } = await deployed(false);
    assert.equal(end?.outcome, "deployed");
    assert.deepEqual(
      steps.filter(({ node }) => node === "beta").map(({ phase, state }) => `${phase} ${state}`),
      ["connect done", "read done", "stage done", "arm done", "commit done", "verify done", "confirm done"].filter(
        (each) => steps.some(({ phase }) => each.startsWith(phase)),
      ),
    );
    assert.ok(steps.every(({ beganAtMs, endedAtMs }) => endedAtMs !== undefined && endedAtMs >= beganAtMs));
    assert.ok(steps.every(({ node, text }) => node === undefined || !text.en.startsWith(`${node}: `)));
    assert.deepEqual(
      plan?.differences.map(({ node, file }) => `${node} ${file}`),
      ["alpha /etc/default/LifeKeeper", "beta /etc/default/LifeKeeper", "wit /etc/default/LifeKeeper"],
    );
    assert.ok(plan?.differences.every(({ lines }) => lines.includes("+QUORUM_LOSS_ACTION=osu")));
  });

  it("keeps what failed and why, and is a record in both languages", async () => {
    const page = await deployed(true);
    assert.ok(page.steps.some(({ node, state }) => node === "wit" && state === "failed"));
    const [english, japanese] = [recordOf(page, "en"), recordOf(page, "ja")];
    assert.match(english, /^# Deployment of `c`: reverted\n/);
    assert.match(english, /\| beta \| reverted \| `[0-9a-f]{12}` \| `[0-9a-f]{12}` \|/);
    assert.match(english, new RegExp(`- Audit id: \`${page.end?.transaction}\``));
    assert.match(english, /```diff\n[\s\S]*\+QUORUM_LOSS_ACTION=osu\n```/);
    assert.match(japanese, /^# デプロイの記録: `c`: 復元済み\n/);
  });

  it("makes Markdown of no hostile name", async () => {
    const page = await deployed(false);
    for (const name of hostileNames) {
      const differences = page.plan?.differences.map((each) => ({ ...each, node: name, ssh: name, file: name })) ?? [];
      const nodes = page.end?.nodes.map((each) => ({ ...each, node: name, detail: { en: name, ja: name } })) ?? [];
      const steps = page.steps.map((step) => ({ ...step, node: name, text: { en: name, ja: name } }));
      const hostile = {
        ...{ ...page, cluster: name, steps },
        ...(page.plan === undefined ? {} : { plan: { ...page.plan, differences } }),
        ...(page.end === undefined ? {} : { end: { ...page.end, nodes } }),
      };
      assert.equal(danger(recordOf(hostile, "en"), "markdown"), undefined);
    }
  });
});
