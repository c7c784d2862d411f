// Quorum objects on different storages.

import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const storageSplit: Rule = {
  code: "storage-split",
  group: "storage",
  title: { en: "Quorum objects on different storages", ja: "別々のストレージに分かれた QWK オブジェクト" },
  documentation: {
    what: {
      en: "The QWK objects of the nodes lie on different storages (`holds`).",
      ja: "各ノードの QWK オブジェクトが、別々のストレージに置かれています（`holds`）。",
    },
    why: {
      en: "The manual asks for a configuration in which one object can never be reachable while another is not. On different storages this can happen, and a node may then treat a running node as dead.",
      ja: "マニュアルは、一部の QWK オブジェクトだけにアクセスできなくなる「Quorum 分割」が発生しない構成を求めています。ストレージが分かれていると発生し、稼働中のノードを障害と判断することがあります。",
    },
    how: {
      en: "Put the objects of all nodes on one storage that every node always reaches.",
      ja: "すべてのノードの QWK オブジェクトを、全ノードから常にアクセスできる 1 つのストレージに置いてください。",
    },
  },
  sources: ["STO951", "STO990J"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster, configurations }) {
    if (!configurations.some(({ quorum }) => quorum.quorumMode === "storage")) return;
    const holding = cluster.storages.filter(({ holds }) => holds.length > 0);
    const [first, ...others] = holding;
    if (first === undefined) return;
    const held = new Set(holding.flatMap(({ holds }) => holds));
    const nowhere = cluster.nodes.filter(({ name }) => !held.has(name)).map(({ name }) => name);
    for (const storage of others) {
      yield {
        place: storage.place,
        message: {
          en: `The objects of ${listed(storage.holds).en} lie on \`${storage.name}\`, but those of ${listed(first.holds).en} on \`${first.name}\`: one can be lost without the other. Put them on one storage.`,
          ja: `${listed(storage.holds).ja} のオブジェクトは \`${storage.name}\`、${listed(first.holds).ja} のオブジェクトは \`${first.name}\` にあり、片方だけを失うことがあります。1 つのストレージにまとめてください。`,
        },
        related: [{ ...first.place, message: { en: "the other storage", ja: "もう一方のストレージ" } }],
      };
    }
    if (nowhere.length === 0) return;
    yield {
      place: first.place,
      message: {
        en: `\`holds\` does not say where the object of ${listed(nowhere).en} lies. Add it to a storage.`,
        ja: `${listed(nowhere).ja} のオブジェクトの場所が \`holds\` にありません。いずれかのストレージに加えてください。`,
      },
      evidence: "inferred",
      severity: "information",
    };
  },
  fires: pair(storageQuorum, { extra: "storage east { holds a }\nstorage west { holds b }" }),
  reports: `
    cluster.lk
    |   storage west { holds b }
    |           ^^^^ warning: The objects of \`b\` lie on \`west\`, but those of \`a\` on \`east\`: one can be lost without the other. Put them on one storage.
    |   storage east { holds a }
    |           ---- the other storage
  `,
  silent: pair(storageQuorum, { extra: "storage east { holds a, b }\nstorage west {}" }),
};
