// Problems of expectations: names, and outcomes this cluster can never reach.

import { unreachable } from "../../assert.ts";
import type { Localized } from "../../locale/localized.ts";
import { quorumConfiguration } from "../../model/quorumConfiguration.ts";
import type { Expectation, Word } from "../../syntax/cluster/tree.ts";
import { listed } from "../wording.ts";
import { isMirror, serverNames } from "./checkGivens.ts";
import type { Scope } from "./scope.ts";

export function checkExpectation(scope: Scope, expectation: Expectation): void {
  const form = expectation.form;
  if (form === undefined) return;
  const never = (message: Localized, word?: Word): void =>
    scope.report("scenario-impossible-expectation", word?.span ?? expectation.span, message);
  switch (form.kind) {
    case "active": {
      const resource = scope.resource(form.tag);
      for (const word of form.nodes) {
        const node = scope.node(word);
        if (resource === undefined || node === undefined) continue;
        if (!resource.servers.some((server) => server.node === node.name)) {
          never(
            {
              en: `\`${node.name}\` is not a server of \`${resource.name}\`. Expect it on one of: ${listed(serverNames(resource)).en}.`,
              ja: `\`${node.name}\` は \`${resource.name}\` のサーバーではありません。次のいずれかのノードを期待してください: ${listed(serverNames(resource)).ja}`,
            },
            word,
          );
        }
      }
      return;
    }
    case "state": {
      const resource = scope.resource(form.tag);
      const node = scope.node(form.node);
      if (resource === undefined || node === undefined || form.node === undefined) return;
      if (!resource.servers.some((server) => server.node === node.name)) {
        never(
          {
            en: `\`${resource.name}\` has no state on \`${node.name}\`, which is not one of its servers (${listed(serverNames(resource)).en}).`,
            ja: `\`${node.name}\` は \`${resource.name}\` のサーバー（${listed(serverNames(resource)).ja}）ではないため、状態がありません。`,
          },
          form.node,
        );
      }
      return;
    }
    case "node": {
      const node = scope.node(form.node);
      if (node === undefined || form.condition !== "halted") return;
      const { lossAction } = quorumConfiguration(node);
      if (lossAction !== "fastkill") {
        never({
          en: `Only \`fastkill\` halts a node, but the \`QUORUM_LOSS_ACTION\` of \`${node.name}\` is \`${lossAction}\`.`,
          ja: `ノードを停止させるのは \`fastkill\` だけですが、\`${node.name}\` の \`QUORUM_LOSS_ACTION\` は \`${lossAction}\` です。`,
        });
      }
      return;
    }
    case "quorum": {
      const node = scope.node(form.node);
      if (node === undefined || form.expected) return;
      if (!scope.cluster.quorumPackage) {
        never({
          en: "Without the Quorum/Witness package no quorum check can fail.",
          ja: "Quorum/Witness パッケージがないため、Quorum チェックが失敗することはありません。",
        });
      } else if (quorumConfiguration(node).quorumMode === "none") {
        never({
          en: `With \`QUORUM_MODE=none\` the quorum check of \`${node.name}\` always succeeds.`,
          ja: `\`QUORUM_MODE=none\` なので、\`${node.name}\` の Quorum チェックは必ず成功します。`,
        });
      }
      return;
    }
    case "mirror-corrupt": {
      const resource = scope.resource(form.tag);
      scope.node(form.node);
      if (resource !== undefined && !isMirror(resource)) {
        never(
          {
            en: `\`${resource.name}\` is not a mirror, so it can never be marked corrupt.`,
            ja: `\`${resource.name}\` はミラーではないため、破損の印が付くことはありません。`,
          },
          form.tag,
        );
      }
      return;
    }
    case "failover":
    case "no-split-brain":
      return;
    default:
      unreachable(form, "an expectation that the scenario check does not know");
  }
}
