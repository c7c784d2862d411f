// Rolling back brings every node to the same deployment, found by its name: whatever the clocks of the clients say,
// whichever nodes have changed in it, and never one node without the others.

import assert from "node:assert/strict";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import { type RollbackRequest, rollbackCluster, waysBack } from "@lkcluster/deploy/rollbackCluster.ts";
import type { MemoryNode } from "../../deploy/testNodes/memoryNode.ts";
import { MemoryCluster } from "../../deploy/testNodes/memoryNodes.ts";
import { clusterOf } from "../support/planning.ts";

const names = ["alpha", "beta", "wit"];
const carrying = {
  judge: () => () => ({ kind: "safe", statesExplored: 0 }) as const,
  who: "test@here",
  confirm: async () => true,
  mend: async () => true,
};

/** Nodes, what happened on them, and what they hold. */
class History {
  readonly memory = new MemoryCluster(names, asBytes("# theirs\n"));
  readonly ids: string[] = [];

  async deploy(action: string, set: Readonly<Record<string, string>> = {}, nodes?: readonly string[]): Promise<void> {
    const shared = `QUORUM_MODE=none\nWITNESS_MODE=none\nQUORUM_LOSS_ACTION=${action}\n`;
    const report = await deployCluster({
      ...clusterOf(shared, set),
      ...carrying,
      hosts: this.memory.hosts,
      clock: this.memory.clock,
      ...(nodes === undefined ? {} : { nodes }),
    });
    assert.equal(report.outcome, "deployed", report.message.en);
    this.ids.push(report.transaction ?? "");
  }

  rollback(more: Partial<RollbackRequest> = {}): Promise<DeployReport> {
    const { cluster } = clusterOf("");
    return rollbackCluster({ cluster, ...carrying, hosts: this.memory.hosts, clock: this.memory.clock, ...more });
  }

  node(name: string): MemoryNode {
    const node = this.memory.nodes.get(name);
    assert.ok(node);
    return node;
  }

  /** What each node has for QUORUM_LOSS_ACTION, or for this name. */
  values(name = "QUORUM_LOSS_ACTION"): readonly string[] {
    return names.map((node) => new RegExp(`^${name}=(.*)$`, "m").exec(this.node(node).file ?? "")?.[1] ?? "-");
  }
}

async function historyOf(...actions: readonly string[]): Promise<History> {
  const history = new History();
  for (const action of actions) await history.deploy(action);
  return history;
}

