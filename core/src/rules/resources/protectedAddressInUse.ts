// A protected address that a node has for itself.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const ip = (address: string): string =>
  `resource app gen/app {\n  servers a 1, b 10\n  resource ip comm/ip ${address}\n}`;

export const protectedAddressInUse: Rule = {
  code: "protected-address-in-use",
  group: "resources",
  title: { en: "A protected address that belongs to a node", ja: "ノード自身のアドレスと重なる IP リソース" },
  documentation: {
    what: {
      en: "The address of an IP resource is also the address of a node, or an end of a communication path.",
      ja: "IP リソースのアドレスが、ノードのアドレスまたはコミュニケーションパスの端と同じです。",
    },
    why: {
      en: "An IP resource moves between the nodes, and its duplicate check refuses an address that is in use. A path over it would move, too.",
      ja: "IP リソースはノード間を移動し、使用中のアドレスは重複チェックで拒否されます。このアドレスを使うパスも一緒に移動してしまいます。",
    },
    how: {
      en: "Give the resource an address that no machine has.",
      ja: "どのマシンにも割り当てられていないアドレスをリソースに使ってください。",
    },
  },
  sources: ["IPOPS990", "IP_PARAMETERS_LIST_932"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    const owners = new Map<string, string>();
    for (const { nodes, links } of cluster.paths) {
      for (const { kind, ends } of links) {
        if (kind === "tcp") owners.set(ends[0], nodes[0]).set(ends[1], nodes[1]);
      }
    }
    for (const node of cluster.nodes) owners.set(node.address, node.name);
    for (const { application, kind, id, name, typePlace } of cluster.resources) {
      const owner = application === "comm" && kind === "ip" && id !== undefined ? owners.get(id) : undefined;
      if (owner === undefined) continue;
      yield {
        place: typePlace,
        message: {
          en: `\`${name}\` protects \`${id}\`, which is an address of \`${owner}\` itself. Choose an address that no machine has.`,
          ja: `\`${name}\` が保護する \`${id}\` は \`${owner}\` 自身のアドレスです。どのマシンにもないアドレスを使ってください。`,
        },
      };
    }
  },
  fires: trio(ip("192.0.2.12")),
  reports: `
    cluster.lk
    |     resource ip comm/ip 192.0.2.12
    |                 ^^^^^^^ warning: \`ip\` protects \`192.0.2.12\`, which is an address of \`b\` itself. Choose an address that no machine has.
  `,
  silent: trio(ip("192.0.2.100")),
};
