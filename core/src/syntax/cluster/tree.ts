// The syntax tree of a cluster file: what is written and where, nothing decided yet.
// Any part may be missing, because the text may be half typed. Docs: docs/cluster-language.md.

import type { ActionKind, ActionWith } from "../../language/actions.ts";
import type { Span } from "../../text/span.ts";

/** A word or a string; `value` is decoded, `span` covers the quotes. */
export interface Word {
  readonly value: string;
  readonly span: Span;
  readonly quoted: boolean;
}

/** `value` is undefined when the word is not a number. */
export interface NumberWord {
  readonly value: number | undefined;
  readonly word: Word;
}

/** `ms` is undefined when the word is not a duration such as `500ms`, `20s`, `2m`, `1h`. */
export interface DurationWord {
  readonly ms: number | undefined;
  readonly word: Word;
}

export interface ClusterFile {
  readonly cluster: ClusterBlock | undefined;
  /** A second `cluster` in one file is kept here and reported. */
  readonly extraClusters: readonly ClusterBlock[];
  readonly scenarios: readonly ScenarioBlock[];
  readonly proofs: readonly ProofBlock[];
  readonly span: Span;
}

interface Part {
  readonly span: Span;
  /** The keyword that opens this part. */
  readonly keyword: Span;
}

interface Block extends Part {
  /** From `{` to `}` inclusive; to the end of what was read when `}` is missing; undefined without `{`. */
  readonly body: Span | undefined;
}

export interface ClusterBlock extends Block {
  readonly name: Word | undefined;
  readonly items: readonly ClusterItem[];
}

export type ClusterItem =
  | VersionItem
  | PlatformItem
  | QuorumPackageItem
  | DefaultsItem
  | NetworkItem
  | DomainItem
  | NodeItem
  | PathItem
  | StorageItem
  | HostItem
  | ResourceItem;

export interface VersionItem extends Part {
  readonly kind: "lifekeeper";
  readonly version: Word | undefined;
}
export interface PlatformItem extends Part {
  readonly kind: "platform";
  readonly platform: Word | undefined;
}
/** `quorum-package none`: the Quorum/Witness package is on no node; `installed` is the default. */
export interface QuorumPackageItem extends Part {
  readonly kind: "quorum-package";
  readonly value: Word | undefined;
}
export interface DefaultsItem extends Part {
  readonly kind: "defaults";
  readonly path: Word | undefined;
}
export interface NetworkItem extends Part {
  readonly kind: "network";
  readonly name: Word | undefined;
}
export interface DomainItem extends Block {
  readonly kind: "domain";
  readonly name: Word | undefined;
  readonly members: readonly Word[];
}
export interface NodeItem extends Block {
  readonly kind: "node" | "witness";
  readonly name: Word | undefined;
  readonly items: readonly NodeSetting[];
}
export type NodeSetting =
  | (Part & { readonly kind: "address" | "ssh" | "file" | "shutdown"; readonly value: Word | undefined })
  /** Without nodes it speaks of all others. */
  | (Part & { readonly kind: "confirm-failover"; readonly nodes: readonly Word[] })
  | (Part & { readonly kind: "block-resource-failover" | "stonith" })
  | SetItem;
export interface SetItem extends Part {
  readonly kind: "set";
  readonly parameter: Word | undefined;
  readonly value: Word | undefined;
}
export interface PathItem extends Block {
  readonly kind: "path";
  readonly left: Word | undefined;
  readonly right: Word | undefined;
  readonly links: readonly LinkItem[];
}
export interface LinkItem extends Part {
  readonly kind: "tcp" | "tty";
  readonly left: Word | undefined;
  readonly right: Word | undefined;
  readonly network: Word | undefined;
  readonly priority: NumberWord | undefined;
}
export interface StorageItem extends Block {
  readonly kind: "storage";
  readonly name: Word | undefined;
  readonly reachedBy: readonly Word[];
  readonly networks: readonly Word[];
  /** The nodes whose quorum objects lie on it. */
  readonly holds: readonly Word[];
}
export interface HostItem extends Part {
  readonly kind: "host";
  readonly host: Word | undefined;
  readonly network: Word | undefined;
}
export interface ResourceItem extends Block {
  readonly kind: "resource";
  readonly tag: Word | undefined;
  readonly type: Word | undefined;
  readonly id: Word | undefined;
  readonly items: readonly ResourceSetting[];
}
export type ResourceSetting =
  | (Part & { readonly kind: "servers"; readonly servers: readonly ServerEntry[] })
  | (Part & { readonly kind: "switchback"; readonly value: Word | undefined; readonly node: Word | undefined })
  | (Part & {
      readonly kind: "failover" | "local-recovery" | "mode" | "info" | "on-network" | "uses";
      readonly value: Word | undefined;
    })
  | (Part & {
      readonly kind: "temporal-recovery";
      readonly count: NumberWord | undefined;
      readonly period: DurationWord | undefined;
    })
  | (Part & { readonly kind: "reserved" })
  | ResourceItem;
