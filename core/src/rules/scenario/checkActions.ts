// Problems of the actions of a scenario: names, and actions for which the cluster has nothing to act on.

import type { ResourceRole } from "../../language/action.ts";
import { type ActionKind, actions } from "../../language/actions.ts";
import { type Field, fieldsOf } from "../../language/form.ts";
import type { Localized } from "../../locale/localized.ts";
import type { ClusterNode, CommPath, Resource } from "../../model/cluster.ts";
import { quorumConfiguration } from "../../model/quorumConfiguration.ts";
import type { Action, Word } from "../../syntax/cluster/tree.ts";
import { listed } from "../wording.ts";
import { checkMirror, checkServer } from "./checkGivens.ts";
import type { Scope } from "./scope.ts";

/** What the names of an action stand for, as far as they do. */
interface Found {
  node?: ClusterNode | undefined;
  resource?: Resource | undefined;
  path?: CommPath | undefined;
}

export function checkAction(scope: Scope, action: Action): void {
  const parts: Readonly<Record<string, unknown>> = { ...action };
  const found: Found = {};
  for (const field of fieldsOf(actions[action.kind].form)) resolve(scope, field, parts[field.name], found);
  const { of } = actions[action.kind];
  if (of !== undefined && found.resource !== undefined)
    found.resource = isA[of](scope, action, found.resource, parts["tag"] as Word);
  // Found by the kind of the action, a check takes that action.
  checks[action.kind]?.(scope, action as never, found);
  const { node, resource } = found;
  if (node !== undefined && resource !== undefined) checkServer(scope, resource, node.name, parts["node"] as Word);
}

/** Reports a name that nothing has. */
function resolve(scope: Scope, { slot, list }: Field, part: unknown, found: Found): void {
  if (list || slot === "flag") return;
  if (slot === "between") {
    // The tree has a pair where the form has one, and a word where it has a name.
    found.path = scope.path(...(part as readonly [Word | undefined, Word | undefined]));
    return;
  }
  const word = part as Word | undefined;
  switch (slot) {
    case "node":
      found.node = scope.node(word);
      return;
    case "tag":
      found.resource = scope.resource(word);
      return;
    case "network":
    case "domain":
    case "storage":
    case "host":
      scope[slot](word);
      return;
    case "healed":
      scope.healable(word);
  }
}

/** What more an action needs than names that exist. */
const checks: {
  readonly [Kind in ActionKind]?: (scope: Scope, action: Extract<Action, { kind: Kind }>, found: Found) => void;
} = {
  "cut-link": checkLink,
  "heal-link": checkLink,
  partition: checkPartition,
  "lose-storage": checkStorage,
  "regain-storage": checkStorage,
  confirm: (scope, action, { node }) => {
    const asks = scope.cluster.nodes.some(({ confirmsFailoverOf }) => confirmsFailoverOf.includes(node?.name ?? ""));
    if (node === undefined || asks) return;
    impossible(scope, action, {
      en: `Nobody asks before taking over from \`${node.name}\`: \`confirm\` names the node that failed. If another node should ask first, write \`confirm-failover\` in that node.`,
      ja: `\`${node.name}\` から引き継ぐ前に確認を求めるノードがありません。\`confirm\` には障害が起きた側のノードを書きます。確認を求めるには、引き継ぐ側のノードに \`confirm-failover\` を書いてください。`,
    });
  },
};

function checkLink(scope: Scope, action: Extract<Action, { kind: "cut-link" | "heal-link" }>, { path }: Found): void {
  const index = action.index?.value;
  if (path === undefined || index === undefined || (index >= 1 && index <= path.links.length)) return;
  scope.report("scenario-impossible-step", action.index?.word.span ?? action.span, {
    en: `Between ${listed(path.nodes).en} there ${path.links.length === 1 ? "is 1 link" : `are ${path.links.length} links`}, counted from 1.`,
    ja: `${listed(path.nodes).ja} の間のリンクは ${path.links.length} 本です（1 から数えます）。`,
  });
}

function checkStorage(
  scope: Scope,
  action: Extract<Action, { kind: "lose-storage" | "regain-storage" }>,
  { node }: Found,
) {
  const meant = action.node === undefined ? scope.cluster.nodes : node === undefined ? [] : [node];
  const modes = meant.map((each) => quorumConfiguration(each).quorumMode);
  if (modes.length === 0 || modes.includes("storage")) return;
  impossible(
    scope,
    action,
    node === undefined
      ? {
          en: "No node uses quorum storage: the `QUORUM_MODE` of none is `storage`.",
          ja: "Quorum ストレージを使うノードがありません（`QUORUM_MODE` が `storage` のノードがありません）。",
        }
      : {
          en: `\`${node.name}\` does not use quorum storage: its \`QUORUM_MODE\` is \`${modes[0]}\`.`,
          ja: `\`${node.name}\` は Quorum ストレージを使いません（\`QUORUM_MODE\` は \`${modes[0]}\` です）。`,
        },
  );
}

/** Undefined, with a problem, for a resource that is something else: nothing more is said of it. */
const isA: Readonly<
  Record<ResourceRole, (scope: Scope, action: Action, resource: Resource, tag: Word) => Resource | undefined>
> = {
  "file system": (scope, action, resource) => {
    if (resource.application === "gen" && resource.kind === "filesys") return resource;
    return impossible(scope, action, {
      en: `\`${resource.name}\` is a \`${resource.application}/${resource.kind}\`; only a file system (\`gen/filesys\`) fills up.`,
      ja: `\`${resource.name}\` は \`${resource.application}/${resource.kind}\` です。容量が逼迫するのはファイルシステム（\`gen/filesys\`）だけです。`,
    });
  },
  mirror: (scope, _, resource, tag) => checkMirror(scope, resource, tag),
  "reserved disk": (scope, action, resource) => {
    if (resource.reserved) return resource;
    return impossible(scope, action, {
      en: `\`${resource.name}\` is not a reserved disk. If it is one, write \`reserved\` in the resource.`,
      ja: `\`${resource.name}\` はリザベーションを使うディスクではありません。使うディスクであれば、リソースに \`reserved\` を書いてください。`,
    });
  },
};

function checkPartition(scope: Scope, { left, right }: Extract<Action, { kind: "partition" }>): void {
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

function impossible(scope: Scope, action: Action, message: Localized): undefined {
  scope.report("scenario-impossible-step", action.span, message);
}
