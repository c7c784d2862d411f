// What a proof has come to so far, how that looks, and what all of them come to together. A verdict has two parts: under
// the default readings, which is what the editor and the command line say, and under every combination of answers.

import { faultKinds } from "@lkcluster/core/language/actions.ts";
import type { Verdict } from "@lkcluster/core/prove/runProof.ts";
import type { ProofState } from "./findings.ts";

/** `depends`: it holds under the default readings, and not under some others. */
export type Shown = Verdict | "depends" | "unknown" | "running" | "waiting";

/** Codicons; the word beside it says the same. */
export const verdictIcons: Readonly<Record<Shown, string>> = {
  holds: "pass",
  depends: "warning",
  violated: "error",
  unknown: "question",
  incomplete: "question",
  running: "loading",
  waiting: "circle-large-outline",
};

export interface VerdictParts {
  readonly usual: Verdict;
  /** States looked at under the default readings. */
  readonly usualStates: number;
  /** Undefined where no answer of a reading was asked for: then there is one part only. */
  readonly every: Verdict | undefined;
}

/** Undefined while the search is not over. */
export function partsOf({ search }: ProofState): VerdictParts | undefined {
  if (search.kind !== "done") return undefined;
  const { report, verdict } = search.result;
  const usual = report.explorations[0];
  if (usual === undefined) return { usual: verdict, usualStates: report.states, every: undefined };
  const isViolated = usual.results.some(({ status }) => status === "violated");
  const isKnown = usual.complete && usual.results.every(({ status }) => status !== "unknown");
  return {
    usual: isViolated ? "violated" : isKnown ? "holds" : "incomplete",
    usualStates: usual.states,
    every: report.everyReading && (report.cover.combinations > 1 || !report.complete) ? verdict : undefined,
  };
}

export function verdictOf(state: ProofState): Shown {
  const parts = partsOf(state);
  if (parts === undefined) return state.search.kind === "running" ? "running" : "waiting";
  if (parts.every !== "violated") return parts.usual;
  return parts.usual === "holds" ? "depends" : "violated";
}

/** Kinds of faults that proofs know and this one does not try. */
export function kindsNotAsked({ proof: { bounds } }: ProofState): readonly string[] {
  const asked = new Set<string>(bounds.flatMap(({ kinds }) => kinds));
  return faultKinds.filter((kind) => !asked.has(kind));
}

/** The worst, as soon as it is known; undefined while nothing can be said. */
export function verdictOfAll(proofs: readonly ProofState[]): Verdict | "depends" | undefined {
  const verdicts = proofs.map(verdictOf);
  if (verdicts.includes("violated")) return "violated";
  if (verdicts.length === 0 || verdicts.includes("running") || verdicts.includes("waiting")) return undefined;
  if (verdicts.includes("incomplete")) return "incomplete";
  return verdicts.includes("depends") ? "depends" : "holds";
}
