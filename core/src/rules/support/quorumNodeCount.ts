// How many nodes each combination of modes needs and bears: the classic mistake is two nodes with majority.

import { isAtLeast } from "../../catalogue/version.ts";
import { append } from "../../many.ts";
import type { Cluster } from "../../model/cluster.ts";
import { storageObjectName } from "../../model/quorumConfiguration.ts";
import type { Fix } from "../../problem.ts";
import { evaluateSupport } from "../../support/matrix.ts";
import { witnessAdded } from "../addWitness.ts";
import { type ClusterContext, type Configuration, placeOf } from "../context.ts";
import { pair, trio } from "../example.ts";
import { assigned, fix, insertedAfter, insertedInCluster } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";
import { counted, listed } from "../wording.ts";

export const quorumNodeCount: Rule = {
  code: "quorum-node-count",
  group: "support",
  title: { en: "Too few or too many nodes for the quorum mode", ja: "Quorum モードに合わないノード数" },
  documentation: {
    what: {
      en: "Every combination of `QUORUM_MODE` and `WITNESS_MODE` has a range of node counts, witness-only nodes included: `majority` and `remote_verify` need 3 or more, `tcp_remote` without a witness check 2 or more, `storage` 2 to 4.",
      ja: "`QUORUM_MODE` と `WITNESS_MODE` の組み合わせごとに、Witness 専用ノードを含むノード数の範囲があります。`majority` と `remote_verify` は 3 以上、Witness チェックなしの `tcp_remote` は 2 以上、`storage` は 2 から 4 です。",
    },
    why: {
      en: "Of two nodes, one is never more than half: with `majority`, the survivor of a crash has no quorum and stops too. Storage quorum is supported up to four nodes. Where neither mode is written, the defaults apply only if the Quorum/Witness package is installed, so this is then a warning; `quorum-package none` says that it is not installed.",
      ja: "2 ノードのうち 1 ノードが過半数になることはありません。`majority` では、片方が停止すると残ったノードも Quorum を失って停止します。storage モードのサポートは 4 ノードまでです。どちらのモードも書かれていない場合、デフォルトが有効なのは Quorum/Witness パッケージがあるときだけなので、警告にとどめます。`quorum-package none` と書けば、パッケージがないことを示せます。",
    },
    how: {
      en: "Add a witness-only node, or choose a mode that supports the number of nodes.",
      ja: "Witness 専用ノードを追加するか、このノード数で使えるモードを選んでください。",
    },
  },
  sources: ["QW9J", "MAJ981J", "KB-MAJORDER", "STO951"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    // A witness-only node follows the combination of the nodes that it is a witness for.
    const configurations = context.configurations.filter((each) => each.nodes.some((node) => node.role === "node"));
    for (const configuration of configurations) yield* checkOne(context, configuration);
  },
  fires: pair("QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n"),
  reports: `
    LifeKeeper
    | QUORUM_MODE=majority
    | ^^^^^^^^^^^^^^^^^^^^ error: With \`QUORUM_MODE=majority\` and \`WITNESS_MODE=remote_verify\` a cluster needs 3 nodes or more; \`example\` has 2. Add a witness-only node or choose another mode.
    cluster.lk
    | cluster example {
    |         ------- the nodes are these
  `,
  silent: trio(""),
};

function* checkOne(context: ClusterContext, configuration: Configuration): Iterable<Finding> {
  const { cluster, version } = context;
  const { quorumMode, witnessMode } = configuration.quorum;
  const witnesses = cluster.nodes.filter((node) => node.role === "witness");
  const verdict = evaluateSupport({
    quorumMode,
    witnessMode,
    nodeCount: cluster.nodes.length,
    witnessNodeCount: witnesses.length,
    version,
  });
  if (verdict.kind !== "unsupported") return;
  for (const reason of verdict.reasons) {
    if (reason.kind !== "too-few-nodes" && reason.kind !== "too-many-nodes") continue;
    const { row, nodeCount } = reason;
    // Beyond 32 the size of the cluster itself is the problem, and its own rule says so.
    if (reason.kind === "too-many-nodes" && row.nodesMax === 32) continue;
    // Where the witness check is what needs a third node, it is the one to speak about.
    const name = witnessMode === "remote_verify" && quorumMode !== "majority" ? "WITNESS_MODE" : "QUORUM_MODE";
    const modes = listed([`QUORUM_MODE=${quorumMode}`, `WITNESS_MODE=${witnessMode}`]);
    const byDefault = configuration.values.get(name)?.origin === "default";
    const isSilent = isPackageUnsaid(context, configuration);
    const speaksEn = byDefault ? `With the default ${modes.en} a cluster` : `With ${modes.en} a cluster`;
    const speaksJa = byDefault ? `デフォルトの ${modes.ja} では` : `${modes.ja} では`;
    const place = placeOf(context, configuration, name);
    yield {
      place,
      message:
        reason.kind === "too-few-nodes"
          ? {
              en: `${speaksEn} needs ${row.nodesMin} nodes or more; \`${cluster.name}\` has ${nodeCount}. ${isSilent ? "Without the Quorum/Witness package, write `quorum-package none`." : "Add a witness-only node or choose another mode."}`,
              ja: `${speaksJa} ${row.nodesMin} ノード以上が必要ですが、\`${cluster.name}\` は ${nodeCount} ノードです。${isSilent ? "Quorum/Witness パッケージを使わない場合は `quorum-package none` と書いてください。" : "Witness 専用ノードを追加するか、別のモードを選んでください。"}`,
            }
          : {
              en: `${speaksEn} may have at most ${counted(row.nodesMax, "node")}; \`${cluster.name}\` has ${nodeCount}. Choose another mode.`,
              ja: `${speaksJa} 最大 ${row.nodesMax} ノードですが、\`${cluster.name}\` は ${nodeCount} ノードです。別のモードを選んでください。`,
            },
      related:
        place.file === cluster.file
          ? []
          : [
              {
                ...cluster.place,
                message: { en: "the nodes are these", ja: "対象のノードはこのクラスターのものです" },
              },
            ],
      fixes: reason.kind === "too-few-nodes" ? fixes(context, configuration) : [],
      sources: row.sources,
      ...(isSilent ? { evidence: "inferred" as const } : {}),
    };
  }
}

