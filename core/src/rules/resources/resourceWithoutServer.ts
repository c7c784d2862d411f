// A hierarchy that can run nowhere.

import type { Resource } from "../../model/cluster.ts";
import { writtenName } from "../../model/names.ts";
import type { Fix } from "../../problem.ts";
import type { FileEdit } from "../../text/edit.ts";
import type { ClusterContext } from "../context.ts";
import { trio } from "../example.ts";
import { fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { itemOf } from "./settings.ts";

export const resourceWithoutServer: Rule = {
  code: "resource-without-server",
  group: "resources",
  title: { en: "A hierarchy without servers", ja: "サーバーのないリソース階層" },
  documentation: {
    what: {
      en: "There is no `servers` item that says on which nodes the hierarchy may run.",
      ja: "リソース階層をどのノードで動かすかを示す `servers` がありません。",
    },
    why: {
      en: "A node that is not listed cannot run it, so it is never in service.",
      ja: "記載のないノードでは起動できないため、サービス中になることがありません。",
    },
    how: {
      en: "Add `servers NODE 1, OTHER 10` to its root.",
      ja: "ルートに `servers NODE 1, OTHER 10` を追加してください。",
    },
  },
  sources: ["P217", "PRIO45"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const root of context.roots) {
      if (root.servers.length !== 0) continue;
      yield {
        place: root.place,
        message: {
          en: `\`${root.name}\` has no \`servers\`, so it cannot be in service anywhere. Add \`servers\` with priorities.`,
          ja: `\`${root.name}\` には \`servers\` がなく、どのノードでもサービス中になれません。\`servers\` に優先順位を付けて書いてください。`,
        },
        fixes: serversFix(context, root),
      };
    }
  },
  fires: trio("resource app gen/app"),
  reports: `
    cluster.lk
    |   resource app gen/app
    |            ^^^ warning: \`app\` has no \`servers\`, so it cannot be in service anywhere. Add \`servers\` with priorities.
  `,
  silent: trio("resource app gen/app { servers a 1, b 10 }"),
};

/** All nodes that run resources, in the order written, with the priorities that an extension gives by default. */
function serversFix(context: ClusterContext, root: Resource): readonly Fix[] {
  const nodes = context.cluster.nodes.filter((node) => node.role === "node");
  const item = itemOf(context, root.name);
  if (item === undefined || nodes.length === 0) return [];
  const servers = nodes.map((node, at) => `${writtenName(node.name)} ${at === 0 ? 1 : at * 10}`).join(", ");
  const { file } = context.parsed;
  const behind = (item.id ?? item.type ?? item.tag)?.span.end ?? item.span.end;
  const edit: FileEdit =
    item.body === undefined
      ? { file, span: { start: behind, end: behind }, newText: ` { servers ${servers} }` }
      : { file, span: { start: item.body.start + 1, end: item.body.start + 1 }, newText: ` servers ${servers}` };
  return [fix({ en: "Let every node run it", ja: "すべてのノードで動かせるようにする" }, [edit], "a choice")];
}
