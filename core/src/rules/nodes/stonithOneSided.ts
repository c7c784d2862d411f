// Power control of some servers of a hierarchy only.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

const app = "resource app gen/app {\n  servers a 1, b 10\n}";

export const stonithOneSided: Rule = {
  code: "stonith-one-sided",
  group: "nodes",
  title: { en: "STONITH for only some of the servers", ja: "一部のサーバーだけの STONITH" },
  documentation: {
    what: {
      en: "Of the servers of a hierarchy some can be powered off by the others (`stonith`) and some cannot.",
      ja: "リソース階層のサーバーのうち、ほかのノードから電源を切れるもの（`stonith`）と切れないものがあります。",
    },
    why: {
      en: "After a failover the roles are exchanged. When communication with a node without `stonith` fails, it cannot be powered off, but the takeover goes on anyway.",
      ja: "フェイルオーバーの後は役割が入れ替わります。`stonith` のないノードとの通信が途絶えたときは、電源を切れないまま引き継ぎが行われます。",
    },
    how: { en: "Set it up for all servers.", ja: "すべてのサーバーに設定してください。" },
  },
  sources: ["STONITH961"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ roots, nodes }) {
    const told = new Set<string>();
    for (const root of roots) {
      const servers = root.servers.flatMap(({ node }) => nodes.get(node) ?? []);
      const without = servers.filter(({ stonith, name }) => !stonith && !told.has(name));
      const [first] = without;
      if (first === undefined || without.length === servers.length || !servers.some(({ stonith }) => stonith)) continue;
      for (const { name } of without) told.add(name);
      const names = listed(without.map(({ name }) => name));
      yield {
        place: first.place,
        message: {
          en: `${names.en} cannot be powered off, but other servers of \`${root.name}\` can. Add \`stonith\` to all of them.`,
          ja: `\`${root.name}\` のサーバーのうち ${names.ja} だけ電源を切れません。すべてに \`stonith\` を付けてください。`,
        },
      };
    }
  },
  fires: trio(app, { a: "stonith" }),
  reports: `
    cluster.lk
    |   node b { address 192.0.2.12 }
    |        ^ information: \`b\` cannot be powered off, but other servers of \`app\` can. Add \`stonith\` to all of them.
  `,
  silent: trio(app, { a: "stonith", b: "stonith" }),
};
