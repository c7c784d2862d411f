// From a syntax tree to the cluster it means. A partly wrong file still gives as much model as is possible:
// what cannot be understood is left out and reported.

import { parseVersion } from "../catalogue/version.ts";
import type { Localized } from "../locale/localized.ts";
import type { Fix, Place, Problem } from "../problem.ts";
import { knownVersions, newestVersion } from "../support/version.ts";
import type {
  ClusterBlock,
  ClusterFile,
  ClusterItem,
  DomainItem,
  HostItem,
  NetworkItem,
  NodeItem,
  StorageItem,
} from "../syntax/cluster/tree.ts";
import { parseDefaults } from "../syntax/defaults/parse.ts";
import type { DefaultsFile } from "../syntax/defaults/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { resolveFrom } from "../text/filePath.ts";
import { bounded } from "./bounds.ts";
import type { Cluster, ClusterNode, Domain, Named, Platform, QuorumHost, QuorumStorage, Version } from "./cluster.ts";
import { defaultConfiguration, withParameterFile } from "./effective.ts";
import type { FileSet, SourceFile } from "./fileSet.ts";
import { lowerNodes } from "./lowerNodes.ts";
import { lowerPaths } from "./lowerPaths.ts";
import { lowerResources } from "./lowerResources.ts";
import { Names, oneOf, unknownName } from "./names.ts";
import { structuralProblem } from "./structure.ts";

export const platforms: readonly Platform[] = ["physical", "vmware", "aws", "azure", "gcp", "oci"];

export interface Lowered {
  /** Undefined only when the file has no cluster block. */
  readonly cluster: Cluster | undefined;
  /** The parameter file that the cluster names, when it could be read. */
  readonly parameterFile: Parsed<DefaultsFile> | undefined;
  readonly problems: readonly Problem[];
}

/** `parsedFile` lends the parse of a parameter file, to a caller that keeps those. */
export function lowerCluster(
  parsed: Parsed<ClusterFile>,
  files: FileSet,
  parsedFile: (source: SourceFile) => Parsed<DefaultsFile> = ({ file, text }) => parseDefaults(file, text),
): Lowered {
  const problems: Problem[] = [];
  const { file } = parsed;
  const block = parsed.tree.cluster;
  // The parser has said so.
  if (block === undefined) return { cluster: undefined, parameterFile: undefined, problems };
  return lowerBlock(block, file, { files, parsedFile, problems });
}

interface Lowering {
  readonly files: FileSet;
  readonly parsedFile: (source: SourceFile) => Parsed<DefaultsFile>;
  readonly problems: Problem[];
}

function lowerBlock(block: ClusterBlock, file: string, { files, parsedFile, problems }: Lowering): Lowered {
  const single = <Kind extends "lifekeeper" | "platform" | "quorum-package" | "defaults">(kind: Kind) =>
    onlyOne(of(block.items, kind), file, problems);
  const place: Place = { file, span: block.name?.span ?? block.keyword };
  const { version, versionGiven } = lowerVersion(single("lifekeeper")?.version, file, problems);
  const platform = oneOf(platforms, single("platform")?.platform) ?? "physical";

  const defaultsWord = single("defaults")?.path;
  const defaultsFile = defaultsWord === undefined ? undefined : resolveFrom(file, defaultsWord.value);
  const source = defaultsFile === undefined ? undefined : files.read(defaultsFile);
  const parameterFile = source === undefined ? undefined : parsedFile(source);
  if (defaultsWord !== undefined && source === undefined) {
    problems.push(
      structuralProblem(
        "defaults-unreadable",
        { file, span: defaultsWord.span },
        {
          en: `The parameter file \`${defaultsWord.value}\` cannot be read, so the values in force on the nodes are unknown. Correct the path, which is relative to this file, or create the file.`,
          ja: `パラメーターファイル \`${defaultsWord.value}\` を読み込めないため、ノードで有効な値が分かりません。パス（このファイルからの相対パス）を直すか、ファイルを作成してください。`,
        },
      ),
    );
  }
  const defaults = defaultConfiguration(version);
  const base =
    parameterFile === undefined ? defaults : withParameterFile(defaults, parameterFile.file, parameterFile.tree);

  const leftOut = new Set<string>();
  const nodeNames = new Names<ClusterNode>({ en: "node", ja: "ノード" }, leftOut);
  const networkNames = new Names<Named>({ en: "network", ja: "ネットワーク" }, leftOut);
  const bounding = { file, leftOut, problems };
  const named = <Item extends NetworkItem | DomainItem | StorageItem>(items: readonly Item[]) =>
    bounded(items[0]?.kind ?? "network", items, bounding, ({ name }) => name?.value);
  const networks = lowerNetworks(named(of(block.items, "network")), file, networkNames, problems);
  const nodeItems = block.items.filter((item): item is NodeItem => item.kind === "node" || item.kind === "witness");
  const nodes = lowerNodes(nodeItems, { file, base, names: nodeNames, leftOut, problems });
  const around = { file, nodes: nodeNames, networks: networkNames, leftOut, problems };
  const storages = lowerStorages(named(of(block.items, "storage")), nodes, around);
  const hosts = lowerHosts(
    bounded("host", of(block.items, "host"), bounding, ({ host }) => host?.value),
    around,
  );
  const cluster: Cluster = {
    name: block.name?.value ?? "",
    file,
    place,
    version,
    versionGiven,
    platform,
    quorumPackage: single("quorum-package")?.value?.value !== "none",
    defaultsFile,
    nodes,
    networks,
    paths: lowerPaths(of(block.items, "path"), around),
    storages,
    hosts,
    domains: lowerDomains(named(of(block.items, "domain")), { nodes, networks, storages, hosts }, around),
    resources: lowerResources(of(block.items, "resource"), around),
  };
  return { cluster, parameterFile, problems };
}