function fixes(context: ClusterContext, configuration: Configuration): readonly Fix[] {
  const { cluster, version } = context;
  const { quorumMode, witnessMode } = configuration.quorum;
  const offered: Fix[] = [];
  if (isPackageUnsaid(context, configuration)) append(offered, withoutPackage(context));
  if (witnessMode === "remote_verify" && quorumMode !== "majority" && cluster.nodes.length >= 2) {
    offered.push(
      fix(
        { en: "Make no witness check", ja: "Witness チェックを行わない" },
        assigned(context, configuration, [["WITNESS_MODE", "none"]]),
        "a choice",
      ),
    );
  }
  if (cluster.nodes.length === 2 && cluster.nodes.every((node) => node.role === "node")) {
    append(offered, witnessAdded(context));
  }
  if (cluster.nodes.length >= 2 && isAtLeast(version, "9.3")) {
    const objects = cluster.nodes.map((node) => [storageObjectName(node.name), ""] as const);
    const missing = objects.filter(([name]) => !configuration.values.has(name));
    const type = configuration.values.get("QWK_STORAGE_TYPE")?.value ?? (hasMirror(cluster) ? "file" : "block");
    offered.push(
      fix(
        { en: "Use storage quorum", ja: "storage モードにする" },
        assigned(context, configuration, [
          ["QUORUM_MODE", "storage"],
          ["WITNESS_MODE", "storage"],
          ["QWK_STORAGE_TYPE", type],
          ...missing,
        ]),
        "a choice",
      ),
    );
  }
  if (quorumMode !== "tcp_remote" && !isAtLeast(version, "10.0")) {
    const hosts = cluster.hosts.map((host) => host.name).join(",");
    offered.push(
      fix(
        {
          en: "Ask TCP hosts for quorum (tcp_remote, no witness check)",
          ja: "TCP ホストで Quorum を判断する（tcp_remote、Witness チェックなし）",
        },
        assigned(context, configuration, [
          ["QUORUM_MODE", "tcp_remote"],
          ["WITNESS_MODE", "none"],
          ["QUORUM_HOSTS", configuration.values.get("QUORUM_HOSTS")?.value ?? hosts],
        ]),
        "a choice",
      ),
    );
  }
  return offered;
}

function hasMirror(cluster: Cluster): boolean {
  return cluster.resources.some(({ application, kind }) => application === "scsi" && kind === "netraid");
}

/** Nobody wrote a mode or said that the package is there: it may not be installed, and then none of this counts. */
function isPackageUnsaid({ parsed }: ClusterContext, { values }: Configuration): boolean {
  const isSaid = parsed.tree.cluster?.items.some((item) => item.kind === "quorum-package") === true;
  return !isSaid && ["QUORUM_MODE", "WITNESS_MODE"].every((name) => values.get(name)?.origin === "default");
}

function withoutPackage(context: ClusterContext): readonly Fix[] {
  const line = ["quorum-package none"];
  const head = context.parsed.tree.cluster?.items.findLast(
    (item) => item.kind === "lifekeeper" || item.kind === "platform",
  );
  const edit = head === undefined ? insertedInCluster(context, line) : insertedAfter(context, head.span, line);
  if (edit === undefined) return [];
  const title = {
    en: "State that the Quorum/Witness package is not installed",
    ja: "Quorum/Witness パッケージがないことを明記する",
  };
  return [fix(title, [edit], "a choice")];
}
