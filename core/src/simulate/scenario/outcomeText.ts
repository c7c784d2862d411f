// What a run really came to, in a few words beside the expectation about it: whether that is met or not.

import { unreachable } from "../../assert.ts";
import { enumeration } from "../../locale/enumeration.ts";
import { type Localized, same } from "../../locale/localized.ts";
import type { Expectation } from "../../syntax/cluster/tree.ts";
import { seconds } from "../say/why.ts";
import type { Moment } from "./moment.ts";

/** Undefined for an expectation that is half written or names nothing. */
export function outcomeText({ form }: Expectation, moment: Moment): Localized | undefined {
  const { nodes, resources, failover } = moment.view;
  const nodeNamed = (name: string | undefined) => nodes.find((node) => node.name === name);
  const resourceNamed = (tag: string) => resources.find((resource) => resource.tag === tag);
  if (form === undefined) return undefined;
  switch (form.kind) {
    case "active": {
      const resource = resourceNamed(form.tag.value);
      return resource && placeText(resource.tag, resource.activeOn, tookMs(resource.tag, moment));
    }
    case "state": {
      const resource = resourceNamed(form.tag.value);
      const found = resource?.states.find(({ node }) => node === form.node?.value);
      return resource && found && same(`${resource.tag} ${found.state} on ${found.node}`);
    }
    case "node": {
      const node = nodeNamed(form.node.value);
      return node && same(`${node.name} ${node.condition}${node.rebooted ? " (rebooted)" : ""}`);
    }
    case "quorum": {
      const node = nodeNamed(form.node?.value);
      if (node === undefined) return undefined;
      const held = node.quorum === undefined ? moment.holdsQuorumNow(node.name) : node.quorum === "held";
      return same(`${held ? "quorum" : "no quorum"} on ${node.name}`);
    }
    case "failover":
      return same(failover ? "failover" : "no failover");
    case "no-split-brain":
      return moment.split === undefined
        ? same("no split-brain")
        : placeText(moment.split.tag, moment.split.nodes, moment.split.timeMs - moment.lastActionMs);
    case "mirror-corrupt": {
      const resource = resourceNamed(form.tag.value);
      const on = resource?.mirror?.corruptOn ?? [];
      return resource && same(`mirror ${resource.tag} ${on.length === 0 ? "intact" : `corrupt on ${on.join(", ")}`}`);
    }
    default:
      return unreachable(form, "an expectation of which nobody tells what came out");
  }
}

/** Since the last thing that was done; undefined for what had come before it. */
function tookMs(tag: string, { activeSinceMs, lastActionMs }: Moment): number | undefined {
  const ms = activeSinceMs(tag) - lastActionMs;
  return ms > 0 ? ms : undefined;
}

function placeText(tag: string, nodes: readonly string[], ms: number | undefined): Localized {
  const place =
    nodes.length === 0
      ? { en: `${tag} nowhere`, ja: `${tag} はどこにもなし` }
      : { en: `${tag} on ${enumeration(nodes).en}`, ja: `${tag} は ${enumeration(nodes).ja}` };
  if (ms === undefined || ms <= 0) return place;
  return { en: `${place.en} after ${seconds(ms)} s`, ja: `${place.ja}（${seconds(ms)} 秒後）` };
}
