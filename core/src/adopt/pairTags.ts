// Which resources of different nodes are the same one. Equivalencies say it; without them the same tag does, and where a
// node has no such tag, the same id below the same primary node.

import type { ActualResource } from "../actual/actual.ts";
import type { Localized } from "../locale/localized.ts";
import type { ActualNode } from "./joinNodes.ts";
import { notes as note } from "./notes.ts";

/** One resource of the cluster, as each node knows it, the nodes in the order read. */
export interface Shared {
  readonly tag: string;
  readonly on: readonly { readonly node: string; readonly resource: ActualResource }[];
}

export interface Pairing {
  readonly shared: readonly Shared[];
  /** The tag in the cluster file for a tag on a node. */
  readonly tagOf: (node: string, tag: string) => string | undefined;
}

const key = (node: string, tag: string): string => `${node}\n${tag}`;

export function pairTags(nodes: readonly ActualNode[], notes: Localized[]): Pairing {
  const rows = nodes.flatMap(({ name, resources }) => (resources ?? []).map((resource) => ({ node: name, resource })));
  const groups = new Groups(rows.map(({ node, resource }) => key(node, resource.tag)));
  for (const { node, resource } of rows) {
    for (const { node: other, tag } of resource.partners ?? []) groups.join(key(node, resource.tag), key(other, tag));
  }
  const byTag = new Map<string, { readonly node: string; readonly resource: ActualResource }>();
  for (const row of rows) {
    const first = byTag.get(row.resource.tag);
    if (first === undefined) byTag.set(row.resource.tag, row);
    else if (!tiedElsewhere(first, row.node) && !tiedElsewhere(row, first.node)) {
      groups.join(key(first.node, first.resource.tag), key(row.node, row.resource.tag));
    }
  }
  const byId = pairById(nodes, groups);
  const shared: Shared[] = [];
  const taken = new Map<string, string>();
  const members = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const root = groups.rootOf(key(row.node, row.resource.tag));
    members.set(root, [...(members.get(root) ?? []), row]);
  }
  for (const [root, on] of members) {
    const [best] = [...on].sort((a, b) => (a.resource.priority ?? 1e9) - (b.resource.priority ?? 1e9));
    if (best === undefined) continue;
    let tag = best.resource.tag;
    for (let number = 2; taken.has(tag); number++) tag = `${best.resource.tag}-${number}`;
    if (tag !== best.resource.tag) notes.push(note.renamed(best.resource.tag, best.node, tag));
    for (const { node, resource } of on) {
      if (resource.tag === best.resource.tag) continue;
      const word = byId.has(key(node, resource.tag)) ? note.pairedById : note.otherTag;
      notes.push(word(tag, node, resource.tag));
    }
    taken.set(tag, root);
    shared.push({ tag, on });
  }
  const tags = new Map(
    shared.flatMap(({ tag, on }) => on.map(({ node, resource }) => [key(node, resource.tag), tag] as const)),
  );
  return { shared, tagOf: (node, tag) => tags.get(key(node, tag)) };
}

/** Its equivalencies name the other node with another tag. */
function tiedElsewhere({ resource }: { readonly resource: ActualResource }, other: string): boolean {
  return (resource.partners ?? []).some(({ node, tag }) => node === other && tag !== resource.tag);
}

/** Joins what only one node has with what only its primary has. The keys that were joined so. */
function pairById(nodes: readonly ActualNode[], groups: Groups): ReadonlySet<string> {
  const paired = new Set<string>();
  const alone = nodes.map(({ name, resources }) => ({
    name,
    left: (resources ?? []).filter(({ tag, id }) => id !== undefined && id !== "" && groups.isAlone(key(name, tag))),
  }));
  const primaries = new Map(
    alone.map(({ name, left }) => [name, uniqueById(left.filter(({ primary }) => primary === name))]),
  );
  for (const { name, left } of alone) {
    for (const [id, own] of uniqueById(left.filter(({ primary }) => primary !== undefined && primary !== name))) {
      const theirs = primaries.get(own.primary ?? "")?.get(id);
      if (theirs === undefined || own.primary === undefined) continue;
      groups.join(key(own.primary, theirs.tag), key(name, own.tag));
      paired.add(key(name, own.tag)).add(key(own.primary, theirs.tag));
    }
  }
  return paired;
}

function uniqueById(resources: readonly ActualResource[]): ReadonlyMap<string, ActualResource> {
  const byId = new Map<string, ActualResource | null>();
  for (const resource of resources) {
    const id = resource.id ?? "";
    byId.set(id, byId.has(id) ? null : resource);
  }
  return new Map([...byId].flatMap(([id, resource]) => (resource === null ? [] : [[id, resource] as const])));
}

/** Sets that grow together. */
class Groups {
  readonly #parents = new Map<string, string>();
  readonly #sizes = new Map<string, number>();

  constructor(keys: readonly string[]) {
    for (const each of keys) this.#parents.set(each, each);
  }

  rootOf(member: string): string {
    let at = member;
    for (let up = this.#parents.get(at); up !== undefined && up !== at; up = this.#parents.get(at)) {
      this.#parents.set(at, this.#parents.get(up) ?? up);
      at = up;
    }
    return at;
  }

  isAlone(member: string): boolean {
    return (this.#sizes.get(this.rootOf(member)) ?? 1) === 1;
  }

  join(a: string, b: string): void {
    if (!this.#parents.has(a) || !this.#parents.has(b)) return;
    const [keep, give] = [this.rootOf(a), this.rootOf(b)];
    if (keep === give) return;
    this.#parents.set(give, keep);
    this.#sizes.set(keep, (this.#sizes.get(keep) ?? 1) + (this.#sizes.get(give) ?? 1));
  }
}
