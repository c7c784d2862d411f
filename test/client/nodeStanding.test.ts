// The tree says of each node what the last run has seen: also after a deployment that was taken back, and after a rollback.

import assert from "node:assert/strict";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import { standingsAfter, standingsAsAsked } from "../../client/src/deploy/nodeStanding.ts";
import { edit, type MemoryNode } from "../../deploy/testNodes/memoryNode.ts";
import { MemoryCluster } from "../../deploy/testNodes/memoryNodes.ts";
import { clusterOf } from "../support/planning.ts";

const shared = (action: string): string => `QUORUM_MODE=none\nWITNESS_MODE=none\nQUORUM_LOSS_ACTION=${action}\n`;
const carrying = {
  judge: () => () => ({ kind: "safe", statesExplored: 0 }) as const,
  who: "test@here",
  confirm: async () => true,
  mend: async () => true,
};

function clusterInMemory(file = "# theirs\n") {
  const memory = new MemoryCluster(["alpha", "beta", "wit"], asBytes(file));
  return { memory, way: { hosts: memory.hosts, clock: memory.clock, ...carrying } };
}

function nodeOf(memory: MemoryCluster, name: string): MemoryNode {
  const node = memory.nodes.get(name);
  assert.ok(node);
  return node;
}

const here = (action: string) => ({ ...clusterOf(shared(action)), mode: "merge" as const });
const told = (statuses: ReturnType<typeof standingsAsAsked>): readonly string[] =>
  statuses.map(({ node, standing, plan }) => `${node} ${standing}${plan === undefined ? "" : ", to compare"}`);

describe("how a node stands to the files here", () => {
  it("is known after a deployment", async () => {
    const { way } = clusterInMemory();
    const report = await deployCluster({ ...here("osu"), ...way });
    assert.deepEqual(told(standingsAfter(here("osu"), report)), ["alpha same", "beta same", "wit same"]);
  });

  it("is known after one that was taken back, also of a node that has just refused", async () => {
    const { memory, way } = clusterInMemory();
    await deployCluster({ ...here("osu"), ...way });
    for (const node of memory.nodes.values()) node.operations = [];
    memory.inject([{ node: "wit", at: 13, fault: "operation-fails" }]);
    const report = await deployCluster({ ...here("fastboot"), ...way });
    assert.equal(report.outcome, "reverted");
    const all = ["alpha drifted, to compare", "beta drifted, to compare", "wit drifted, to compare"];
    assert.deepEqual(told(standingsAfter(here("fastboot"), report)), all);
  });

  it("is known after a rollback, whether the files here say something else or the same", async () => {
    const { way } = clusterInMemory();
    await deployCluster({ ...here("osu"), ...way });
    await deployCluster({ ...here("fastboot"), ...way });
    const report = await rollbackCluster({ ...clusterOf(""), ...way });
    assert.equal(report.outcome, "deployed");
    const drifted = ["alpha drifted, to compare", "beta drifted, to compare", "wit drifted, to compare"];
    assert.deepEqual(told(standingsAfter(here("fastboot"), report)), drifted);
    assert.deepEqual(told(standingsAfter(here("osu"), report)), ["alpha same", "beta same", "wit same"]);
  });

  it("is told apart from nodes that cannot be reached, and from those where nothing is decided", async () => {
    const { memory, way } = clusterInMemory();
    memory.leave("beta", Number.POSITIVE_INFINITY);
    const report = await deployCluster({ ...here("osu"), ...way });
    const [, beta] = standingsAfter(here("osu"), report);
    assert.deepEqual([beta?.node, beta?.standing], ["beta", "unreachable"]);
    memory.returnAll();
    memory.inject([{ node: "wit", at: 11, fault: "client-killed" }]);
    for (const node of memory.nodes.values()) node.operations = [];
    await Promise.race([deployCluster({ ...here("osu"), ...way }), memory.clientDied]);
    memory.revive();
    const asked = standingsAsAsked(await statusOfCluster({ ...here("osu"), hosts: memory.hosts }));
    assert.ok(
      asked.every(({ standing }) => standing === "unknown"),
      told(asked).join(),
    );
  });

  it("is not good where a value that must be equal everywhere is not, whoever set it", async () => {
    const { memory, way } = clusterInMemory();
    await deployCluster({ ...here("osu"), ...way });
    const beta = nodeOf(memory, "beta");
    edit(beta, asBytes(`${beta.file}LCMHBEATTIME=9\n`));
    const status = await statusOfCluster({ ...here("osu"), hosts: memory.hosts });
    assert.deepEqual(
      status.nodes.map(({ state }) => state),
      ["same", "same", "same"],
    );
    assert.equal(status.same, false);
    const [alpha] = standingsAsAsked(status);
    assert.deepEqual([alpha?.standing, alpha?.summary.en], ["unequal", "LCMHBEATTIME: not equal on all nodes"]);
    assert.match(
      alpha?.details.en ?? "",
      /LCMHBEATTIME must be equal on all nodes, and is not: alpha=5, beta=9, wit=5\./,
    );
  });
});
