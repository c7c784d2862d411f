// Whoever answers at a node's address may say anything, for as long as it likes. What it says ends in a failure that is
// named, and never in a hang, a full memory, a moved cursor or a file in the wrong place.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { asBytes, type ByteText, bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { isFailure } from "@lkcluster/deploy/failure.ts";
import type { Hosts } from "@lkcluster/deploy/host.ts";
import { openShell } from "@lkcluster/deploy/remote/connection.ts";
import { type Reply, understand } from "@lkcluster/deploy/remote/reply.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { type LocalNodes, startLocalNodes } from "../../deploy/testNodes/localNodes.ts";
import { MemoryCluster } from "../../deploy/testNodes/memoryNodes.ts";
import { clusterOf } from "../support/planning.ts";

const shared = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n";
const set = { wit: "set WITNESS_MODE = none" };

async function failureOf(script: string): Promise<string> {
  const opened = await openShell({
    node: "alpha",
    file: "/etc/default/LifeKeeper",
    timeoutMs: 3000,
    firstAnswerMs: 3000,
    explainEnd: () => "connection-lost",
    spawn: () => spawn("sh", ["-c", script], { stdio: "pipe" }),
  });
  if (isFailure(opened)) return opened.reason;
  await opened.close();
  return "opened";
}

describe("a node that talks without end", function () {
  this.timeout(30_000);

  for (const [title, script, reason] of [
    ["as fast as it can", "exec yes", "garbage"],
    ["a byte now and then", "while :; do printf x; sleep 0.05; done", "timed-out"],
    ["on standard error", "yes >&2", "timed-out"],
    ["not at all", "exec sleep 60", "timed-out"],
    [
      "pretending to end again and again",
      'while read -r l; do case $l in N=*) n=$(echo "$l" | cut -c 3-); while :; do printf "\\n%s end x\\n" "$n"; done ;; esac; done',
      "garbage",
    ],
  ] as const) {
    it(title, async () => {
      const seen = await failureOf(script);
      // A machine that is busy may run out of time before the other limit is met.
      assert.ok(seen === reason || seen === "timed-out", seen);
    });
  }
});

