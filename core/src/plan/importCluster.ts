// Writes a cluster file from what a running cluster says of itself: the short status of its nodes and their parameter
// files. What the outputs do not say is left out or marked by a comment, never invented.

import { findResourceKind } from "../catalogue/resourceKinds.ts";
import type { Localized } from "../locale/localized.ts";
import { formatCluster } from "../syntax/cluster/format.ts";
import { asBytes, type ByteText, textOfBytes } from "./byteText.ts";
import { readLines } from "./defaultsLines.ts";
import { parseShortStatus, type ShortStatus, type StatusResource } from "./lcdstatus.ts";

export interface ImportedNode {
  /** Undefined: taken from the status itself. */
  readonly name: string | undefined;
  /** How it was reached; undefined when it was not. */
  readonly ssh: string | undefined;
  /** What `lcdstatus -q` printed there. */
  readonly status: string;
  /** Its parameter file. */
  readonly parameters: ByteText | undefined;
}

export interface Imported {
  readonly cluster: string;
  /** What all nodes agree upon; undefined when no parameter file was read. */
  readonly parameters: string | undefined;
  /** What a person has to look at. */
  readonly notes: readonly Localized[];
}

interface Read extends ImportedNode {
  readonly name: string;
  readonly short: ShortStatus;
}

export function importCluster(name: string, nodes: readonly ImportedNode[]): Imported {
  const read = nodes.map((node): Read => {
    const short = parseShortStatus(node.status);
    return { ...node, short, name: node.name ?? short.resources[0]?.node ?? "this-node" };
  });
  const names = [...new Set(read.flatMap((node) => [node.name, ...node.short.paths.map((path) => path.node)]))];
  const { shared, own } = agree(read);
  const notes: Localized[] = [];
  const missing = names.filter((each) => !read.some((node) => node.name === each));
  if (missing.length > 0) notes.push(missingText(missing));
  const parts = [
    ...(shared === undefined ? [] : ['  defaults "etc/default/LifeKeeper"']),
    ...names.map((each) =>
      nodeBlock(
        each,
        read.find((node) => node.name === each),
        own.get(each) ?? [],
        read,
      ),
    ),
    ...pathBlocks(read, notes),
    ...resourceBlocks(read, notes),
  ];
  return {
    cluster: formatCluster(`cluster ${word(name)} {\n${parts.join("\n")}\n}\n`),
    parameters: shared,
    notes,
  };
}

/** Lines that every node gives alike, and for each node those in which it differs. */
function agree(nodes: readonly Read[]): {
  readonly shared: string | undefined;
  readonly own: ReadonlyMap<string, readonly string[]>;
} {
  const given = nodes.filter(({ parameters }) => parameters !== undefined);
  const [first] = given;
  if (first === undefined) return { shared: undefined, own: new Map() };
  const values = given.map(({ parameters }) => readLines(parameters));
  const all = [...new Set(values.flatMap((lines) => [...lines.keys()]))];
  const alike = all.filter((name) => values.every((lines) => lines.get(name) === values[0]?.get(name)));
  const shared = alike.map((name) => `${textOf(name)}=${textOf(values[0]?.get(name) ?? "")}\n`).join("");
  const own = new Map(
    given.map((node, at) => {
      const lines = all.filter((name) => !alike.includes(name) && values[at]?.has(name) === true);
      return [
        node.name,
        lines.map((name) => `set ${word(textOf(name))} = ${word(bare(textOf(values[at]?.get(name) ?? "")))}`),
      ];
    }),
  );
  return { shared, own };
}

function nodeBlock(name: string, node: Read | undefined, own: readonly string[], all: readonly Read[]): string {
  const runs = all.some(({ short }) =>
    short.resources.some((resource) => resource.node === name || resource.primary === name),
  );
  const lines = [...(node?.ssh === undefined ? [] : [`ssh ${quoted(node.ssh)}`]), ...own];
  return `  ${runs || node === undefined ? "node" : "witness"} ${word(name)} {\n${lines.map((line) => `    ${line}\n`).join("")}  }`;
}

/** Each pair once, from the side that was read first. */
function pathBlocks(nodes: readonly Read[], notes: Localized[]): readonly string[] {
  const blocks: string[] = [];
  const done = new Set<string>();
  for (const { name, short } of nodes) {
    for (const peer of new Set(short.paths.map((path) => path.node))) {
      if (done.has(`${peer}\n${name}`)) continue;
      done.add(`${name}\n${peer}`);
      const links = short.paths
        .filter((path) => path.node === peer)
        .flatMap((path) => {
          const [local, remote] = path.addresses.split("/");
          if (path.network === "TCP" && local !== undefined && remote !== undefined) {
            const priority = path.priority === undefined ? "" : ` priority ${path.priority}`;
            return [`    tcp ${word(local)} <-> ${word(remote)}${priority}\n`];
          }
          notes.push(strangePath(name, peer, path.addresses));
          return path.network === "TTY" ? [`    tty ${word(path.addresses)} <-> ${word(path.addresses)}\n`] : [];
        });
      blocks.push(`  path ${word(name)} <-> ${word(peer)} {\n${links.join("")}  }`);
    }
  }
  return blocks;
}

