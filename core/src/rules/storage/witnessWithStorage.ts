// Storage quorum and a witness-only node: the documents demand two things of the node that do not go together.

import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

const witness = `witness w { address 192.0.2.13 }
path a <-> w {
  tcp 198.51.100.11 <-> 198.51.100.13 on private priority 1
  tcp 192.0.2.11 <-> 192.0.2.13 on office priority 2
}
path b <-> w {
  tcp 198.51.100.12 <-> 198.51.100.13 on private priority 1
  tcp 192.0.2.12 <-> 192.0.2.13 on office priority 2
}`;

export const witnessWithStorage: Rule = {
  code: "witness-with-storage",
  group: "storage",
  title: { en: "A witness-only node in storage mode", ja: "storage モードの Witness 専用ノード" },
  documentation: {
    what: {
      en: "The cluster uses `QUORUM_MODE=storage` and has a `witness`.",
      ja: "`QUORUM_MODE=storage` のクラスターに `witness` があります。",
    },
    why: {
      en: "Storage mode needs `WITNESS_MODE=storage` on every node, a witness-only node needs `WITNESS_MODE=none`, and `storage` with `none` is not allowed. The documents do not say how the three fit together. The storage already acts as the witness.",
      ja: "storage モードはすべてのノードに `WITNESS_MODE=storage` を、Witness 専用ノードは `WITNESS_MODE=none` を求め、`storage` と `none` の組み合わせは許されていません。両立の方法は資料にありません。ストレージがすでに Witness の役割を果たします。",
    },
    how: { en: "Remove the witness-only node.", ja: "Witness 専用ノードを削除してください。" },
  },
  sources: ["QW9J"],
  evidence: "unsure",
  severity: "hint",
  about: "cluster",
  *check({ cluster, configurations }) {
    if (!configurations.some(({ quorum }) => quorum.quorumMode === "storage")) return;
    for (const node of cluster.nodes) {
      if (node.role !== "witness") continue;
      yield {
        place: node.place,
        message: {
          en: `In storage mode the storage acts as the witness. Whether the witness-only node \`${node.name}\` may be added is not documented; remove it.`,
          ja: `storage モードではストレージが Witness の役割を果たします。Witness 専用ノード \`${node.name}\` も置けるかどうかは資料にないため、削除してください。`,
        },
      };
    }
  },
  fires: pair(`${storageQuorum}QWK_STORAGE_OBJECT_w=/dev/disk/by-id/quorum-part3\n`, { extra: witness }),
  reports: `
    cluster.lk
    |   witness w { address 192.0.2.13 }
    |           ^ hint: In storage mode the storage acts as the witness. Whether the witness-only node \`w\` may be added is not documented; remove it.
  `,
  silent: pair(storageQuorum),
};
