// Runs the proofs of the cluster in small slices between frames, so that the panel stays live. Knows nothing of what
// is shown: it is given proofs and tells how far they are.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import type { Progress } from "@lkcluster/core/prove/explore.ts";
import type { Proof } from "@lkcluster/core/prove/proof.ts";
import { type ProofResult, runProof } from "@lkcluster/core/prove/runProof.ts";

export type ProofState =
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly progress: Progress | undefined }
  | {
      readonly kind: "done";
      readonly result: ProofResult;
      readonly explanations: Explanations;
      readonly elapsedMs: number;
    };

/** For the properties of the proof, in their order. */
type Explanations = readonly (Localized | undefined)[];

export interface Clock {
  nowMs(): number;
  /** Calls back when the page had time for a frame and for what the user did. */
  soon(work: () => void): void;
}

/** Well under a frame. */
const sliceMs = 8;
/** How often progress is told. */
const tellMs = 120;
const transitionsPerSlice = 2_000;

export class Prover {
  private readonly clock: Clock;
  private readonly tell: (states: readonly ProofState[]) => void;
  private turn = 0;

  constructor(clock: Clock, tell: (states: readonly ProofState[]) => void) {
    this.clock = clock;
    this.tell = tell;
  }

  /** Forgets whatever was running. */
  stop(): void {
    this.turn++;
  }

  start(cluster: SoundCluster, proofs: readonly Proof[]): void {
    this.turn++;
    const states: ProofState[] = proofs.map(() => ({ kind: "waiting" }));
    this.tell([...states]);
    this.next(this.turn, cluster, proofs, states, 0);
  }

  private next(turn: number, cluster: SoundCluster, proofs: readonly Proof[], states: ProofState[], at: number): void {
    const proof = proofs[at];
    if (proof === undefined) return;
    const search = runProof(cluster, proof, { readings: "every", transitionsPerSlice });
    let spentMs = 0;
    let toldMs = this.clock.nowMs();
    states[at] = { kind: "running", progress: undefined };
    this.tell([...states]);
    const slice = (): void => {
      if (turn !== this.turn) return;
      const startedMs = this.clock.nowMs();
      for (;;) {
        const step = search.next();
        const nowMs = this.clock.nowMs();
        if (step.done === true) {
          const explanations = step.value.report.results.map((result) => explain(cluster, result));
          const elapsedMs = spentMs + nowMs - startedMs;
          states[at] = { kind: "done", result: step.value, explanations, elapsedMs };
          this.tell([...states]);
          this.next(turn, cluster, proofs, states, at + 1);
          return;
        }
        if (nowMs - startedMs < sliceMs) continue;
        spentMs += nowMs - startedMs;
        if (nowMs - toldMs >= tellMs) {
          toldMs = nowMs;
          states[at] = { kind: "running", progress: step.value };
          this.tell([...states]);
        }
        this.clock.soon(slice);
        return;
      }
    };
    this.clock.soon(slice);
  }
}
