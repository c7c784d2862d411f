// Resources: the tree of nested blocks and the `uses` beside it become one graph, parents before children.

import { append } from "../many.ts";
import type { Problem } from "../problem.ts";
import type { ResourceItem, ResourceSetting } from "../syntax/cluster/tree.ts";
import { bounds, tooMany } from "./bounds.ts";
import type { ClusterNode, Named, Resource } from "./cluster.ts";
import { Names, oneOf, unknownName } from "./names.ts";
import { structuralProblem } from "./structure.ts";

const resourceWords = { en: "resource", ja: "リソース" } as const;

interface Draft {
  readonly tag: string;
  readonly item: ResourceItem;
  readonly order: number;
  readonly children: string[];
  readonly parents: string[];
  /** How many of its parents are not yet in order. */
  open: number;
}

/** What was made of an item, and everything beside it that had a say. */
interface Kept {
  readonly resource: Resource;
  readonly parents: readonly Resource[];
  readonly names: string;
}

/**
 * An item that an edit left is the same object, and so is what it means, unless a name or a parent changed. What was
 * made with a problem is made again, so that it is told again.
 */
const kept = new WeakMap<ResourceItem, Kept>();

interface Around {
  readonly file: string;
  readonly nodes: Names<ClusterNode>;
  readonly networks: Names<Named>;
  readonly leftOut: Set<string>;
  readonly problems: Problem[];
}

export function lowerResources(items: readonly ResourceItem[], around: Around): readonly Resource[] {
  const drafts = collect(items, around);
  connect(drafts, around);
  const order = parentsFirst(drafts, around);
  const names = JSON.stringify([around.nodes.all, around.networks.all]);
  const lowered = new Map<string, Resource>();
  // Parents come first, so what a child inherits is already there.
  for (const draft of order)
    lowered.set(draft.tag, keptResource(draft, lowered, names) ?? fresh(draft, lowered, names, around));
  return [...lowered.values()];
}

function keptResource(draft: Draft, lowered: ReadonlyMap<string, Resource>, names: string): Resource | undefined {
  const known = kept.get(draft.item);
  if (known === undefined || known.names !== names) return undefined;
  const { resource, parents } = known;
  const isSame =
    areSame(resource.children, draft.children) &&
    areSame(resource.parents, draft.parents) &&
    draft.parents.every((tag, index) => lowered.get(tag) === parents[index]);
  return isSame ? resource : undefined;
}

