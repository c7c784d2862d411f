// Three nodes on this machine for `npm start`: real sshd servers on loopback ports, stand-ins for LifeKeeper's commands.

import { mkdirSync, rmSync } from "node:fs";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { startTestNodes, type TestNodes } from "../../deploy/testNodes/testNodes.ts";
import { ensurePrograms } from "../debianPackages.ts";

export type StartedNodes =
  | {
      readonly kind: "started";
      readonly names: readonly string[];
      readonly sshConfigFile: string;
      readonly clusterFile: string;
      readonly parameterFile: string;
      stop(): Promise<void>;
    }
  | { readonly kind: "refused"; readonly why: Localized };

const names = ["node-a", "node-b", "node-w"];

export async function startNodes(folder: string): Promise<StartedNodes> {
  if (process.platform !== "linux") {
    return {
      kind: "refused",
      why: { en: "test nodes run on Linux only.", ja: "テストノードは Linux でのみ動きます。" },
    };
  }
  const missing = ensurePrograms(["sshd", "ssh", "ssh-keygen"]);
  if (missing !== undefined) {
    return {
      kind: "refused",
      why: {
        en: missing,
        ja: "sshd と ssh が必要です。openssh-server と openssh-client パッケージをインストールして、もう一度実行してください。",
      },
    };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nodes = await startTestNodes({ count: names.length, names, folder });
  return {
    kind: "started",
    names,
    sshConfigFile: nodes.sshConfig,
    clusterFile: clusterFile(nodes),
    parameterFile: "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=fastkill\n",
    stop: () => nodes.stop(),
  };
}

/** A cluster of these nodes: ssh reaches them by their alias, and each keeps its parameter file in its own folder. */
export function clusterFile({ nodes }: Pick<TestNodes, "nodes">): string {
  const address = (index: number): string => `192.0.2.${11 + index}`;
  const members = nodes.map(({ name, file }, index) => {
    const isWitness = index === nodes.length - 1 && nodes.length > 2;
    const own = isWitness ? "\n    set WITNESS_MODE = none" : "";
    return `  ${isWitness ? "witness" : "node"} ${name} {\n    address ${address(index)}\n    ssh "${name}"\n    file "${file}"${own}\n  }`;
  });
  const paths = nodes.flatMap((a, i) =>
    nodes.slice(i + 1).map((b, j) => {
      const link = (net: string, name: string, priority: number): string =>
        `    tcp ${net}.${11 + i} <-> ${net}.${12 + i + j} on ${name} priority ${priority}`;
      const links = [link("198.51.100", "heartbeat", 1), link("192.0.2", "service", 2)];
      return `  path ${a.name} <-> ${b.name} {\n${links.join("\n")}\n  }`;
    }),
  );
  const servers = nodes.slice(0, 2).map(({ name }, index) => `${name} ${index === 0 ? 1 : 10}`);
  return [
    "# Three nodes that run on this machine while `npm start` does. LifeKeeper's commands on them are stand-ins.",
    "cluster three-test-nodes {",
    "  platform physical",
    '  defaults "etc/default/LifeKeeper"',
    "",
    "  network service",
    "  network heartbeat",
    "",
    ...members,
    "",
    ...paths,
    "",
    `  resource app gen/app { servers ${servers.join(", ")} }`,
    "}",
    "",
    'scenario "the active node crashes" {',
    `  crash ${nodes[0]?.name ?? ""}`,
    `  expect app active on ${nodes[1]?.name ?? ""} within 60s`,
    "  expect no split-brain",
    "}",
    "",
    'prove "one fault never stops the service" {',
    "  never outage",
    "  up to 1 faults of crash",
    "}",
    "",
  ].join("\n");
}
