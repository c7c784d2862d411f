// What a proof has come to so far, how that looks, and what all of them come to together.

import type { ProofState } from "./findings.ts";

export type Shown = "holds" | "violated" | "unknown" | "incomplete" | "running" | "waiting";

/** Codicons; the word beside it says the same. */
export const verdictIcons: Readonly<Record<Shown, string>> = {
  holds: "pass",
  violated: "error",
  unknown: "question",
  incomplete: "question",
  running: "loading",
  waiting: "circle-large-outline",
};

export function verdictOf({ search }: ProofState): Shown {
  return search.kind === "done" ? search.result.verdict : search.kind;
}

/** The worst, as soon as it is known; undefined while nothing can be said. */
export function verdictOfAll(proofs: readonly ProofState[]): "holds" | "violated" | "incomplete" | undefined {
  const verdicts = proofs.map(verdictOf);
  if (verdicts.includes("violated")) return "violated";
  if (verdicts.length === 0 || verdicts.includes("running") || verdicts.includes("waiting")) return undefined;
  return verdicts.includes("incomplete") ? "incomplete" : "holds";
}
