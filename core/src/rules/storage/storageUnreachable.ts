// A quorum storage that some node cannot reach.

import type { Cluster } from "../../model/cluster.ts";
import { writtenName } from "../../model/names.ts";
import type { Fix } from "../../problem.ts";
import type { ClusterFile } from "../../syntax/cluster/tree.ts";
import type { Parsed } from "../../syntax/parsed.ts";
import { pair, storageQuorum } from "../example.ts";
import { fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const storageUnreachable: Rule = {
  code: "storage-unreachable",
  group: "storage",
  title: { en: "A node that does not reach the quorum storage", ja: "Quorum ストレージに到達できないノード" },
  documentation: {
    what: {
      en: "In storage mode every node of the cluster must reach the storage of the QWK objects.",
      ja: "storage モードでは、クラスターのすべてのノードが QWK オブジェクトのストレージにアクセスできなければなりません。",
    },
    why: {
      en: "A node that cannot reach it never has quorum, and its object is never updated, so the others treat it as failed.",
      ja: "到達できないノードは Quorum を得られず、そのオブジェクトも更新されないため、ほかのノードから障害とみなされます。",
    },
    how: {
      en: "Connect the storage to every node and list it after `reached-by`.",
      ja: "すべてのノードにストレージを接続し、`reached-by` に加えてください。",
    },
  },
  sources: ["QW9J", "STO981J"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check({ cluster, configurations, parsed }) {
    for (const storage of inUse(cluster)) {
      const voters = configurations
        .filter(({ quorum }) => quorum.quorumMode === "storage")
        .flatMap(({ nodes }) => nodes);
      const away = voters.filter((node) => !storage.reachedBy.includes(node.name)).map((node) => node.name);
      if (away.length === 0) continue;
      yield {
        place: storage.place,
        message: {
          en: `${listed(away).en} ${away.length === 1 ? "does" : "do"} not reach \`${storage.name}\`. In storage mode every node must reach it.`,
          ja: `${listed(away).ja} が \`${storage.name}\` に到達できません。storage モードではすべてのノードからアクセスできる必要があります。`,
        },
        fixes: connecting(parsed, storage.name, away),
      };
    }
  },
  fires: pair(storageQuorum, { extra: "storage quorum-disk { reached-by a }" }),
  reports: `
    cluster.lk
    |   storage quorum-disk { reached-by a }
    |           ^^^^^^^^^^^ error: \`b\` does not reach \`quorum-disk\`. In storage mode every node must reach it.
  `,
  silent: pair(storageQuorum, { extra: "storage quorum-disk { reached-by a, b }" }),
};

/** Once the file says where the objects lie, a storage without any needs no reader. */
function inUse({ storages }: Cluster): Cluster["storages"] {
  const holding = storages.filter(({ holds }) => holds.length > 0);
  return holding.length === 0 ? storages : holding;
}

function connecting({ file, tree }: Parsed<ClusterFile>, name: string, away: readonly string[]): readonly Fix[] {
  const item = tree.cluster?.items.find((each) => each.kind === "storage" && each.name?.value === name);
  const last = item?.kind === "storage" ? item.reachedBy.at(-1) : undefined;
  if (last === undefined) return [];
  const span = { start: last.span.end, end: last.span.end };
  const newText = away.map((node) => `, ${writtenName(node)}`).join("");
  return [
    fix(
      { en: "Add the missing nodes to reached-by", ja: "不足しているノードを reached-by に加える" },
      [{ file, span, newText }],
      "a choice",
    ),
  ];
}
