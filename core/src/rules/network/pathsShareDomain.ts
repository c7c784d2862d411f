// Two networks that one failure takes down are one network.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { domainsCutting } from "./places.ts";

export const pathsShareDomain: Rule = {
  code: "paths-share-domain",
  group: "network",
  title: { en: "All links in one failure domain", ja: "すべてのリンクが同じ障害ドメイン" },
  documentation: {
    what: {
      en: "The networks of all links between two nodes are members of one `domain`.",
      ja: "2 台のノードの間のリンクのネットワークが、すべて同じ `domain` に属しています。",
    },
    why: {
      en: "The domain says that they fail together, so there is only one path where two were intended. This is our conclusion from the advice to separate paths.",
      ja: "障害ドメインは同時に失われるものを表すため、2 本のつもりでも実質的に 1 本のパスになります。パスを分けるという推奨からの推論です。",
    },
    how: {
      en: "Lead one link over a network outside the domain.",
      ja: "1 本を、この障害ドメインの外のネットワークに通してください。",
    },
  },
  sources: ["MAP941", "CHC951"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster, nodes }) {
    for (const path of cluster.paths) {
      if (new Set(path.links.map((link) => link.network)).size < 2) continue;
      // A domain that holds one of the two nodes takes the node away, not only its paths.
      const cutting = domainsCutting(cluster, path.links).filter(
        (domain) =>
          !domain.members.some(
            (member) => member.kind === "node" && path.nodes.includes(member.name) && nodes.has(member.name),
          ),
      );
      for (const domain of cutting) {
        yield {
          place: path.place,
          message: {
            en: `All links between \`${path.nodes[0]}\` and \`${path.nodes[1]}\` fail together with \`${domain.name}\`. Lead one link over a network outside it.`,
            ja: `\`${path.nodes[0]}\` と \`${path.nodes[1]}\` の間のリンクは、すべて \`${domain.name}\` の障害で失われます。1 本をこの障害ドメインの外のネットワークに通してください。`,
          },
          related: [
            {
              ...domain.place,
              message: {
                en: "this domain holds all their networks",
                ja: "この障害ドメインがすべてのネットワークを含みます",
              },
            },
          ],
        };
      }
    }
  },
  fires: trio("domain core-switch { office, private }"),
  reports: `
    cluster.lk
    |   path a <-> b {
    |   ^^^^^^^^^^^^ warning: All links between \`a\` and \`b\` fail together with \`core-switch\`. Lead one link over a network outside it.
    |   domain core-switch { office, private }
    |          ----------- this domain holds all their networks
    |   path a <-> w {
    |   ^^^^^^^^^^^^ warning: All links between \`a\` and \`w\` fail together with \`core-switch\`. Lead one link over a network outside it.
    |   domain core-switch { office, private }
    |          ----------- this domain holds all their networks
    |   path b <-> w {
    |   ^^^^^^^^^^^^ warning: All links between \`b\` and \`w\` fail together with \`core-switch\`. Lead one link over a network outside it.
    |   domain core-switch { office, private }
    |          ----------- this domain holds all their networks
  `,
  silent: trio("domain core-switch { office }"),
};
