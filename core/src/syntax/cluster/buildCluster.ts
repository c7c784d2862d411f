// From the concrete syntax tree to the tree of tree.ts: the cluster block and its items.

import type { CstNode } from "chevrotain";
import { cover, spanOf } from "../../text/span.ts";
import { type Reading, report } from "../syntaxProblem.ts";
import { blockOf, partOf, reportStrange } from "./blocks.ts";
import { nodeOf, nodeSpan, nodesOf, tokenOf, tokensOf } from "./cst.ts";
import type {
  ClusterBlock,
  ClusterItem,
  LinkItem,
  NodeItem,
  NodeSetting,
  PathItem,
  ResourceItem,
  ResourceSetting,
  ServerEntry,
  StorageItem,
  Word,
} from "./tree.ts";
import { checkChoice, durationWord, name, numberWord, word, wordOfToken, words } from "./words.ts";

export function buildCluster(reading: Reading, cst: CstNode): ClusterBlock {
  reportStrange(reading, cst, "cluster");
  return {
    ...blockOf(reading, cst),
    name: name(reading, cst, "name", "file"),
    items: nodesOf(cst, "item").flatMap((item) => buildItem(reading, item)),
  };
}

export function buildItem(reading: Reading, item: CstNode): readonly ClusterItem[] {
  const [kind, parts] = Object.entries(item.children)[0] ?? [];
  const cst = kind === undefined || parts === undefined ? undefined : nodeOf(item, kind);
  if (cst === undefined) return [];
  switch (kind) {
    case "version":
      return [{ kind: "lifekeeper", ...partOf(cst), version: word(reading, cst, "value") }];
    case "platform": {
      const platform = word(reading, cst, "value");
      checkChoice(reading, platform, "platform");
      return [{ kind, ...partOf(cst), platform }];
    }
    case "quorumPackage": {
      const value = word(reading, cst, "value");
      checkChoice(reading, value, "quorumPackage");
      return [{ kind: "quorum-package", ...partOf(cst), value }];
    }
    case "defaults":
      return [{ kind, ...partOf(cst), path: word(reading, cst, "value") }];
    case "network":
      return [{ kind, ...partOf(cst), name: name(reading, cst, "name", "cluster") }];
    case "domain":
      return [buildDomain(reading, cst)];
    case "node":
      return [buildNode(reading, cst)];
    case "path":
      return [buildPath(reading, cst)];
    case "storage":
      return [buildStorage(reading, cst)];
    case "host":
      return [
        {
          kind,
          ...partOf(cst),
          host: name(reading, cst, "host", "cluster"),
          network: word(reading, nodeOf(cst, "onNetwork"), "name"),
        },
      ];
    case "resource":
      return [buildResource(reading, cst)];
    default:
      return [];
  }
}

function buildDomain(reading: Reading, cst: CstNode): ClusterItem {
  const block = blockOf(reading, cst);
  const members = tokensOf(cst, "member").map((token) => wordOfToken(reading, token));
  if (block.body !== undefined) checkCommas(reading, cst, members);
  return { kind: "domain", ...block, name: name(reading, cst, "name", "cluster"), members };
}

