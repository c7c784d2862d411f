// Writes the merged cluster in the cluster language. What comes out parses, is formatted, and every name in it leads
// somewhere; a property test imports what a model of a cluster would print and compares.

import type { Locale, Localized } from "../locale/localized.ts";
import { writtenName } from "../model/names.ts";
import { standardProofs } from "../prove/proof.ts";
import { formatCluster } from "../syntax/cluster/format.ts";
import { depthMax } from "../syntax/syntaxProblem.ts";
import type { MergedPath } from "./mergePaths.ts";
import type { MergedResource } from "./mergeResources.ts";

export interface MergedNode {
  readonly name: string;
  readonly role: "node" | "witness";
  readonly ssh: string | undefined;
  readonly shutdown: "switchover" | "stay" | undefined;
  readonly confirmsFailoverOf: readonly string[];
  readonly set: readonly { readonly name: string; readonly value: string }[];
}

export interface MergedCluster {
  readonly name: string;
  /** Of the parameter file that all nodes share, when one was read. */
  readonly defaultsPath: string | undefined;
  readonly nodes: readonly MergedNode[];
  readonly paths: readonly MergedPath[];
  readonly resources: readonly MergedResource[];
  readonly notes: readonly Localized[];
}

export function writeCluster(cluster: MergedCluster, locale: Locale): string {
  const { name, defaultsPath, nodes, paths, resources, notes } = cluster;
  const groups = [
    defaultsPath === undefined ? "" : `defaults ${quoted(defaultsPath)}`,
    nodes.map(nodeBlock).join("\n"),
    paths.map(pathBlock).join("\n"),
    ...resourceBlocks(resources),
  ].filter((group) => group !== "");
  const head = notes.map((each) => `# ${each[locale].replaceAll("\n", " ")}\n`).join("");
  const text = `${head}cluster ${writtenName(name)} {\n${groups.join("\n\n")}\n}\n${questions(resources, locale)}`;
  return formatCluster(text);
}

function nodeBlock({ name, role, ssh, shutdown, confirmsFailoverOf, set }: MergedNode): string {
  const lines = [
    ...(ssh === undefined ? [] : [`ssh ${quoted(ssh)}`]),
    ...(shutdown === "switchover" ? ["shutdown switchover"] : []),
    ...(confirmsFailoverOf.length > 0
      ? [`confirm-failover from ${confirmsFailoverOf.map(writtenName).join(", ")}`]
      : []),
    ...set.map((line) => `set ${writtenName(line.name)} = ${writtenName(line.value)}`),
  ];
  return `${role} ${writtenName(name)} {\n${lines.map((line) => `${line}\n`).join("")}}`;
}

function pathBlock({ nodes: [a, b], links }: MergedPath): string {
  const lines = links.map(({ kind, ends: [near, far], priority }) => {
    const rank = priority === undefined ? "" : ` priority ${priority}`;
    return `${kind} ${writtenName(near)} <-> ${writtenName(far)}${rank}\n`;
  });
  return `path ${writtenName(a)} <-> ${writtenName(b)} {\n${lines.join("")}}`;
}

/** Deeper than this a resource is written beside its parent, which then `uses` it. */
const nestedMax = depthMax - 8;

