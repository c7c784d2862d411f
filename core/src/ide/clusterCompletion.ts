// Completion in a cluster file: statements where one may begin, and what the statement begun there goes on with.

import { resourceKinds, typeOf } from "../catalogue/resourceKinds.ts";
import { choiceText } from "../language/choices.ts";
import { type NameKind, namedIn, type Slot } from "../language/slots.ts";
import type { BlockKind } from "../language/statement.ts";
import { statements } from "../language/statements.ts";
import type { Locale, Localized } from "../locale/localized.ts";
import { writtenName } from "../model/names.ts";
import { requirementsOf } from "../model/requirements.ts";
import { knownVersions } from "../support/version.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import { runBefore } from "../text/before.ts";
import { type Span, spanOf } from "../text/span.ts";
import { type CompletionItem, snippetText } from "./completionItem.ts";
import { fileItems } from "./fileCompletion.ts";
import { choicesOf } from "./keywordHover.ts";
import { definedNames, type NameUse, namesIn } from "./names.ts";
import { writtenOnce } from "./onlyOnce.ts";
import { parameterItems, valueItems } from "./parameterCompletion.ts";
import type { Accepts } from "./progress.ts";
import type { Snapshot } from "./snapshot.ts";
import { type StatementAt, statementAt } from "./statementAt.ts";

/** Room for the entries of one element, and for those of all elements before new statements. */
const ranksPerElement = 3000;
const statementRank = 90_000;

interface Place {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly tree: ClusterFile;
  readonly names: readonly NameUse[];
  readonly statement: StatementAt;
  readonly offset: number;
  /** What is replaced: the word around the cursor. */
  readonly span: Span;
  readonly locale: Locale;
}

export function completeCluster(
  snapshot: Snapshot,
  file: string,
  offset: number,
  locale: Locale,
): readonly CompletionItem[] {
  const parsed = snapshot.parsed(file);
  const span = wordSpan(parsed.text, offset);
  if (span === undefined) return [];
  const names = namesIn(parsed.tree);
  const statement = statementAt(parsed.text, span.start, onlyOfItsKind(names));
  const place: Place = {
    snapshot,
    file,
    tree: parsed.tree,
    names,
    statement,
    offset,
    span,
    locale,
  };
  // In the order of the forms: first what the statement is mostly about.
  const next = statement.next.flatMap((element, order) =>
    (element.kind === "word" ? wordItem(element.word, place) : slotItems(element.slot, place)).map((found) => ({
      ...found,
      rank: found.rank + order * ranksPerElement,
    })),
  );
  const begins = statement.mayBegin ? statementItems(place) : [];
  const members = statement.block === "domain" ? slotItems("member", place) : [];
  return eachOnce([...next, ...members, ...begins]);
}

/** A name that is defined as something else does not stand in a slot: behind `expect app` no state of a node follows. */
function onlyOfItsKind(names: readonly NameUse[]): Accepts {
  const kinds = new Map<string, Set<NameKind>>();
  for (const {
    name,
    kinds: [kind],
    defines,
  } of names) {
    if (defines && kind !== undefined) kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
  }
  return (slot, word) => {
    const [wanted, defined] = [namedIn(slot), kinds.get(word)];
    return wanted.length === 0 || defined === undefined || wanted.some((kind) => defined.has(kind));
  };
}