function fresh(draft: Draft, lowered: ReadonlyMap<string, Resource>, names: string, around: Around): Resource {
  const parents = draft.parents.flatMap((tag) => lowered.get(tag) ?? []);
  const before = around.problems.length;
  const resource = lowerResource(draft, parents, around);
  if (around.problems.length === before) kept.set(draft.item, { resource, parents, names });
  else kept.delete(draft.item);
  return resource;
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** By tag. */
type Drafts = ReadonlyMap<string, Draft>;

function collect(roots: readonly ResourceItem[], { file, leftOut, problems }: Around): Drafts {
  const names = new Names<Draft>(resourceWords);
  const drafts = new Map<string, Draft>();
  const before = leftOut.size;
  // Depth first by hand: hostile input may nest deeper than a stack.
  const waiting: { readonly item: ResourceItem; readonly parent: Draft | undefined }[] = roots
    .map((item) => ({ item, parent: undefined }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, parent } = next;
    let draft: Draft | undefined;
    if (item.tag !== undefined && drafts.size === bounds.resource) {
      if (leftOut.size === before) problems.push(tooMany("resource", { file, span: item.keyword }));
      leftOut.add(item.tag.value);
    } else if (item.tag !== undefined) {
      draft = { tag: item.tag.value, item, order: drafts.size, children: [], parents: [], open: 0 };
      if (names.define(draft.tag, draft, { file, span: item.tag.span }, problems)) {
        drafts.set(draft.tag, draft);
        parent?.children.push(draft.tag);
        if (parent !== undefined) draft.parents.push(parent.tag);
      }
    }
    for (let at = item.items.length - 1; at >= 0; at--) {
      const setting = item.items[at];
      if (setting?.kind === "resource") waiting.push({ item: setting, parent: draft });
    }
  }
  return drafts;
}

function connect(drafts: Drafts, { file, leftOut, problems }: Around): void {
  for (const draft of drafts.values()) {
    for (const setting of draft.item.items) {
      if (setting.kind !== "uses" || setting.value === undefined) continue;
      const child = drafts.get(setting.value.value);
      if (child === undefined && !leftOut.has(setting.value.value)) {
        problems.push(unknownName(setting.value, file, resourceWords, drafts.keys()));
      }
      if (child === undefined || draft.children.includes(child.tag)) continue;
      draft.children.push(child.tag);
      child.parents.push(draft.tag);
    }
  }
}

/** Those of a circle come last, in the order written, with one of their dependencies cut. */
function parentsFirst(byTag: Drafts, { file, problems }: Around): readonly Draft[] {
  const drafts = [...byTag.values()];
  for (const draft of drafts) draft.open = draft.parents.length;
  const ordered: Draft[] = [];
  const ready = drafts.filter((draft) => draft.open === 0).reverse();
  const visit = (): void => {
    for (let draft = ready.pop(); draft !== undefined; draft = ready.pop()) {
      ordered.push(draft);
      const freed: Draft[] = [];
      for (const tag of draft.children) {
        const child = byTag.get(tag);
        if (child !== undefined && --child.open === 0) freed.push(child);
      }
      append(ready, freed.reverse());
    }
  };
  visit();
  while (ordered.length < drafts.length) {
    const done = new Set(ordered.map((draft) => draft.tag));
    const circle = findCircle(
      drafts.filter((draft) => !done.has(draft.tag)),
      byTag,
      done,
    );
    const [first, second] = circle;
    if (first === undefined || second === undefined) break;
    const edge = first.item.items.find((each) => each.kind === "uses" && each.value?.value === second.tag);
    problems.push(
      structuralProblem(
        "resource-cycle",
        { file, span: edge?.span ?? first.item.tag?.span ?? first.item.keyword },
        {
          en: `These resources depend on each other in a circle: ${[...circle, first].map((each) => `\`${each.tag}\``).join(" → ")}. Remove one \`uses\`.`,
          ja: `リソースの依存が循環しています: ${[...circle, first].map((each) => `\`${each.tag}\``).join(" → ")}。\`uses\` を 1 つ取り除いてください。`,
        },
      ),
    );
    first.children.splice(first.children.indexOf(second.tag), 1);
    second.parents.splice(second.parents.indexOf(first.tag), 1);
    second.open = second.parents.filter((tag) => !done.has(tag)).length;
    if (second.open === 0) ready.push(second);
    visit();
  }
  return ordered;
}

/** The members of one circle, beginning with a member whose edge to the next is a `uses`. */
function findCircle(
  rest: readonly Draft[],
  byTag: ReadonlyMap<string, Draft>,
  done: ReadonlySet<string>,
): readonly Draft[] {
  // Everything left has an unfinished parent, so walking up must come back to where it has been.
  const walked: Draft[] = [];
  let at = rest[0];
  while (at !== undefined && !walked.includes(at)) {
    walked.push(at);
    const up = at.parents.find((tag) => !done.has(tag));
    at = up === undefined ? undefined : byTag.get(up);
  }
  if (at === undefined) return [];
  const circle = walked.slice(walked.indexOf(at)).reverse();
  const start = circle.findIndex((draft, index) => {
    const next = circle[(index + 1) % circle.length];
    return draft.item.items.some((each) => each.kind === "uses" && each.value?.value === next?.tag);
  });
  const from = Math.max(start, 0);
  const turned = [...circle.slice(from), ...circle.slice(0, from)];
  return turned.length === 1 && turned[0] !== undefined ? [turned[0], turned[0]] : turned;
}

