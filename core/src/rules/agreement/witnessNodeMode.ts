// A witness-only node makes no witness check itself.

import type { ClusterNode } from "../../model/cluster.ts";
import { type ClusterContext, givenValue, placeOf } from "../context.ts";
import { trio } from "../example.ts";
import { fix, insertedInNode, replacement } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";

export const witnessNodeMode: Rule = {
  code: "witness-node-mode",
  group: "agreement",
  title: { en: "A witness-only node with a witness mode", ja: "Witness 専用ノードの Witness モード" },
  documentation: {
    what: {
      en: "A witness-only node must have `WITNESS_MODE=none` (or `off`); storage quorum, which needs `storage` on every node, is left out.",
      ja: "Witness 専用ノードは `WITNESS_MODE=none`（または `off`）に設定する必要があります。すべてのノードに `storage` が必要な storage モードは対象外です。",
    },
    why: {
      en: "It has no resources, so it has nothing to decide about a suspect. The manual says it must be set, but a published scenario shows such a node making the check, so this is a warning.",
      ja: "リソースを持たないため、障害が疑われるノードについて判断する必要がありません。マニュアルには設定が必要とありますが、公開シナリオでは問い合わせる例もあるため、警告にとどめます。",
    },
    how: {
      en: "Add `set WITNESS_MODE = none` to the node.",
      ja: "ノードに `set WITNESS_MODE = none` を追加してください。",
    },
  },
  sources: ["QW9J", "P131", "MAJ931"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const node of context.cluster.nodes) if (node.role === "witness") yield* checkOne(context, node);
  },
  fires: {
    ...trio(""),
    "cluster.lk": trio("")["cluster.lk"]?.replace(" set WITNESS_MODE = none", "") ?? "",
  },
  reports: `
    cluster.lk
    |   witness w { address 192.0.2.13 }
    |           ^ warning: \`w\` is witness only and needs no witness check. Write \`set WITNESS_MODE = none\` (now \`remote_verify\`).
    LifeKeeper
    | WITNESS_MODE=remote_verify
    | -------------------------- the value comes from here
  `,
  silent: trio(""),
};

function* checkOne(context: ClusterContext, node: ClusterNode): Iterable<Finding> {
  const configuration = context.configurationOf(node);
  const { quorumMode, witnessMode } = configuration.quorum;
  if (witnessMode === "none" || quorumMode === "storage" || witnessMode === "storage") return;
  const given = givenValue(configuration, "WITNESS_MODE");
  const isSet = given?.origin === "set";
  const edit = insertedInNode(context, node.name, ["set WITNESS_MODE = none"]);
  yield {
    place: isSet ? placeOf(context, configuration, "WITNESS_MODE") : node.place,
    message: {
      en: `\`${node.name}\` is witness only and needs no witness check. Write \`set WITNESS_MODE = none\` (now \`${witnessMode}\`).`,
      ja: `\`${node.name}\` は Witness 専用ノードなので Witness チェックは不要です。\`set WITNESS_MODE = none\` としてください（現在は \`${witnessMode}\`）。`,
    },
    related:
      given === undefined || isSet
        ? []
        : [{ ...given.place, message: { en: "the value comes from here", ja: "値はここで指定されています" } }],
    fixes: isSet
      ? [replacement(given.valuePlace, "none", "certain")]
      : edit === undefined
        ? []
        : [fix({ en: "Add set WITNESS_MODE = none", ja: "set WITNESS_MODE = none を追加する" }, [edit], "certain")],
  };
}