/** A hierarchy a block. A shared child stands where it is first needed, with all that it needs itself. */
function resourceBlocks(resources: readonly MergedResource[]): readonly string[] {
  const byTag = new Map(resources.map((resource) => [resource.tag, resource]));
  const needed = new Set(resources.flatMap(({ children }) => children));
  const written = new Set<string>();
  const inherited = new Inheritance(resources);
  const beside: MergedResource[] = [];
  const write = (resource: MergedResource, depth: number): string => {
    written.add(resource.tag);
    const { tag, application, kind, id, info, switchback, servers } = resource;
    const lines = [
      ...(inherited.needsServers(resource)
        ? [`servers ${servers.map(({ node, priority }) => `${writtenName(node)} ${priority}`).join(", ")}`]
        : []),
      ...(switchback !== undefined && inherited.needsSwitchback(resource) ? [`switchback ${switchback}`] : []),
      ...(info === undefined ? [] : [`info ${quoted(info)}`]),
    ];
    inherited.wrote(resource);
    for (const childTag of resource.children) {
      const child = byTag.get(childTag);
      if (child === undefined) continue;
      inherited.standsUnder(child, resource);
      if (written.has(childTag)) lines.push(`uses ${writtenName(childTag)}`);
      else if (depth < nestedMax) lines.push(write(child, depth + 1));
      else {
        written.add(childTag);
        beside.push(child);
        lines.push(`uses ${writtenName(childTag)}`);
      }
    }
    const body = lines.length === 0 ? "" : ` {\n${lines.join("\n")}\n}`;
    return `resource ${writtenName(tag)} ${application}/${kind}${id === undefined ? "" : ` ${writtenName(id)}`}${body}`;
  };
  const blocks = resources.filter(({ tag }) => !needed.has(tag)).map((root) => write(root, 0));
  for (let next = beside.shift(); next !== undefined; next = beside.shift()) blocks.push(write(next, 0));
  return blocks;
}

/** What a reader of the file takes over from the first parent that has it, as lowering does. */
class Inheritance {
  readonly #servers = new Map<string, string>();
  readonly #switchback = new Map<string, string>();
  readonly #parents = new Map<string, MergedResource[]>();

  constructor(resources: readonly MergedResource[]) {
    for (const { tag } of resources) this.#parents.set(tag, []);
  }

  standsUnder(child: MergedResource, parent: MergedResource): void {
    this.#parents.get(child.tag)?.push(parent);
  }

  needsServers(resource: MergedResource): boolean {
    return resource.servers.length > 0 && serversText(resource) !== this.#inheritedServers(resource);
  }

  needsSwitchback(resource: MergedResource): boolean {
    return resource.switchback !== undefined && resource.switchback !== this.#inheritedSwitchback(resource);
  }

  wrote(resource: MergedResource): void {
    const own = resource.servers.length > 0 ? serversText(resource) : this.#inheritedServers(resource);
    this.#servers.set(resource.tag, own);
    this.#switchback.set(resource.tag, resource.switchback ?? this.#inheritedSwitchback(resource));
  }

  #inheritedServers({ tag }: MergedResource): string {
    const [first] = (this.#parents.get(tag) ?? []).flatMap((parent) => this.#servers.get(parent.tag) || []);
    return first ?? "";
  }

  #inheritedSwitchback({ tag }: MergedResource): string {
    return this.#switchback.get(this.#parents.get(tag)?.[0]?.tag ?? "") ?? "intelligent";
  }
}

function serversText({ servers }: MergedResource): string {
  return servers.map(({ node, priority }) => `${node} ${priority}`).join(", ");
}

/** A first scenario and the standard proofs, where there is anything that could take over. */
function questions(resources: readonly MergedResource[], locale: Locale): string {
  const needed = new Set(resources.flatMap(({ children }) => children));
  const root = resources.find(({ tag, servers }) => !needed.has(tag) && servers.length > 1);
  const [active, standby] = root?.servers ?? [];
  if (root === undefined || active === undefined || standby === undefined) return "";
  const scenario = [
    `scenario ${quoted(firstScenario[locale])} {`,
    `crash ${writtenName(active.node)}`,
    `expect ${writtenName(root.tag)} active on ${writtenName(standby.node)}`,
    "expect no split-brain",
    "}",
  ];
  const proofs = standardProofs().map(({ title, properties, bounds }) => {
    const never = properties.flatMap((property) => (property.kind === "never" ? [`never ${property.what}`] : []));
    const faults = bounds.map(({ faultsMax }) => `up to ${faultsMax} faults`);
    return [`prove ${quoted(title[locale])} {`, ...never, ...faults, "}"].join("\n");
  });
  return `\n${[scenario.join("\n"), ...proofs].join("\n\n")}\n`;
}

const firstScenario: Localized = { en: "the active node crashes", ja: "アクティブノードが停止する" };

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