function of<Kind extends ClusterItem["kind"]>(items: readonly ClusterItem[], kind: Kind) {
  return items.filter((item): item is Extract<ClusterItem, { readonly kind: Kind }> => item.kind === kind);
}

function onlyOne<Item extends ClusterItem>(
  items: readonly Item[],
  file: string,
  problems: Problem[],
): Item | undefined {
  const [first, ...others] = items;
  for (const other of others) {
    problems.push(
      structuralProblem(
        "duplicate-item",
        { file, span: other.span },
        {
          en: `\`${other.kind}\` appears twice in this cluster, and only the first one is used. Remove one of the two.`,
          ja: `このクラスターに \`${other.kind}\` が 2 回書かれており、最初のものだけが使われます。どちらかを削除してください。`,
        },
        {
          related: [
            { file, span: first?.span ?? other.span, message: { en: "first written here", ja: "最初はここです" } },
          ],
        },
      ),
    );
  }
  return first;
}

function lowerVersion(
  word: { readonly value: string; readonly span: Place["span"] } | undefined,
  file: string,
  problems: Problem[],
): { readonly version: Version; readonly versionGiven: boolean } {
  const numbers = word === undefined ? undefined : parseVersion(word.value);
  if (word !== undefined && numbers !== undefined) {
    return { version: { text: word.value, ...numbers }, versionGiven: true };
  }
  if (word !== undefined) {
    problems.push(
      structuralProblem(
        "impossible-value",
        { file, span: word.span },
        {
          en: `\`${word.value}\` is not a version. Write it as LifeKeeper shows it, for example \`9.9.0\`.`,
          ja: `\`${word.value}\` はバージョンではありません。\`9.9.0\` のように LifeKeeper が表示する形で書いてください。`,
        },
        { fixes: likelyVersion(word.value, { file, span: word.span }) },
      ),
    );
  }
  const newest = parseVersion(newestVersion) ?? { major: 10, minor: 0, patch: 0 };
  return { version: { text: newestVersion, ...newest }, versionGiven: false };
}

/** The version that a `v` in front, a blank or a missing part hides, when there is such a version. */
function likelyVersion(written: string, place: Place): readonly Fix[] {
  const digits = /^v?(\d{1,4}(?:\.\d{1,4}){0,2})/i.exec(written)?.[1];
  const version = knownVersions.find(
    (known) => known === digits || known === `${digits}.0` || known === `${digits}.0.0`,
  );
  if (version === undefined) return [];
  return [
    {
      title: { en: `Change to ${version}`, ja: `${version} に変更する` },
      edits: [{ ...place, newText: version }],
      certain: false,
    },
  ];
}

