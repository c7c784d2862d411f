// Clusters by chance, and what the commands of their nodes would print, by the forms that documents show.

import fc from "fast-check";

export interface ModelResource {
  readonly tag: string;
  readonly id: string;
  readonly type: string;
  /** By node. */
  readonly priorities: ReadonlyMap<string, number>;
  readonly children: readonly string[];
}

export interface ModelPath {
  readonly nodes: readonly [string, string];
  readonly network: "TCP" | "TTY";
  readonly ends: readonly [string, string];
  readonly priority: number;
}

export interface Model {
  readonly nodes: readonly string[];
  readonly resources: readonly ModelResource[];
  readonly paths: readonly ModelPath[];
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

const nodeNames = ["alpha", "node", "本番", "db-1.example", "witness", "b"];
const kinds = ["gen/app", "gen/filesys", "scsi/netraid", "scsi/disk", "comm/ip", "database/pgx"];

export const models: fc.Arbitrary<Model> = fc
  .record({
    nodes: fc.shuffledSubarray(nodeNames, { minLength: 2, maxLength: 4 }),
    resources: fc.array(
      fc.record({
        id: fc.constantFrom("", "/data", "/dev/sdb1", "192.0.2.7", "some id", "x", 'q"{}#', "uses"),
        type: fc.constantFrom(...kinds),
        needs: fc.array(fc.nat(9), { maxLength: 3 }),
        on: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        ranks: fc.shuffledSubarray([1, 5, 10, 20, 300], { minLength: 4, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    tags: fc.shuffledSubarray(
      ["app1", "/data", "resource", "uses", "ip-192.0.2.7", "業務", "a", "LOCAL", "x_y", "datarep"],
      { minLength: 7 },
    ),
    links: fc.array(fc.constantFrom("TCP", "TTY", "TCP2", "none"), { minLength: 6, maxLength: 6 }),
    flags: fc.array(fc.constantFrom("shutdown_switchover", "none"), { minLength: 4, maxLength: 4 }),
  })
  .map(({ nodes, resources, tags, links, flags }) => {
    const drafts = resources.map(({ id, type, on, ranks, needs }, at) => ({
      tag: tags[at] ?? `t${at}`,
      id,
      type,
      ranks,
      children: [...new Set(needs.map((step) => at + 1 + step).filter((child) => child < resources.length))],
      on: new Set(
        nodes.filter((_, node) => on[node] === true || (node === 0 && !on.slice(0, nodes.length).includes(true))),
      ),
    }));
    // What a resource needs is wherever it is.
    for (const draft of drafts)
      for (const child of draft.children) for (const node of draft.on) drafts[child]?.on.add(node);
    return {
      nodes,
      resources: drafts.map(({ tag, id, type, on, ranks, children }) => ({
        tag,
        id,
        type,
        priorities: new Map(nodes.flatMap((node, at) => (on.has(node) ? [[node, ranks[at] ?? 1] as const] : []))),
        children: children.map((child) => drafts[child]?.tag ?? ""),
      })),
      paths: pathsOf(nodes, links),
      flags: new Map(nodes.map((node, at) => [node, flags[at] === "none" ? [] : [flags[at] ?? ""]])),
    };
  });

function pathsOf(nodes: readonly string[], links: readonly string[]): readonly ModelPath[] {
  const pairs = nodes.flatMap((a, at) => nodes.slice(at + 1).map((b): readonly [string, string] => [a, b]));
  return pairs.flatMap((pair, at): readonly ModelPath[] => {
    const [i, j] = [nodes.indexOf(pair[0]), nodes.indexOf(pair[1])];
    const tcp = (net: number, priority: number): ModelPath => ({
      nodes: pair,
      network: "TCP",
      ends: [`198.51.${net}.${i + 1}`, `198.51.${net}.${j + 1}`],
      priority,
    });
    const tty: ModelPath = { nodes: pair, network: "TTY", ends: [`/dev/ttyS${i}`, `/dev/ttyS${j + 4}`], priority: 0 };
    switch (links[at]) {
      case "TCP":
        return [tcp(100, 1)];
      case "TCP2":
        return [tcp(100, 1), tcp(101, 2)];
      case "TTY":
        return [tcp(100, 1), tty];
      default:
        return [];
    }
  });
}

interface Seen {
  readonly tag: string;
  readonly depth: number;
}

/** As the display shows it: every hierarchy from its root, a shared child under each parent. */
function hierarchiesOn(model: Model, node: string): readonly (readonly Seen[])[] {
  const here = model.resources.filter(({ priorities }) => priorities.has(node));
  const needed = new Set(here.flatMap(({ children }) => children));
  const below = (tag: string, depth: number): readonly Seen[] => {
    const children = here.find((each) => each.tag === tag)?.children ?? [];
    return [{ tag, depth }, ...children.flatMap((child) => below(child, depth + 1))];
  };
  return here.filter(({ tag }) => !needed.has(tag)).map(({ tag }) => below(tag, 0));
}

function resourceOf(model: Model, tag: string): ModelResource {
  const found = model.resources.find((each) => each.tag === tag);
  if (found === undefined) throw new Error(tag);
  return found;
}

function orderOf({ priorities }: ModelResource): readonly string[] {
  return [...priorities].sort((a, b) => a[1] - b[1]).map(([node]) => node);
}

export function shortDisplay(model: Model, node: string, form: "-q" | "-e", perLevel: 1 | 2): string {
  const first = form === "-q" ? "LOCAL" : "BACKUP";
  const rows = hierarchiesOn(model, node).map((hierarchy) =>
    hierarchy.map(({ tag, depth }) => {
      const resource = resourceOf(model, tag);
      const order = orderOf(resource);
      const next = order[order.indexOf(node) + 1] ?? "------";
      const priority = resource.priorities.get(node) ?? 0;
      const state = order[0] === node ? "ISP" : "OSU";
      return [
        form === "-q" ? node : next,
        " ".repeat(depth * perLevel) + tag,
        resource.id,
        state,
        String(priority).padStart(4),
        order[0] ?? "",
      ];
    }),
  );
  const head = [first, "TAG", "ID", "STATE", "PRIO", "PRIMARY"];
  const blocks = rows.map((block) => table([head, ...rows.flat()], block).join("\n")).join("\n\n");
  const paths = pathsFrom(model, node).map(({ peer, network, local, remote, priority }) => [
    peer,
    network,
    network === "TTY" ? local : `${local}/${remote}`,
    "ALIVE",
    network === "TTY" ? "  --" : String(priority).padStart(4),
  ]);
  const pathHead = ["MACHINE", "NETWORK", "ADDRESSES/DEVICE", "STATE", "PRIO"];
  const second = paths.length === 0 ? "" : `\n${table([pathHead, ...paths], [pathHead, ...paths]).join("\n")}\n`;
  return `${table([head, ...rows.flat()], [head]).join("\n")}\n${blocks}${blocks === "" ? "" : "\n"}${second}`;
}

/** Columns as wide as their widest cell and two blanks. */
function table(all: readonly (readonly string[])[], shown: readonly (readonly string[])[]): readonly string[] {
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)) + 2);
  return shown.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("")
      .trimEnd(),
  );
}

function pathsFrom(model: Model, node: string) {
  return model.paths
    .filter(({ nodes }) => nodes.includes(node))
    .map(({ nodes: [a, b], network, ends, priority }) =>
      a === node
        ? { peer: b, network, local: ends[0], remote: ends[1], priority }
        : { peer: a, network, local: ends[1], remote: ends[0], priority },
    );
}

export function detailedDisplay(model: Model, node: string): string {
  const written = new Set<string>();
  const blocks = hierarchiesOn(model, node).map((hierarchy) => {
    const fresh = hierarchy.filter(({ tag }) => !written.has(tag) && written.add(tag));
    return `ROOT of RESOURCE HIERARCHY\n${fresh.map(({ tag }) => detailOf(model, node, tag)).join("")}`;
  });
  const paths = pathsFrom(model, node).map(({ peer, network, local, remote, priority }) =>
    network === "TTY"
      ? `to machine=${peer} type=TTY device=${local}\nstate="ALIVE" priority=0 #comm_downs=0\n`
      : `to machine=${peer} type=TCP addresses=${local}/${remote}\nstate="ALIVE" priority=${priority} #comm_downs=0\n`,
  );
  const flags = model.flags.get(node) ?? [];
  const strategy = flags.includes("shutdown_switchover") ? "switchover" : "do not switchover";
  return [
    ...blocks,
    "The following LifeKeeper machines are known:\n",
    ...model.nodes.map((each) => `        machine=${each}   state=ALIVE\n`),
    ...paths,
    ...(flags.length === 0
      ? []
      : [`The following LifeKeeper flags are on:\n${flags.map((flag) => `        ${flag}\n`).join("")}`]),
    `The shutdown strategy is set to: ${strategy}.\n`,
  ].join("");
}

function detailOf(model: Model, node: string, tag: string): string {
  const resource = resourceOf(model, tag);
  const [app, kind] = resource.type.split("/");
  const parents = model.resources.filter(({ children, priorities }) => children.includes(tag) && priorities.has(node));
  const lines = [
    ...(resource.children.length === 0 ? [] : [`depends on resources: ${resource.children.join(" ")}`]),
    ...(parents.length === 0 ? [] : [`these resources are dependent: ${parents.map((each) => each.tag).join(" ")}`]),
    `Local priority = ${resource.priorities.get(node)}`,
    ...[...resource.priorities]
      .filter(([other]) => other !== node)
      .flatMap(([other, priority]) => [
        `SHARED equivalency with "${tag}" on "${other}", priority = ${priority}`,
        "        FAILOVER ALLOWED",
      ]),
  ];
  const state = orderOf(resource)[0] === node ? "ISP" : "OSU";
  return `${tag}: id=${resource.id} app=${app} type=${kind} state=${state}\n${lines.map((line) => `        ${line}\n`).join("")}`;
}

/** The lists of the node, as asked for by filter; `fields` orders those whose meaning no document gives. */
export function lists(model: Model, node: string, order: readonly number[]): string {
  const here = model.resources.filter(({ priorities }) => priorities.has(node));
  const record = (fields: readonly string[]): string => `${fields.join("\u0001")}\n`;
  const flags = model.flags.get(node) ?? [];
  return [
    ...here.map((resource) => {
      const [app = "", kind = ""] = resource.type.split("/");
      const five = [node, app, kind, resource.tag, resource.id];
      const state = orderOf(resource)[0] === node ? "ISP" : "OSU";
      return `# ins_list -a ${app} -r ${kind}\n${record([...order.map((at) => five[at] ?? ""), "", state, "", "AUTORES_ISP"])}`;
    }),
    ...here.map(
      ({ tag, children }) => `# dep_list -c ${tag}\n${children.map((child) => record(["?", tag, child])).join("")}`,
    ),
    `# sys_list\n${model.nodes.map((each) => `${each}\n`).join("")}`,
    `# flg_list\n${flags.map((flag) => `${flag}\n`).join("")}`,
  ].join("");
}
