// Tests worth a tester's time: every single fault and operation of the cluster, and the returns from them. Which of
// them behave alike is found out by running them.

import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import { quorumConfiguration } from "../model/quorumConfiguration.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import type { Category } from "./plan.ts";

export interface Candidate {
  readonly category: Category;
  readonly title: Localized;
  readonly requirements?: readonly string[];
  /** Each group happens at one moment; what the test expects follows the last. */
  readonly groups: readonly (readonly OutsideEvent[])[];
}

export function candidatesFor(cluster: Cluster): readonly Candidate[] {
  return [
    ...nodeTests(cluster),
    ...networkTests(cluster),
    ...quorumTests(cluster),
    ...resourceTests(cluster),
    ...operationTests(cluster),
  ];
}

function nodeTests({ nodes }: Cluster): readonly Candidate[] {
  return nodes.flatMap(({ name: node }): readonly Candidate[] => {
    const crash: OutsideEvent = { kind: "crash", node };
    const boot: OutsideEvent = { kind: "boot", node, withoutNetwork: false };
    return [
      {
        category: "node",
        title: { en: `${node} crashes`, ja: `${node} のクラッシュ` },
        groups: [[crash]],
      },
      {
        category: "node",
        title: { en: `${node} returns after a crash`, ja: `クラッシュした ${node} の復帰` },
        groups: [[crash], [boot]],
      },
    ];
  });
}

function networkTests({ nodes, paths, networks, domains, storages, hosts }: Cluster): readonly Candidate[] {
  // A network that nothing is on: what its failure breaks the cluster file does not say.
  const used = new Set([
    ...paths.flatMap(({ links }) => links.map(({ network }) => network)),
    ...storages.flatMap((storage) => storage.networks),
    ...hosts.map(({ network }) => network),
  ]);
  return [
    ...paths.flatMap(({ nodes: between, links }): readonly Candidate[] => [
      ...(links.length > 1
        ? links.map(
            (_, index): Candidate => ({
              category: "network",
              title: {
                en: `One of the paths between ${between.join(" and ")} fails (link ${index + 1})`,
                ja: `${between.join(" と ")} の間のパス 1 本（リンク ${index + 1}）の障害`,
              },
              groups: [[{ kind: "cut-link", between, index: index + 1 }]],
            }),
          )
        : []),
      {
        category: "network",
        title: {
          en: `All paths between ${between.join(" and ")} fail`,
          ja: `${between.join(" と ")} の間の全パスの障害`,
        },
        groups: [[{ kind: "cut-pair", between }]],
      },
    ]),
    ...nodes.map(
      ({ name: node }): Candidate => ({
        category: "network",
        title: { en: `${node} loses every path and runs on`, ja: `${node} の全パス喪失（ノードは稼働）` },
        groups: [[{ kind: "isolate", node }]],
      }),
    ),
    ...networks
      .filter(({ name }) => used.has(name))
      .map(
        ({ name: network }): Candidate => ({
          category: "network",
          title: { en: `The network ${network} fails`, ja: `ネットワーク ${network} の障害` },
          groups: [[{ kind: "cut-network", network }]],
        }),
      ),
    ...domains.map(
      ({ name: domain }): Candidate => ({
        category: "network",
        title: { en: `The failure domain ${domain} fails`, ja: `障害ドメイン ${domain} の障害` },
        groups: [[{ kind: "fail-domain", domain }]],
      }),
    ),
  ];
}

