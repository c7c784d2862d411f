// One object for two nodes.

import { diskOfPartition } from "../devices.ts";
import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const storageObjectShared: Rule = {
  code: "storage-object-shared",
  group: "storage",
  title: { en: "Two nodes with the same QWK object", ja: "2 台のノードで同じ QWK オブジェクト" },
  documentation: {
    what: {
      en: "Every node has a QWK object of its own, of 4096 bytes.",
      ja: "QWK オブジェクトはノードごとに 1 つで、それぞれ 4096 バイトです。",
    },
    why: {
      en: "If both write to one object, a node cannot tell the other's updates from its own, and so cannot tell whether the other is alive.",
      ja: "2 台のノードが同じオブジェクトに書き込むと、相手の更新か自分の更新か区別できず、相手の生死を判断できません。",
    },
    how: {
      en: "Give each node its own partition, file or object.",
      ja: "ノードごとに別のパーティション、ファイル、オブジェクトを割り当ててください。",
    },
  },
  sources: ["STO951", "SCSK", "QW9J"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ configurations }) {
    for (const { values, quorum } of configurations) {
      if (quorum.quorumMode !== "storage") continue;
      const objects = [...values.values()].filter(
        (value) => value.name.startsWith("QWK_STORAGE_OBJECT_") && value.value !== "",
      );
      for (const [index, object] of objects.entries()) {
        const first = objects.slice(0, index).find((other) => other.value === object.value);
        const around = objects.find((other) => other !== object && other.value === diskOfPartition(object.value));
        if (around?.place !== undefined && object.place !== undefined) {
          yield {
            place: object.place,
            message: {
              en: `\`${object.value}\` is part of \`${around.value}\` (\`${around.name}\`), so the two objects overlap. Give each its own partition.`,
              ja: `\`${object.value}\` は \`${around.value}\`（\`${around.name}\`）の一部で、2 つのオブジェクトが重なります。それぞれに別のパーティションを割り当ててください。`,
            },
            related: [{ ...around.place, message: { en: "the whole disk", ja: "ディスク全体" } }],
            evidence: "inferred",
          };
          continue;
        }
        if (first?.place === undefined || object.place === undefined) continue;
        yield {
          place: object.place,
          message: {
            en: `\`${object.name}\` and \`${first.name}\` are both \`${object.value}\`, but every node needs its own object.`,
            ja: `\`${object.name}\` と \`${first.name}\` がどちらも \`${object.value}\` です。ノードごとに別のオブジェクトを割り当ててください。`,
          },
          related: [{ ...first.place, message: { en: "the same object", ja: "同じオブジェクト" } }],
        };
      }
    }
  },
  fires: pair(storageQuorum.replace("/dev/disk/by-id/quorum-part2", "/dev/disk/by-id/quorum-part1")),
  reports: `
    LifeKeeper
    | QWK_STORAGE_OBJECT_b=/dev/disk/by-id/quorum-part1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: \`QWK_STORAGE_OBJECT_b\` and \`QWK_STORAGE_OBJECT_a\` are both \`/dev/disk/by-id/quorum-part1\`, but every node needs its own object.
    | QWK_STORAGE_OBJECT_a=/dev/disk/by-id/quorum-part1
    | ------------------------------------------------- the same object
  `,
  silent: pair(storageQuorum),
};