function checkCommas(reading: Reading, cst: CstNode, members: readonly Word[]): void {
  const commas = tokensOf(cst, "comma").map((token) => token.startOffset);
  for (const [index, member] of members.entries()) {
    const next = members[index + 1];
    if (next === undefined) continue;
    const between = commas.filter((at) => member.span.end <= at && at < next.span.start);
    if (between.length === 1) continue;
    report(reading, "syntax-missing-part", next.span, {
      en: "Separate the members of a domain with one comma each.",
      ja: "障害ドメインのメンバーはカンマ 1 個で区切ってください。",
    });
  }
  const firstStart = members[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const lastEnd = members.at(-1)?.span.end ?? Number.POSITIVE_INFINITY;
  for (const at of commas.filter((comma) => comma < firstStart || comma >= lastEnd)) {
    report(reading, "syntax-missing-part", spanOf(at, at + 1), {
      en: "A member is missing beside this comma: name a node, network, storage or host, or remove the comma.",
      ja: "このカンマの隣にメンバーがありません。ノード、ネットワーク、ストレージ、ホストの名前を書くか、カンマを削除してください。",
    });
  }
}

function buildNode(reading: Reading, cst: CstNode): NodeItem {
  reportStrange(reading, cst, "node");
  return {
    kind: tokenOf(cst, "keyword")?.image === "witness" ? "witness" : "node",
    ...blockOf(reading, cst),
    name: name(reading, cst, "name", "cluster"),
    items: nodesOf(cst, "nodeItem").flatMap((item) => buildNodeSetting(reading, item)),
  };
}

function buildNodeSetting(reading: Reading, cst: CstNode): readonly NodeSetting[] {
  const set = nodeOf(cst, "set");
  if (set !== undefined) {
    const values = words(reading, set, "value");
    return [{ kind: "set", ...partOf(set), parameter: word(reading, set, "parameter"), value: joined(values) }];
  }
  const kind = tokenOf(cst, "keyword")?.image;
  switch (kind) {
    case "address":
    case "ssh":
    case "file":
      return [{ kind, ...partOf(cst), value: name(reading, cst, "value", "node") }];
    case "shutdown": {
      const value = word(reading, cst, "value");
      checkChoice(reading, value, "shutdown");
      return [{ kind, ...partOf(cst), value }];
    }
    case "confirm-failover":
      return [{ kind, ...partOf(cst), nodes: words(reading, cst) }];
    case "block-resource-failover":
    case "stonith":
      return [{ kind, ...partOf(cst) }];
    default:
      return [];
  }
}

/** `a:80,b:443` is one value, as in the parameter file, where lists have no blanks. */
function joined(values: readonly Word[]): Word | undefined {
  const first = values[0];
  const last = values.at(-1);
  if (first === undefined || last === undefined || values.length === 1) return first;
  return { value: values.map((each) => each.value).join(","), span: cover(first.span, last.span), quoted: false };
}

function buildPath(reading: Reading, cst: CstNode): PathItem {
  reportStrange(reading, cst, "path");
  const block = blockOf(reading, cst);
  const links = nodesOf(cst, "link").map((link) => buildLink(reading, link));
  if (block.body !== undefined && links.length === 0 && nodesOf(cst, "strange").length === 0) {
    report(reading, "syntax-missing-part", block.body, {
      en: "A path needs at least one link: `tcp ADDRESS <-> ADDRESS` or `tty DEVICE <-> DEVICE`.",
      ja: "パスには少なくとも 1 本のリンクが必要です。`tcp ADDRESS <-> ADDRESS` または `tty DEVICE <-> DEVICE` を書いてください。",
    });
  }
  return {
    kind: "path",
    ...block,
    left: name(reading, cst, "left", "cluster"),
    right: name(reading, cst, "right", "cluster"),
    links,
  };
}

function buildLink(reading: Reading, cst: CstNode): LinkItem {
  const [network, ...moreNetworks] = nodesOf(cst, "onNetwork");
  const [priority, ...morePriorities] = nodesOf(cst, "priority");
  for (const repeated of [...moreNetworks, ...morePriorities]) {
    report(reading, "syntax-repeated-part", nodeSpan(repeated) ?? partOf(cst).keyword, {
      en: "This link already has this item. Remove one of the two.",
      ja: "このリンクには同じ指定がすでにあります。どちらかを削除してください。",
    });
  }
  return {
    kind: tokenOf(cst, "keyword")?.image === "tty" ? "tty" : "tcp",
    ...partOf(cst),
    left: name(reading, cst, "left", "path"),
    right: name(reading, cst, "right", "path"),
    network: word(reading, network, "name"),
    priority: numberWord(reading, priority),
  };
}

function buildStorage(reading: Reading, cst: CstNode): StorageItem {
  reportStrange(reading, cst, "storage");
  return {
    kind: "storage",
    ...blockOf(reading, cst),
    name: name(reading, cst, "name", "cluster"),
    reachedBy: nodesOf(cst, "reachedBy").flatMap((part) => words(reading, part)),
    networks: nodesOf(cst, "onNetwork").flatMap((part) => word(reading, part, "name") ?? []),
    holds: nodesOf(cst, "holds").flatMap((part) => words(reading, part)),
  };
}

function buildResource(reading: Reading, cst: CstNode): ResourceItem {
  const body = nodeOf(cst, "resourceBody");
  if (body !== undefined) reportStrange(reading, body, "resource");
  const type = word(reading, cst, "type");
  if (type !== undefined && !/^[^/]+\/[^/]+$/.test(type.value)) {
    report(reading, "syntax-resource-type", type.span, {
      en: "A resource type is an application and a kind with `/` between them, for example `gen/app` or `comm/ip`.",
      ja: "リソースの種類は、`gen/app` や `comm/ip` のようにアプリケーションと種類を `/` でつないで書いてください。",
    });
  }
  return {
    kind: "resource",
    ...blockOf(reading, cst, body),
    tag: name(reading, cst, "tag", "resource"),
    type,
    id: word(reading, cst, "id"),
    items: nodesOf(body, "resourceItem", "resource").flatMap((item) => buildResourceSetting(reading, item)),
  };
}

function buildResourceSetting(reading: Reading, cst: CstNode): readonly ResourceSetting[] {
  if (cst.name === "resource") return [buildResource(reading, cst)];
  const servers = nodeOf(cst, "servers");
  if (servers !== undefined) {
    const entries = nodesOf(servers, "server").flatMap((entry) => buildServer(reading, entry));
    return [{ kind: "servers", ...partOf(servers), servers: entries }];
  }
  const temporal = nodeOf(cst, "temporalRecovery");
  if (temporal !== undefined) {
    const count = numberWord(reading, temporal);
    return [{ kind: "temporal-recovery", ...partOf(temporal), count, period: durationWord(reading, temporal) }];
  }
  const kind = tokenOf(cst, "keyword")?.image;
  switch (kind) {
    case "switchback": {
      const value = word(reading, cst, "value");
      checkChoice(reading, value, "switchback");
      return [{ kind, ...partOf(cst), value, node: word(reading, nodeOf(cst, "onNode"), "name") }];
    }
    case "failover":
    case "local-recovery": {
      const value = word(reading, cst, "value");
      checkChoice(reading, value, "onOff");
      return [{ kind, ...partOf(cst), value }];
    }
    case "mode": {
      const value = word(reading, cst, "value");
      checkChoice(reading, value, "mode");
      return [{ kind, ...partOf(cst), value }];
    }
    case "info":
      return [{ kind, ...partOf(cst), value: word(reading, cst, "value") }];
    case "on-network":
      return [{ kind, ...partOf(cst), value: name(reading, cst, "value", "resource") }];
    case "uses":
      return [{ kind, ...partOf(cst), value: name(reading, cst, "value", "resource") }];
    case "reserved":
      return [{ kind, ...partOf(cst) }];
    default:
      return [];
  }
}

function buildServer(reading: Reading, cst: CstNode): readonly ServerEntry[] {
  const node = name(reading, cst, "node", "resource");
  if (node === undefined) return [];
  return [{ node, priority: numberWord(reading, cst, "priority"), span: nodeSpan(cst) ?? node.span }];
}
