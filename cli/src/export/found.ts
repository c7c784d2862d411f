// What nodes were found to hold, for the comparison with the machines: read over ssh now, or from files that somebody
// saved: FOLDER/NODE/LifeKeeper and FOLDER/NODE/*.txt. What cannot be read stays unread.

import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { combineParts } from "@lkcluster/core/actual/combine.ts";
import { readOutput } from "@lkcluster/core/actual/readOutput.ts";
import type { FoundNode } from "@lkcluster/core/documents/material.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { CheckedCluster, SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { textOfBytes } from "@lkcluster/core/text/byteText.ts";
import { statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import type { Run } from "../command.ts";
import { type NodeOptions, wayToNodes, withCancel } from "../deployment.ts";
import { readText } from "../files.ts";

export type Found = ReadonlyMap<string, FoundNode>;

/** A node is asked for nothing that `lkcluster status` would not ask it for. */
export async function foundOverSsh(
  run: Run,
  cluster: CheckedCluster,
  files: FileSet,
  options: NodeOptions,
): Promise<Found> {
  const way = wayToNodes(run, cluster.file, options);
  const when = new Date().toISOString();
  const { nodes } = await withCancel(run, (signal) => statusOfCluster({ cluster, files, ...way, signal }));
  const found = new Map<string, FoundNode>();
  for (const { node, facts, detail } of nodes) {
    if (facts === undefined) run.io.writeError(`lkcluster: ${node}: ${detail[run.locale]}\n`);
    else found.set(node, { readFrom: `ssh, ${when}`, parameters: fileOf(facts), actual: actualOf(node, facts.status) });
  }
  return found;
}

function fileOf({ target }: NodeFacts): FoundNode["parameters"] {
  switch (target.kind) {
    case "file":
      return { text: textOfBytes(target.content) };
    case "absent":
      return "absent";
    case "other":
      return undefined;
  }
}

/** Undefined when nothing in it was understood: an empty table is no statement. */
function actualOf(node: string, output: string | undefined): FoundNode["actual"] {
  const { parts } = readOutput(output ?? "");
  const own = parts.filter(({ name }) => name === undefined || name === node);
  return own.length === 0 ? undefined : combineParts(node, own).actual;
}

export function foundInFolder(run: Run, cluster: SoundCluster, folder: string): Found | Localized {
  const root = resolve(run.io.directory, folder);
  const found = new Map<string, FoundNode>();
  for (const { name: node } of cluster.nodes) {
    const names = namesIn(join(root, node));
    const parameters = names.includes("LifeKeeper") ? readText(join(root, node, "LifeKeeper")) : undefined;
    const outputs = names.filter((name) => name.endsWith(".txt")).map((name) => readText(join(root, node, name)));
    const texts = outputs.flatMap((content) => ("text" in content ? [content.text] : []));
    const unread = [parameters, ...outputs].find((content) => content !== undefined && "why" in content);
    if (unread !== undefined && "why" in unread) return unread.why;
    if (names.length === 0) continue;
    found.set(node, {
      readFrom: names.join(", "),
      parameters: parameters !== undefined && "text" in parameters ? { text: parameters.text } : undefined,
      actual: actualOf(node, texts.join("\n")),
    });
  }
  return found.size > 0 ? found : nothing(folder, cluster.nodes[0]?.name ?? "NODE");
}

/** A node without a folder was not read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name === "LifeKeeper" || name.endsWith(".txt"))
      .sort();
  } catch {
    return [];
  }
}

function nothing(folder: string, node: string): Localized {
  return {
    en: `${folder} holds nothing of a node of this cluster. Save each node's files as ${folder}/${node}/LifeKeeper and ${folder}/${node}/lcdstatus.txt.`,
    ja: `${folder} にこのクラスターのノードのファイルがありません。${folder}/${node}/LifeKeeper、${folder}/${node}/lcdstatus.txt のように保存してください。`,
  };
}
