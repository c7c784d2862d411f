// One node's quorum object, in different places for different nodes.

import { type Configuration, givenValue } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import type { Finding, Rule } from "../rule.ts";

const settings = (b: string): string => `set QWK_STORAGE_OBJECT_a = ${b}`;

export const storageObjectDiffers: Rule = {
  code: "storage-object-differs",
  group: "storage",
  title: { en: "One QWK object in different places", ja: "ノードによって場所が異なる QWK オブジェクト" },
  documentation: {
    what: {
      en: "`QWK_STORAGE_OBJECT_<host>` of one host has different values on the nodes.",
      ja: "同じホストの `QWK_STORAGE_OBJECT_<host>` の値が、ノードによって異なります。",
    },
    why: {
      en: "Every node reads the object that the others write. A node that reads another place sees no updates and treats the other node as failed. Only plain device names such as `/dev/sdc1` may differ between machines.",
      ja: "各ノードは、ほかのノードが書き込むオブジェクトを読み取ります。別の場所を読むノードからは更新が見えず、相手ノードが障害とみなされます。マシンによって異なってよいのは、`/dev/sdc1` のような単純なデバイス名だけです。",
    },
    how: {
      en: "Write the same place on all nodes, then run `qwk_storage_init`.",
      ja: "すべてのノードで同じ場所を書き、`qwk_storage_init` を実行してください。",
    },
  },
  sources: ["STO951", "QP100"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ configurations }) {
    const asking = configurations.filter(({ quorum }) => quorum.quorumMode === "storage");
    const [first, ...others] = asking;
    if (first === undefined) return;
    for (const other of others) yield* differences(first, other);
  },
  fires: pair(storageQuorum, { b: settings("/dev/disk/by-id/other-part1") }),
  reports: `
    cluster.lk
    |   node b { address 192.0.2.12 set QWK_STORAGE_OBJECT_a = /dev/disk/by-id/other-part1 }
    |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`QWK_STORAGE_OBJECT_a\` is \`/dev/disk/by-id/other-part1\` on \`b\` and \`/dev/disk/by-id/quorum-part1\` on \`a\`: the two use different objects. Write the same place on all nodes.
  `,
  silent: pair(storageQuorum, { b: settings("/dev/disk/by-id/quorum-part1") }),
};

function* differences(first: Configuration, other: Configuration): Iterable<Finding> {
  for (const { name, value } of [...other.values.values()]) {
    const there = first.values.get(name);
    if (!name.startsWith("QWK_STORAGE_OBJECT_") || there === undefined || there.value === value) continue;
    if (isPlainDevice(value) && isPlainDevice(there.value)) continue;
    const given = givenValue(other, name) ?? givenValue(first, name);
    if (given === undefined) continue;
    const [a, b] = [other.nodes[0]?.name ?? "", first.nodes[0]?.name ?? ""];
    yield {
      place: given.place,
      message: {
        en: `\`${name}\` is \`${value}\` on \`${a}\` and \`${there.value}\` on \`${b}\`: the two use different objects. Write the same place on all nodes.`,
        ja: `\`${name}\` が \`${a}\` では \`${value}\`、\`${b}\` では \`${there.value}\` で、別々のオブジェクトを使っています。すべてのノードで同じ場所を書いてください。`,
      },
    };
  }
}

function isPlainDevice(value: string): boolean {
  return /^\/dev\/(?:sd|vd|xvd|nvme)[a-z0-9]+$/.test(value);
}