export interface ServerEntry {
  readonly node: Word;
  readonly priority: NumberWord | undefined;
  readonly span: Span;
}

/** What a scenario or proof shows to be met. */
export interface RequirementItem extends Part {
  readonly names: readonly Word[];
}

export interface ScenarioBlock extends Block {
  readonly title: Word | undefined;
  readonly requirements: readonly RequirementItem[];
  readonly givens: readonly Given[];
  readonly steps: readonly Step[];
}

/** `nowhere` is an empty list of nodes. */
export type Given =
  | (Part & { readonly kind: "active"; readonly tag: Word; readonly nodes: readonly Word[] })
  /** `TAG last active on NODE`: it was in service there when LifeKeeper last stopped on that node. */
  | (Part & { readonly kind: "last-active"; readonly tag: Word; readonly node: Word | undefined })
  | (Part & { readonly kind: "down"; readonly node: Word })
  /** `NODE isolated`: it runs, has lost every communication path, and holds nothing in service. */
  | (Part & { readonly kind: "isolated"; readonly node: Word })
  | (Part & {
      readonly kind: "mirror-resyncing";
      readonly tag: Word;
      readonly from: Word | undefined;
      readonly to: Word | undefined;
    })
  | (Part & { readonly kind: "mirror-source"; readonly tag: Word; readonly node: Word | undefined });

export type Step = ActionStep | Expectation;

/** Actions joined by `and` happen at the same moment. */
export interface ActionStep extends Part {
  readonly kind: "actions";
  readonly actions: readonly Action[];
}

export type Action = Part & ActionForm;

/** What stands in the slots of an action. */
interface ActionValues {
  readonly name: Word | undefined;
  readonly list: readonly Word[];
  readonly between: readonly [Word | undefined, Word | undefined];
  readonly count: NumberWord | undefined;
  readonly duration: DurationWord | undefined;
  readonly operation: "restore" | "remove" | undefined;
  readonly answer: "yes" | "no" | undefined;
}

/** What an action names. A part that the text lacks is undefined, and the parser has reported it. */
export type ActionForm = ActionWith<ActionKind, ActionValues>;

export interface Expectation extends Part {
  readonly kind: "expect";
  /** Undefined when the text after `expect` is not understood. */
  readonly form: ExpectationForm | undefined;
}

/** `active` with an empty list is `active nowhere`. */
export type ExpectationForm =
  | {
      readonly kind: "active";
      readonly tag: Word;
      readonly nodes: readonly Word[];
      readonly within: DurationWord | undefined;
    }
  | { readonly kind: "state"; readonly tag: Word; readonly state: Word; readonly node: Word | undefined }
  | { readonly kind: "node"; readonly node: Word; readonly condition: "up" | "off" | "halted" | "rebooted" }
  | { readonly kind: "quorum"; readonly expected: boolean; readonly node: Word | undefined }
  | { readonly kind: "failover"; readonly expected: boolean }
  | { readonly kind: "no-split-brain" }
  | { readonly kind: "mirror-corrupt"; readonly tag: Word; readonly node: Word | undefined };

export interface ProofBlock extends Block {
  readonly title: Word | undefined;
  readonly requirements: readonly RequirementItem[];
  readonly clauses: readonly ProofClause[];
}

export type ProofClause =
  | (Part & {
      readonly kind: "never";
      readonly property: Word | undefined;
      readonly longerThan: DurationWord | undefined;
    })
  | (Part & { readonly kind: "always-recovers"; readonly tag: Word | undefined })
  | (Part & { readonly kind: "sometimes"; readonly property: Word | undefined })
  | (Part & { readonly kind: "up-to"; readonly faults: NumberWord | undefined; readonly of: readonly Word[] });