describe("what a node says about itself", () => {
  it("moves no cursor, whatever it calls its file", () => {
    const items: readonly (readonly [string, string])[] = [
      ["kind", `directory\x1b[2J\n\x1b]0;title\x07${"x".repeat(500)}`],
      ["end", "read"],
    ];
    const reply: Reply = { status: 0, items: items.map(([key, value]) => ({ key, value: asBytes(value) })) };
    const understood = understand({ kind: "read" }, "alpha", reply);
    assert.ok(understood.kind === "answer");
    const { target } = understood.answer.facts;
    assert.ok(target.kind === "other");
    assert.match(target.what, /^directory·\[2J ·\]0;title·x+$/);
    assert.ok(target.what.length <= 40);
  });

  it("is believed about the order of deployments, not about the time", async () => {
    const old = bytesOfText("QUORUM_MODE=none\n");
    const memory = new MemoryCluster(["alpha", "beta", "wit"], old);
    const request = {
      hosts: memory.hosts,
      clock: memory.clock,
      judge: () => () => ({ kind: "safe", statesExplored: 0 }) as const,
      who: "test@here",
      mend: async () => true,
      confirm: async () => true,
    };
    assert.equal((await deployCluster({ ...request, ...clusterOf(shared, set) })).outcome, "deployed");
    const alpha = memory.nodes.get("alpha");
    assert.ok(alpha);
    const first = alpha.file;
    // The client of the first deployment had a clock far ahead.
    for (const node of memory.nodes.values()) {
      node.kept = node.kept.map((kept) => ({ ...kept, record: kept.record.replace(/"when":"\d{4}/, '"when":"2099') }));
    }
    const second = clusterOf(`${shared}QUORUM_LOSS_ACTION=osu\n`, set);
    assert.equal((await deployCluster({ ...request, ...second })).outcome, "deployed");
    const { cluster } = second;
    assert.equal((await rollbackCluster({ ...request, cluster })).outcome, "deployed");
    assert.equal(alpha.file, first);
  });
});

describe("a node that is not the one it was taken for", function () {
  this.timeout(60_000);

  function deployTo(hosts: Hosts, file: string): Promise<DeployReport> {
    const at = (name: string): string => `file "${file}" ${name === "wit" ? "set WITNESS_MODE = none" : ""}`;
    return deployCluster({
      ...clusterOf(shared, { alpha: at("alpha"), beta: at("beta"), wit: at("wit") }),
      hosts,
      judge: () => () => ({ kind: "safe", statesExplored: 0 }),
      who: "test@here",
      mend: async () => true,
      confirm: async () => true,
      confirmWithinSeconds: 30,
    });
  }

  it("because LifeKeeper there calls itself another node, is refused before anything is touched", async () => {
    const local = startLocalNodes(["alpha", "beta", "wit"], "X=1\n");
    try {
      const crossed = leadingTo(local, (name) => (name === "beta" ? "alpha" : name));
      const report = await deployTo(crossed, "/etc/default/LifeKeeper");
      assert.equal(report.outcome, "refused");
      assert.match(report.message.en, /beta: LifeKeeper there calls itself alpha, which is another node/);
      for (const { file } of local.nodes) {
        assert.equal(readFileSync(file, "utf8"), "X=1\n");
        assert.ok(!existsSync(join(dirname(file), ".LifeKeeper.lkcluster")));
      }
    } finally {
      local.stop();
    }
  });

  it("because it is the same machine twice, is refused with that reason", async () => {
    const local = startLocalNodes(["alpha"], "X=1\n");
    try {
      const [alpha] = local.nodes;
      assert.ok(alpha);
      // Nobody there says a name that could give it away.
      renameSync(join(alpha.folder, "bin", "lktest"), join(alpha.folder, "lktest"));
      const report = await deployTo(
        leadingTo(local, () => "alpha"),
        alpha.file,
      );
      assert.equal(report.outcome, "refused", report.message.en);
      assert.match(report.message.en, /already part of this deployment as another node/);
      assert.equal(readFileSync(alpha.file, "utf8"), "X=1\n");
    } finally {
      local.stop();
    }
  });

  it("because others may swap the link to its file, is refused", async () => {
    const local = startLocalNodes(["alpha"], "X=1\n");
    try {
      const [alpha] = local.nodes;
      assert.ok(alpha);
      const open = join(alpha.folder, "open");
      mkdirSync(open);
      chmodSync(open, 0o777);
      symlinkSync(alpha.file, join(open, "LifeKeeper"));
      const file = join(open, "LifeKeeper");
      const connection = await local.hosts({ node: "alpha", ssh: "", file }).connect();
      assert.ok(!isFailure(connection));
      const content: ByteText = bytesOfText("X=2\n");
      const answer = await connection.request({ kind: "stage", transaction: "t", record: "{}", content });
      await connection.close();
      assert.ok(isFailure(answer) && answer.reason === "state-folder-unsafe", JSON.stringify(answer));
    } finally {
      local.stop();
    }
  });
});

/** Addresses that lead elsewhere than the cluster file thinks. */
function leadingTo({ nodes, hosts }: LocalNodes, where: (node: string) => string): Hosts {
  return (to) => {
    const there = nodes.find(({ name }) => name === where(to.node));
    assert.ok(there);
    const host = hosts({ ...to, node: there.name, file: there.file });
    return { ...host, connect: async (signal) => renamed(await host.connect(signal), to.node) };
  };
}

type Connected = Awaited<ReturnType<ReturnType<Hosts>["connect"]>>;

/** The facts of one node under the name of another, as an address that leads to the wrong machine gives them. */
function renamed(connection: Connected, node: string): Connected {
  if (isFailure(connection)) return connection;
  return {
    ...connection,
    request: async (request) => {
      const answer = await connection.request(request);
      // Only the node's name in the facts changes, so the answer stays one to this request.
      return "facts" in answer ? ({ ...answer, facts: { ...answer.facts, node } } as typeof answer) : answer;
    },
  };
}
