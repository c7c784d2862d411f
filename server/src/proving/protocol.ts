// What the server and the thread of its scenarios and proofs say to each other: plain data, small, and always whole. An agenda replaces the
// one before; what is under way and still on it goes on.

import type { ScenarioOutcome } from "@lkcluster/core/ide/scenarioOutcome.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import type { Report } from "@lkcluster/core/prove/explore.ts";
import type { Verdict } from "@lkcluster/core/prove/runProof.ts";
import type { Anchors } from "./anchors.ts";

/** What is to be done. It keeps its number for as long as it is wanted and its model stays the same. */
export type Order = ScenarioOrder | ProofOrder;

/** One scenario to be run. */
export interface ScenarioOrder {
  readonly id: number;
  readonly clusterFile: string;
  /** Its place among the scenarios of the file. */
  readonly scenario: number;
  readonly begins: "scenario";
}

/** One proof to be made. */
export interface ProofOrder {
  readonly id: number;
  readonly clusterFile: string;
  /** Its place among the proofs of the file. */
  readonly proof: number;
  readonly statesMax: number;
  /** `repairs`: the outcome is known, and it is a violation. */
  readonly begins: "proof" | "repairs";
}

export interface Agenda {
  readonly kind: "agenda";
  readonly number: number;
  /** Every file that the orders need, by name. What is not here does not exist. */
  readonly texts: ReadonlyMap<string, string>;
  readonly orders: readonly Order[];
}

/** Somebody is typing: nothing goes on until the next agenda. */
export interface Hold {
  readonly kind: "hold";
}

export type ToThread = Agenda | Hold;

/** What came out, with places that can be found again when the text has moved. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly states: number;
  /** Where an unfinished search ended. */
  readonly limit: Report["limit"];
  readonly faultsCovered: number;
  /** One for each property that does not hold, without repairs. */
  readonly violations: readonly Problem[];
  readonly anchors: Anchors;
}

/** A scenario that was run, with places that can be found again when the text has moved. */
export interface RunOutcome extends ScenarioOutcome {
  /** Where its block began. */
  readonly start: number;
  readonly anchors: Anchors;
}

/** A change that was tried and proved, by what it does: its edits follow from the text as it is when it is wanted. */
export interface ProvedRepair {
  readonly steps: readonly string[];
  readonly title: Localized;
}

export type FromThread =
  /** The agenda of this number counts now. */
  | { readonly kind: "taken"; readonly number: number }
  | { readonly kind: "begun"; readonly id: number }
  | { readonly kind: "run"; readonly id: number; readonly run: RunOutcome }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: "repairs"; readonly id: number; readonly repairs: readonly ProvedRepair[] }
  /** There is a bug in us: this order is over. */
  | { readonly kind: "bug"; readonly id: number; readonly text: string }
  /** Nothing is left on the agenda. */
  | { readonly kind: "idle" };
