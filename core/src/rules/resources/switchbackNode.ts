// Automatic switchback to a node that nothing switches back to.

import { writtenName } from "../../model/names.ts";
import { trio } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { settingOf } from "./settings.ts";

const on = (node: string): string =>
  `resource app gen/app {\n  servers a 1, b 10\n  switchback automatic on ${node}\n}`;

export const switchbackNode: Rule = {
  code: "switchback-node",
  group: "resources",
  title: { en: "Automatic switchback that cannot happen", ja: "起こり得ない自動スイッチバック" },
  documentation: {
    what: {
      en: "`switchback automatic on NODE` names a node that is not a server of the resource, or the server with the lowest priority.",
      ja: "`switchback automatic on NODE` に、リソースのサーバーでないノードか、優先順位が最も低いサーバーが指定されています。",
    },
    why: {
      en: "Switchback never goes from a server with a higher priority to one with a lower priority.",
      ja: "スイッチバックは、優先順位の高いサーバーから低いサーバーへは行われません。",
    },
    how: {
      en: "Name the server that the hierarchy should return to.",
      ja: "戻り先にしたいサーバーを指定してください。",
    },
  },
  sources: ["SB990"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const { name, servers } of context.cluster.resources) {
      const setting = settingOf(context, name, "switchback");
      if (setting?.kind !== "switchback" || setting.value?.value !== "automatic" || setting.node === undefined)
        continue;
      const { value: node, span } = setting.node;
      const isServer = servers.some((server) => server.node === node);
      // A name that is no node at all is a problem of names.
      if (!context.nodes.has(node) || servers.length < 2 || (isServer && servers.at(-1)?.node !== node)) continue;
      const [best] = servers;
      yield {
        place: { file: context.parsed.file, span },
        message: isServer
          ? {
              en: `\`${node}\` has the lowest priority for \`${name}\`, so nothing switches back to it. Name the server that the hierarchy should return to.`,
              ja: `\`${node}\` は \`${name}\` の優先順位が最も低いため、スイッチバックの戻り先になりません。戻り先にしたいサーバーを指定してください。`,
            }
          : {
              en: `\`${node}\` is not a server of \`${name}\`, so nothing switches back to it. Name one of its servers.`,
              ja: `\`${node}\` は \`${name}\` のサーバーではないため、スイッチバックの戻り先になりません。サーバーのいずれかを指定してください。`,
            },
        fixes:
          best === undefined
            ? []
            : [replacement({ file: context.parsed.file, span }, writtenName(best.node), "a choice")],
      };
    }
  },
  fires: trio(on("b")),
  reports: `
    cluster.lk
    |     switchback automatic on b
    |                             ^ warning: \`b\` has the lowest priority for \`app\`, so nothing switches back to it. Name the server that the hierarchy should return to.
  `,
  silent: trio(on("a")),
};