function quorumTests({ nodes, quorumPackage }: Cluster): readonly Candidate[] {
  if (!quorumPackage) return [];
  return nodes.flatMap((node): readonly Candidate[] => {
    const { quorumMode, quorumHosts } = quorumConfiguration(node);
    const name = node.name;
    if (quorumMode === "storage") {
      return [
        {
          category: "quorum",
          title: { en: `${name} loses the quorum storage`, ja: `${name} の Quorum ストレージ喪失` },
          groups: [[{ kind: "lose-storage", node: name }]],
        },
        {
          category: "quorum",
          title: {
            en: `${name} loses every path and the quorum storage`,
            ja: `${name} の全パスと Quorum ストレージの喪失`,
          },
          groups: [
            [
              { kind: "isolate", node: name },
              { kind: "lose-storage", node: name },
            ],
          ],
        },
      ];
    }
    if (quorumMode !== "tcp_remote") return [];
    const loseAll = quorumHosts.map((host): OutsideEvent => ({ kind: "lose-host", host, node: name }));
    return [
      {
        category: "quorum",
        title: {
          en: `${name} loses every path and every quorum host`,
          ja: `${name} の全パスと全 Quorum ホストへの到達性の喪失`,
        },
        groups: [[{ kind: "isolate", node: name }, ...loseAll]],
      },
    ];
  });
}

function resourceTests({ resources }: Cluster): readonly Candidate[] {
  return resources.flatMap((resource): readonly Candidate[] => {
    const { name: tag, servers } = resource;
    const node = servers[0]?.node;
    if (node === undefined) return [];
    const fail = (beyondLocalRecovery: boolean): OutsideEvent => ({ kind: "fail", tag, node, beyondLocalRecovery });
    return [
      {
        category: "resource",
        title: { en: `${tag} fails, and local recovery repairs it`, ja: `${tag} の障害（ローカルリカバリーで復旧）` },
        groups: [[fail(false)]],
      },
      {
        category: "resource",
        title: {
          en: `${tag} fails, and local recovery does not repair it`,
          ja: `${tag} の障害（ローカルリカバリーで復旧しない）`,
        },
        groups: [[fail(true)]],
      },
    ];
  });
}

function operationTests({ nodes, resources }: Cluster): readonly Candidate[] {
  const roots = resources.filter(({ parents }) => parents.length === 0);
  const perRoot = roots.flatMap(({ name: tag, servers }): readonly Candidate[] => {
    const [best, ...others] = servers;
    if (best === undefined) return [];
    return [
      ...others.map(
        ({ node }): Candidate => ({
          category: "operation",
          title: { en: `Switchover of ${tag} to ${node}`, ja: `${tag} の ${node} へのスイッチオーバー` },
          groups: [[{ kind: "in-service", tag, node }]],
        }),
      ),
      {
        category: "operation",
        title: { en: `${tag} is taken out of service`, ja: `${tag} のサービス休止` },
        groups: [[{ kind: "out-of-service", tag, node: best.node }]],
      },
    ];
  });
  const perNode = nodes.flatMap(({ name: node }): readonly Candidate[] => {
    const stop: OutsideEvent = { kind: "stop", node, keepingApplications: false, allowingFailover: false };
    const start: OutsideEvent = { kind: "start", node };
    return [
      {
        category: "operation",
        title: { en: `LifeKeeper is stopped on ${node}`, ja: `${node} での LifeKeeper の停止` },
        groups: [[stop]],
      },
      {
        category: "operation",
        title: { en: `LifeKeeper is started again on ${node}`, ja: `${node} での LifeKeeper の再開` },
        groups: [[stop], [start]],
      },
      {
        category: "operation",
        title: {
          en: `LifeKeeper is stopped on ${node}, applications run on`,
          ja: `${node} での LifeKeeper の停止（アプリケーションは継続）`,
        },
        groups: [[{ kind: "stop", node, keepingApplications: true, allowingFailover: false }]],
      },
      {
        category: "operation",
        title: { en: `${node} is shut down`, ja: `${node} の OS シャットダウン` },
        groups: [[{ kind: "shutdown", node }]],
      },
      {
        category: "operation",
        title: { en: `${node} is rebooted`, ja: `${node} の OS 再起動` },
        groups: [[{ kind: "reboot", node }]],
      },
    ];
  });
  return [...perRoot, ...perNode];
}
