// What was changed between two versions of a cluster: parameters as they count on the nodes, and what stands in the file
// beside them. A name that is only in one version is told once, not with everything that it has.

import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";

export interface Setting {
  /** A parameter, or words of ours. */
  readonly name: Localized;
  /** Empty: on the cluster as a whole. */
  readonly nodes: readonly string[];
  /** Undefined: it was not there, or is not there any more. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export function settingChanges(before: Cluster, after: Cluster): readonly Setting[] {
  return [...ofCluster(before, after), ...ofNames(before, after), ...ofParameters(before, after)];
}

function ofCluster(before: Cluster, after: Cluster): readonly Setting[] {
  const pairs = [
    [same("lifekeeper"), before.version.text, after.version.text],
    [same("platform"), before.platform, after.platform],
    [same("quorum-package"), packageOf(before), packageOf(after)],
  ] as const;
  return pairs.flatMap(([name, was, is]) => (was === is ? [] : [{ name, nodes: [], before: was, after: is }]));
}

function packageOf({ quorumPackage }: Cluster): string {
  return quorumPackage ? "installed" : "none";
}

function ofNames(before: Cluster, after: Cluster): readonly Setting[] {
  const kinds = [
    [words.node, before.nodes, after.nodes],
    [words.resource, before.resources, after.resources],
    [words.storage, before.storages, after.storages],
    [words.host, before.hosts, after.hosts],
  ] as const;
  return kinds.flatMap(([name, was, is]): readonly Setting[] => [
    ...missingIn(was, is).map((one) => ({ name, nodes: [], before: one, after: undefined })),
    ...missingIn(is, was).map((one) => ({ name, nodes: [], before: undefined, after: one })),
  ]);
}

function missingIn(names: readonly { readonly name: string }[], others: readonly { readonly name: string }[]) {
  const known = new Set(others.map(({ name }) => name));
  return names.flatMap(({ name }) => (known.has(name) ? [] : [name]));
}

/** Nodes on which the same parameter changed in the same way are one. */
function ofParameters(before: Cluster, after: Cluster): readonly Setting[] {
  const found = new Map<string, Setting & { readonly nodes: string[] }>();
  for (const now of after.nodes) {
    const old = before.nodes.find(({ name }) => name === now.name);
    if (old === undefined) continue;
    for (const name of [...new Set([...old.configuration.keys(), ...now.configuration.keys()])].sort()) {
      const [was, is] = [valueOn(old, name), valueOn(now, name)];
      if (was === is) continue;
      const key = JSON.stringify([name, was, is]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { name: same(name), nodes: [now.name], before: was, after: is });
      else known.nodes.push(now.name);
    }
  }
  return [...found.values()];
}

function valueOn({ configuration }: ClusterNode, name: string): string | undefined {
  return configuration.get(name)?.value;
}

const words = {
  node: { en: "node", ja: "ノード" },
  resource: { en: "resource", ja: "リソース" },
  storage: { en: "quorum storage", ja: "Quorum 用ストレージ" },
  host: { en: "quorum host", ja: "QUORUM_HOSTS のホスト" },
} as const satisfies Record<string, Localized>;
