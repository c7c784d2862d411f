// Storage quorum keeps one object per node, and every node must know all of them.

import { storageObjectName } from "../../model/quorumConfiguration.ts";
import type { Fix } from "../../problem.ts";
import { type ClusterContext, type Configuration, placeOf } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const storageObjectMissing: Rule = {
  code: "storage-object-missing",
  group: "storage",
  title: { en: "A node without its QWK object", ja: "QWK オブジェクトの設定がないノード" },
  documentation: {
    what: {
      en: "Storage quorum needs one `QWK_STORAGE_OBJECT_<host>` with a value for every node of the cluster, on every node.",
      ja: "storage モードでは、クラスターのすべてのノードについて、値の入った `QWK_STORAGE_OBJECT_<host>` がすべてのノードに必要です。",
    },
    why: {
      en: "The witness check reads the other node's object. Without it, nothing shows that the node is alive.",
      ja: "Witness チェックは相手ノードのオブジェクトを読みます。設定がないと、相手の生存を確認できません。",
    },
    how: {
      en: "Add the missing lines; in the host name each `-` and `.` becomes `_`. Then run `qwk_storage_init` on every node.",
      ja: "不足している行を追加してください。ホスト名の `-` と `.` は `_` にします。その後、すべてのノードで `qwk_storage_init` を実行してください。",
    },
  },
  sources: ["QP100", "STO951", "SCSK"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const configuration of context.configurations) yield* checkOne(context, configuration);
  },
  fires: pair(storageQuorum.replace("QWK_STORAGE_OBJECT_b=/dev/disk/by-id/quorum-part2\n", "")),
  reports: `
    LifeKeeper
    | QUORUM_MODE=storage
    | ^^^^^^^^^^^^^^^^^^^ error: Storage quorum needs one QWK object per node; \`QWK_STORAGE_OBJECT_b\` has no value.
    cluster.lk
    |   node b { address 192.0.2.12 }
    |        - \`QWK_STORAGE_OBJECT_b\` is for this node
  `,
  silent: pair(storageQuorum),
};

function* checkOne(context: ClusterContext, configuration: Configuration): Iterable<Finding> {
  if (configuration.quorum.quorumMode !== "storage") return;
  const missing = context.cluster.nodes
    .map((node) => ({ node: node.name, name: storageObjectName(node.name) }))
    .filter(({ name }) => (configuration.values.get(name)?.value ?? "") === "");
  // A line with the raw host name has its own rule, with a better fix.
  const lines = missing.filter(
    ({ node }) => !configuration.values.has(`QWK_STORAGE_OBJECT_${node}`) || !/[-.]/.test(node),
  );
  if (lines.length === 0) return;
  const empty = lines.find(({ name }) => configuration.values.has(name));
  const names = [...new Set(lines.map((line) => line.name))];
  yield {
    place: placeOf(context, configuration, empty?.name ?? "QUORUM_MODE"),
    message: {
      en: `Storage quorum needs one QWK object per node; ${listed(names).en} ${names.length === 1 ? "has" : "have"} no value.`,
      ja: `storage モードにはノードごとの QWK オブジェクトが必要ですが、${listed(names).ja} に値がありません。`,
    },
    related: context.cluster.nodes
      .filter((node) => lines.some((line) => line.node === node.name))
      .map((node) => ({
        ...node.place,
        message: {
          en: `\`${storageObjectName(node.name)}\` is for this node`,
          ja: `\`${storageObjectName(node.name)}\` はこのノードのものです`,
        },
      })),
    fixes: fixes(context, configuration, names),
  };
}

function fixes(context: ClusterContext, configuration: Configuration, names: readonly string[]): readonly Fix[] {
  const guessed = names.map((name) => [name, likelyValue(context, configuration, name)] as const);
  const isCertain = guessed.every(([, value]) => value !== undefined);
  const absent = guessed.filter(([name, value]) => value !== undefined || !configuration.values.has(name));
  if (absent.length === 0) return [];
  return [
    fix(
      isCertain
        ? { en: "Add the missing QWK objects", ja: "不足している QWK オブジェクトを追加する" }
        : { en: "Add the missing lines, to be filled in", ja: "不足している行を追加する（値は後で入力）" },
      assigned(
        context,
        configuration,
        absent.map(([name, value]) => [name, value ?? ""]),
      ),
      isCertain ? "certain" : "a choice",
    ),
  ];
}

/** When another node's object carries that node's own name, this node's object most likely carries this name. */
function likelyValue({ cluster }: ClusterContext, { values }: Configuration, wanted: string): string | undefined {
  const target = cluster.nodes.find((node) => storageObjectName(node.name) === wanted);
  for (const node of cluster.nodes) {
    const value = values.get(storageObjectName(node.name))?.value ?? "";
    const parts = value.split("/");
    const at = parts.lastIndexOf(node.name);
    if (target === undefined || node.name === target.name || at < 0) continue;
    parts[at] = target.name;
    return parts.join("/");
  }
  return undefined;
}
