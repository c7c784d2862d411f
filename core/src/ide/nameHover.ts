// Hover on a name: what it names, and what follows for it from the rest of the file.

import { findResourceKind } from "../catalogue/resourceKinds.ts";
import type { Locale } from "../locale/localized.ts";
import type { Cluster, ClusterNode, CommPath, Resource } from "../model/cluster.ts";
import { quorumConfiguration } from "../model/quorumConfiguration.ts";
import { code } from "../text/shown.ts";
import type { NamedThing } from "./names.ts";
import type { ClusterModel } from "./snapshot.ts";

export function describeName(thing: NamedThing, model: ClusterModel, locale: Locale): string | undefined {
  const cluster = model.cluster;
  if (cluster === undefined) return undefined;
  const say = (en: string, ja: string): string => (locale === "ja" ? ja : en);
  switch (thing.kind) {
    case "node": {
      const node = cluster.nodes.find((each) => each.name === thing.name);
      return node === undefined ? undefined : describeNode(node, cluster, say);
    }
    case "resource": {
      const resource = cluster.resources.find((each) => each.name === thing.name);
      return resource === undefined ? undefined : describeResource(resource, say, locale);
    }
    case "network":
      return describeNetwork(thing.name, cluster, say);
    case "domain": {
      const domain = cluster.domains.find((each) => each.name === thing.name);
      if (domain === undefined) return undefined;
      const members = domain.members.map((member) => code(member.name)).join(", ");
      return [
        title(say("failure domain", "障害ドメイン"), thing.name),
        say(`Fail together: ${members}.`, `まとめて障害になるもの: ${members}`),
      ].join("\n\n");
    }
    case "storage": {
      const storage = cluster.storages.find((each) => each.name === thing.name);
      if (storage === undefined) return undefined;
      const nodes = storage.reachedBy.map(code).join(", ");
      return [
        title(say("quorum storage", "Quorum ストレージ"), thing.name),
        say(`Reached by ${nodes}.`, `到達できるノード: ${nodes}`),
        ...(storage.holds.length === 0
          ? []
          : [
              say(
                `Holds the quorum objects of ${list(storage.holds)}.`,
                `QWK オブジェクトを置くノード: ${list(storage.holds)}`,
              ),
            ]),
        ...onNetworks(storage.networks, say),
      ].join("\n\n");
    }
    case "host": {
      const host = cluster.hosts.find((each) => each.name === thing.name);
      if (host === undefined) return undefined;
      const networks = host.network === undefined ? [] : [host.network];
      return [title(say("quorum host", "Quorum ホスト"), thing.name), ...onNetworks(networks, say)].join("\n\n");
    }
  }
}

type Say = (en: string, ja: string) => string;

function title(what: string, name: string): string {
  return `**${code(name)}** · ${what}`;
}

function onNetworks(networks: readonly string[], say: Say): readonly string[] {
  if (networks.length === 0) return [];
  const list = networks.map(code).join(", ");
  return [say(`On network ${list}.`, `ネットワーク: ${list}`)];
}

