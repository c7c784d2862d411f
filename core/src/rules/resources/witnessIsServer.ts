// A witness-only node with resources is none.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { serverPlace } from "./settings.ts";

export const witnessIsServer: Rule = {
  code: "witness-is-server",
  group: "resources",
  title: { en: "A witness-only node as server", ja: "サーバーになっている Witness 専用ノード" },
  documentation: {
    what: { en: "A `witness` is named after `servers`.", ja: "`witness` が `servers` に書かれています。" },
    why: {
      en: "By definition, a witness-only node has no protected resources.",
      ja: "Witness 専用ノードとは、保護対象のリソースを持たないノードのことです。",
    },
    how: {
      en: "Make it a `node`, or remove it from `servers`.",
      ja: "`node` に変えるか、`servers` から外してください。",
    },
  },
  sources: ["QW9J", "P128"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const resource of context.cluster.resources) {
      for (const server of resource.servers) {
        const node = context.nodes.get(server.node);
        if (server.inherited || node?.role !== "witness") continue;
        const keyword = context.nodeItems.get(node.name)?.keyword;
        yield {
          place: serverPlace(context, resource, server.node),
          message: {
            en: `\`${server.node}\` is a witness-only node and cannot be a server of \`${resource.name}\`. Make it a \`node\`, or remove it from \`servers\`.`,
            ja: `\`${server.node}\` は Witness 専用ノードなので、\`${resource.name}\` のサーバーにはなれません。\`node\` に変えるか、\`servers\` から外してください。`,
          },
          related: [
            {
              ...node.place,
              message: { en: "declared as witness here", ja: "ここで Witness 専用と宣言されています" },
            },
          ],
          fixes:
            keyword === undefined
              ? []
              : [
                  {
                    title: { en: `Make ${server.node} a node`, ja: `${server.node} を node にする` },
                    edits: [{ file: context.parsed.file, span: keyword, newText: "node" }],
                    certain: false,
                  },
                ],
        };
      }
    }
  },
  fires: trio("resource app gen/app { servers a 1, w 10 }"),
  reports: `
    cluster.lk
    |   resource app gen/app { servers a 1, w 10 }
    |                                       ^^^^ error: \`w\` is a witness-only node and cannot be a server of \`app\`. Make it a \`node\`, or remove it from \`servers\`.
    |   witness w { address 192.0.2.13 set WITNESS_MODE = none }
    |           - declared as witness here
  `,
  silent: trio("resource app gen/app { servers a 1, b 10 }"),
};
