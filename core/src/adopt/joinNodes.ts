// From the outputs that were given to one account a node: finds out who printed each, and joins what is one node's.

import type { Actual, Part } from "../actual/actual.ts";
import { combineParts } from "../actual/combine.ts";
import { type Output, readOutput } from "../actual/readOutput.ts";
import type { Localized } from "../locale/localized.ts";
import { append } from "../many.ts";
import { notes as note, refusals } from "./notes.ts";

export interface Source {
  /** How messages call it: a file, a destination. */
  readonly label: string;
  /** What the node calls itself (`lcduname`); undefined: the output has to tell. */
  readonly name: string | undefined;
  /** How it was reached; undefined when it was not. */
  readonly ssh: string | undefined;
  /** What LifeKeeper's commands printed there. */
  readonly output: string;
  /** Its parameter file; undefined when there was none to be read. */
  readonly parameters: string | undefined;
}

export interface ActualNode extends Actual {
  readonly name: string;
  readonly ssh: string | undefined;
  readonly parameters: string | undefined;
}

export interface Joined {
  readonly nodes: readonly ActualNode[];
  readonly notes: readonly Localized[];
  /** Not empty: nothing may be made of it. */
  readonly refused: readonly Localized[];
}

interface Owned {
  readonly source: Source;
  readonly part: Part;
}

export function joinNodes(sources: readonly Source[]): Joined {
  const notes: Localized[] = [];
  const refused: Localized[] = [];
  const left: Localized[] = [];
  const owned: Owned[] = [];
  for (const source of sources) {
    const output = readOutput(source.output);
    if (isTooLarge(output)) return { nodes: [], notes: [], refused: [refusals.tooLarge] };
    const why = refusalOf(source, output);
    if (why?.final === true) refused.push(why.text);
    else if (why !== undefined && source.name === undefined) left.push(why.text);
    else if (source.name !== undefined && output.parts.length === 0) {
      notes.push(output.notRunning ? note.notRunning(source.name) : note.noCommands(source.name));
    }
    append(notes, damage(source, output));
    const own = output.parts.filter((part) => why === undefined || part.name !== undefined);
    for (const part of own) owned.push({ source, part });
  }
  const named = nameParts(owned, sources, notes);
  const accounts = new Map<string, { readonly parts: Part[]; source: Source | undefined }>();
  for (const source of sources) {
    if (source.name !== undefined) accounts.set(named.nameOf(source) ?? source.name, { parts: [], source });
  }
  for (const { name, part, source } of named.parts) {
    const account = accounts.get(name) ?? { parts: [], source };
    account.parts.push(part);
    accounts.set(name, account);
  }
  const nodes = [...accounts].map(([name, { parts, source }]): ActualNode => {
    const { actual, contradictions } = combineParts(name, parts);
    append(notes, contradictions);
    const hasNothing = parts.length > 0 && !actual.resources?.length && !actual.paths?.length;
    if (hasNothing) notes.push(note.nothingThere(name));
    return { ...actual, name, ssh: source?.ssh, parameters: source?.parameters };
  });
  // What is left out is told; when nothing else is there either, it is the answer.
  const hasAny = nodes.some(({ resources, paths }) => (resources ?? []).length + (paths ?? []).length > 0);
  if (!hasAny && refused.length === 0) {
    return {
      nodes: [],
      notes: [],
      refused: left.length > 0 ? left : sources.map(({ label }) => refusals.nothingThere(label)),
    };
  }
  for (const node of nodes) {
    const tags = node.resources ?? [];
    const from = sources.find(({ name, ssh }) => name === node.name && ssh === node.ssh)?.label ?? node.name;
    if (tags.length > 1 && tags.some(({ children }) => children === undefined))
      refused.push(refusals.indentsLost(from));
  }
  return { nodes, notes: [...left, ...notes], refused };
}

/** No cluster comes near; an endless output must not be worked through. */
function isTooLarge({ parts }: Output): boolean {
  return (
    parts.length > 500 ||
    parts.some(
      ({ resources, paths, machines, flags }) =>
        (resources ?? []).length > 5000 || [paths, machines, flags].some((list) => (list ?? []).length > 1000),
    )
  );
}

