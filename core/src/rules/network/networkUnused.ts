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
      en: "Cutting it in a scenario or proof changes nothing. Links without `on` are on no network. A matter of the cluster language, not of LifeKeeper.",
      ja: "シナリオや証明でこれを切断しても何も変わりません。`on` のないリンクはどのネットワークにも属しません。LifeKeeper ではなくクラスター言語についての指摘です。",
    },
    how: {
      en: "Add `on NETWORK` to the links that it carries, or remove it.",
      ja: "通るリンクに `on NETWORK` を付けるか、削除してください。",
    },
  },
  sources: ["MAP941"],
  evidence: "inferred",
  severity: "hint",
  about: "cluster",
  check({ cluster, parsed }) {
    const used = new Set<string | undefined>([
      ...cluster.paths.flatMap((path) => path.links.map((link) => link.network)),
      ...cluster.storages.flatMap((storage) => storage.networks),
      ...cluster.hosts.map((host) => host.network),
      ...cluster.domains.flatMap((domain) =>
        domain.members.filter((member) => member.kind === "network").map((member) => member.name),
      ),
    ]);
    return cluster.networks
      .filter((network) => !used.has(network.name))
      .map((network) => ({
        place: network.place,
        message: {
          en: `Nothing is on \`${network.name}\`; its failure would change nothing.`,
          ja: `\`${network.name}\` を使うものがありません。このネットワークの障害は何にも影響しません。`,
        },
        fixes: removal(parsed, "network", network.name),
        tag: "unnecessary" as const,
      }));
  },
  fires: trio("network backup"),
  silent: trio(""),
};