function describeNode(node: ClusterNode, cluster: Cluster, say: Say): string {
  const quorum = quorumConfiguration(node);
  const paths = cluster.paths.filter((path) => path.nodes.includes(node.name));
  const seconds = (quorum.heartbeatMs * quorum.heartbeatCount) / 1000;
  const lines = [
    say(`address ${code(node.address)}`, `アドレス ${code(node.address)}`),
    ...(cluster.quorumPackage
      ? [
          say(
            `quorum ${code(quorum.quorumMode)}, witness ${code(quorum.witnessMode)}, on loss of quorum ${code(quorum.lossAction)}`,
            `Quorum ${code(quorum.quorumMode)}、Witness ${code(quorum.witnessMode)}、Quorum 喪失時 ${code(quorum.lossAction)}`,
          ),
        ]
      : []),
    say(
      `a dead path is noticed after ${quorum.heartbeatMs / 1000} s × ${quorum.heartbeatCount} = ${seconds} s`,
      `パスの切断を検知するまで ${quorum.heartbeatMs / 1000} 秒 × ${quorum.heartbeatCount} = ${seconds} 秒`,
    ),
    ...paths.map((path) => pathLine(path, node.name, say)),
    ...roots(node, cluster, say),
    ...flags(node, say),
  ];
  const what = node.role === "witness" ? say("witness-only node", "Witness 専用ノード") : say("node", "ノード");
  return [title(what, node.name), lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
}

function pathLine(path: CommPath, name: string, say: Say): string {
  const other = path.nodes[0] === name ? path.nodes[1] : path.nodes[0];
  const networks = [...new Set(path.links.flatMap((link) => link.network ?? []))].map(code).join(", ");
  const over = networks === "" ? "" : say(` over ${networks}`, `（${networks} 経由）`);
  const count = path.links.length;
  return say(
    `${count} ${count === 1 ? "link" : "links"} to ${code(other)}${over}`,
    `${code(other)} とのリンク ${count} 本${over}`,
  );
}

function roots(node: ClusterNode, cluster: Cluster, say: Say): readonly string[] {
  const served = cluster.resources.flatMap((resource) => {
    const server = resource.parents.length > 0 ? undefined : resource.servers.find((each) => each.node === node.name);
    if (server === undefined) return [];
    const name = code(resource.name);
    return [say(`${name} (priority ${server.priority})`, `${name}（優先順位 ${server.priority}）`)];
  });
  if (served.length === 0) return [];
  return [say(`can run ${served.join(", ")}`, `動かせる階層: ${served.join("、")}`)];
}

function flags(node: ClusterNode, say: Say): readonly string[] {
  return [
    ...(node.shutdownStrategy === "switchover"
      ? [say("switches over at a shutdown", "シャットダウン時に切り替える")]
      : []),
    ...(node.confirmsFailoverOf.length > 0 ? [say("asks before it takes over", "引き継ぎの前に確認する")] : []),
    ...(node.blockResourceFailover ? [say("blocks resource failover", "リソースのフェイルオーバーを止める")] : []),
    ...(node.stonith
      ? [say("can be powered off by the others (STONITH)", "ほかのノードが電源を切れる（STONITH）")]
      : []),
  ];
}

function describeResource(resource: Resource, say: Say, locale: Locale): string {
  const type = `${resource.application}/${resource.kind}`;
  const kind = findResourceKind(type);
  const servers = resource.servers.map((server) => `${code(server.node)} (${server.priority})`).join(", ");
  const inherited = resource.servers.some((server) => server.inherited) ? say(", inherited", "、親から継承") : "";
  const lines = [
    `${code(type)}${kind === undefined ? "" : ` ${kind.name[locale]}`}`,
    ...(resource.id === undefined ? [] : [`id ${code(resource.id)}`]),
    servers === ""
      ? say("no server: it can run nowhere", "サーバーなし: どこでも動きません")
      : say(`servers ${servers}${inherited}`, `サーバー（優先順位）: ${servers}${inherited}`),
    ...(resource.parents.length === 0
      ? []
      : [say(`needed by ${list(resource.parents)}`, `これに依存する親: ${list(resource.parents)}`)]),
    ...(resource.children.length === 0
      ? []
      : [say(`needs ${list(resource.children)}`, `依存する子: ${list(resource.children)}`)]),
    ...(resource.mirrorMode === undefined
      ? []
      : [say(`mirror, ${resource.mirrorMode}`, `ミラー（${resource.mirrorMode}）`)]),
    ...(resource.switchback.kind === "automatic" ? [say("automatic switchback", "自動スイッチバック")] : []),
  ];
  const what = resource.parents.length === 0 ? say("root resource", "ルートリソース") : say("resource", "リソース");
  return [title(what, resource.name), lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
}

function list(names: readonly string[]): string {
  return names.map(code).join(", ");
}

function describeNetwork(name: string, cluster: Cluster, say: Say): string | undefined {
  if (!cluster.networks.some((network) => network.name === name)) return undefined;
  const links = cluster.paths.flatMap((path) =>
    path.links.some((link) => link.network === name) ? [`${code(path.nodes[0])} ↔ ${code(path.nodes[1])}`] : [],
  );
  const others = [
    ...cluster.storages.filter((storage) => storage.networks.includes(name)),
    ...cluster.hosts.filter((host) => host.network === name),
    ...cluster.resources.filter((resource) => resource.network === name),
  ].map((each) => code(each.name));
  const lines = [
    ...(links.length === 0 ? [] : [say(`paths ${links.join(", ")}`, `パス: ${links.join("、")}`)]),
    ...(others.length === 0 ? [] : [say(`reaches ${others.join(", ")}`, `到達先: ${others.join("、")}`)]),
    ...(links.length + others.length === 0 ? [say("nothing is on it", "載っているものはありません")] : []),
  ];
  return [title(say("network", "ネットワーク"), name), lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
}
