// Problems of the `given` lines: names, servers, and givens that no state can satisfy together.

import type { Resource } from "../../model/cluster.ts";
import type { Given, Word } from "../../syntax/cluster/tree.ts";
import { listed } from "../wording.ts";
import type { Scope } from "./scope.ts";

export function checkGivens(scope: Scope, givens: readonly Given[]): void {
  const down = new Map<string, Word>();
  const isolated = new Map<string, Word>();
  for (const given of givens) {
    if (given.kind !== "down" && given.kind !== "isolated") continue;
    const node = scope.node(given.node);
    if (node !== undefined) (given.kind === "down" ? down : isolated).set(node.name, given.node);
  }
  for (const [name, word] of isolated) {
    const other = down.get(name);
    if (other !== undefined) {
      contradiction(
        scope,
        word,
        other,
        `\`${name}\` cannot be both down and isolated`,
        `\`${name}\` を停止かつ孤立にはできません`,
      );
    }
  }
  const activeOf = new Map<string, { readonly word: Word; readonly nodes: readonly string[] }>();
  const mirrors = new Map<string, Word>();
  for (const given of givens) {
    switch (given.kind) {
      case "down":
      case "isolated":
        break;
      case "active": {
        const resource = scope.resource(given.tag);
        if (resource === undefined) break;
        const nodes = given.nodes.flatMap((word) => {
          const node = scope.node(word);
          if (node === undefined) return [];
          checkServer(scope, resource, node.name, word);
          const why = down.get(node.name) ?? isolated.get(node.name);
          if (why !== undefined) {
            contradiction(
              scope,
              word,
              why,
              `\`${resource.name}\` cannot be in service on \`${node.name}\`, which is not running`,
              `\`${node.name}\` は稼働していないため、\`${resource.name}\` をそこでサービス中にできません`,
            );
          }
          return [node.name];
        });
        const earlier = activeOf.get(resource.name);
        if (earlier !== undefined && earlier.nodes.join() !== nodes.join()) {
          contradiction(
            scope,
            given.tag,
            earlier.word,
            `\`${resource.name}\` has two different initial states`,
            `\`${resource.name}\` の初期状態が 2 つあります`,
          );
        }
        activeOf.set(resource.name, { word: given.tag, nodes });
        break;
      }
      case "last-active": {
        const resource = scope.resource(given.tag);
        const node = scope.node(given.node);
        if (resource === undefined || node === undefined || given.node === undefined) break;
        checkServer(scope, resource, node.name, given.node);
        if (!down.has(node.name)) {
          scope.report("scenario-impossible-step", given.span, {
            en: `\`${node.name}\` is running, so there is no last stop. Add \`given ${node.name} down\`.`,
            ja: `\`${node.name}\` は稼働中なので、最後の停止時の状態を指定できません。\`given ${node.name} down\` を追加してください。`,
          });
        }
        break;
      }
      case "mirror-source":
      case "mirror-resyncing": {
        const resource = mirror(scope, given.tag);
        if (resource === undefined) break;
        const earlier = mirrors.get(resource.name);
        if (earlier !== undefined) {
          contradiction(
            scope,
            given.tag,
            earlier,
            `The mirror \`${resource.name}\` has two different initial states`,
            `ミラー \`${resource.name}\` の初期状態が 2 つあります`,
          );
        }
        mirrors.set(resource.name, given.tag);
        const words = given.kind === "mirror-source" ? [given.node] : [given.from, given.to];
        for (const word of words) {
          const node = scope.node(word);
          if (node !== undefined && word !== undefined) checkServer(scope, resource, node.name, word);
        }
        if (given.kind === "mirror-resyncing" && given.from?.value === given.to?.value && given.to !== undefined) {
          scope.report("scenario-impossible-step", given.to.span, {
            en: "A mirror is resynced from one node to another. Name two different nodes.",
            ja: "再同期は 2 台のノードの間で行われます。異なる 2 台のノードを指定してください。",
          });
        }
        break;
      }
    }
  }
}

export function isMirror(resource: Resource): boolean {
  return resource.application === "scsi" && resource.kind === "netraid";
}

/** The mirror that the word names; reports a resource that is none. */
function mirror(scope: Scope, word: Word | undefined): Resource | undefined {
  const resource = scope.resource(word);
  return resource === undefined || word === undefined ? resource : checkMirror(scope, resource, word);
}

/** Undefined, with a problem at the word, for a resource that is no mirror. */
export function checkMirror(scope: Scope, resource: Resource, word: Word): Resource | undefined {
  if (isMirror(resource)) return resource;
  scope.report("scenario-impossible-step", word.span, {
    en: `\`${resource.name}\` is a \`${resource.application}/${resource.kind}\`, not a mirror. Name a \`scsi/netraid\` resource.`,
    ja: `\`${resource.name}\` は \`${resource.application}/${resource.kind}\` で、ミラーではありません。\`scsi/netraid\` のリソースを指定してください。`,
  });
  return undefined;
}

export function checkServer(scope: Scope, resource: Resource, node: string, word: Word): void {
  if (resource.servers.some((server) => server.node === node)) return;
  scope.report("scenario-impossible-step", word.span, {
    en: `\`${node}\` is not a server of \`${resource.name}\`, so it can never run it. Name one of: ${listed(serverNames(resource)).en}.`,
    ja: `\`${node}\` は \`${resource.name}\` のサーバーではないため、そこでは動かせません。次のいずれかを指定してください: ${listed(serverNames(resource)).ja}`,
  });
}

export function serverNames(resource: Resource): readonly string[] {
  return resource.servers.map(({ node }) => node);
}

function contradiction(scope: Scope, word: Word, earlier: Word, en: string, ja: string): void {
  scope.report(
    "scenario-contradiction",
    word.span,
    { en: `${en}. Remove one of the two givens.`, ja: `${ja}。どちらかの given を削除してください。` },
    [{ ...scope.place(earlier.span), message: { en: "the other one is here", ja: "もう一方はここです" } }],
  );
}
