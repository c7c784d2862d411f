// Where a deployment would write, and what is unusual about that: the one thing that whoever confirms somebody else's
// cluster file must see.

import type { Localized } from "../locale/localized.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import type { DeploymentPlan, NodePlan } from "./deploymentPlan.ts";
import type { NodeFacts } from "./nodeFacts.ts";

const usualFile = "/etc/default/LifeKeeper";

export function goesTo(cluster: Cluster, nodes: readonly NodePlan[]): DeploymentPlan["goesTo"] {
  return cluster.nodes
    .filter(({ name }) => nodes.some(({ node }) => node === name))
    .map((node) => ({ node: node.name, ssh: sshOf(node), file: node.remoteFile }));
}

/** What ssh is given for a node. */
export function sshOf({ ssh, address }: Pick<ClusterNode, "ssh" | "address">): string {
  return ssh ?? address;
}

export function unusualPlaces(cluster: Cluster, facts: readonly NodeFacts[]): readonly Localized[] {
  const warnings: Localized[] = [];
  for (const { name, remoteFile } of cluster.nodes) {
    const held = facts.find(({ node }) => node === name);
    if (held === undefined) continue;
    if (remoteFile !== usualFile) warnings.push(otherFile(name, remoteFile));
    const behind = held.target.kind === "file" ? held.target.behindLink : undefined;
    if (behind !== undefined && behind !== remoteFile) warnings.push(behindLink(name, remoteFile, behind));
  }
  const { defaultsFile } = cluster;
  if (defaultsFile !== undefined && !isBeside(cluster.file, defaultsFile)) warnings.push(fromOutside(defaultsFile));
  return warnings;
}

/** In the folder of the cluster file, or below it. */
function isBeside(clusterFile: string, file: string): boolean {
  const folder = (path: string): string => path.replaceAll("\\", "/").replace(/[^/]*$/, "");
  return folder(file).startsWith(folder(clusterFile));
}

function otherFile(node: string, file: string): Localized {
  return {
    en: `${node}: the file that is written is ${file}, and not ${usualFile}, which LifeKeeper reads.`,
    ja: `${node}: 書き込むファイルは ${file} で、LifeKeeper が読み込む ${usualFile} ではありません。`,
  };
}

function behindLink(node: string, file: string, behind: string): Localized {
  return {
    en: `${node}: ${file} is a symbolic link; the file that is written is ${behind}.`,
    ja: `${node}: ${file} はシンボリックリンクです。書き込むファイルは ${behind} です。`,
  };
}

function fromOutside(file: string): Localized {
  return {
    en: `The parameter file that is sent lies outside the folder of the cluster file: ${file}.`,
    ja: `送信するパラメーターファイルは、クラスターファイルのフォルダーの外にあります: ${file}。`,
  };
}
