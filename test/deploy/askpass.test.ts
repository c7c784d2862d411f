// The questions of ssh reach the editor: an unknown host key, a passphrase. Nothing typed is kept.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isFailure } from "@lkcluster/deploy/failure.ts";
import { type Askpass, type Question, startAskpass } from "@lkcluster/deploy/openssh/askpass.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import type { AuditEntry } from "@lkcluster/deploy/report.ts";
import { startTestNodes, type TestNodes } from "../../deploy/testNodes/testNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";

describe("questions of ssh", () => {
  let nodes: TestNodes;
  beforeEach(async () => {
    assert.equal(ensurePrograms(["sshd", "ssh", "ssh-keygen"]), undefined);
    nodes = await startTestNodes({ count: 1 });
  });
  afterEach(() => nodes.stop());

  async function connect(answer: Askpass): Promise<{
    readonly result: string;
    readonly asked: readonly Question[];
    readonly audit: readonly AuditEntry[];
    readonly detail: string;
  }> {
    const asked: Question[] = [];
    const audit: AuditEntry[] = [];
    const hosts = openSshHosts({
      configFile: nodes.sshConfig,
      questions: (question) => {
        asked.push(question);
        return answer(question);
      },
      audit: { write: (entry) => void audit.push(entry) },
    });
    const connection = await hosts({ node: "node1", ssh: "node1", file: nodes.nodes[0]?.file ?? "" }).connect();
    if (isFailure(connection)) return { result: connection.reason, asked, audit, detail: connection.detail };
    await connection.close();
    return { result: "connected", asked, audit, detail: "" };
  }

  it("an unknown host key is shown with its fingerprint, and accepted only by a yes", async () => {
    writeFileSync(nodes.knownHosts, "");
    const refused = await connect(async () => undefined);
    assert.equal(refused.result, "host-key-unknown");
    assert.equal(readFileSync(nodes.knownHosts, "utf8"), "");
    const accepted = await connect(async () => "yes");
    assert.equal(accepted.result, "connected");
    assert.equal(accepted.asked[0]?.kind, "host-key");
    assert.match(accepted.asked[0]?.prompt ?? "", /SHA256:/);
    assert.match(readFileSync(nodes.knownHosts, "utf8"), /node1/);
  });

  it("do not reach VS Code on Windows: keys of an agent do, and what would be asked is refused with the ways out", async () => {
    const asked: Question[] = [];
    const hosts = openSshHosts({
      configFile: nodes.sshConfig,
      questions: async (question) => {
        asked.push(question);
        return "yes";
      },
      askpass: { platform: "win32" },
    });
    const destination = { node: "node1", ssh: "node1", file: nodes.nodes[0]?.file ?? "" };
    const connection = await hosts(destination).connect();
    assert(!isFailure(connection));
    await connection.close();
    writeFileSync(nodes.knownHosts, "");
    const refused = await hosts(destination).connect();
    assert(isFailure(refused));
    assert.equal(refused.reason, "cannot-ask");
    assert.deepEqual(asked, []);
  });

  it("a passphrase is asked for as a secret, and appears in no audit entry", async () => {
    const passphrase = "correct horse";
    const key = join(nodes.folder, "client_key");
    assert.equal(spawnSync("ssh-keygen", ["-q", "-p", "-P", "", "-N", passphrase, "-f", key]).status, 0);
    const wrong = await connect(async () => undefined);
    assert.equal(wrong.result, "authentication");
    const right = await connect(async () => passphrase);
    assert.equal(right.result, "connected");
    assert.equal(right.asked[0]?.kind, "secret");
    assert.ok(!JSON.stringify([right.audit, wrong.audit]).includes(passphrase));
  });

  it("are asked from a shorter folder where the path of a socket would be too long, and nothing is left", async () => {
    const long = join(nodes.folder, "x".repeat(100));
    const short = join("/tmp", `lk-${process.pid}`);
    mkdirSync(long);
    mkdirSync(short);
    try {
      const server = await startAskpass("node1", async () => "yes", { folders: [long, short] });
      assert.ok(server.kind === "askpass", JSON.stringify(server));
      assert.deepEqual(readdirSync(long), []);
      await server.close();
      assert.deepEqual(readdirSync(short), []);
      const none = await startAskpass("node1", async () => "yes", { folders: [long, join(nodes.folder, "missing")] });
      assert.ok(none.kind === "no-askpass");
      assert.match(none.detail, /too long for a socket\n.*missing: /);
      assert.deepEqual(readdirSync(long), []);
    } finally {
      rmSync(short, { recursive: true });
    }
  });

  it("cannot be passed on: that is said before ssh is started", async () => {
    const hosts = openSshHosts({
      configFile: nodes.sshConfig,
      program: "/nowhere/ssh",
      questions: async () => undefined,
      askpass: { folders: [] },
    });
    const connection = await hosts({ node: "node1", ssh: "node1", file: "/x/y" }).connect();
    assert.ok(isFailure(connection));
    assert.equal(connection.reason, "askpass-folder");
  });

  it("where programs may not be run from a folder, says so", async () => {
    const folder = join(nodes.folder, "noexec");
    mkdirSync(folder);
    if (process.getuid?.() !== 0 || spawnSync("mount", ["-t", "tmpfs", "-o", "noexec", "none", folder]).status !== 0) {
      // Without the right to mount there is no such folder here; that a missing one is said is tried above.
      return;
    }
    try {
      const none = await startAskpass("node1", async () => "yes", { folders: [folder] });
      assert.ok(none.kind === "no-askpass");
      assert.match(none.detail, /noexec/);
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      spawnSync("umount", [folder]);
    }
  });

  it("a changed host key is no question: it is refused, and nobody can say yes to it", async () => {
    // A configuration that keeps ssh quiet must not hide it.
    writeFileSync(nodes.sshConfig, `LogLevel QUIET\n${readFileSync(nodes.sshConfig, "utf8")}`);
    const other = join(nodes.folder, "other");
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", other]);
    writeFileSync(nodes.knownHosts, `node1 ${readFileSync(`${other}.pub`, "utf8")}`);
    const { result, asked, detail } = await connect(async () => "yes");
    assert.deepEqual([result, asked], ["host-key-changed", []]);
    const fingerprint = (file: string): string =>
      /SHA256:\S+/.exec(String(spawnSync("ssh-keygen", ["-l", "-f", file]).stdout))?.[0] ?? "none";
    assert.ok(detail.includes(fingerprint(`${other}.pub`)), "the known fingerprint is shown");
    assert.ok(
      detail.includes(fingerprint(join(nodes.folder, "node1", "host_key.pub"))),
      "the new fingerprint is shown",
    );
  });
});
