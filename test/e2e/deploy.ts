// Deploying from the real editor to three real sshd servers: the differences, one question, every outcome.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { startTestNodes, type TestNodes } from "../../deploy/testNodes/testNodes.ts";
import { clusterFile } from "../../scripts/start/nodes.ts";
import { choose, click, isSeen, press, screenshot, see, type } from "./driver.ts";
import { closeEverything, eventually, setSetting, useDarkTheme, workspaceRoot } from "./editing.ts";

const parameters = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n";

const mayBeRoot = process.getuid?.() === 0 || spawnSync("sudo", ["-n", "true"]).status === 0;

export function defineDeploySuite(): void {
  describe("deploying", () => {
    let nodes: TestNodes;
    let folder: vscode.Uri;
    let cluster: vscode.Uri;
    let original: readonly string[];

    const held = (): readonly string[] => nodes.nodes.map(({ hostFile }) => readFileSync(hostFile, "utf8"));

    before(async () => {
      nodes = await startTestNodes({ count: 3, names: ["node-a", "node-b", "node-w"] });
      original = held();
      folder = vscode.Uri.joinPath(workspaceRoot(), "three-test-nodes");
      cluster = vscode.Uri.joinPath(folder, "three.lk");
      const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, Buffer.from(text));
      await write(cluster, clusterFile(nodes));
      await write(vscode.Uri.joinPath(folder, "etc/default/LifeKeeper"), parameters);
      await setSetting("lifekeeper.deploy.sshConfigFile", nodes.sshConfig);
    });
    after(async () => {
      await setSetting("lifekeeper.deploy.sshConfigFile", undefined);
      await nodes.stop();
      await vscode.workspace.fs.delete(folder, { recursive: true });
    });
    afterEach(async () => {
      await vscode.commands.executeCommand("notifications.clearAll");
      await closeEverything();
    });

    const open = async (): Promise<void> => {
      await vscode.window.showTextDocument(cluster);
    };
    /** In the list, because an editor under test shows no toasts; an empty list closes by itself. */
    const outcome = (icon: string, text: string): Promise<true> =>
      eventually(`a notification with ${text}`, async () => {
        await vscode.commands.executeCommand("notifications.showList");
        return await isSeen({
          selector: `.notifications-center .notification-list-item:has(.codicon-${icon})`,
          text,
          timeoutMs: 1000,
        });
      });
    const question = (text: string): Promise<void> => see({ selector: ".quick-input-widget", text });
    /** On the page of the deployment. */
    const asked = (text: string): Promise<void> => see({ selector: "main.deployment:has(#question) h1", text });
    const answer = (which: "deploy" | "no"): Promise<void> => click({ selector: `#question [data-answer="${which}"]` });

    it("shows what would change on every node, and nothing happens when the answer is no", async () => {
      await open();
      const done = vscode.commands.executeCommand("lifekeeper.deploy");
      await asked("three-test-nodes");
      await see({ selector: ".deployment .diff", text: "QUORUM_LOSS_ACTION" });
      await screenshot("deploy-plan-light-en");
      await answer("no");
      await done;
      await see({ selector: ".statusbar", text: "not confirmed" });
      assert.deepEqual(held(), original);
    });

    it("puts the file on all nodes and says so", async () => {
      await open();
      const done = vscode.commands.executeCommand("lifekeeper.deploy");
      await asked("three-test-nodes");
      await answer("deploy");
      await done;
      await outcome("info", "three-test-nodes");
      await screenshot("deploy-outcome-light-en");
      for (const text of held()) assert.match(text, /^QUORUM_LOSS_ACTION=osu$/m);
    });

    it("shows in the tree that a node was changed behind our back", async () => {
      const [, second] = nodes.nodes;
      assert.ok(second);
      const deployed = readFileSync(second.hostFile, "utf8");
      writeFileSync(second.hostFile, deployed.replace("QUORUM_LOSS_ACTION=osu", "QUORUM_LOSS_ACTION=fastboot"));
      await setSetting("lifekeeper.language", "ja");
      await useDarkTheme();
      await open();
      await vscode.commands.executeCommand("lifekeeper.status");
      await see({ selector: ".pane-body .monaco-list-row", text: "ここと相違" });
      await screenshot("status-dark-ja");
      await setSetting("lifekeeper.language", undefined);
      await setSetting("workbench.colorTheme", undefined);
      writeFileSync(second.hostFile, deployed);
    });

    it("puts everything back when a node is not well afterwards, and says so", async () => {
      const beforeIt = held();
      const text = parameters.replace("osu", "fastboot");
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "etc/default/LifeKeeper"), Buffer.from(text));
      await open();
      const done = vscode.commands.executeCommand("lifekeeper.deploy");
      await asked("three-test-nodes");
      // A hierarchy goes out of service while the files are being put in place.
      const first = nodes.nodes[0];
      assert.ok(first);
      const status = join(first.folder, "status");
      const healthy = readFileSync(status, "utf8");
      writeFileSync(status, healthy.replaceAll("ISP", "OSF"));
      await answer("deploy");
      await done;
      await outcome("warning", "");
      await screenshot("deploy-reverted-light-en");
      assert.deepEqual(held(), beforeIt);
      writeFileSync(status, healthy);
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, "etc/default/LifeKeeper"),
        Buffer.from(parameters),
      );
    });

    it("never touches what somebody else changed meanwhile, and says which node", async () => {
      const beforeIt = held();
      const text = parameters.replace("osu", "fastboot");
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "etc/default/LifeKeeper"), Buffer.from(text));
      await open();
      const done = vscode.commands.executeCommand("lifekeeper.deploy");
      await asked("three-test-nodes");
      const last = nodes.nodes[2];
      assert.ok(last);
      writeFileSync(last.hostFile, `${beforeIt[2]}# by hand\n`);
      await answer("deploy");
      await done;
      await outcome("error", "node-w");
      await screenshot("deploy-changed-meanwhile-light-en");
      assert.deepEqual(held(), [beforeIt[0], beforeIt[1], `${beforeIt[2]}# by hand\n`]);
      writeFileSync(last.hostFile, beforeIt[2] ?? "");
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, "etc/default/LifeKeeper"),
        Buffer.from(parameters),
      );
    });

    it("rolls back to what was there before", async () => {
      await open();
      const done = vscode.commands.executeCommand("lifekeeper.rollback");
      await question("Roll back to what");
      await screenshot("rollback-light-en");
      await choose("Before", "Before the last deployment");
      await answer("deploy");
      await done;
      await outcome("info", "three-test-nodes");
      assert.deepEqual(held(), original);
    });

    it("changes nothing when it is cancelled while it asks", async () => {
      const beforeIt = held();
      await open();
      const done = vscode.commands.executeCommand("lifekeeper.deploy");
      await asked("three-test-nodes");
      await vscode.commands.executeCommand("notifications.showList");
      await click({ selector: ".notifications-center .monaco-button", text: "Cancel" });
      await done;
      await see({ selector: ".statusbar", text: "not confirmed" });
      assert.deepEqual(held(), beforeIt);
    });

    it("imports the running cluster into a file of its own", async () => {
      const done = vscode.commands.executeCommand("lifekeeper.importCluster");
      await question("which nodes");
      await type(nodes.nodes.map(({ name }) => name).join(", "));
      await press("Enter");
      await question("What is the cluster called");
      await press("Control+A");
      await type("imported");
      await press("Enter");
      await done;
      if (!mayBeRoot) {
        // Without root the nodes are not machines of their own, and the place of the file is not this user's.
        await outcome("error", "sudo -n is not allowed");
        assert.equal(vscode.window.activeTextEditor, undefined);
        return;
      }
      const { document } = await eventually("the imported cluster", () => vscode.window.activeTextEditor);
      assert.match(document.getText(), /cluster imported \{/);
      for (const { name } of nodes.nodes) assert.match(document.getText(), new RegExp(`(node|witness) ${name} `));
      await screenshot("imported-light-en");
      await closeEverything();
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceRoot(), "imported"), { recursive: true });
    });

    it("stops, writes and starts all nodes for values that must be equal, only when told so", async () => {
      const text = `${parameters}LCMNUMHBEATS=5\n`;
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "etc/default/LifeKeeper"), Buffer.from(text));
      const stops = (): readonly string[] =>
        nodes.nodes.flatMap((node) => node.calls().filter((call) => /^lkst/.test(call)));
      assert.deepEqual(stops(), []);
      await open();
      await vscode.commands.executeCommand("lifekeeper.deploy");
      await outcome("error", "LCMNUMHBEATS");
      await screenshot("deploy-all-stopped-light-en");
      assert.deepEqual(stops(), []);
      await click({ selector: ".notifications-center .monaco-button", text: "Stop All, Write, Start All" });
      await asked("three-test-nodes");
      await screenshot("deploy-all-stopped-plan-light-en");
      await answer("deploy");
      await outcome("info", "Deployed to");
      for (const file of held()) assert.match(file, /^LCMNUMHBEATS=5$/m);
      assert.equal(stops().filter((call) => call.startsWith("lkstop")).length, nodes.nodes.length);
      assert.equal(stops().filter((call) => call.startsWith("lkstart")).length, nodes.nodes.length);
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, "etc/default/LifeKeeper"),
        Buffer.from(parameters),
      );
    });

    it("contacts no node while the cluster has an error", async () => {
      const broken = vscode.Uri.joinPath(folder, "etc/default/LifeKeeper");
      await vscode.workspace.fs.writeFile(broken, Buffer.from("QUORUM_MODE=storage\nWITNESS_MODE=none\n"));
      const calls = nodes.nodes.map((node) => node.calls().length);
      await open();
      await vscode.commands.executeCommand("lifekeeper.deploy");
      await outcome("error", "Nothing was sent to any node");
      assert.deepEqual(
        nodes.nodes.map((node) => node.calls().length),
        calls,
      );
      await vscode.workspace.fs.writeFile(broken, Buffer.from(parameters));
    });
  });
}
