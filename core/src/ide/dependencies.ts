// The hierarchy of resources as an editor shows calls: what a resource needs, and what needs it.

import type { ClusterFile, ResourceItem, Word } from "../syntax/cluster/tree.ts";
import type { Span } from "../text/span.ts";
import { namesIn, resolveUse, useAt } from "./names.ts";
import type { CursorPlace } from "./place.ts";
import type { Snapshot } from "./snapshot.ts";

export interface ResourceEntry {
  readonly tag: string;
  readonly detail: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Dependency {
  readonly resource: ResourceEntry;
  /** Where the dependency is written. */
  readonly writtenAt: Span;
}

export function resourceAt(snapshot: Snapshot, { file, language, offset }: CursorPlace): ResourceEntry | undefined {
  if (language !== "cluster") return undefined;
  const { tree } = snapshot.parsed(file);
  const names = namesIn(tree);
  const use = useAt(names, offset);
  const thing = use === undefined ? undefined : resolveUse(use, names);
  if (thing?.kind !== "resource") return undefined;
  const item = resourcesIn(tree).find((each) => each.tag?.value === thing.name);
  return item === undefined ? undefined : entryOf(item);
}

/** The children of a resource: nested in it, or named with `uses`. */
export function neededBy(snapshot: Snapshot, file: string, tag: string): readonly Dependency[] {
  const all = resourcesIn(snapshot.parsed(file).tree);
  const parent = all.find((each) => each.tag?.value === tag);
  return (parent === undefined ? [] : childWords(parent)).flatMap((word) => {
    const child = all.find((each) => each.tag?.value === word.value);
    const resource = child === undefined ? undefined : entryOf(child);
    return resource === undefined ? [] : [{ resource, writtenAt: word.span }];
  });
}

/** The parents of a resource. */
export function thatNeed(snapshot: Snapshot, file: string, tag: string): readonly Dependency[] {
  return resourcesIn(snapshot.parsed(file).tree).flatMap((parent) => {
    const resource = entryOf(parent);
    const words = childWords(parent).filter((word) => word.value === tag);
    return resource === undefined ? [] : words.map((word) => ({ resource, writtenAt: word.span }));
  });
}

function childWords(parent: ResourceItem): readonly Word[] {
  return parent.items.flatMap((item) => {
    if (item.kind === "resource") return item.tag === undefined ? [] : [item.tag];
    return item.kind === "uses" && item.value !== undefined ? [item.value] : [];
  });
}

function resourcesIn(tree: ClusterFile): readonly ResourceItem[] {
  const within = (item: ResourceItem): readonly ResourceItem[] => [
    item,
    ...item.items.flatMap((child) => (child.kind === "resource" ? within(child) : [])),
  ];
  return (tree.cluster?.items ?? []).flatMap((item) => (item.kind === "resource" ? within(item) : []));
}

function entryOf(item: ResourceItem): ResourceEntry | undefined {
  if (item.tag === undefined) return undefined;
  const { value: tag, span: nameSpan } = item.tag;
  return { tag, detail: item.type?.value ?? "", span: item.span, nameSpan };
}
