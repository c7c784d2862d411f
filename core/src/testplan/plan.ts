// The shape of a test specification: what a tester does on the real machines and what the simulator says must follow.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Evidence } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";

export interface TestPlan {
  readonly cluster: string;
  readonly version: string;
  /** Whether the cluster file names requirements at all. */
  readonly usesRequirements: boolean;
  readonly items: readonly TestItem[];
}

export interface TestItem {
  /** Counted from 1. */
  readonly number: number;
  readonly category: Category;
  readonly title: Localized;
  /** Those of the scenarios that it carries out and of the proofs of which it is a case. */
  readonly requirements: readonly string[];
  readonly preconditions: readonly Localized[];
  readonly operations: readonly Operation[];
  readonly expected: readonly Localized[];
  /** From the operation to the last expected change, as the timers add up. */
  readonly withinSeconds: number;
  readonly checks: readonly Check[];
  /** How to get back to the beginning. */
  readonly cleanUp: readonly Operation[];
  /** The weakest ground the expected result stands on. */
  readonly evidence: Evidence;
}

export interface Operation {
  /** Where; undefined: at the network, the storage or a console. */
  readonly node: string | undefined;
  readonly text: Localized;
  /** Undefined when no source shows a command. */
  readonly command: string | undefined;
  readonly caution?: Localized;
  readonly sources: readonly SourceKey[];
}

export type Category = "node" | "network" | "quorum" | "resource" | "operation" | "scenario";

/** A command whose output is kept as evidence. */
export interface Check {
  readonly node: string;
  readonly command: string;
}

export const categoryNames: Readonly<Record<Category, Localized>> = {
  node: { en: "Node failure", ja: "ノード障害" },
  network: { en: "Network failure", ja: "ネットワーク障害" },
  quorum: { en: "Quorum failure", ja: "Quorum 障害" },
  resource: { en: "Resource failure", ja: "リソース障害" },
  operation: { en: "Operation", ja: "運用操作" },
  scenario: { en: "Scenario", ja: "シナリオ" },
};