/** `final`: a wrong file. The others show a node that has nothing to show. */
function refusalOf(
  { label, name, output: text }: Source,
  output: Output,
): { text: Localized; final: boolean } | undefined {
  const isNode = name !== undefined;
  if (output.windows) return { text: refusals.windows(label), final: true };
  if (output.parts.some(({ resources, paths }) => (resources ?? []).length + (paths ?? []).length > 0))
    return undefined;
  if (output.parts.some(({ from }) => from.endsWith("_list"))) return undefined;
  if (output.notRunning) return { text: refusals.notRunning(label), final: false };
  if (output.recognised) return { text: refusals.nothingThere(label), final: false };
  if (text.trim() === "") return { text: refusals.empty(label), final: !isNode };
  return { text: refusals.foreign(label), final: !isNode };
}

function damage({ label }: Source, { notUnderstood, orphans, cut, recognised }: Output): readonly Localized[] {
  const [first] = notUnderstood;
  const shown = (first ?? "")
    .trim()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "·")
    .slice(0, 80);
  return [
    ...(first === undefined ? [] : [note.notUnderstood(label, notUnderstood.length, shown)]),
    ...(orphans.length === 0 ? [] : [note.orphans(label, orphans)]),
    ...(cut && recognised ? [note.cut(label)] : []),
  ];
}

interface NamedParts {
  readonly parts: readonly (Owned & { readonly name: string })[];
  /** What the status of a source calls the node, where it is one node's. */
  readonly nameOf: (source: Source) => string | undefined;
}

function nameParts(owned: readonly Owned[], sources: readonly Source[], notes: Localized[]): NamedParts {
  const names = new Map<Part, string>();
  const nameOf = (source: Source): string | undefined => {
    const own = new Set(owned.filter((each) => each.source === source).flatMap(({ part }) => names.get(part) ?? []));
    return own.size === 1 ? [...own][0] : undefined;
  };
  for (const { part } of owned) if (part.name !== undefined) names.set(part, part.name);
  for (const source of sources) {
    const said = nameOf(source);
    if (source.name !== undefined && said !== undefined && said !== source.name)
      notes.push(note.otherName(source.name, said));
  }
  // An output without a name that stands beside others of one node is that node's, unless it speaks of it as of another.
  for (const { source, part } of owned) {
    const beside = nameOf(source) ?? source.name;
    if (!names.has(part) && beside !== undefined && !peersOf(part).has(beside)) names.set(part, beside);
  }
  const byEnds = new Map<string, string>();
  for (const { part } of owned) {
    const name = names.get(part);
    for (const { peer, local, remote } of part.paths ?? []) {
      if (name !== undefined && peer !== undefined && remote !== undefined)
        byEnds.set(`${name} ${remote}/${local}`, peer);
    }
  }
  const placeholders = new Map<Source, string>();
  for (const { source, part } of owned) {
    if (names.has(part)) continue;
    const told = (part.paths ?? []).flatMap(
      ({ peer, local, remote }) => byEnds.get(`${peer} ${local}/${remote}`) ?? [],
    );
    const [only, other] = [...new Set(told)];
    const beside = nameOf(source);
    if (only !== undefined && other === undefined) names.set(part, only);
    else if (beside !== undefined && !peersOf(part).has(beside)) names.set(part, beside);
  }
  for (const { source, part } of owned) {
    if (names.has(part)) continue;
    const placeholder =
      placeholders.get(source) ??
      freeName(new Set([...names.values(), ...owned.flatMap((each) => [...peersOf(each.part)])]));
    if (!placeholders.has(source)) notes.push(note.ownNameUnknown(source.label, placeholder));
    placeholders.set(source, placeholder);
    names.set(part, placeholder);
  }
  return {
    parts: owned.map((each) => ({ ...each, name: names.get(each.part) ?? "this-node" })),
    nameOf,
  };
}

function peersOf(part: Part): ReadonlySet<string> {
  return new Set([
    ...(part.paths ?? []).flatMap(({ peer }) => peer ?? []),
    ...(part.resources ?? []).flatMap(({ next, partners }) => [
      ...(typeof next === "string" ? [next] : []),
      ...(partners ?? []).map(({ node }) => node),
    ]),
  ]);
}

function freeName(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? "this-node" : `this-node-${number}`;
    if (!taken.has(name)) return name;
  }
}
