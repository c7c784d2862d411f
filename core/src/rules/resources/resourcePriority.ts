// Priorities of servers: 1 to 999, and different.

import { largest } from "../../many.ts";
import type { Resource } from "../../model/cluster.ts";
import type { Fix } from "../../problem.ts";
import type { ClusterContext } from "../context.ts";
import { trio } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { serverPlace, settingOf } from "./settings.ts";

export const resourcePriority: Rule = {
  code: "resource-priority",
  group: "resources",
  title: { en: "A wrong priority of a server", ja: "サーバーの優先順位の誤り" },
  documentation: {
    what: {
      en: "Priorities of the servers of a resource are 1 (highest) to 999, and no two are equal. They need not be consecutive.",
      ja: "リソースのサーバーの優先順位は 1（最高）から 999 で、同じ値は使えません。連番である必要はありません。",
    },
    why: {
      en: "The living server with the highest priority takes over. With two equal priorities, which one takes over is undecided.",
      ja: "引き継ぐのは、稼働中で優先順位が最も高いサーバーです。同じ値があると 1 つに決まりません。",
    },
    how: { en: "Give each server its own number.", ja: "サーバーごとに異なる値にしてください。" },
  },
  sources: ["PRIO45", "CHC951"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const resource of context.cluster.resources) {
      for (const [index, server] of resource.servers.entries()) {
        if (server.inherited) continue;
        const same = resource.servers.slice(0, index).find((other) => other.priority === server.priority);
        if (server.priority < 1 || server.priority > 999) {
          yield {
            place: serverPlace(context, resource, server.node),
            message: {
              en: `The priority of \`${server.node}\` for \`${resource.name}\` is ${server.priority}; it must be 1 to 999.`,
              ja: `\`${resource.name}\` の \`${server.node}\` の優先順位が ${server.priority} です。1 から 999 にしてください。`,
            },
            fixes: freed(context, resource, server.node),
          };
          continue;
        }
        if (same === undefined) continue;
        yield {
          place: serverPlace(context, resource, server.node),
          message: {
            en: `\`${same.node}\` and \`${server.node}\` have the same priority ${server.priority} for \`${resource.name}\`. No two may be equal.`,
            ja: `\`${resource.name}\` で \`${same.node}\` と \`${server.node}\` の優先順位がどちらも ${server.priority} です。同じ値は使えません。`,
          },
          fixes: freed(context, resource, server.node),
        };
      }
    }
  },
  fires: trio("resource app gen/app { servers a 1, b 1 }\nresource other gen/app { servers a 0, b 1000 }"),
  reports: `
    cluster.lk
    |   resource app gen/app { servers a 1, b 1 }
    |                                       ^^^ error: \`a\` and \`b\` have the same priority 1 for \`app\`. No two may be equal.
    |   resource other gen/app { servers a 0, b 1000 }
    |                                    ^^^ error: The priority of \`a\` for \`other\` is 0; it must be 1 to 999.
    |   resource other gen/app { servers a 0, b 1000 }
    |                                         ^^^^^^ error: The priority of \`b\` for \`other\` is 1000; it must be 1 to 999.
  `,
  silent: trio("resource app gen/app { servers a 1, b 999 }"),
};

/** The next number behind the last one that is right. */
function freed(context: ClusterContext, resource: Resource, node: string): readonly Fix[] {
  const servers = settingOf(context, resource.name, "servers");
  const entry = servers?.kind === "servers" ? servers.servers.find((each) => each.node.value === node) : undefined;
  if (entry?.priority === undefined) return [];
  const taken = resource.servers.map((server) => server.priority).filter((priority) => priority >= 1 && priority < 999);
  const free = taken.length === 0 ? 1 : largest(taken) + 1;
  return [replacement({ file: context.parsed.file, span: entry.priority.word.span }, String(free), "a choice")];
}
