// Every name in a cluster file, what it may be the name of, and whether it is defined there. Definition, references,
// rename, highlights, hover, completion and semantic colours all read this one list.

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

export type NameKind = "node" | "network" | "domain" | "storage" | "host" | "resource";

export interface NameUse {
  readonly name: string;
  readonly word: Word;
  /** What it may name; the first kind that has such a name counts. */
  readonly kinds: readonly NameKind[];
  readonly defines: boolean;
}

/** In the order of the text. */
export function namesIn(tree: ClusterFile): readonly NameUse[] {
  const uses: NameUse[] = [];
  const collector = new Collector(uses);
  for (const item of tree.cluster?.items ?? []) collector.item(item);
  for (const scenario of tree.scenarios) {
    for (const given of scenario.givens) collector.given(given);
    for (const step of scenario.steps) {
      if (step.kind === "expect") collector.expectation(step.form);
      else for (const action of step.actions) collector.action(action);
    }
  }
  for (const proof of tree.proofs) for (const clause of proof.clauses) collector.clause(clause);
  return uses.sort((a, b) => a.word.span.start - b.word.span.start);
}

export interface NamedThing {
  readonly kind: NameKind;
  readonly name: string;
}

/** What a name stands for: the first of its kinds that somebody defines, or the first when nobody does. */
export function resolveUse(use: NameUse, all: readonly NameUse[]): NamedThing {
  for (const kind of use.kinds) {
    if (all.some((other) => other.defines && other.name === use.name && other.kinds.includes(kind))) {
      return { kind, name: use.name };
    }
  }
  return { kind: use.kinds[0] ?? "node", name: use.name };
}

export function useAt(all: readonly NameUse[], offset: number): NameUse | undefined {
  return all.find(({ word }) => word.span.start <= offset && offset <= word.span.end);
}

/** Every place in which this thing is named. */
export function usesOf(thing: NamedThing, all: readonly NameUse[]): readonly NameUse[] {
  return all.filter((use) => {
    if (use.name !== thing.name || !use.kinds.includes(thing.kind)) return false;
    return resolveUse(use, all).kind === thing.kind;
  });
}

export function definedNames(all: readonly NameUse[], kind: NameKind): readonly string[] {
  return [...new Set(all.filter((use) => use.defines && use.kinds.includes(kind)).map((use) => use.name))];
}

class Collector {
  readonly #uses: NameUse[];

  constructor(uses: NameUse[]) {
    this.#uses = uses;
  }

  #add(word: Word | undefined, defines: boolean, ...kinds: readonly NameKind[]): void {
    if (word !== undefined) this.#uses.push({ name: word.value, word, kinds, defines });
  }

  #use(kind: NameKind, ...words: readonly (Word | undefined)[]): void {
    for (const word of words) this.#add(word, false, kind);
  }

  item(item: ClusterItem): void {
    switch (item.kind) {
      case "network":
        return this.#add(item.name, true, "network");
      case "node":
      case "witness":
        return this.#add(item.name, true, "node");
      case "domain":
        this.#add(item.name, true, "domain");
        for (const member of item.members) this.#add(member, false, "node", "network", "storage", "host");
        return;
      case "path":
        this.#use("node", item.left, item.right);
        for (const link of item.links) this.#use("network", link.network);
        return;
      case "storage":
        this.#add(item.name, true, "storage");
        this.#use("node", ...item.reachedBy);
        this.#use("network", ...item.networks);
        return;
      case "host":
        this.#add(item.host, true, "host");
        return this.#use("network", item.network);
      case "resource":
        return this.resource(item);
      case "lifekeeper":
      case "platform":
      case "quorum-package":
      case "defaults":
        return;
    }
  }

  resource(resource: ResourceItem): void {
    this.#add(resource.tag, true, "resource");
    for (const item of resource.items) {
      if (item.kind === "resource") this.resource(item);
      if (item.kind === "uses") this.#use("resource", item.value);
      if (item.kind === "switchback") this.#use("node", item.node);
      if (item.kind === "servers") for (const server of item.servers) this.#use("node", server.node);
    }
  }

  given(given: Given): void {
    switch (given.kind) {
      case "active":
        this.#use("resource", given.tag);
        return this.#use("node", ...given.nodes);
      case "last-active":
        this.#use("resource", given.tag);
        return this.#use("node", given.node);
      case "down":
      case "isolated":
        return this.#use("node", given.node);
      case "mirror-resyncing":
        this.#use("resource", given.tag);
        return this.#use("node", given.from, given.to);
      case "mirror-source":
        this.#use("resource", given.tag);
        return this.#use("node", given.node);
    }
  }

  action(action: Action): void {
    switch (action.kind) {
      case "cut-pair":
      case "heal-pair":
      case "cut-link":
        return this.#use("node", action.left, action.right);
      case "cut-network":
      case "heal-network":
        return this.#use("network", action.network);
      case "partition":
        return this.#use("node", ...action.left, ...action.right);
      case "fail-domain":
      case "heal-domain":
        return this.#use("domain", action.domain);
      case "heal-all":
      case "wait":
        return;
      case "heal":
        return this.#add(action.name, false, "node", "network", "domain", "storage", "host");
      case "lose-host":
      case "regain-host":
        this.#use("host", action.host);
        return this.#use("node", action.node);
      case "hold-reservation":
      case "break-mirror":
        return this.#use("resource", action.tag);
      case "in-service":
      case "out-of-service":
      case "fail":
      case "refuse":
      case "take-reservation":
      case "force-mirror":
      case "timeout-check":
      case "fail-standby":
      case "fill":
      case "free":
        this.#use("resource", action.tag);
        return this.#use("node", action.node);
      case "crash":
      case "freeze":
      case "thaw":
      case "isolate":
      case "shutdown":
      case "start":
      case "boot":
      case "stop":
      case "confirm":
      case "lose-storage":
      case "regain-storage":
        return this.#use("node", action.node);
    }
  }

  expectation(form: ExpectationForm | undefined): void {
    switch (form?.kind) {
      case "active":
        this.#use("resource", form.tag);
        return this.#use("node", ...form.nodes);
      case "state":
        this.#use("resource", form.tag);
        return this.#use("node", form.node);
      case "node":
      case "quorum":
        return this.#use("node", form.node);
      case "mirror-corrupt":
        this.#use("resource", form.tag);
        return this.#use("node", form.node);
      case "failover":
      case "no-split-brain":
      case undefined:
        return;
    }
  }

  clause(clause: ProofClause): void {
    if (clause.kind === "always-recovers") this.#use("resource", clause.tag);
  }
}
