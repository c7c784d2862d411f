// A hierarchy with nowhere to go.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const singleServer: Rule = {
  code: "single-server",
  group: "resources",
  title: { en: "A hierarchy with one server", ja: "サーバーが 1 つだけのリソース階層" },
  documentation: {
    what: { en: "The hierarchy may run on one node only.", ja: "リソース階層を動かせるノードが 1 つだけです。" },
    why: {
      en: "There is no other node with an equivalent resource, so no failover can happen.",
      ja: "同等のリソースを持つノードがほかにないため、フェイルオーバーできません。",
    },
    how: {
      en: "Extend it: add a second node to `servers`.",
      ja: "`servers` に 2 つ目のノードを追加（拡張）してください。",
    },
  },
  sources: ["P217", "P81"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  check: ({ roots }) =>
    roots.flatMap((root) => {
      const [only, ...others] = root.servers;
      if (only === undefined || others.length > 0) return [];
      return [
        {
          place: root.place,
          message: {
            en: `\`${root.name}\` can run on \`${only.node}\` only; when that node fails, nothing takes over.`,
            ja: `\`${root.name}\` は \`${only.node}\` でしか動かせません。このノードの障害時に引き継ぐノードがありません。`,
          },
        },
      ];
    }),
  fires: trio("resource app gen/app { servers a 1 }"),
  silent: trio("resource app gen/app { servers a 1, b 10 }"),
};
