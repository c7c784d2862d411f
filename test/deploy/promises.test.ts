// What a deployment says of itself, in the situations in which it is easiest to say too much: some nodes only, something
// left by an earlier run, a node that falls silent at the last step.

import assert from "node:assert/strict";
import type { JudgeNodes } from "@lkcluster/core/plan/makePlan.ts";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import { deployCluster, planCluster } from "@lkcluster/deploy/deployCluster.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import type { DeployRequest } from "@lkcluster/deploy/request.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { nothingChanged } from "@lkcluster/deploy/statements.ts";
import type { MemoryNode } from "../../deploy/testNodes/memoryNode.ts";
import { MemoryCluster, type MemoryFault } from "../../deploy/testNodes/memoryNodes.ts";
import { clusterOf } from "../support/planning.ts";

const names = ["alpha", "beta", "wit"];
const old = "# theirs\nQUORUM_MODE=none\nQUORUM_LOSS_ACTION=fastboot\n";
const wanted = "QUORUM_MODE=none\nWITNESS_MODE=none\nQUORUM_LOSS_ACTION=osu\n";
const safe: JudgeNodes = () => () => ({ kind: "safe", statesExplored: 0 });

class Nodes {
  readonly memory = new MemoryCluster(names, asBytes(old));

  request(shared = wanted): DeployRequest {
    const { hosts, clock } = this.memory;
    const answers = { mend: async () => true, confirm: async () => true };
    return { ...clusterOf(shared), hosts, clock, judge: safe, who: "test@here", ...answers, confirmWithinSeconds: 30 };
  }

  deploy(more: Partial<DeployRequest> & { readonly shared?: string } = {}): Promise<DeployReport> {
    return deployCluster({ ...this.request(more.shared), ...more });
  }

  node(name: string): MemoryNode {
    const node = this.memory.nodes.get(name);
    assert.ok(node);
    return node;
  }

  states(): readonly string[] {
    return names.map((name) => /^QUORUM_LOSS_ACTION=(.*)$/m.exec(this.node(name).file ?? "")?.[1] ?? "-");
  }

  /** Deploys until this fault happens at this operation of this node, and leaves a client that never comes back. */
  async breakAt(node: string, operation: string, fault: MemoryFault, forMs = 3000): Promise<DeployReport | undefined> {
    const dry = new Nodes();
    await dry.deploy();
    const at = dry.node(node).operations.indexOf(operation);
    assert.ok(at >= 0, dry.node(node).operations.join());
    this.memory.inject([{ node, at, fault, forMs }]);
    return await Promise.race([this.deploy(), this.memory.clientDied.then(() => undefined)]);
  }
}

/** Values that must be equal, while LifeKeeper runs: refused. */
const refusedFile = `${wanted}LCMHBEATTIME=9\n`;

describe("a deployment whose ssh has to ask", () => {
  /** Whoever types a code for each connection needs longer than the nodes count. */
  const slowly = (nodes: Nodes, asks: boolean): Promise<DeployReport> => {
    const { hosts } = nodes.request();
    return nodes.deploy({
      hosts: (destination) => {
        const host = hosts(destination);
        return {
          ...host,
          asks,
          connect: (signal) => nodes.memory.clock.sleep(45_000).then(() => host.connect(signal)),
        };
      },
    });
  };

  it("keeps the countdowns from running while somebody types", async () => {
    const nodes = new Nodes();
    assert.equal((await slowly(nodes, true)).outcome, "deployed");
    assert.deepEqual(nodes.states(), ["osu", "osu", "osu"]);
  });

  it("would have been reverted by them otherwise", async () => {
    const nodes = new Nodes();
    assert.notEqual((await slowly(nodes, false)).outcome, "deployed");
    assert.deepEqual(nodes.states(), ["fastboot", "fastboot", "fastboot"]);
  });
});

