// A network that carries nothing.

import { trio } from "../example.ts";
import { removal } from "../removal.ts";
import type { Rule } from "../rule.ts";

export const networkUnused: Rule = {
  code: "network-unused",
  group: "network",
  title: { en: "A network that nothing is on", ja: "使われていないネットワーク" },
  documentation: {
    what: {
      en: "No link, storage or host is `on` this network.",
      ja: "このネットワークを `on` で指定したリンク、ストレージ、ホストがありません。",
    },
    why: {
      en: "Cutting it in a scenario or proof changes nothing. Links without `on` are on no network. This concerns the cluster language, not LifeKeeper.",
      ja: "シナリオや証明でこれを切断しても何も変わりません。`on` のないリンクはどのネットワークにも属しません。LifeKeeper ではなくクラスター言語についての指摘です。",
    },
    how: {
      en: "Add `on NETWORK` to the links that it carries, or remove the network.",
      ja: "このネットワークを通るリンクに `on NETWORK` を付けるか、ネットワークを削除してください。",
    },
  },
  sources: ["MAP941"],
  evidence: "inferred",
  severity: "hint",
  about: "cluster",
  *check({ cluster, parsed }) {
    const used = new Set<string | undefined>([
      ...cluster.paths.flatMap((path) => path.links.map((link) => link.network)),
      ...cluster.storages.flatMap((storage) => storage.networks),
      ...cluster.hosts.map((host) => host.network),
      ...cluster.resources.map((resource) => resource.network),
    ]);
    const inDomain = new Set(cluster.domains.flatMap(({ members }) => members.map(({ name }) => name)));
    for (const network of cluster.networks) {
      if (used.has(network.name)) continue;
      yield {
        place: network.place,
        message: {
          en: `Nothing is on \`${network.name}\`, so its failure changes nothing. Add \`on ${network.name}\` to the links that it carries, or remove it.`,
          ja: `\`${network.name}\` を使うものがないため、このネットワークの障害は何にも影響しません。ここを通るリンクに \`on ${network.name}\` を付けるか、削除してください。`,
        },
        // A domain that names it would then name nothing.
        fixes: inDomain.has(network.name) ? [] : removal(parsed, "network", network.name),
        tag: "unnecessary",
      };
    }
  },
  fires: trio("network backup\ndomain rack { a, backup }"),
  reports: `
    cluster.lk
    |   network backup
    |           ^^^^^^ hint: Nothing is on \`backup\`, so its failure changes nothing. Add \`on backup\` to the links that it carries, or remove it.
  `,
  silent: trio(""),
};