/** Undefined inside of a comment. */
function wordSpan(text: string, offset: number): Span | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const quotes = before.replace(/\\./g, "").split('"').length - 1;
  if (quotes % 2 === 1) {
    const start = before.lastIndexOf('"');
    const end = /^[^"\r\n]*"?/.exec(text.slice(offset))?.[0].length ?? 0;
    return spanOf(lineStart + start, offset + end);
  }
  if (/(^|[\s{},=|])#/.test(before.replace(/\\./g, "_").replace(/"[^"]*"/g, "_"))) return undefined;
  const start = runBefore(before, before.length, /[^\s{},"=|]/).length;
  const end = /^[^\s{},"=|]*/.exec(text.slice(offset))?.[0].length ?? 0;
  return spanOf(offset - start, offset + end);
}

function eachOnce(items: readonly CompletionItem[]): readonly CompletionItem[] {
  const byLabel = new Map<string, CompletionItem>();
  for (const item of items) if (!byLabel.has(item.label)) byLabel.set(item.label, item);
  return [...byLabel.values()];
}

// ---- statements and words -----------------------------------------------------------------------------------------

function statementItems(place: Place): readonly CompletionItem[] {
  const { block, isJoined } = place.statement;
  if (block === undefined) return [];
  const once = writtenOnce(place.tree, block, place.offset);
  return statements[block]
    .filter(({ keyword }) => !once.has(keyword))
    .filter(({ keyword }) => !isJoined || (keyword !== "given" && keyword !== "expect"))
    .filter(({ keyword }) => block !== "file" || keyword !== "cluster" || place.tree.cluster === undefined)
    .map(({ keyword, snippet, text }, rank) => ({
      label: keyword,
      kind: snippet === undefined ? "keyword" : "snippet",
      detail: firstSentence(text, place.locale),
      newText: snippet === undefined ? keyword : snippetText(filled(snippet, block, place)),
      isSnippet: snippet !== undefined,
      span: place.span,
      rank: statementRank + rank,
      documentation: `statement:${block}/${keyword}`,
    }));
}

/** Puts names of this cluster where a snippet has placeholders, so that accepting it gives something that works. */
function filled(snippet: string, block: BlockKind, place: Place): string {
  if (block !== "cluster" && block !== "resource" && block !== "file") return snippet;
  const nodes = definedNames(place.names, "node").map(writtenName);
  const tags = definedNames(place.names, "resource").map(writtenName);
  let node = 0;
  return snippet
    .replace(/<(\d):node\d?>/g, (whole, stop: string) => {
      const name = nodes[Math.min(node++, nodes.length - 1)];
      return name === undefined ? whole : `<${stop}:${name}>`;
    })
    .replace(/<(\d):tag>/g, (whole, stop: string) => {
      return tags[0] === undefined || block !== "file" ? whole : `<${stop}:${tags[0]}>`;
    });
}

function firstSentence(text: Localized, locale: Locale): string {
  const sentence = locale === "ja" ? /^[^。]*。?/ : /^.*?(?:[.;](?=\s|$)|$)/;
  return (sentence.exec(text[locale])?.[0] ?? text[locale]).replaceAll("`", "").replace(/;$/, "");
}

function wordItem(word: string, place: Place): readonly CompletionItem[] {
  if (word === "{") return blockItem(place);
  return [item(word, "keyword", "", place, 0)];
}

/** The braces of a block, unless they are there. */
function blockItem(place: Place): readonly CompletionItem[] {
  const { text } = place.snapshot.parsed(place.file);
  if (/^\s*\{/.test(text.slice(place.span.end))) return [];
  const isShort = ["node", "witness", "domain", "storage"].includes(place.statement.words[0] ?? "");
  const newText = isShort ? "{ $0 }" : "{\n\t$0\n}";
  return [{ ...item("{ }", "snippet", "", place, 0), newText, isSnippet: true }];
}

function item(
  label: string,
  kind: CompletionItem["kind"],
  detail: string,
  place: Place,
  rank: number,
  documentation?: CompletionItem["documentation"],
): CompletionItem {
  return {
    label,
    kind,
    newText: label,
    isSnippet: false,
    span: place.span,
    rank,
    ...(detail === "" ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
  };
}

// ---- what stands in a slot ----------------------------------------------------------------------------------------

function slotItems(slot: Slot, place: Place): readonly CompletionItem[] {
  const chosen = choicesOf(slot);
  if (chosen !== undefined) {
    return chosen.words.map((word, rank) =>
      item(
        word,
        "value",
        choiceText(chosen.kind, word)?.[place.locale] ?? "",
        place,
        rank,
        `choice:${chosen.kind}/${word}`,
      ),
    );
  }
  switch (slot) {
    case "host":
      return hostItems(place);
    case "requirement":
      return requirementItems(place);
    case "type":
      return typeItems(place);
    case "version":
      return [...knownVersions].reverse().map((version, rank) => item(version, "value", "", place, rank));
    case "address":
      return addressItems(place);
    case "device":
      return ["/dev/ttyS0", "/dev/ttyS1"].map((device, rank) => item(device, "value", "", place, rank));
    case "count":
      return ["1", "2", "3"].map((count, rank) => item(count, "value", "", place, rank));
    case "duration":
      return ["5s", "30s", "60s", "5m"].map((duration, rank) => item(duration, "value", "", place, rank));
    case "parameter":
      return parametersOf(place);
    case "value":
      return valueItems(place.statement.words[1] ?? "", clusterOf(place), place.span, place.locale);
    case "file":
      // On a node it is a path of that machine.
      return place.statement.block === "node"
        ? [{ ...item("/etc/default/LifeKeeper", "file", "", place, 0), newText: '"/etc/default/LifeKeeper"' }]
        : fileItems(place, place.locale);
    default:
      return nameItems(namedIn(slot), place);
  }
}

const kindNames: Readonly<Record<NameKind, Localized>> = {
  node: { en: "node", ja: "ノード" },
  network: { en: "network", ja: "ネットワーク" },
  domain: { en: "failure domain", ja: "障害ドメイン" },
  storage: { en: "quorum storage", ja: "Quorum ストレージ" },
  host: { en: "quorum host", ja: "Quorum ホスト" },
  resource: { en: "resource", ja: "リソース" },
};

/** Names written already in this statement come last: a path leads to another node. */
function nameItems(kinds: readonly NameKind[], place: Place): readonly CompletionItem[] {
  const written = new Set([...place.statement.words, ...wordsAround(place)]);
  return kinds.flatMap((kind) =>
    definedNames(place.names, kind).map((name, at) => {
      const label = kind === "node" ? "node" : kind === "resource" ? "resource" : "name";
      const detail = kindNames[kind][place.locale];
      return { ...item(name, label, detail, place, written.has(name) ? 100 + at : at), newText: writtenName(name) };
    }),
  );
}

function wordsAround({ statement }: Place): readonly string[] {
  return statement.block === "domain" ? [] : (statement.around.at(-1)?.words.slice(1) ?? []);
}

function clusterOf({ snapshot, file }: Place) {
  return snapshot.model(file).cluster;
}

/** Hosts of QUORUM_HOSTS where one is declared; declared ones where something happens to one. */
function hostItems(place: Place): readonly CompletionItem[] {
  const declared = definedNames(place.names, "host");
  const configured = (clusterOf(place)?.nodes ?? []).flatMap((node) =>
    (node.configuration.get("QUORUM_HOSTS")?.value ?? "").split(",").map((host) => host.trim()),
  );
  const hosts = place.statement.block === "scenario" ? [...declared, ...configured] : configured;
  const offered = [...new Set(hosts)].filter((host) => host !== "");
  return offered.map((host, rank) => item(host, "name", kindNames.host[place.locale], place, rank));
}

/** Those that the file names already, without those of this block. */
function requirementItems(place: Place): readonly CompletionItem[] {
  const blocks = [...place.tree.scenarios, ...place.tree.proofs];
  const isHere = ({ span }: { readonly span: Span }): boolean => span.start <= place.offset && place.offset <= span.end;
  const here = new Set(blocks.filter(isHere).flatMap((block) => requirementsOf(block)));
  const known = new Set(blocks.filter((block) => !isHere(block)).flatMap((block) => requirementsOf(block)));
  return [...known]
    .filter((name) => !here.has(name))
    .sort()
    .map((name, rank) => ({ ...item(name, "name", "", place, rank), newText: writtenName(name) }));
}

function typeItems(place: Place): readonly CompletionItem[] {
  return resourceKinds
    .filter((kind) => kind.windowsOnly !== true)
    .map((kind, rank) => item(typeOf(kind), "type", kind.name[place.locale], place, rank, `type:${typeOf(kind)}`));
}

/** In a path, addresses of the node on this side; those that no link uses yet come first. */
function addressItems(place: Place): readonly CompletionItem[] {
  const around = place.statement.around.at(-1);
  const side = place.statement.words.includes("<->") ? around?.words[3] : around?.words[1];
  const nodes = clusterOf(place)?.nodes ?? [];
  const cluster = clusterOf(place);
  if (place.statement.block !== "path") return [];
  const own = nodes.find((node) => node.name === side)?.address;
  const used = (cluster?.paths ?? []).flatMap((path) =>
    path.links.flatMap((link) => link.ends.filter((_, at) => path.nodes[at] === side)),
  );
  const offered = [...new Set([...(own === undefined ? [] : [own]), ...used])];
  return offered.map((address, rank) => item(address, "value", side ?? "", place, rank));
}

function parametersOf(place: Place): readonly CompletionItem[] {
  const nodeName = place.statement.around.at(-1)?.words[1];
  const taken = new Set<string>();
  for (const node of place.tree.cluster?.items ?? []) {
    if ((node.kind !== "node" && node.kind !== "witness") || node.name?.value !== nodeName) continue;
    for (const set of node.items) {
      if (set.kind === "set" && set.parameter !== undefined && set.parameter.span.start !== place.span.start) {
        taken.add(set.parameter.value);
      }
    }
  }
  return parameterItems({ cluster: clusterOf(place), taken, span: place.span, assignment: " = " }, place.locale);
}
