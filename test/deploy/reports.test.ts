// What a person reads when nodes cannot be reached or an earlier deployment left something behind: each cause once, in
// their language, on a narrow terminal, and the command that mends it.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { explainSsh } from "@lkcluster/deploy/openssh/explain.ts";
import stringWidth from "string-width";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { runCli } from "../cli/runCli.ts";
import { type SshCluster, startSshCluster } from "../support/sshCluster.ts";

const clusterText = `cluster c {
  lifekeeper 9.9.0
  node alpha { ssh "alpha" }
  node beta { ssh "beta" }
  path alpha <-> beta { tcp 192.0.2.1 <-> 192.0.2.2 tcp 198.51.100.1 <-> 198.51.100.2 }
  resource app gen/app { servers alpha 1, beta 10 }
}
`;

describe("nodes that cannot be reached", () => {
  let folder: string;
  before(() => assert.equal(ensurePrograms(["ssh"]), undefined));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-reports-"));
    writeFileSync(join(folder, "c.lk"), clusterText);
    // Port 1 of this machine: nothing listens there, and nothing outside is contacted.
    const host = (name: string): string => `Host ${name}\n  HostName 127.0.0.1\n  Port 1\n`;
    writeFileSync(join(folder, "ssh"), host("alpha") + host("beta"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [language, cause] of [
    ["en", "the SSH port refuses connections"],
    ["ja", "SSH のポートに接続を拒否されました"],
  ] as const) {
    it(`are named once each, with the cause once and what ssh said once (${language})`, async () => {
      const { exitCode, output, errors } = await runCli(["plan", "c.lk", "--ssh-config", "ssh", "--lang", language], {
        directory: folder,
        environment: { COLUMNS: "60" },
        columns: 60,
      });
      assert.equal(exitCode, 3, output + errors);
      const all = output + errors;
      const times = (text: string): number =>
        all.replace(/\n +/g, "").replaceAll(" ", "").split(text.replaceAll(" ", "")).length - 1;
      assert.equal(times(cause), 2, all);
      assert.equal(times("Connection refused"), 2, all);
      assert.equal(all.split("\n").filter((line) => line.startsWith("alpha")).length, 1, all);
      for (const line of output.split("\n").filter((each) => !each.startsWith("    "))) {
        assert.ok(stringWidth(line) <= 60, line);
      }
    });
  }

  for (const [said, reason] of [
    ["ssh: connect to host 127.0.0.1 port 1: Connection refused", "connection-refused"],
    ["ssh: connect to host 192.0.2.1 port 22: Connection timed out", "connect-timed-out"],
    ["Connection timed out during banner exchange", "connect-timed-out"],
    ["ssh: connect to host 192.0.2.1 port 22: No route to host", "no-route"],
    ["ssh: connect to host 192.0.2.1 port 22: Network is unreachable", "no-route"],
    ["ssh: Could not resolve hostname nobody.invalid: Name or service not known", "name-not-resolved"],
    ["ssh: Could not resolve hostname nobody.invalid: Temporary failure in name resolution", "name-not-resolved"],
    [
      "No ED25519 host key is known for [127.0.0.1]:2222 and you have requested strict checking.\r\nHost key verification failed.",
      "host-key-unknown",
    ],
    [
      "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\nHost key verification failed.",
      "host-key-changed",
    ],
    ["root@192.0.2.1: Permission denied (publickey,password).", "authentication"],
    ["Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures", "authentication"],
    ["kex_exchange_identification: read: Connection reset by peer", "closed-while-connecting"],
    ["Connection closed by 192.0.2.1 port 22", "closed-while-connecting"],
    [
      "Unable to negotiate with 192.0.2.1 port 22: no matching host key type found. Their offer: ssh-dss",
      "no-common-algorithm",
    ],
    ["~/.ssh/config: line 3: Bad configuration option: hostnam", "ssh-misconfigured"],
    ["Bad owner or permissions on ~/.ssh/config", "ssh-misconfigured"],
    ["something nobody has seen before", "unreachable"],
  ] as const) {
    it(`${reason}: ${said.slice(0, 60)}`, () => {
      assert.equal(explainSsh(255, `${said}\r\n`), reason);
    });
  }

  it("one that was reached and ended is none of these, whatever it prints", () => {
    assert.equal(explainSsh(1, "Connection refused"), "garbage");
    assert.equal(explainSsh(null, "Connection refused"), "connection-lost");
  });
});

describe("the status after a deployment that was cut off", function () {
  this.timeout(60_000);
  let cluster: SshCluster;
  before(async () => {
    cluster = await startSshCluster();
  });
  after(() => cluster.stop());

  it("says first what is down, then what does not agree, each with the command that mends it", async () => {
    const deployed = await cluster.deploy();
    assert.equal(deployed.outcome, "deployed", deployed.message.en);
    const beta = cluster.nodes[1];
    assert.ok(beta);
    // As the node leaves it when its client dies between two confirmations, after it had stopped LifeKeeper.
    const state = join(dirname(beta.hostFile), ".LifeKeeper.lkcluster");
    copyFileSync(beta.hostFile, join(dirname(beta.hostFile), "expected"));
    const id = deployed.transaction ?? "";
    rmSync(join(state, "gen-000001"), { recursive: true });
    const line = (event: string): string => `2026-01-01T00:00:00Z ${id} ${event}\n`;
    writeFileSync(join(state, "journal"), line("stopping") + line("reverted timer old put"));
    writeFileSync(beta.hostFile, "QUORUM_MODE=none\n");
    rmSync(join(beta.folder, "running"));

    const directory = dirname(cluster.clusterFile);
    const args = ["status", "c.lk", "--ssh-config", cluster.testNodes.sshConfig];
    const english = await runCli([...args, "--lang", "en"], { directory });
    assert.equal(english.exitCode, 1, english.output + english.errors);
    const told = english.output.replace(/\n +/g, " ");
    assert.match(
      told,
      /^✗ LifeKeeper is down on beta: .* ssh beta sudo \/opt\/LifeKeeper\/bin\/lkstart\n?✗ The nodes do not agree/,
    );
    assert.match(told, /stays on alpha, wit, the old file was put back on beta\. lkcluster deploy c\.lk/);
    const japanese = await runCli([...args, "--lang", "ja"], { directory });
    assert.match(japanese.output, /^✗ beta の LifeKeeper が停止しています。/);

    const json = await runCli([...args, "--format", "json"], { directory });
    const kinds = JSON.parse(json.output).aftermath.map(({ kind }: { readonly kind: string }) => kind);
    assert.deepEqual(kinds, ["stopped", "split"]);

    // Files that need no change must not let a deployment say that all is well.
    writeFileSync(beta.hostFile, readFileSync(join(dirname(beta.hostFile), "expected")));
    const again = await runCli(["deploy", "c.lk", "--yes", "--ssh-config", cluster.testNodes.sshConfig], { directory });
    assert.equal(again.exitCode, 0, again.output + again.errors);
    assert.match(again.output.replace(/\n +/g, " "), /already .*→ LifeKeeper is down on beta/s);
  });
});
