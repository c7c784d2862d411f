// A cluster of three real sshd nodes behind proxies, a cluster file on disk that names them, and the checks that every
// fault test makes. The only code of those tests that knows how the pieces fit.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import type { DeployReport, Outcome, Phase, ProgressEvent } from "@lkcluster/deploy/report.ts";
import type { DeployRequest } from "@lkcluster/deploy/request.ts";
import { steadyClock, waitUntil } from "@lkcluster/deploy/wait.ts";
import { type NodeProxy, startProxy } from "../../deploy/testNodes/proxy.ts";
import { processesOf, startTestNodes, type TestNode, type TestNodes } from "../../deploy/testNodes/testNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { leftovers } from "./commandFaults.ts";

export const oldText = "# theirs\nLKROOT=/opt/LifeKeeper\nQUORUM_MODE=none\n";
const shared = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n";

export interface SshCluster {
  readonly nodes: readonly TestNode[];
  readonly proxies: readonly NodeProxy[];
  readonly testNodes: TestNodes;
  /** On disk, for the command line. */
  readonly clusterFile: string;
  deploy(
    more?: Partial<DeployRequest> & { readonly shared?: string; readonly requestTimeoutMs?: number },
  ): Promise<DeployReport>;
  /** The file of a node is the one it had; the one that is deployed; anything else. */
  states(): readonly ("old" | "new" | "other")[];
  stop(): Promise<void>;
}

export interface SshClusterOptions {
  readonly sshdLines?: readonly string[];
  readonly content?: string;
  /** The shared parameter file here. */
  readonly shared?: string;
}

export async function startSshCluster(options: SshClusterOptions = {}): Promise<SshCluster> {
  assert.equal(ensurePrograms(["sshd", "ssh", "ssh-keygen", "csh", "fish"]), undefined);
  const content = options.content ?? oldText;
  const testNodes = await startTestNodes({
    count: 3,
    names: ["alpha", "beta", "wit"],
    content,
    ...(options.sshdLines === undefined ? {} : { sshdLines: options.sshdLines }),
  });
  const { nodes } = testNodes;
  const proxies = await Promise.all(nodes.map(startProxy));
  routeThrough(testNodes, proxies);
  const workspace = join(testNodes.folder, "workspace");
  mkdirSync(workspace);
  const clusterFile = join(workspace, "c.lk");
  const clusterText = textOf(nodes);
  writeFileSync(clusterFile, clusterText);
  writeFileSync(join(workspace, "LifeKeeper.lkdefaults"), options.shared ?? shared);
  const wanted = (name: string): string => expected(content, name);
  return {
    nodes,
    proxies,
    testNodes,
    clusterFile,
    async deploy({ shared: other, requestTimeoutMs, ...more } = {}) {
      const files = filesOf({ "/w/c.lk": clusterText, "/w/LifeKeeper.lkdefaults": other ?? options.shared ?? shared });
      const { checked, problems } = checkCluster(files, "/w/c.lk");
      assert.ok(checked, JSON.stringify(problems.map(({ message }) => message.en)));
      return deployCluster({
        cluster: checked,
        files,
        hosts: openSshHosts({
          configFile: testNodes.sshConfig,
          questions: "batch",
          requestTimeoutMs: requestTimeoutMs ?? 20_000,
        }),
        who: "test@here",
        confirm: async () => true,
        mend: async () => true,
        confirmWithinSeconds: 30,
        ...more,
      });
    },
    states: () =>
      nodes.map(({ name, hostFile }) => {
        const text = existsSync(hostFile) ? readFileSync(hostFile, "utf8") : undefined;
        return text === content ? "old" : text === wanted(name) ? "new" : "other";
      }),
    async stop() {
      await Promise.all(proxies.map((proxy) => proxy.stop()));
      await testNodes.stop();
    },
  };
}

/** What the merge makes of `content` on each node with the usual shared file. */
function expected(content: string, name: string): string {
  const own = name === "wit" ? shared.replace("remote_verify", "none") : shared;
  return content.replace("QUORUM_MODE=none\n", own);
}

function routeThrough({ sshConfig, nodes }: TestNodes, proxies: readonly NodeProxy[]): void {
  let config = readFileSync(sshConfig, "utf8");
  nodes.forEach(({ address, port }, at) => {
    const direct = `  HostName ${address}\n  Port ${port}\n`;
    assert.ok(config.includes(direct), "the test nodes write their ssh configuration in another form");
    config = config.replace(direct, `  HostName 127.0.0.1\n  Port ${proxies[at]?.port}\n`);
  });
  writeFileSync(sshConfig, config);
}

function textOf(nodes: readonly TestNode[]): string {
  const node = ({ name, file }: TestNode): string =>
    `  ${name === "wit" ? "witness" : "node"} ${name} { ssh "${name}" file "${file}"${name === "wit" ? " set WITNESS_MODE = none" : ""} }`;
  return `cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper.lkdefaults"
${nodes.map(node).join("\n")}
  path alpha <-> beta { tcp 10.0.0.1 <-> 10.0.0.2 tcp 10.1.0.1 <-> 10.1.0.2 }
  path alpha <-> wit { tcp 10.0.0.1 <-> 10.0.0.3 tcp 10.1.0.1 <-> 10.1.0.3 }
  path beta <-> wit { tcp 10.0.0.2 <-> 10.0.0.3 tcp 10.1.0.2 <-> 10.1.0.3 }
  resource app gen/app { servers alpha 1, beta 10 }
}
`;
}

/** Does something once, when this node reaches this point. */
export function when(
  phase: Phase,
  state: ProgressEvent["state"],
  node: string,
  act: () => void,
): (event: ProgressEvent) => void {
  let done = false;
  return (event) => {
    if (done || event.phase !== phase || event.state !== state || event.node !== node) return;
    done = true;
    act();
  };
}

/** What the report says is what the nodes hold. */
export function checkTruth(cluster: SshCluster, report: DeployReport, allowed: readonly Outcome[]): void {
  const states = cluster.states();
  const said = `${report.outcome} with ${states.join(" ")}: ${report.message.en}`;
  assert.ok(allowed.includes(report.outcome), said);
  if (report.outcome === "deployed")
    assert.ok(
      states.every((state) => state === "new"),
      said,
    );
  if (report.outcome === "reverted" || report.outcome === "refused") {
    assert.ok(
      states.every((state) => state === "old"),
      said,
    );
  }
}

/** Only generations and the journal are beside the files, and no session or timer lives on. */
export async function checkNothingLeft({ nodes, testNodes }: SshCluster): Promise<void> {
  for (const node of nodes) assert.deepEqual(leftovers({ file: node.hostFile }), [], node.name);
  await until(5, () => !processesOf(testNodes.folder).some(isTimer));
}

export function isTimer(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("timer.sh");
  } catch {
    // Ended in between.
    return false;
  }
}

export async function until(seconds: number, holds: () => boolean): Promise<void> {
  const held = await waitUntil(steadyClock, seconds, async () => holds());
  assert.ok(held, `not within ${seconds} s: ${holds.toString()}`);
}