interface Around {
  readonly file: string;
  readonly nodes: Names<ClusterNode>;
  readonly networks: Names<Named>;
  readonly leftOut: Set<string>;
  readonly problems: Problem[];
}

function lowerNetworks(
  items: readonly NetworkItem[],
  file: string,
  names: Names<Named>,
  problems: Problem[],
): readonly Named[] {
  return items.flatMap(({ name }) => {
    if (name === undefined) return [];
    const network = { name: name.value, place: { file, span: name.span } };
    return names.define(network.name, network, network.place, problems) ? [network] : [];
  });
}

function lowerStorages(items: readonly StorageItem[], nodes: readonly ClusterNode[], around: Around) {
  const { file, problems } = around;
  const names = new Names<QuorumStorage>({ en: "storage", ja: "ストレージ" });
  const held = new Map<string, Place>();
  return items.flatMap((item): readonly QuorumStorage[] => {
    if (item.name === undefined) return [];
    const holds = item.holds.flatMap((word): readonly string[] => {
      const node = around.nodes.resolve(word, file, problems)?.name;
      if (node === undefined) return [];
      const first = held.get(node);
      if (first === undefined) held.set(node, { file, span: word.span });
      else problems.push(heldTwice(node, { file, span: word.span }, first));
      return first === undefined ? [node] : [];
    });
    const reachedBy = item.reachedBy.flatMap((word) => around.nodes.resolve(word, file, problems)?.name ?? []);
    const storage: QuorumStorage = {
      name: item.name.value,
      place: { file, span: item.name.span },
      reachedBy: item.reachedBy.length > 0 ? [...new Set(reachedBy)] : nodes.map((node) => node.name),
      networks: item.networks.flatMap((word) => around.networks.resolve(word, file, problems)?.name ?? []),
      holds,
    };
    return names.define(storage.name, storage, storage.place, problems) ? [storage] : [];
  });
}

function heldTwice(node: string, place: Place, first: Place): Problem {
  return structuralProblem(
    "duplicate-item",
    place,
    {
      en: `The quorum object of \`${node}\` lies on only one storage, but is listed twice. Remove one of the two.`,
      ja: `\`${node}\` の QWK オブジェクトの場所が 2 回書かれています。どちらかを削除してください。`,
    },
    { related: [{ ...first, message: { en: "first written here", ja: "最初はここです" } }] },
  );
}

function lowerHosts(items: readonly HostItem[], { file, networks, problems }: Around): readonly QuorumHost[] {
  const names = new Names<QuorumHost>({ en: "host", ja: "ホスト" });
  return items.flatMap(({ host, network }): readonly QuorumHost[] => {
    const on = networks.resolve(network, file, problems)?.name;
    if (host === undefined) return [];
    const place = { file, span: host.span };
    const lowered: QuorumHost = { name: host.value, place, network: on };
    return names.define(lowered.name, lowered, place, problems) ? [lowered] : [];
  });
}

function lowerDomains(
  items: readonly DomainItem[],
  things: Pick<Cluster, "nodes" | "networks" | "storages" | "hosts">,
  { file, leftOut, problems }: Around,
): readonly Domain[] {
  const kinds = new Map<string, Domain["members"][number]["kind"]>();
  // A node before the others: where two kinds share a name, the machine is what people mean.
  for (const [kind, named] of [
    ["host", things.hosts],
    ["storage", things.storages],
    ["network", things.networks],
    ["node", things.nodes],
  ] as const) {
    for (const each of named) kinds.set(each.name, kind);
  }
  const what: Localized = { en: "node, network, storage or host", ja: "ノード、ネットワーク、ストレージ、ホスト" };
  const names = new Names<Domain>({ en: "domain", ja: "障害ドメイン" });
  return items.flatMap((item): readonly Domain[] => {
    const members = item.members.flatMap((word): readonly Domain["members"][number][] => {
      const kind = kinds.get(word.value);
      if (kind !== undefined) return [{ kind, name: word.value, place: { file, span: word.span } }];
      if (!leftOut.has(word.value)) problems.push(unknownName(word, file, what, kinds.keys()));
      return [];
    });
    if (item.name === undefined) return [];
    const domain = { name: item.name.value, place: { file, span: item.name.span }, members };
    return names.define(domain.name, domain, domain.place, problems) ? [domain] : [];
  });
}
