// Makes one of what several commands of the same node said. Where two of them contradict each other, the display for
// people counts before the list, and the contradiction is told.

import type { Localized } from "../locale/localized.ts";
import {
  type Actual,
  type ActualPath,
  type ActualResource,
  type Form,
  forms,
  type Part,
  resourceCalled,
} from "./actual.ts";

export interface Combined {
  readonly actual: Actual;
  readonly contradictions: readonly Localized[];
}

/** `name` is how messages call the node. */
export function combineParts(name: string, parts: readonly Part[]): Combined {
  const ordered = [...parts].sort((a, b) => forms.indexOf(a.from) - forms.indexOf(b.from));
  const contradictions: Localized[] = [];
  const told = (what: string, a: Said, b: Said): void => {
    contradictions.push(contradiction(name, what, a, b));
  };
  const list = <Field extends "machines" | "flags" | "related">(field: Field): Actual[Field] => {
    const known = ordered.filter((part) => part[field] !== undefined);
    const [first, ...rest] = known;
    for (const other of field === "related" ? [] : rest) {
      const [a, b] = [first?.[field] ?? [], other[field] ?? []].map((items) => [...items].map(String).sort());
      if (first !== undefined && String(a) !== String(b)) told(field, said(first, a), said(other, b));
    }
    return first?.[field];
  };
  const strategies = ordered.flatMap(({ shutdown }) => shutdown ?? []);
  return {
    actual: {
      name: ordered.find((part) => part.name !== undefined)?.name,
      machines: list("machines"),
      flags: list("flags"),
      related: ordered.flatMap(({ related }) => related ?? []),
      shutdown: strategies[0],
      paths: combinePaths(ordered, told),
      resources: combineResources(ordered, told),
    },
    contradictions,
  };
}

interface Said {
  readonly from: Form;
  readonly value: string;
}

function said({ from }: Part, values: readonly string[] | undefined): Said {
  return { from, value: (values ?? []).join(", ") || "-" };
}

type Tell = (what: string, a: Said, b: Said) => void;

function combinePaths(parts: readonly Part[], told: Tell): readonly ActualPath[] | undefined {
  const [first, ...rest] = parts.filter(({ paths }) => paths !== undefined);
  if (first?.paths === undefined) return undefined;
  const ends = (part: Part): readonly string[] =>
    [
      ...new Set((part.paths ?? []).map(({ local, remote }) => (remote === undefined ? local : `${local}/${remote}`))),
    ].sort();
  for (const other of rest) {
    // Lists asked for node by node are together what a display shows at once.
    const all =
      other.from === "net_list"
        ? rest
            .filter(({ from }) => from === "net_list")
            .flatMap(ends)
            .sort()
        : ends(other);
    if (String(all) !== String(ends(first))) {
      told("paths", said(first, ends(first)), said(other, all));
      break;
    }
  }
  return first.paths;
}

function combineResources(parts: readonly Part[], told: Tell): readonly ActualResource[] | undefined {
  const known = parts.filter(({ resources }) => resources !== undefined);
  if (known.length === 0) return undefined;
  const byTag = new Map<string, { readonly resource: ActualResource; readonly from: Map<string, Form> }>();
  for (const part of known) {
    for (const given of part.resources ?? []) {
      const before = byTag.get(given.tag) ?? { resource: resourceCalled(given.tag), from: new Map<string, Form>() };
      byTag.set(given.tag, { ...before, resource: joinResource(before.resource, given, part.from, before.from, told) });
    }
  }
  return [...byTag.values()].map(({ resource }) => resource);
}

/** Fields whose values must be the same whoever tells them. States may change between two commands. */
const steady = ["id", "type", "info", "priority", "primary", "switchback", "children", "partners"] as const;

function joinResource(
  before: ActualResource,
  given: ActualResource,
  from: Form,
  told: Map<string, Form>,
  tell: Tell,
): ActualResource {
  for (const field of steady) {
    const [a, b] = [before[field], given[field]];
    const first = told.get(field);
    if (b !== undefined && first === undefined) told.set(field, from);
    if (a === undefined || b === undefined || first === undefined) continue;
    const [x, y] = [shown(a), shown(b)];
    if (x !== y) tell(`${before.tag}: ${field}`, { from: first, value: x }, { from, value: y });
  }
  return {
    tag: before.tag,
    id: before.id ?? given.id,
    type: before.type ?? given.type,
    state: before.state ?? given.state,
    info: before.info ?? given.info,
    priority: before.priority ?? given.priority,
    primary: before.primary ?? given.primary,
    next: before.next === undefined ? given.next : before.next,
    switchback: before.switchback ?? given.switchback,
    children: before.children ?? given.children,
    partners: before.partners ?? given.partners,
  };
}

function shown(value: Exclude<ActualResource[(typeof steady)[number]], undefined>): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if ("application" in value) return `${value.application}/${value.kind}`;
  const items = value.map((item) => (typeof item === "string" ? item : `${item.tag} (${item.node})`));
  return [...items].sort().join(", ") || "-";
}

function contradiction(name: string, what: string, a: Said, b: Said): Localized {
  return {
    en: `The commands of ${name} contradict each other (${what}): ${a.from} says ${a.value}, ${b.from} says ${b.value}. The first is written; look which is true.`,
    ja: `${name} のコマンドの結果が食い違っています（${what}）。${a.from} では ${a.value}、${b.from} では ${b.value} です。前者を書きました。どちらが正しいか確認してください。`,
  };
}
