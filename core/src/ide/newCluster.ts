// The text of a new cluster: from a few answers to a cluster file with scenarios and proofs, and its parameter file.
// What comes out has no problem and every scenario in it passes; a test tries every answer.

import type { Locale, Localized } from "../locale/localized.ts";
import type { Platform } from "../model/cluster.ts";
import { formatCluster } from "../syntax/cluster/format.ts";

export type NewClusterData = "mirror" | "shared" | "none";

export interface NewClusterAnswers {
  readonly name: string;
  readonly platform: Platform;
  /** At least two. */
  readonly nodes: readonly string[];
  /** What the protected data lies on. */
  readonly data: NewClusterData;
}

export interface NewCluster {
  readonly cluster: string;
  readonly defaults: string;
  /** Where the cluster file looks for its parameter file. */
  readonly defaultsPath: string;
}

const defaultsPath = "etc/default/LifeKeeper";

/** A third vote for two nodes, unless a shared disk can be asked instead. */
type Arbiter = "majority" | "witness-node" | "storage";

export function writeNewCluster(answers: NewClusterAnswers, locale: Locale): NewCluster {
  const arbiter = arbiterFor(answers);
  const say = (text: Localized): string => text[locale];
  const members = arbiter === "witness-node" ? [...answers.nodes, freeName("wit", answers.nodes)] : answers.nodes;
  return {
    cluster: formatCluster(
      [clusterBlock(answers, members, arbiter, say), ...scenarioBlocks(answers, arbiter, say)].join("\n"),
    ),
    defaults: defaultsText(answers, arbiter, say),
    defaultsPath,
  };
}

function arbiterFor({ nodes, data }: NewClusterAnswers): Arbiter {
  // An even number could split into equal halves of which neither has quorum; a witness-only node makes it odd.
  if (nodes.length > 2 && nodes.length % 2 === 1) return "majority";
  return data === "shared" && nodes.length <= 4 ? "storage" : "witness-node";
}

function clusterBlock(
  { name, platform, nodes, data }: NewClusterAnswers,
  members: readonly string[],
  arbiter: Arbiter,
  say: (text: Localized) => string,
): string {
  const lines = [
    `# ${say({ en: "Replace the addresses with your own. Hover over any word for an explanation.", ja: "アドレスは実際のものに置き換えてください。各語の説明はホバーで表示されます。" })}`,
    `cluster ${word(name)} {`,
    `  platform ${platform}`,
    `  defaults "${defaultsPath}"`,
    "",
    "  network service",
    "  network heartbeat",
    "",
    ...members.map((member, index) => memberLines(member, index, nodes.includes(member))),
    "",
    ...pairs(members).map(([a, b]) => pathLines(members, a, b)),
    "",
  ];
  if (arbiter === "storage") lines.push(`  storage quorum-disk { reached-by ${nodes.map(word).join(", ")} }`, "");
  const servers = nodes.map((node, index) => `${word(node)} ${index === 0 ? 1 : index * 10}`).join(", ");
  const resource = ["  resource app gen/app {", `    servers ${servers}`, ...dataLines(data), "  }", "}", ""];
  return [...lines, ...resource].join("\n");
}

function memberLines(member: string, index: number, isNode: boolean): string {
  const address = `address 192.0.2.${11 + index}`;
  return isNode
    ? `  node ${word(member)} { ${address} }`
    : `  witness ${word(member)} {\n    ${address}\n    set WITNESS_MODE = none\n  }`;
}

function pathLines(members: readonly string[], a: string, b: string): string {
  const [left, right] = [11 + members.indexOf(a), 11 + members.indexOf(b)];
  return [
    `  path ${word(a)} <-> ${word(b)} {`,
    `    tcp 198.51.100.${left} <-> 198.51.100.${right} on heartbeat priority 1`,
    `    tcp 192.0.2.${left} <-> 192.0.2.${right} on service priority 2`,
    "  }",
  ].join("\n");
}

