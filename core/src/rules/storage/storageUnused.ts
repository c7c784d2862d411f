// A storage in the cluster file that nobody asks.

import { pair, storageQuorum, trio } from "../example.ts";
import { removal } from "../removal.ts";
import type { Rule } from "../rule.ts";

export const storageUnused: Rule = {
  code: "storage-unused",
  group: "storage",
  title: { en: "A quorum storage that no mode uses", ja: "使われない Quorum ストレージ" },
  documentation: {
    what: {
      en: "The cluster has a `storage`, and no node has `QUORUM_MODE=storage`.",
      ja: "`storage` がありますが、`QUORUM_MODE=storage` のノードがありません。",
    },
    why: {
      en: "Losing it changes nothing, in a scenario as in the field.",
      ja: "これを失っても、シナリオでも実機でも何も変わりません。",
    },
    how: {
      en: "Set both modes to `storage`, or remove the item.",
      ja: "両方のモードを `storage` にするか、項目を削除してください。",
    },
  },
  sources: ["QW9J"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ cluster, configurations, parsed }) {
    if (configurations.some(({ quorum }) => quorum.quorumMode === "storage" || quorum.witnessMode === "storage"))
      return;
    for (const storage of cluster.storages) {
      yield {
        place: storage.place,
        message: {
          en: `No node uses \`${storage.name}\`, because no node is in storage mode. Set both modes to \`storage\`, or remove it.`,
          ja: `\`${storage.name}\` を使うノードがありません（storage モードのノードがないため）。両方のモードを \`storage\` にするか、削除してください。`,
        },
        fixes: removal(parsed, "storage", storage.name),
        tag: "unnecessary",
      };
    }
  },
  fires: trio("storage quorum-disk {}"),
  reports: `
    cluster.lk
    |   storage quorum-disk {}
    |           ^^^^^^^^^^^ information: No node uses \`quorum-disk\`, because no node is in storage mode. Set both modes to \`storage\`, or remove it.
  `,
  silent: pair(storageQuorum, { extra: "storage quorum-disk {}" }),
};