function resourceBlocks(nodes: readonly Read[], notes: Localized[]): readonly string[] {
  const longest = [...nodes].sort((a, b) => b.short.resources.length - a.short.resources.length)[0];
  if (longest === undefined) return [];
  const written = new Set<string>();
  const lines: string[] = [];
  const guessed: string[] = [];
  const { resources } = longest.short;
  resources.forEach((resource, at) => {
    const next = resources[at + 1];
    const hasChildren = (next?.depth ?? 0) > resource.depth;
    const servers = resource.depth === 0 ? `servers ${serversOf(resource.tag, nodes)}` : "";
    if (written.has(resource.tag)) lines.push(`uses ${word(resource.tag)}`);
    else {
      const { type, sure } = guessType(resource, next);
      if (!sure) guessed.push(resource.tag);
      const body = servers === "" && !hasChildren ? "" : ` { ${servers}`;
      const id = resource.id === "" ? "" : ` ${word(resource.id)}`;
      lines.push(`resource ${word(resource.tag)} ${type}${id}${body}`);
    }
    const opened = !written.has(resource.tag) && (servers !== "" || hasChildren) ? 1 : 0;
    written.add(resource.tag);
    // A leaf ends as many blocks as the next line stands further left, and its own.
    const closed = hasChildren ? 0 : resource.depth - (next?.depth ?? 0) + opened;
    lines.push("}".repeat(Math.max(0, closed)));
  });
  if (guessed.length > 0) notes.push(guessedTypes(guessed));
  return [lines.filter((line) => line !== "").join("\n")];
}

/** Every node's own priority, best first. */
function serversOf(tag: string, nodes: readonly Read[]): string {
  const servers = nodes.flatMap(({ name, short }) => {
    const own = short.resources.find((resource) => resource.tag === tag);
    return own?.priority === undefined ? [] : [{ name, priority: own.priority }];
  });
  return servers
    .sort((a, b) => a.priority - b.priority)
    .map(({ name, priority }) => `${word(name)} ${priority}`)
    .join(", ");
}

/** `lcdstatus -q` prints no types; some follow from the id, the others are called generic applications. */
function guessType(
  { tag, id }: StatusResource,
  child: StatusResource | undefined,
): { readonly type: string; readonly sure: boolean } {
  const candidates: readonly (readonly [test: boolean, type: string])[] = [
    [/^\d+\.\d+\.\d+\.\d+$/.test(id) || /^ip-/.test(tag), "comm/ip"],
    [/^datarep/.test(tag), "scsi/netraid"],
    [/^\/dev\//.test(id), "scsi/disk"],
    [/^\//.test(id) || (child !== undefined && /^\/dev\//.test(child.id)), "gen/filesys"],
  ];
  const found = candidates.find(([test, type]) => test && findResourceKind(type) !== undefined);
  return found === undefined ? { type: "gen/app", sure: false } : { type: found[1], sure: true };
}

function textOf(bytes: string): string {
  return textOfBytes(asBytes(bytes));
}

function bare(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

function word(text: string): string {
  return /^[\p{L}\p{N}_./:@+-]+$/u.test(text) && text !== "<->" ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

function missingText(names: readonly string[]): Localized {
  const list = names.join(", ");
  return {
    en: `Nothing was read from ${list}. Import them too, so that their parameters and priorities are known.`,
    ja: `${list} からは何も読み取っていません。パラメーターと優先順位を取り込むため、これらのノードも指定してください。`,
  };
}

function strangePath(a: string, b: string, addresses: string): Localized {
  return {
    en: `The path between ${a} and ${b} (${addresses}) is known from one side only. Complete it.`,
    ja: `${a} と ${b} の間のパス（${addresses}）は片側の情報しかありません。不足している部分を書き足してください。`,
  };
}

function guessedTypes(tags: readonly string[]): Localized {
  const list = tags.join(", ");
  return {
    en: `lcdstatus -q shows no types, so gen/app was written for ${list}. Correct this.`,
    ja: `lcdstatus -q には種類が表示されないため、${list} は gen/app としました。正しい種類に直してください。`,
  };
}
