// One address cannot be the end of links on two nodes.

import type { CommPath, Link } from "../../model/cluster.ts";
import type { Place } from "../../problem.ts";
import { trio } from "../example.ts";
import { fix, replaced } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";

export const addressOfTwoNodes: Rule = {
  code: "address-of-two-nodes",
  group: "network",
  title: { en: "One address on two nodes", ja: "2 台のノードに同じアドレス" },
  documentation: {
    what: {
      en: "The same address is used for two nodes, in links or after `address`.",
      ja: "リンクまたは `address` で、2 台のノードに同じアドレスが使われています。",
    },
    why: {
      en: "A path leads from an address of one node to an address of the other. Most often a line was copied, or left and right were swapped.",
      ja: "パスは互いのアドレスを結ぶものです。行のコピーや左右の取り違えがよくある原因です。",
    },
    how: { en: "Correct the address.", ja: "アドレスを直してください。" },
  },
  sources: ["MAN-COMM", "P150"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster, parsed }) {
    const owners = new Map<string, { readonly node: string; readonly place: Place }>();
    function* claim(address: string, node: string, place: Place): Iterable<Finding> {
      const first = owners.get(address);
      if (first === undefined) owners.set(address, { node, place });
      else if (first.node !== node) {
        yield {
          place,
          message: {
            en: `\`${address}\` is an address of \`${node}\` here, and of \`${first.node}\` elsewhere. Correct one of the two.`,
            ja: `\`${address}\` はここでは \`${node}\` のアドレスですが、別の箇所では \`${first.node}\` のアドレスです。どちらかを直してください。`,
          },
          related: [
            { ...first.place, message: { en: `here it is ${first.node}'s`, ja: `ここでは ${first.node} のアドレス` } },
          ],
        };
      }
    }
    for (const node of cluster.nodes) yield* claim(node.address, node.name, node.place);
    for (const { nodes, links } of cluster.paths) {
      for (const link of links) {
        if (link.kind !== "tcp") continue;
        const [left, right] = link.ends.map((end) => owners.get(end)?.node);
        if (left === nodes[1] && right === nodes[0]) {
          yield swapped(link, nodes, parsed.text);
          continue;
        }
        yield* claim(link.ends[0], nodes[0], link.place);
        yield* claim(link.ends[1], nodes[1], link.place);
      }
    }
  },
  fires: trio("", {
    pathAB:
      "path a <-> b {\n    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1\n    tcp 192.0.2.12 <-> 192.0.2.11 on office priority 2\n  }",
  }),
  reports: `
    cluster.lk
    |     tcp 192.0.2.12 <-> 192.0.2.11 on office priority 2
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The ends are swapped: the path leads from \`a\` to \`b\`, but \`192.0.2.12\` is \`b\`'s address and \`192.0.2.11\` is \`a\`'s.
  `,
  silent: trio(""),
};

/** The addresses of a link in the wrong order: each belongs to the node at the other end. */
function swapped({ ends, place }: Link, nodes: CommPath["nodes"], text: string): Finding {
  const written = text.slice(place.span.start, place.span.end);
  const turned = written.replace(/^(tcp\s+)([^\s"]+)(\s+<->\s+)([^\s"]+)/, "$1$4$3$2");
  return {
    place,
    message: {
      en: `The ends are swapped: the path leads from \`${nodes[0]}\` to \`${nodes[1]}\`, but \`${ends[0]}\` is \`${nodes[1]}\`'s address and \`${ends[1]}\` is \`${nodes[0]}\`'s.`,
      ja: `両端が逆です。\`${nodes[0]}\` から \`${nodes[1]}\` へのパスですが、\`${ends[0]}\` は \`${nodes[1]}\` の、\`${ends[1]}\` は \`${nodes[0]}\` のアドレスです。`,
    },
    fixes:
      turned === written
        ? []
        : [fix({ en: "Swap the ends", ja: "両端を入れ替える" }, [replaced(place, turned)], "certain")],
  };
}
