// An object for a node that the cluster does not have.

import { mangleHostName } from "../../catalogue/parameters.ts";
import { storageObjectName } from "../../model/quorumConfiguration.ts";
import { nearest } from "../../text/suggest.ts";
import { pair, storageQuorum } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const stem = "QWK_STORAGE_OBJECT_";

export const storageObjectStranger: Rule = {
  code: "storage-object-stranger",
  group: "storage",
  title: { en: "A QWK object for an unknown node", ja: "クラスターにないノードの QWK オブジェクト" },
  documentation: {
    what: {
      en: "The end of a `QWK_STORAGE_OBJECT_<host>` is not a node of the cluster.",
      ja: "`QWK_STORAGE_OBJECT_<host>` の末尾が、クラスターのどのノード名とも一致しません。",
    },
    why: {
      en: "The name must be the one that `lcduname` prints on that node; upper and lower case matter.",
      ja: "末尾は、そのノードで `lcduname` が表示する名前でなければなりません。大文字と小文字も区別されます。",
    },
    how: { en: "Correct the name, or remove the line.", ja: "名前を直すか、行を削除してください。" },
  },
  sources: ["QP100"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ given, cluster, configurations }) {
    if (!configurations.some(({ quorum }) => quorum.quorumMode === "storage")) return;
    const known = cluster.nodes.map((node) => storageObjectName(node.name));
    const taken = new Set(given.map((parameter) => parameter.name));
    for (const { name, namePlace } of given) {
      // A raw hyphen has its own rule.
      if (!name.startsWith(stem) || known.includes(name) || mangleHostName(name) !== name) continue;
      const free = known.filter((each) => !taken.has(each));
      const close = nearest(
        name.slice(stem.length),
        free.map((each) => each.slice(stem.length)),
      );
      const meant = close === undefined ? undefined : stem + close;
      yield {
        place: namePlace,
        message: {
          en: `No node of this cluster is called \`${name.slice(stem.length)}\`.${meant === undefined ? " Correct the name or remove the line." : ` Did you mean \`${meant}\`?`}`,
          ja: `\`${name.slice(stem.length)}\` というノードはこのクラスターにありません。${meant === undefined ? "名前を直すか、行を削除してください。" : `\`${meant}\` のことですか。`}`,
        },
        fixes: meant === undefined ? [] : [replacement(namePlace, meant, "a choice")],
      };
    }
  },
  fires: pair(`${storageQuorum}QWK_STORAGE_OBJECT_c=/dev/disk/by-id/quorum-part3\n`),
  reports: `
    LifeKeeper
    | QWK_STORAGE_OBJECT_c=/dev/disk/by-id/quorum-part3
    | ^^^^^^^^^^^^^^^^^^^^ warning: No node of this cluster is called \`c\`. Correct the name or remove the line.
  `,
  silent: pair(storageQuorum),
};
