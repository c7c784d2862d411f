// The audit file holds what SECURITY.md and docs/deployment.md promise of it, however a run ends.

import assert from "node:assert/strict";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import type { AuditEntry } from "@lkcluster/deploy/report.ts";
import type { DeployRequest } from "@lkcluster/deploy/request.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { MemoryCluster, type MemoryFault } from "../../deploy/testNodes/memoryNodes.ts";
import { clusterOf } from "../support/planning.ts";

const names = ["alpha", "beta", "wit"];
/** No run of digits in a hash or in the name of a transaction is it by chance. */
const secret = "77665544332211";
const wanted = `QUORUM_MODE=none\nWITNESS_MODE=none\nQUORUM_LOSS_ACTION=osu\nLKCHECKINTERVAL=${secret}\n`;

describe("the record of a run", () => {
  function start(shared = wanted) {
    const memory = new MemoryCluster(names, asBytes(`# theirs\nLKCHECKINTERVAL=${secret}9\n`));
    const entries: AuditEntry[] = [];
    const request: DeployRequest = {
      ...clusterOf(shared),
      hosts: memory.hosts,
      clock: memory.clock,
      judge: () => () => ({ kind: "safe", statesExplored: 0 }),
      who: "somebody@desk",
      mend: async () => true,
      confirm: async () => true,
      audit: { write: (entry) => void entries.push(entry) },
    };
    return { memory, entries, request };
  }

  function check(entries: readonly AuditEntry[], command: string, outcome: string): void {
    const runs = entries.filter(({ event }) => event === "run");
    const [first, last] = [runs.at(-2), runs.at(-1)];
    assert.equal(first?.status, "begins");
    assert.equal(first.details?.command, command);
    assert.equal(first.details.who, "somebody@desk");
    assert.equal(first.details.cluster, "c");
    assert.equal(last?.status, outcome);
    assert.equal(entries.at(-1), last);
    for (const { at } of entries) assert.ok(!Number.isNaN(Date.parse(at)));
    assert.doesNotMatch(JSON.stringify(entries), new RegExp(secret.replaceAll(".", "\\.")));
  }

  it("names who, the command, plan, proof, hashes, and each node's end", async () => {
    const { memory, entries, request } = start();
    assert.equal((await deployCluster(request)).outcome, "deployed");
    check(entries, "deploy", "deployed");
    const plan = entries.find(({ event, details }) => event === "plan" && details !== undefined)?.details;
    assert.match(plan?.plan ?? "", /^[0-9a-f]{64}$/);
    assert.equal(plan?.proof, "proved");
    const end = entries.at(-1)?.details?.nodes ?? [];
    assert.deepEqual(
      end.map(({ node, state }) => [node, state]),
      names.map((node) => [node, "changed"]),
    );
    assert.deepEqual(
      end.map(({ before, after }) => [before, after]),
      plan?.nodes?.map(({ before, after }) => [before, after]),
    );
    const record = JSON.parse(memory.nodes.get("beta")?.kept[0]?.record ?? "{}");
    assert.deepEqual([record.plan, record.proof, record.who], [plan?.plan, plan?.proof, "somebody@desk"]);
    const { cluster } = request as DeployRequest;
    assert.equal((await rollbackCluster({ ...request, cluster })).outcome, "deployed");
    check(entries, "roll back", "deployed");
  });

  it("says that it was refused, and that it was declined", async () => {
    const refused = start(`${wanted}LCMHBEATTIME=9\n`);
    assert.equal((await deployCluster(refused.request)).outcome, "refused");
    check(refused.entries, "deploy", "refused");
    const declined = start();
    await deployCluster({ ...declined.request, confirm: async () => false });
    check(declined.entries, "deploy", "refused");
    assert.equal(declined.entries.at(-1)?.details?.declined, true);
    const unread = start();
    unread.memory.leave("wit", 1_000_000);
    await deployCluster(unread.request);
    check(unread.entries, "deploy", "refused");
  });

  async function operationAt(node: string, name: string): Promise<number> {
    const dry = start();
    await deployCluster(dry.request);
    return dry.memory.nodes.get(node)?.operations.indexOf(name) ?? -1;
  }

  async function broken(name: string, fault: MemoryFault) {
    const run = start();
    run.memory.inject([{ node: "alpha", at: await operationAt("alpha", name), fault }]);
    const report = await Promise.race([deployCluster(run.request), run.memory.clientDied.then(() => undefined)]);
    return { ...run, report };
  }

  it("says that it was reverted", async () => {
    const { entries, report } = await broken("commit: rename", "operation-fails");
    assert.equal(report?.outcome, "reverted");
    check(entries, "deploy", "reverted");
  });

  it("says what was mended, also when nothing else came of the run", async () => {
    const { memory, entries, request } = await broken("confirm: arrives", "client-killed");
    for (const name of names) Object.assign(memory.nodes.get(name) ?? {}, { timer: undefined });
    memory.revive();
    entries.length = 0;
    const report = await deployCluster({ ...request, confirm: async () => false, hosts: memory.hosts });
    assert.equal(report.outcome, "healed", report.message.en);
    check(entries, "deploy", "healed");
    const mended = entries.find(({ event }) => event === "mended")?.details?.healed;
    assert.deepEqual(mended, report.healed);
    assert.deepEqual(entries.at(-1)?.details?.healed, report.healed);
  });
});
