// A hierarchy that can run nowhere.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const resourceWithoutServer: Rule = {
  code: "resource-without-server",
  group: "resources",
  title: { en: "A hierarchy without servers", ja: "サーバーのないリソース階層" },
  documentation: {
    what: {
      en: "No `servers` say on which nodes the hierarchy may run.",
      ja: "リソース階層をどのノードで動かすかを示す `servers` がありません。",
    },
    why: {
      en: "A node without an entry cannot run it, so it is never in service.",
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
  check: ({ roots }) =>
    roots
      .filter((root) => root.servers.length === 0)
      .map((root) => ({
        place: root.place,
        message: {
          en: `\`${root.name}\` has no servers, so it can be in service nowhere. Add servers with priorities.`,
          ja: `\`${root.name}\` には servers がなく、どこでもサービス中になれません。servers と優先順位を書いてください。`,
        },
      })),
  fires: trio("resource app gen/app"),
  silent: trio("resource app gen/app { servers a 1, b 10 }"),
};
