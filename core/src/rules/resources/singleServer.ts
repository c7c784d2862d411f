// A hierarchy with nowhere to go.

import type { Resource } from "../../model/cluster.ts";
import { writtenName } from "../../model/names.ts";
import type { Fix } from "../../problem.ts";
import type { ClusterContext } from "../context.ts";
import { trio } from "../example.ts";
import { fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { settingOf, settingPlace } from "./settings.ts";

export const singleServer: Rule = {
  code: "single-server",
  group: "resources",
  title: { en: "A hierarchy with one server", ja: "サーバーが 1 台だけのリソース階層" },
  documentation: {
    what: { en: "The hierarchy may run on one node only.", ja: "リソース階層を動かせるノードが 1 台だけです。" },
    why: {
      en: "There is no other node with an equivalent resource, so no failover can happen.",
      ja: "同等のリソースを持つノードがほかにないため、フェイルオーバーできません。",
    },
    how: {
      en: "Extend it: add a second node to `servers`.",
      ja: "`servers` に 2 台目のノードを追加（拡張）してください。",
    },
  },
  sources: ["P217", "P81"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const root of context.roots) {
      const [only, ...others] = root.servers;
      if (only === undefined || others.length > 0) continue;
      yield {
        place: settingPlace(context, root, "servers"),
        message: {
          en: `\`${root.name}\` can run only on \`${only.node}\`; when that node fails, no node takes over. Add a second node to \`servers\`.`,
          ja: `\`${root.name}\` は \`${only.node}\` でしか動かせないため、このノードの障害時に引き継ぐノードがありません。\`servers\` に 2 台目のノードを追加してください。`,
        },
        fixes: extension(context, root, only.node),
      };
    }
  },
  fires: trio("resource app gen/app { servers a 1 }"),
  reports: `
    cluster.lk
    |   resource app gen/app { servers a 1 }
    |                          ^^^^^^^^^^^ warning: \`app\` can run only on \`a\`; when that node fails, no node takes over. Add a second node to \`servers\`.
  `,
  silent: trio("resource app gen/app { servers a 1, b 10 }"),
};

function extension(context: ClusterContext, root: Resource, only: string): readonly Fix[] {
  const { file } = context.parsed;
  const servers = settingOf(context, root.name, "servers");
  const others = context.cluster.nodes.filter((node) => node.role === "node" && node.name !== only);
  if (servers === undefined) return [];
  const { end } = servers.span;
  return others.slice(0, 3).map((node) =>
    fix(
      { en: `Extend it to ${node.name}`, ja: `${node.name} に拡張する` },
      [
        {
          file,
          span: { start: end, end },
          newText: `, ${writtenName(node.name)} ${root.servers[0]?.priority === 10 ? 20 : 10}`,
        },
      ],
      "a choice",
    ),
  );
}
