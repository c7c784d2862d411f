import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { startTestNodes } from "../../deploy/testNodes/testNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { until } from "../support/sshCluster.ts";

describe("test nodes", () => {
  it("leave no server and no folder behind when they stop", async () => {
    assert.equal(ensurePrograms(["sshd", "ssh", "ssh-keygen"]), undefined);
    const nodes = await startTestNodes({ count: 2 });
    const lives = (pid: number): boolean => {
      try {
        process.kill(pid, 0);
        return true;
      } catch {
        // No such process.
        return false;
      }
    };
    assert.ok(nodes.nodes.every(({ pid }) => lives(pid)));
    await nodes.stop();
    await until(5, () => !nodes.nodes.some(({ pid }) => lives(pid)));
    assert.ok(!existsSync(nodes.folder));
  });
});