describe("rolling back", () => {
  const RealDate = Date;
  afterEach(() => {
    globalThis.Date = RealDate;
  });

  /** Every look at the clock is later than the one before, or earlier. */
  function clockGoing(stepMs: number): void {
    let now = RealDate.UTC(2026, 0, 1);
    const tick = (): number => {
      now += stepMs;
      return now;
    };
    globalThis.Date = class extends RealDate {
      constructor(...args: readonly (string | number)[]) {
        // Only the present is made up.
        super(args[0] ?? tick());
      }
    } as DateConstructor;
  }

  for (const [title, stepMs] of [
    ["a clock that goes on between two nodes", 30],
    ["a clock that goes back between two deployments", -86_400_000],
  ] as const) {
    it(`to a deployment by its name brings every node to its result: ${title}`, async () => {
      clockGoing(stepMs);
      const history = await historyOf("osu", "fastkill", "fastboot");
      const report = await history.rollback({ to: history.ids[1] ?? "" });
      assert.equal(report.outcome, "deployed", report.message.en);
      assert.deepEqual(history.values(), ["fastkill", "fastkill", "fastkill"]);
    });

    it(`without a name goes back behind the last one everywhere: ${title}`, async () => {
      clockGoing(stepMs);
      const history = await historyOf("osu", "fastkill", "fastboot");
      const report = await history.rollback();
      assert.equal(report.outcome, "deployed", report.message.en);
      assert.deepEqual(history.values(), ["fastkill", "fastkill", "fastkill"]);
      const again = await history.rollback();
      assert.equal(again.outcome, "deployed", again.message.en);
      assert.deepEqual(history.values(), ["fastboot", "fastboot", "fastboot"]);
    });
  }

  it("also brings back a node that the deployment did not change", async () => {
    const history = await historyOf("osu");
    await history.deploy("osu", { alpha: "set LKCHECKINTERVAL = 90" });
    await history.deploy("osu", { beta: "set LKCHECKINTERVAL = 100" });
    const report = await history.rollback({ to: history.ids[0] ?? "" });
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.deepEqual(history.values("LKCHECKINTERVAL"), ["-", "-", "-"]);
  });

  it("behind the last one leaves alone what that one did not change", async () => {
    const history = await historyOf("osu", "fastkill");
    await history.deploy("fastkill", { alpha: "set LKCHECKINTERVAL = 90" });
    const report = await history.rollback();
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.deepEqual(history.values("LKCHECKINTERVAL"), ["-", "-", "-"]);
    assert.deepEqual(history.values(), ["fastkill", "fastkill", "fastkill"]);
  });

  it("is refused, by name, where a node was rebuilt, and nothing is done by halves", async () => {
    const history = await historyOf("osu", "fastkill", "fastboot");
    history.node("beta").kept.length = 0;
    history.node("beta").file = asBytes("# rebuilt\n");
    const before = names.map((name) => history.node(name).file);
    for (const to of [...history.ids, undefined]) {
      const report = await history.rollback(to === undefined ? {} : { to });
      assert.equal(report.outcome, "refused", report.message.en);
      assert.match(report.message.en, /\bbeta: .*no longer kept/);
      assert.doesNotMatch(report.message.en, /alpha|wit:/);
    }
    assert.deepEqual(
      names.map((name) => history.node(name).file),
      before,
    );
  });

  it("finds a result that a node keeps under another deployment only", async () => {
    const history = await historyOf("osu", "fastkill", "osu", "fastboot");
    history.node("beta").kept.splice(0, 2);
    const report = await history.rollback({ to: history.ids[0] ?? "" });
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.deepEqual(history.values(), ["osu", "osu", "osu"]);
  });

  it("is refused, by name, where a node has no part in the deployment", async () => {
    const history = await historyOf("osu", "fastkill");
    for (const name of names) {
      const node = history.node(name);
      node.kept = node.kept.map((kept) => {
        const record = JSON.parse(kept.record);
        record.nodes = record.nodes.filter((each: { readonly node: string }) => each.node !== "wit");
        return { ...kept, record: JSON.stringify(record) };
      });
    }
    for (const to of [history.ids[0], undefined]) {
      const report = await history.rollback(to === undefined ? {} : { to });
      assert.equal(report.outcome, "refused");
      assert.match(report.message.en, /wit: .*does not say what was there/);
    }
  });

  it("is refused where the nodes do not tell the same story", async () => {
    const history = await historyOf("osu", "fastkill");
    const beta = history.node("beta");
    beta.kept = beta.kept.map((kept) => ({
      ...kept,
      record: kept.record.replace(/"after":"[0-9a-f]{8}/, '"after":"00000000'),
    }));
    const report = await history.rollback({ to: history.ids[0] ?? "" });
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /contradict/);
  });

  it("is refused where nobody can tell which deployment was the last", async () => {
    const history = await historyOf("osu");
    const other = await historyOf("fastkill");
    Object.assign(history.node("beta"), { kept: other.node("beta").kept, file: other.node("beta").file });
    const report = await history.rollback();
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /last one cannot be told: .*alpha, wit.*beta/);
  });

  it("shows beforehand what each choice would change", async () => {
    const history = await historyOf("osu", "fastkill", "fastboot");
    history.node("wit").kept.splice(0, 1);
    const { cluster } = clusterOf("");
    const choices = await waysBack({ cluster, hosts: history.memory.hosts });
    assert.ok(Array.isArray(choices));
    const shown = choices.map(({ to, nodes }) => [
      to,
      "en" in nodes ? nodes.en.slice(0, 20) : nodes[0].changes.map(({ after }: { readonly after: string }) => after),
    ]);
    assert.deepEqual(shown, [
      [undefined, ["fastkill"]],
      [history.ids[2], []],
      [history.ids[1], ["fastkill"]],
      [history.ids[0], ["osu"]],
    ]);
  });
});