describe("a deployment to some nodes", () => {
  it("speaks of these nodes only", async () => {
    const nodes = new Nodes();
    const first = await nodes.deploy({ nodes: ["alpha"] });
    assert.equal(first.outcome, "deployed");
    assert.match(first.message.en, /^Deployed to alpha; alpha of c holds .*Not part of this: beta, wit\.$/);
    const again = await nodes.deploy({ nodes: ["alpha"] });
    assert.equal(again.outcome, "unchanged");
    assert.match(again.message.en, /^Alpha of c already holds this configuration\. Not part of this: beta, wit\.$/i);
    const { cluster } = clusterOf(wanted);
    const back = await rollbackCluster({ ...nodes.request(), cluster, nodes: ["alpha"] });
    assert.match(back.message.en, /alpha of c holds the earlier configuration/);
    for (const { message } of [first, again, back]) {
      assert.doesNotMatch(message.en, /every node/i);
      assert.doesNotMatch(message.ja, /全ノード/);
    }
    assert.deepEqual(nodes.states(), ["fastboot", "fastboot", "fastboot"]);
  });

  it("looks everywhere whether LifeKeeper runs", async () => {
    const nodes = new Nodes();
    nodes.node("alpha").running = false;
    const report = await nodes.deploy({ shared: refusedFile, nodes: ["alpha"] });
    assert.equal(report.outcome, "refused", report.message.en);
    assert.match(report.message.en, /LCMHBEATTIME .*running on beta, wit/);
  });

  it("is refused where a node that nobody can reach may run LifeKeeper", async () => {
    const nodes = new Nodes();
    for (const name of names) nodes.node(name).running = false;
    nodes.memory.leave("wit", 1_000_000);
    const report = await nodes.deploy({ shared: refusedFile, nodes: ["alpha"] });
    assert.equal(report.outcome, "refused", report.message.en);
    assert.match(report.message.en, /whether it runs on wit could not be found out/);
  });

  it("says which values will not agree", async () => {
    const nodes = new Nodes();
    for (const name of names) nodes.node(name).running = false;
    const made = await planCluster({ ...nodes.request(refusedFile), nodes: ["alpha"] });
    assert.ok(made.kind === "planned");
    assert.match(
      made.plan.warnings.map(({ en }) => en).join("\n"),
      /LCMHBEATTIME must be equal .*alpha=9, beta=5, wit=5/,
    );
  });

  it("judges the mixed cluster that it leaves behind", async () => {
    const nodes = new Nodes();
    const judged: string[] = [];
    const why = { en: "It splits.", ja: "分かれます。" };
    const judge: JudgeNodes = (_, plans) => (renewed) => {
      judged.push(`${[...renewed].join()} of ${plans.map(({ node }) => node).join()}`);
      return { kind: "unsafe", statesExplored: 1, why };
    };
    const report = await nodes.deploy({ nodes: ["alpha"], judge });
    assert.deepEqual(judged, ["alpha of alpha,beta,wit"]);
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /It splits/);
  });

  it("says what it could not look at", async () => {
    const nodes = new Nodes();
    nodes.memory.leave("wit", 1_000_000);
    const made = await planCluster({ ...nodes.request(), nodes: ["alpha"] });
    assert.ok(made.kind === "planned");
    assert.match(made.plan.warnings.map(({ en }) => en).join("\n"), /^wit could not be read/m);
    assert.equal(made.plan.rollout.kind, "unproved");
  });
});

