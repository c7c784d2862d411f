// Two host names that become one parameter name.

import { storageObjectName } from "../../model/quorumConfiguration.ts";
import { pair } from "../example.ts";
import type { Rule } from "../rule.ts";

export const storageObjectCollision: Rule = {
  code: "storage-object-collision",
  group: "storage",
  title: { en: "Two nodes with one QWK_STORAGE_OBJECT name", ja: "同じ QWK_STORAGE_OBJECT 名になる 2 台のノード" },
  documentation: {
    what: {
      en: "Node names that differ only in `-`, `.` and `_` get the same `QWK_STORAGE_OBJECT_<host>`.",
      ja: "`-`、`.`、`_` だけが異なるノード名は、同じ `QWK_STORAGE_OBJECT_<host>` になります。",
    },
    why: {
      en: "Each node needs its own object, but two lines with one name are one line. This is our conclusion from the naming rule.",
      ja: "ノードごとに別のオブジェクトが必要ですが、同じ名前の行は 1 つとして扱われます。名前の規則からの推論です。",
    },
    how: { en: "Rename one of the nodes.", ja: "どちらかのノードの名前を変えてください。" },
  },
  sources: ["QP100"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster, configurations }) {
    if (!configurations.some(({ quorum }) => quorum.quorumMode === "storage")) return;
    for (const [index, node] of cluster.nodes.entries()) {
      const first = cluster.nodes
        .slice(0, index)
        .find((other) => storageObjectName(other.name) === storageObjectName(node.name));
      if (first === undefined) continue;
      yield {
        place: node.place,
        message: {
          en: `\`${node.name}\` and \`${first.name}\` both become \`${storageObjectName(node.name)}\`, but each node needs its own object. Rename one of the nodes.`,
          ja: `\`${node.name}\` と \`${first.name}\` はどちらも \`${storageObjectName(node.name)}\` になりますが、オブジェクトはノードごとに必要です。どちらかのノードの名前を変えてください。`,
        },
        related: [{ ...first.place, message: { en: "the other node", ja: "もう一方のノード" } }],
      };
    }
  },
  fires: pair(
    "QUORUM_MODE=storage\nWITNESS_MODE=storage\nQWK_STORAGE_TYPE=block\nQWK_STORAGE_OBJECT_lk_1=/dev/disk/by-id/quorum-part1\n",
    { names: ["lk-1", "lk.1"] },
  ),
  reports: `
    cluster.lk
    |   node lk.1 { address 192.0.2.12 }
    |        ^^^^ warning: \`lk.1\` and \`lk-1\` both become \`QWK_STORAGE_OBJECT_lk_1\`, but each node needs its own object. Rename one of the nodes.
    |   node lk-1 { address 192.0.2.11 }
    |        ---- the other node
  `,
  silent: pair(
    "QUORUM_MODE=storage\nWITNESS_MODE=storage\nQWK_STORAGE_TYPE=block\nQWK_STORAGE_OBJECT_lk_1=/dev/disk/by-id/quorum-part1\nQWK_STORAGE_OBJECT_lk_2=/dev/disk/by-id/quorum-part2\n",
    { names: ["lk-1", "lk-2"] },
  ),
};
