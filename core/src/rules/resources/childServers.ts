// A parent can be in service only where its children can.

import type { Fix } from "../../problem.ts";
import type { ClusterContext } from "../context.ts";
import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";
import { settingOf, settingPlace } from "./settings.ts";

export const childServers: Rule = {
  code: "child-servers",
  group: "resources",
  title: { en: "A child that cannot follow its parent", ja: "親について行けない子リソース" },
  documentation: {
    what: {
      en: "A child's `servers` lack a node that the parent has, or order the nodes differently.",
      ja: "子の `servers` に親のノードがないか、ノードの順序が親と異なります。",
    },
    why: {
      en: "A parent cannot come in service before all its children, so the hierarchy fails to start on that node. With a different order, parent and child would choose different nodes.",
      ja: "親はすべての子が起動してからでないとサービス中になれないため、そのノードでは階層の起動に失敗します。順序が違うと、選ばれるノードも食い違います。",
    },
    how: {
      en: "Write `servers` only at the root; children inherit it.",
      ja: "`servers` はルートにだけ書いてください。子に引き継がれます。",
    },
  },
  sources: ["P69", "P81"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const child of context.cluster.resources) {
      // Those that it has from its only parent are that one's.
      if (child.parents.length < 2 && child.servers.every(({ inherited }) => inherited)) continue;
      for (const tag of child.parents) {
        const parent = context.resources.get(tag);
        if (parent === undefined || parent.servers.length === 0 || child.servers.length === 0) continue;
        const away = parent.servers
          .map((server) => server.node)
          .filter((node) => !child.servers.some((each) => each.node === node));
        const common = child.servers
          .map((server) => server.node)
          .filter((node) => parent.servers.some((each) => each.node === node));
        const order = parent.servers.map((server) => server.node).filter((node) => common.includes(node));
        const isOrdered = common.every((node, index) => node === order[index]);
        if (away.length === 0 && isOrdered) continue;
        yield {
          place: settingPlace(context, child, "servers"),
          message:
            away.length > 0
              ? {
                  en: `\`${parent.name}\` needs \`${child.name}\`, which cannot run on ${listed(away).en}, so the hierarchy cannot start there. Write \`servers\` only at the root.`,
                  ja: `\`${parent.name}\` には \`${child.name}\` が必要ですが、${listed(away).ja} では動かせないため、そこでは階層を起動できません。\`servers\` はルートにだけ書いてください。`,
                }
              : {
                  en: `\`${child.name}\` orders its nodes differently from \`${parent.name}\`, which needs it. Write \`servers\` only at the root.`,
                  ja: `\`${child.name}\` のノードの優先順位が、それを必要とする \`${parent.name}\` と異なります。\`servers\` はルートにだけ書いてください。`,
                },
          related: [{ ...parent.place, message: { en: "the parent", ja: "親リソース" } }],
          fixes: inheriting(context, child.name),
        };
      }
    }
  },
  fires: trio("resource app gen/app {\n  servers a 1, b 10\n  resource ip comm/ip 192.0.2.100 { servers a 1 }\n}"),
  reports: `
    cluster.lk
    |     resource ip comm/ip 192.0.2.100 { servers a 1 }
    |                                       ^^^^^^^^^^^ warning: \`app\` needs \`ip\`, which cannot run on \`b\`, so the hierarchy cannot start there. Write \`servers\` only at the root.
    |   resource app gen/app {
    |            --- the parent
  `,
  silent: trio(
    "resource app gen/app {\n  servers a 1, b 10\n  resource ip comm/ip 192.0.2.100 { servers a 1, b 5 }\n}",
  ),
};

function inheriting(context: ClusterContext, tag: string): readonly Fix[] {
  const servers = settingOf(context, tag, "servers");
  if (servers === undefined) return [];
  const edit = removedLine(context.parsed.text, { file: context.parsed.file, span: servers.span });
  return [fix({ en: "Inherit the parent's servers", ja: "親の servers を引き継ぐ" }, [edit], "a choice")];
}
