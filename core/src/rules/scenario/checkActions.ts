// Problems of the actions of a scenario: names, and actions for which the cluster has nothing to act on.

import { unreachable } from "../../assert.ts";
import type { Localized } from "../../locale/localized.ts";
import type { ClusterNode, Resource } from "../../model/cluster.ts";
import { quorumConfiguration } from "../../model/quorumConfiguration.ts";
import type { Action, Word } from "../../syntax/cluster/tree.ts";
import { listed } from "../wording.ts";
import { checkServer, mirror } from "./checkGivens.ts";
import type { Scope } from "./scope.ts";

export function checkAction(scope: Scope, action: Action): void {
  switch (action.kind) {
    case "crash":
    case "freeze":
    case "thaw":
    case "isolate":
    case "shutdown":
    case "start":
    case "reboot":
    case "boot":
    case "stop":
      scope.node(action.node);
      return;
    case "cut-pair":
    case "heal-pair":
      scope.path(action.left, action.right);
      return;
    case "cut-link":
    case "heal-link": {
      const path = scope.path(action.left, action.right);
      const index = action.index?.value;
      if (path !== undefined && index !== undefined && !(index >= 1 && index <= path.links.length)) {
        scope.report("scenario-impossible-step", action.index?.word.span ?? action.span, {
          en: `Between ${listed(path.nodes).en} there ${path.links.length === 1 ? "is 1 link" : `are ${path.links.length} links`}, counted from 1.`,
          ja: `${listed(path.nodes).ja} の間のリンクは ${path.links.length} 本です（1 から数えます）。`,
        });
      }
      return;
    }
    case "cut-network":
    case "heal-network":
      scope.network(action.network);
      return;
    case "partition":
      checkPartition(scope, action.left, action.right);
      return;
    case "fail-domain":
    case "heal-domain":
      scope.domain(action.domain);
      return;
    case "heal-all":
    case "wait":
      return;
    case "heal":
      scope.healable(action.name);
      return;
    case "lose-storage":
    case "regain-storage": {
      const node = scope.node(action.node);
      scope.storage(action.storage);
      if (node !== undefined && quorumConfiguration(node).quorumMode !== "storage") {
        impossible(scope, action, {
          en: `\`${node.name}\` does not use quorum storage: its \`QUORUM_MODE\` is \`${quorumConfiguration(node).quorumMode}\`.`,
          ja: `\`${node.name}\` は Quorum ストレージを使いません（\`QUORUM_MODE\` は \`${quorumConfiguration(node).quorumMode}\` です）。`,
        });
      }
      return;
    }
    case "lose-host":
    case "regain-host":
      scope.host(action.host);
      scope.node(action.node);
      return;
    case "in-service":
    case "out-of-service":
      serverOf(scope, scope.resource(action.tag), action.node);
      return;
    case "fail":
    case "refuse":
      serverOf(scope, scope.resource(action.tag), action.node);
      return;
    case "timeout-check":
    case "fail-standby":
    case "retstate":
    case "fill":
    case "free": {
      const resource = scope.resource(action.tag);
      serverOf(scope, resource, action.node);
      if (action.kind === "fill" || action.kind === "free") checkFill(scope, action, resource);
      return;
    }
    case "force-mirror":
      serverOf(scope, mirror(scope, action.tag), action.node);
      return;
    case "break-mirror":
      mirror(scope, action.tag);
      return;
    case "take-reservation":
    case "hold-reservation": {
      const resource = scope.resource(action.tag);
      if (resource !== undefined && !resource.reserved) {
        impossible(scope, action, {
          en: `\`${resource.name}\` is not a reserved disk. If it is one, write \`reserved\` in the resource.`,
          ja: `\`${resource.name}\` はリザベーションを使うディスクではありません。使うディスクであれば、リソースに \`reserved\` を書いてください。`,
        });
      }
      if (action.kind === "take-reservation") serverOf(scope, resource, action.node);
      return;
    }
    case "confirm": {
      const node = scope.node(action.node);
      if (node !== undefined && !node.confirmFailover) {
        impossible(scope, action, {
          en: `\`${node.name}\` takes over without asking. If it should ask first, write \`confirm-failover\` in the node.`,
          ja: `\`${node.name}\` は引き継ぎの前に確認を求めません。確認を求めるノードであれば、ノードに \`confirm-failover\` を書いてください。`,
        });
      }
      return;
    }
    default:
      unreachable(action, "an action that the scenario check does not know");
  }
}

function checkFill(scope: Scope, action: Action, resource: Resource | undefined): void {
  if (resource !== undefined && (resource.application !== "gen" || resource.kind !== "filesys")) {
    impossible(scope, action, {
      en: `\`${resource.name}\` is a \`${resource.application}/${resource.kind}\`; only a file system (\`gen/filesys\`) fills up.`,
      ja: `\`${resource.name}\` は \`${resource.application}/${resource.kind}\` です。容量が逼迫するのはファイルシステム（\`gen/filesys\`）だけです。`,
    });
  }
}

function serverOf(scope: Scope, resource: Resource | undefined, word: Word | undefined): ClusterNode | undefined {
  const node = scope.node(word);
  if (resource !== undefined && node !== undefined && word !== undefined) {
    checkServer(scope, resource, node.name, word);
  }
  return node;
}

function checkPartition(scope: Scope, left: readonly Word[], right: readonly Word[]): void {
  const seen = new Set<string>();
  for (const word of [...left, ...right]) {
    const node = scope.node(word);
    if (node === undefined) continue;
    if (seen.has(node.name)) {
      scope.report("scenario-impossible-step", word.span, {
        en: `\`${node.name}\` is on both sides of the partition. Name it on one side only.`,
        ja: `\`${node.name}\` が分断の両側にあります。どちらか一方だけに書いてください。`,
      });
    }
    seen.add(node.name);
  }
}

function impossible(scope: Scope, action: Action, message: Localized): void {
  scope.report("scenario-impossible-step", action.span, message);
}