describe("what an earlier deployment left", () => {
  it("is put back only after a question of its own, and then nothing is called unchanged", async () => {
    const nodes = new Nodes();
    await nodes.breakAt("alpha", "confirm: arrives", "client-killed");
    // All timers are gone, as after a reboot of all nodes.
    for (const name of names) nodes.node(name).timer = undefined;
    nodes.memory.revive();
    for (const name of ["beta", "wit"]) assert.match(nodes.node(name).file ?? "", /osu/);
    const before = nodes.states();
    const no = await nodes.deploy({ mend: async () => false });
    assert.deepEqual([no.outcome, no.declined, nodes.states()], ["refused", true, before]);
    assert.match(no.message.en, /^Nothing was changed\./);
    const asked: string[] = [];
    const report = await nodes.deploy({
      shared: refusedFile,
      mend: async (left) => {
        asked.push(left.map(({ nodes: open }) => open.map(({ node, act }) => `${node} ${act}`).join()).join());
        return true;
      },
    });
    assert.equal(asked.length, 1);
    assert.equal(report.outcome, "healed", report.message.en);
    assert.doesNotMatch(report.message.en, /Nothing was changed/);
    assert.match(report.message.en, /^An earlier deployment was mended: .*Nothing else was changed\. LCMHBEATTIME/);
    assert.ok(report.healed.length > 0);
    assert.ok(report.nodes.every(({ node, after }) => after !== undefined && names.includes(node)));
  });

  it("is finished on all nodes alike, whichever of them are asked for", async () => {
    const nodes = new Nodes();
    // One node has heard the word when the client dies; the others have not.
    await nodes.breakAt("beta", "confirm: arrives", "client-killed");
    nodes.memory.revive();
    const kept = names.filter((name) => nodes.node(name).kept.length > 0);
    const open = names.filter((name) => nodes.node(name).staged !== undefined);
    assert.ok(kept.length > 0 && open.length > 0, `${kept.join()} / ${open.join()}`);
    const report = await nodes.deploy({ shared: refusedFile, nodes: open.slice(0, 1) });
    assert.equal(report.outcome, "healed", report.message.en);
    assert.deepEqual(nodes.states(), ["osu", "osu", "osu"]);
    assert.deepEqual(
      report.healed.map(({ node, act }) => `${node} ${act}`),
      open.map((node) => `${node} finished`),
    );
  });

  it("is left alone where a node that may have decided cannot be read", async () => {
    const nodes = new Nodes();
    await nodes.breakAt("wit", "commit: answer", "client-killed");
    for (const name of names) nodes.node(name).timer = undefined;
    nodes.memory.revive();
    nodes.memory.leave("beta", 1_000_000);
    const before = nodes.states();
    const report = await nodes.deploy({ nodes: ["wit"] });
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /beta could not be read: whether its new file was to stay cannot be told/);
    assert.deepEqual(nodes.states(), before);
  });
});

describe("a node that falls silent when it is told to keep the new file", () => {
  for (const [title, pausesMs] of [
    ["is waited for and finished", 20_000],
    ["that pauses for very long takes nothing away from the others", 10_000_000],
  ] as const) {
    it(title, async () => {
      const nodes = new Nodes();
      const report = await nodes.breakAt("alpha", "confirm: arrives", "node-pauses", pausesMs);
      assert.ok(report);
      assert.deepEqual(nodes.states().slice(1), ["osu", "osu"]);
      if (pausesMs < 30_000) {
        assert.equal(report.outcome, "deployed", report.message.en);
        return;
      }
      assert.equal(report.outcome, "mixed", report.message.en);
      assert.match(report.message.en, /New file, confirmed: beta, wit; not known: alpha/);
      assert.doesNotMatch(report.advice.map(({ en }) => en).join(), /puts the old file back without a connection/);
      nodes.memory.pass(pausesMs);
      nodes.memory.pass(120_000);
      nodes.memory.revive();
      const next = await nodes.deploy();
      assert.ok(["deployed", "unchanged"].includes(next.outcome), next.message.en);
      assert.deepEqual(nodes.states(), ["osu", "osu", "osu"]);
    });
  }

  it("whose timer was faster gets the new file once more", async () => {
    const nodes = new Nodes();
    const report = await nodes.breakAt("alpha", "confirm: decide", "timer-fires");
    assert.equal(report?.outcome, "deployed", report?.message.en);
    assert.deepEqual(nodes.states(), ["osu", "osu", "osu"]);
  });
});

describe("nothing was changed", () => {
  const own = { id: "t", never: ["alpha"] };
  const cases = [
    ["no request at all", [], true],
    ["staged and taken away again", ["stage", "arm", "revert"], true],
    ["asked to commit, and never in place", ["stage", "commit", "revert"], true],
    ["LifeKeeper was stopped", ["lifekeeper"], false],
    ["something was confirmed", ["confirm"], false],
  ] as const;
  for (const [title, kinds, may] of cases) {
    it(`${may ? "may" : "may not"} be said: ${title}`, () => {
      const acts = kinds.map((kind) => ({ node: "alpha", kind, transaction: "t" }));
      assert.equal(nothingChanged(acts, own) !== undefined, may);
    });
  }

  it("may not be said of what another run had left, or of a node where our file was", () => {
    assert.equal(nothingChanged([{ node: "alpha", kind: "revert", transaction: "other" }], own), undefined);
    assert.equal(nothingChanged([{ node: "beta", kind: "commit", transaction: "t" }], own), undefined);
  });
});
