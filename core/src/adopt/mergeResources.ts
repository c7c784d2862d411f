// The resources of the cluster, from what its nodes say of theirs: nothing that only one node knows is lost, and where
// two nodes disagree it is told.

import type { Localized } from "../locale/localized.ts";
import { guessType } from "./guessType.ts";
import type { ActualNode } from "./joinNodes.ts";
import { notes as note } from "./notes.ts";
import { type Pairing, pairTags, type Shared } from "./pairTags.ts";

export interface MergedResource {
  readonly tag: string;
  readonly application: string;
  readonly kind: string;
  readonly id: string | undefined;
  readonly info: string | undefined;
  readonly switchback: "intelligent" | "automatic" | undefined;
  /** Best first. */
  readonly servers: readonly { readonly node: string; readonly priority: number }[];
  readonly children: readonly string[];
}

export function mergeResources(nodes: readonly ActualNode[], notes: Localized[]): readonly MergedResource[] {
  const pairing = pairTags(nodes, notes);
  const children = withoutCycles(childrenOf(nodes, pairing, notes), notes);
  const guessed: string[] = [];
  const idOf = new Map(pairing.shared.map(({ tag, on }) => [tag, on.find(({ resource }) => resource.id)?.resource.id]));
  const merged = pairing.shared.map((shared): MergedResource => {
    const { tag } = shared;
    const ids = distinct(shared, ({ id }) => (id === "" ? undefined : id));
    const infos = distinct(shared, ({ info }) => info);
    const types = distinct(shared, ({ type }) => (type === undefined ? undefined : `${type.application}/${type.kind}`));
    const [id, otherId] = ids;
    const [type, otherType] = types.filter((each) => /^[\p{L}\p{N}_.+-]+\/[\p{L}\p{N}_.+-]+$/u.test(each));
    const [info, otherInfo] = infos;
    if (otherId !== undefined) notes.push(note.idsDiffer(tag, ids));
    if (otherType !== undefined) notes.push(note.kindsDiffer(tag, types));
    const canWrite = otherInfo === undefined && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(info ?? "");
    if (info !== undefined && !canWrite) notes.push(note.infoLeftOut(tag));
    const [switchback] = distinct(shared, (resource) => resource.switchback);
    const childIds = (children.get(tag) ?? []).flatMap((child) => idOf.get(child) ?? []);
    const chosen = type ?? guessType({ tag, id: id ?? "", childIds });
    if (type === undefined) guessed.push(`${tag} ${chosen}`);
    const [application = "gen", kind = "app"] = chosen.split("/");
    return {
      tag,
      application,
      kind,
      id,
      info: canWrite ? info : undefined,
      switchback: switchback === "automatic" ? "automatic" : switchback === undefined ? undefined : "intelligent",
      servers: serversOf(shared, nodes, notes),
      children: children.get(tag) ?? [],
    };
  });
  if (guessed.length > 0) notes.push(note.guessedKinds(guessed));
  return merged;
}

function distinct(
  shared: Shared,
  pick: (resource: Shared["on"][number]["resource"]) => string | undefined,
): readonly string[] {
  return [...new Set(shared.on.flatMap(({ resource }) => pick(resource) ?? []))];
}

function childrenOf(
  nodes: readonly ActualNode[],
  pairing: Pairing,
  notes: Localized[],
): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, Map<string, string[]>>();
  const knowing = new Map<string, string[]>();
  for (const { tag, on } of pairing.shared) {
    edges.set(tag, new Map());
    knowing.set(
      tag,
      on.filter(({ resource }) => resource.children !== undefined).map(({ node }) => node),
    );
    for (const { node, resource } of on) {
      for (const child of resource.children ?? []) {
        const known = pairing.tagOf(node, child);
        if (known === undefined || known === tag) continue;
        const saying = edges.get(tag)?.get(known) ?? [];
        edges.get(tag)?.set(known, [...saying, node]);
      }
    }
  }
  for (const [parent, needs] of edges) {
    for (const [child, has] of needs) {
      const theirs = knowing.get(child) ?? [];
      const not = (knowing.get(parent) ?? []).filter((node) => theirs.includes(node) && !has.includes(node));
      if (not.length > 0) notes.push(note.dependencyDiffers(parent, child, has, not));
    }
  }
  for (const { name, related } of nodes) {
    for (const [a, b] of related ?? []) {
      const [x, y] = [pairing.tagOf(name, a), pairing.tagOf(name, b)];
      if (x === undefined || y === undefined || edges.get(x)?.has(y) === true || edges.get(y)?.has(x) === true)
        continue;
      notes.push(note.relatedUnplaced(x, y));
    }
  }
  return new Map([...edges].map(([parent, needs]) => [parent, [...needs.keys()]]));
}

/** Depth first, without a stack of calls; an edge back to where the walk came from is left out and told. */
function withoutCycles(
  children: ReadonlyMap<string, readonly string[]>,
  notes: Localized[],
): ReadonlyMap<string, readonly string[]> {
  const kept = new Map([...children.keys()].map((tag): [string, string[]] => [tag, []]));
  const state = new Map<string, "open" | "done">();
  const needed = new Set([...children.values()].flat());
  const starts = [...children.keys()].sort((a, b) => Number(needed.has(a)) - Number(needed.has(b)));
  for (const start of starts) {
    if (state.has(start)) continue;
    const walk: { readonly tag: string; at: number }[] = [{ tag: start, at: 0 }];
    state.set(start, "open");
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const child = children.get(top.tag)?.[top.at++];
      if (child === undefined) {
        state.set(top.tag, "done");
        walk.pop();
      } else if (state.get(child) === "open") notes.push(note.cycle(top.tag, child));
      else {
        kept.get(top.tag)?.push(child);
        if (!state.has(child)) {
          state.set(child, "open");
          walk.push({ tag: child, at: 0 });
        }
      }
    }
  }
  return kept;
}

/** A node's own word counts; of one that was not read, what the others say of it. */
function serversOf({ tag, on }: Shared, nodes: readonly ActualNode[], notes: Localized[]): MergedResource["servers"] {
  const own = new Map(
    on.flatMap(({ node, resource }) => (resource.priority === undefined ? [] : [[node, resource.priority] as const])),
  );
  const told = new Map<string, number>();
  const others = new Set<string>();
  for (const { node, resource } of on) {
    if (resource.priority === undefined) others.add(node);
    for (const partner of resource.partners ?? []) {
      others.add(partner.node);
      if (partner.priority !== undefined) told.set(partner.node, partner.priority);
    }
    if (resource.primary !== undefined) others.add(resource.primary);
    if (typeof resource.next === "string") others.add(resource.next);
  }
  for (const [node, priority] of told) {
    const ownWord = own.get(node);
    if (ownWord !== undefined && ownWord !== priority) notes.push(note.priorityDiffers(tag, node, ownWord, priority));
  }
  const all = new Map([...told, ...own]);
  const unknown = [...others].filter((node) => !all.has(node));
  // Of a node that was not read it is already said that its priorities are missing.
  const read = unknown.filter((node) => nodes.some(({ name, resources }) => name === node && resources !== undefined));
  if (read.length > 0) notes.push(note.priorityUnknown(tag, read));
  return [...all].map(([node, priority]) => ({ node, priority })).sort((a, b) => a.priority - b.priority);
}
