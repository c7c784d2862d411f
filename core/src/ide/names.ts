// Every name in a cluster file, what it may be the name of, and whether it is defined there. Definition, references,
// rename, highlights, hover, completion and semantic colours all read this one list.

import { actions } from "../language/actions.ts";
import { fieldsOf } from "../language/form.ts";
import { type NameKind, namedIn } from "../language/slots.ts";
import type {
  Action,
  ClusterFile,
  ClusterItem,
  ExpectationForm,
  Given,
  ProofClause,
  ResourceItem,
  Word,
} from "../syntax/cluster/tree.ts";

export interface NameUse {
  readonly name: string;
  readonly word: Word;
  /** What it may name; the first kind that has such a name counts. */
  readonly kinds: readonly NameKind[];
  readonly defines: boolean;
}

/** In the order of the text. */
export function namesIn(tree: ClusterFile): readonly NameUse[] {
  const steps = tree.scenarios.flatMap((scenario) => scenario.steps);
  const uses = [
    ...(tree.cluster?.items ?? []).flatMap(inItem),
    ...tree.scenarios.flatMap((scenario) => scenario.givens.flatMap(inGiven)),
    ...steps.flatMap((step) => (step.kind === "expect" ? inExpectation(step.form) : step.actions.flatMap(inAction))),
    ...tree.proofs.flatMap((proof) => proof.clauses.flatMap(inClause)),
  ];
  return uses.sort((a, b) => a.word.span.start - b.word.span.start);
}

export interface NamedThing {
  readonly kind: NameKind;
  readonly name: string;
}

/** What a name stands for: the first of its kinds that somebody defines, or the first when nobody does. */
export function resolver(all: readonly NameUse[]): (use: NameUse) => NamedThing {
  const defined = new Set(all.filter((use) => use.defines).map((use) => `${use.kinds[0] ?? ""} ${use.name}`));
  return (use) => {
    const kind = use.kinds.find((each) => defined.has(`${each} ${use.name}`)) ?? use.kinds[0] ?? "node";
    return { kind, name: use.name };
  };
}

export function resolveUse(use: NameUse, all: readonly NameUse[]): NamedThing {
  return resolver(all)(use);
}

export function useAt(all: readonly NameUse[], offset: number): NameUse | undefined {
  return all.find(({ word }) => word.span.start <= offset && offset <= word.span.end);
}

/** Every place in which this thing is named. */
export function usesOf(thing: NamedThing, all: readonly NameUse[]): readonly NameUse[] {
  const resolve = resolver(all);
  return all.filter((use) => use.name === thing.name && resolve(use).kind === thing.kind);
}

export function definedNames(all: readonly NameUse[], kind: NameKind): readonly string[] {
  return [...new Set(all.filter((use) => use.defines && use.kinds.includes(kind)).map((use) => use.name))];
}

type Uses = readonly NameUse[];

function definition(word: Word | undefined, kind: NameKind): Uses {
  return word === undefined ? [] : [{ name: word.value, word, kinds: [kind], defines: true }];
}

function anyOf(word: Word | undefined, kinds: readonly NameKind[]): Uses {
  return word === undefined ? [] : [{ name: word.value, word, kinds, defines: false }];
}

function use(kind: NameKind, ...words: readonly (Word | undefined)[]): Uses {
  return words.flatMap((word) => anyOf(word, [kind]));
}

function inItem(item: ClusterItem): Uses {
  switch (item.kind) {
    case "network":
      return definition(item.name, "network");
    case "node":
    case "witness":
      return definition(item.name, "node");
    case "domain":
      return [
        ...definition(item.name, "domain"),
        ...item.members.flatMap((member) => anyOf(member, namedIn("member"))),
      ];
    case "path":
      return [...use("node", item.left, item.right), ...use("network", ...item.links.map((link) => link.network))];
    case "storage":
      return [
        ...definition(item.name, "storage"),
        ...use("node", ...item.reachedBy, ...item.holds),
        ...use("network", ...item.networks),
      ];
    case "host":
      return [...definition(item.host, "host"), ...use("network", item.network)];
    case "resource":
      return inResource(item);
    case "lifekeeper":
    case "platform":
    case "quorum-package":
    case "defaults":
      return [];
  }
}

function inResource(resource: ResourceItem): Uses {
  const inside = resource.items.flatMap((item): Uses => {
    switch (item.kind) {
      case "resource":
        return inResource(item);
      case "uses":
        return use("resource", item.value);
      case "on-network":
        return use("network", item.value);
      case "switchback":
        return use("node", item.node);
      case "servers":
        return use("node", ...item.servers.map((server) => server.node));
      default:
        return [];
    }
  });
  return [...definition(resource.tag, "resource"), ...inside];
}

function inGiven(given: Given): Uses {
  switch (given.kind) {
    case "active":
      return [...use("resource", given.tag), ...use("node", ...given.nodes)];
    case "down":
    case "isolated":
      return use("node", given.node);
    case "mirror-resyncing":
      return [...use("resource", given.tag), ...use("node", given.from, given.to)];
    case "last-active":
    case "mirror-source":
      return [...use("resource", given.tag), ...use("node", given.node)];
  }
}

function inAction(action: Action): Uses {
  const parts: Readonly<Record<string, unknown>> = { ...action };
  return fieldsOf(actions[action.kind].form).flatMap(({ name, slot }) => {
    if (slot === "flag") return [];
    // What may be a name is a word, two or a list of them.
    const words = [parts[name]].flat() as readonly (Word | undefined)[];
    const kinds = namedIn(slot);
    return kinds.length === 0 ? [] : words.flatMap((word) => anyOf(word, kinds));
  });
}

function inExpectation(form: ExpectationForm | undefined): Uses {
  switch (form?.kind) {
    case "active":
      return [...use("resource", form.tag), ...use("node", ...form.nodes)];
    case "state":
    case "mirror-corrupt":
      return [...use("resource", form.tag), ...use("node", form.node)];
    case "node":
    case "quorum":
      return use("node", form.node);
    case "failover":
    case "no-split-brain":
    case undefined:
      return [];
  }
}

function inClause(clause: ProofClause): Uses {
  return clause.kind === "always-recovers" ? use("resource", clause.tag) : [];
}
