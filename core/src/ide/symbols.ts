// The outline of a file: what stands where, nested as written.

import type { Locale } from "../locale/localized.ts";
import type { ClusterFile, ClusterItem, LinkItem, ResourceItem, SetItem, Word } from "../syntax/cluster/tree.ts";
import type { DefaultsFile } from "../syntax/defaults/tree.ts";
import type { Span } from "../text/span.ts";

export type SymbolKind =
  | "cluster"
  | "network"
  | "domain"
  | "node"
  | "witness"
  | "path"
  | "link"
  | "storage"
  | "host"
  | "resource"
  | "scenario"
  | "proof"
  | "parameter";

export interface FileSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly FileSymbol[];
}

export function clusterSymbols(tree: ClusterFile, locale: Locale): readonly FileSymbol[] {
  const clusters = [tree.cluster, ...tree.extraClusters].flatMap((cluster) =>
    cluster === undefined
      ? []
      : [
          symbol("cluster", cluster.name?.value ?? "cluster", "", cluster.span, cluster.name?.span ?? cluster.keyword, [
            ...cluster.items.flatMap((item) => itemSymbol(item)),
          ]),
        ],
  );
  const scenario = locale === "ja" ? "シナリオ" : "scenario";
  const proof = locale === "ja" ? "証明" : "proof";
  const scenarios = tree.scenarios.map((each) =>
    symbol("scenario", each.title?.value ?? scenario, scenario, each.span, each.title?.span ?? each.keyword),
  );
  const proofs = tree.proofs.map((each) =>
    symbol("proof", each.title?.value ?? proof, proof, each.span, each.title?.span ?? each.keyword),
  );
  return [...clusters, ...scenarios, ...proofs].sort((a, b) => a.span.start - b.span.start);
}

function symbol(
  kind: SymbolKind,
  name: string,
  detail: string,
  span: Span,
  nameSpan: Span,
  children: readonly FileSymbol[] = [],
): FileSymbol {
  // Editors insist that the name lies inside of the whole, and that it is not empty.
  const inside = nameSpan.start >= span.start && nameSpan.end <= span.end;
  return { kind, name: name === "" ? kind : name, detail, span, nameSpan: inside ? nameSpan : span, children };
}

function itemSymbol(item: ClusterItem): readonly FileSymbol[] {
  switch (item.kind) {
    case "network":
    case "domain":
    case "storage":
      return [symbol(item.kind, item.name?.value ?? item.kind, item.kind, item.span, item.name?.span ?? item.keyword)];
    case "node":
    case "witness": {
      const address = item.items.find((each) => each.kind === "address");
      const detail = address?.kind === "address" ? (address.value?.value ?? item.kind) : item.kind;
      const sets = item.items.flatMap((each) => (each.kind === "set" ? setSymbol(each) : []));
      const name = item.name?.value ?? item.kind;
      return [symbol(item.kind, name, detail, item.span, item.name?.span ?? item.keyword, sets)];
    }
    case "path": {
      const links = item.links.map((link) => link.network?.value ?? link.kind).join(", ");
      return [symbol("path", ends(item), links, item.span, item.keyword, item.links.map(linkSymbol))];
    }
    case "host":
      return [symbol("host", item.host?.value ?? "host", "host", item.span, item.host?.span ?? item.keyword)];
    case "resource":
      return [resourceSymbol(item)];
    case "lifekeeper":
    case "platform":
    case "quorum-package":
    case "defaults":
      return [];
  }
}

function setSymbol({ parameter, value, span }: SetItem): readonly FileSymbol[] {
  return parameter === undefined
    ? []
    : [symbol("parameter", parameter.value, value?.value ?? "", span, parameter.span)];
}

function linkSymbol(link: LinkItem): FileSymbol {
  const detail = [link.kind, link.network?.value].filter((part) => part !== undefined).join(" ");
  return symbol("link", ends(link), detail, link.span, link.keyword);
}

function ends({ left, right }: { readonly left: Word | undefined; readonly right: Word | undefined }): string {
  return `${left?.value ?? "…"} ↔ ${right?.value ?? "…"}`;
}

function resourceSymbol(item: ResourceItem): FileSymbol {
  const children = item.items.flatMap((each) => (each.kind === "resource" ? [resourceSymbol(each)] : []));
  const detail = [item.type?.value, item.id?.value].filter((part) => part !== undefined).join(" ");
  return symbol("resource", item.tag?.value ?? "resource", detail, item.span, item.tag?.span ?? item.keyword, children);
}

export function defaultsSymbols(tree: DefaultsFile): readonly FileSymbol[] {
  return tree.lines.flatMap((line) =>
    line.kind === "assignment" ? [symbol("parameter", line.name.text, line.value, line.span, line.name.span)] : [],
  );
}
