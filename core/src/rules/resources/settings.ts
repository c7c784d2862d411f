// Where a setting of a resource is written.

import type { Resource } from "../../model/cluster.ts";
import type { Place } from "../../problem.ts";
import type { ResourceItem, ResourceSetting } from "../../syntax/cluster/tree.ts";
import type { ClusterContext } from "../context.ts";

/** The first setting of that kind in the block of the resource; undefined when it is inherited or not given. */
export function settingOf(
  context: ClusterContext,
  tag: string,
  kind: ResourceSetting["kind"],
): ResourceSetting | undefined {
  return itemsOf(context)
    .get(tag)
    ?.items.find((item) => item.kind === kind);
}

/** The block of the resource with that tag. */
export function itemOf(context: ClusterContext, tag: string): ResourceItem | undefined {
  return itemsOf(context).get(tag);
}

/** The first setting of that kind in the block of the resource, or else its tag. */
export function settingPlace(context: ClusterContext, resource: Resource, kind: ResourceSetting["kind"]): Place {
  const setting = settingOf(context, resource.name, kind);
  return setting === undefined ? resource.place : { file: context.parsed.file, span: setting.span };
}

/** Where a server is named, or else the tag of the resource. */
export function serverPlace(context: ClusterContext, resource: Resource, node: string): Place {
  const servers = settingOf(context, resource.name, "servers");
  const entry = servers?.kind === "servers" ? servers.servers.find((each) => each.node.value === node) : undefined;
  return entry === undefined ? resource.place : { file: context.parsed.file, span: entry.span };
}

const cache = new WeakMap<ClusterContext, ReadonlyMap<string, ResourceItem>>();

function itemsOf(context: ClusterContext): ReadonlyMap<string, ResourceItem> {
  const known = cache.get(context);
  if (known !== undefined) return known;
  const found = new Map<string, ResourceItem>();
  const roots = (context.parsed.tree.cluster?.items ?? []).filter(
    (item): item is ResourceItem => item.kind === "resource",
  );
  const waiting = [...roots].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.tag !== undefined && !found.has(next.tag.value)) found.set(next.tag.value, next);
    for (const item of [...next.items].reverse()) if (item.kind === "resource") waiting.push(item);
  }
  cache.set(context, found);
  return found;
}