function lowerResource(draft: Draft, parents: readonly Resource[], around: Around): Resource {
  const { item } = draft;
  const { file } = around;
  const settings = settingsOf(item, around);
  const [application = "", kind = ""] = splitType(item);
  const temporal = settings.get("temporal-recovery");
  const onOff = (name: "failover" | "local-recovery"): boolean =>
    oneOf(["on", "off"], wordOf(settings.get(name))) !== "off";
  return {
    name: draft.tag,
    place: { file, span: item.tag?.span ?? item.keyword },
    application,
    kind,
    id: item.id?.value,
    servers: serversOf(settings.get("servers"), parents, around),
    children: draft.children,
    parents: draft.parents,
    switchback: switchbackOf(settings.get("switchback"), parents, around),
    failover: onOff("failover"),
    localRecovery: onOff("local-recovery"),
    temporalRecovery:
      temporal?.kind === "temporal-recovery" && temporal.count?.value !== undefined && temporal.period?.ms !== undefined
        ? { count: temporal.count.value, periodMs: temporal.period.ms }
        : undefined,
    mirrorMode: oneOf(["synchronous", "asynchronous"], wordOf(settings.get("mode"))),
    reserved: settings.has("reserved"),
    network: around.networks.resolve(wordOf(settings.get("on-network")), file, around.problems)?.name,
    info: wordOf(settings.get("info"))?.value,
    typePlace: { file, span: item.type?.span ?? item.keyword },
  };
}

/** The first setting of each kind; a second one is a problem. */
function settingsOf(item: ResourceItem, { file, problems }: Around): Map<ResourceSetting["kind"], ResourceSetting> {
  const settings = new Map<ResourceSetting["kind"], ResourceSetting>();
  for (const setting of item.items) {
    if (setting.kind === "resource" || setting.kind === "uses") continue;
    const first = settings.get(setting.kind);
    if (first === undefined) {
      settings.set(setting.kind, setting);
      continue;
    }
    problems.push(
      structuralProblem(
        "duplicate-item",
        { file, span: setting.span },
        {
          en: `\`${setting.kind}\` appears twice in this resource. Remove one of the two.`,
          ja: `このリソースに \`${setting.kind}\` が 2 回書かれています。どちらかを削除してください。`,
        },
        { related: [{ file, span: first.span, message: { en: "first written here", ja: "最初はここです" } }] },
      ),
    );
  }
  return settings;
}

function wordOf(setting: ResourceSetting | undefined) {
  return setting !== undefined && "value" in setting ? setting.value : undefined;
}

/** Nothing for a type that is not of the form application/kind, which the parser has reported. */
function splitType(item: ResourceItem): readonly string[] {
  const parts = item.type?.value.split("/") ?? [];
  return parts.length === 2 && parts.every((part) => part !== "") ? parts : [];
}

function serversOf(
  setting: ResourceSetting | undefined,
  parents: readonly Resource[],
  { file, nodes, problems }: Around,
): Resource["servers"] {
  if (setting?.kind !== "servers") {
    const inherited = parents.find((parent) => parent.servers.length > 0)?.servers ?? [];
    return inherited.map((server) => ({ ...server, inherited: true }));
  }
  const servers: { node: string; priority: number; inherited: boolean }[] = [];
  for (const entry of setting.servers) {
    const node = nodes.resolve(entry.node, file, problems);
    if (node === undefined || entry.priority?.value === undefined) continue;
    if (servers.some((each) => each.node === node.name)) {
      problems.push(
        structuralProblem(
          "duplicate-item",
          { file, span: entry.span },
          {
            en: `\`${node.name}\` is named twice as a server of this resource. Remove one of the two.`,
            ja: `\`${node.name}\` がこのリソースのサーバーとして 2 回書かれています。どちらかを削除してください。`,
          },
        ),
      );
      continue;
    }
    servers.push({ node: node.name, priority: entry.priority.value, inherited: false });
  }
  return servers.sort((a, b) => a.priority - b.priority);
}

function switchbackOf(
  setting: ResourceSetting | undefined,
  parents: readonly Resource[],
  { file, nodes, problems }: Around,
): Resource["switchback"] {
  if (setting?.kind !== "switchback") return parents[0]?.switchback ?? { kind: "intelligent", node: undefined };
  return {
    kind: oneOf(["intelligent", "automatic"], setting.value) ?? "intelligent",
    node: nodes.resolve(setting.node, file, problems)?.name,
  };
}