function dataLines(data: NewClusterData): readonly string[] {
  switch (data) {
    case "mirror":
      return [
        "    resource /data gen/filesys /data {",
        "      resource datarep-data scsi/netraid /dev/sdb1 { mode synchronous }",
        "    }",
      ];
    case "shared":
      return ["    resource /data gen/filesys /data {", "      resource data-disk scsi/disk", "    }"];
    case "none":
      return [];
  }
}

function scenarioBlocks(
  { nodes }: NewClusterAnswers,
  arbiter: Arbiter,
  say: (text: Localized) => string,
): readonly string[] {
  const [first = "", second = ""] = nodes;
  const loss =
    arbiter === "storage" ? `isolate ${word(first)} and lose storage on ${word(first)}` : `isolate ${word(first)}`;
  // With storage quorum a path is dead after 45 s, as SIOS recommends.
  const within = arbiter === "storage" ? "90s" : "60s";
  const scenario = (title: Localized, steps: readonly string[]): string =>
    [`scenario "${say(title)}" {`, ...steps.map((step) => `  ${step}`), "}", ""].join("\n");
  return [
    scenario({ en: "the active node crashes", ja: "アクティブノードが停止する" }, [
      `crash ${word(first)}`,
      `expect app active on ${word(second)} within ${within}`,
      "expect no split-brain",
    ]),
    scenario({ en: "the active node loses its network", ja: "アクティブノードがネットワークから切り離される" }, [
      loss,
      `expect no quorum on ${word(first)}`,
      `expect app active on ${word(second)} within ${within}`,
      "expect no split-brain",
    ]),
    [
      `prove "${say({ en: "two faults never split the brain", ja: "障害が 2 つ重なってもスプリットブレインにならない" })}" {`,
      "  never split-brain",
      "  sometimes failover",
      "  up to 2 faults",
      "}",
      "",
    ].join("\n"),
  ];
}

function defaultsText({ nodes, data }: NewClusterAnswers, arbiter: Arbiter, say: (text: Localized) => string): string {
  const lines = [
    `# ${say({ en: "What this cluster sets in /etc/default/LifeKeeper; everything else on the nodes stays.", ja: "このクラスターが /etc/default/LifeKeeper に設定する内容です。ノード上のほかの行はそのまま残ります。" })}`,
  ];
  if (arbiter === "storage") {
    lines.push("QUORUM_MODE=storage", "WITNESS_MODE=storage", "QUORUM_LOSS_ACTION=fastkill", "LCMNUMHBEATS=9");
    lines.push("QWK_STORAGE_TYPE=block", "QWK_STORAGE_HBEATTIME=6", "QWK_STORAGE_NUMHBEATS=4");
    nodes.forEach((node, index) => {
      lines.push(`QWK_STORAGE_OBJECT_${node.replace(/[-.]/g, "_")}=/dev/disk/by-id/scsi-quorum-part${index + 1}`);
    });
  } else {
    lines.push("QUORUM_MODE=majority", "WITNESS_MODE=remote_verify", "QUORUM_LOSS_ACTION=fastkill");
  }
  if (data === "shared") lines.push("RESERVATIONS=none");
  return `${lines.join("\n")}\n`;
}

function pairs(members: readonly string[]): readonly (readonly [string, string])[] {
  return members.flatMap((a, index) => members.slice(index + 1).map((b): readonly [string, string] => [a, b]));
}

function freeName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.includes(name)) return name;
  }
}

const keywords = new Set([
  "node",
  "witness",
  "network",
  "domain",
  "path",
  "storage",
  "host",
  "resource",
  "cluster",
  "all",
]);

/** As a word where it can be one, else as a string. */
function word(name: string): string {
  return /^[^\s{},"=#|]+$/.test(name) && name !== "<->" && !keywords.has(name)
    ? name
    : `"${name.replace(/[\\"]/g, "\\$&")}"`;
}
