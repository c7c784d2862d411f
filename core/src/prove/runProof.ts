// One proof carried out: explored, judged, and its assumptions listed. Its caller pumps.

import type { SoundCluster } from "../model/cluster.ts";
import type { ReadingChoice } from "../simulate/readings.ts";
import { explore, type Progress, type PropertyResult, type Report } from "./explore.ts";
import { type LedgerEntry, ledgerOf } from "./ledger.ts";
import type { Proof } from "./proof.ts";

export interface ProofResult {
  readonly proof: Proof;
  readonly verdict: Verdict;
  readonly violations: readonly PropertyResult[];
  readonly report: Report;
  readonly ledger: readonly LedgerEntry[];
}

/** Only a complete search may say `holds`. */
export type Verdict = "holds" | "violated" | "incomplete";

export interface ProofOptions {
  readonly readings?: "default" | "every" | ReadingChoice;
  readonly statesMax?: number;
  /** For the states that one search remembers. */
  readonly bytesMax?: number;
  /** `decided`: the verdict is all that is wanted; what else a search counts is then not complete. */
  readonly until?: "decided" | "exhausted";
  /** How much is done before the caller gets its turn. */
  readonly transitionsPerSlice?: number;
  /** Asked between slices: true ends the search. */
  readonly isEnough?: () => boolean;
}

export function* runProof(
  cluster: SoundCluster,
  proof: Proof,
  options: ProofOptions = {},
): Generator<Progress, ProofResult> {
  const { readings = "default", until = "exhausted", statesMax, bytesMax, transitionsPerSlice, isEnough } = options;
  const report = yield* explore(cluster, {
    properties: proof.properties,
    bounds: proof.bounds,
    readings,
    until,
    ...(statesMax === undefined ? {} : { statesMax }),
    ...(bytesMax === undefined ? {} : { bytesMax }),
    ...(transitionsPerSlice === undefined ? {} : { transitionsPerSlice }),
    ...(isEnough === undefined ? {} : { isEnough }),
  });
  const violations = report.results.filter(({ status }) => status === "violated");
  const verdict = violations.length > 0 ? "violated" : report.complete ? "holds" : "incomplete";
  return { proof, verdict, violations, report, ledger: ledgerOf(proof, report) };
}

export function runProofNow(cluster: SoundCluster, proof: Proof, options: ProofOptions = {}): ProofResult {
  return pumped(runProof(cluster, proof, options));
}

/** Runs a generator to its end. */
export function pumped<Result>(generator: Generator<unknown, Result>): Result {
  for (;;) {
    const turn = generator.next();
    if (turn.done === true) return turn.value;
  }
}
