// What the prover has found so far: verdicts, repairs of what is violated, and the comparison of combinations.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { type AdviceRow, advise } from "@lkcluster/core/prove/advise.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import type { Progress } from "@lkcluster/core/prove/explore.ts";
import { type Proof, proofsOf } from "@lkcluster/core/prove/proof.ts";
import { findRepairs, type Repair } from "@lkcluster/core/prove/repair.ts";
import { type ProofResult, runProof } from "@lkcluster/core/prove/runProof.ts";
import type { CheckResult } from "@lkcluster/core/rules/check.ts";
import type { Pump } from "./pump.ts";

export interface Findings {
  /** In the order of the file. */
  readonly proofs: readonly ProofState[];
  readonly advice: Search<readonly AdviceRow[]>;
}

export type Search<Result> =
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly states: number }
  | { readonly kind: "done"; readonly result: Result; readonly elapsedMs: number };

export interface ProofState {
  readonly proof: Proof;
  readonly search: Search<ProofResult>;
  /** For the properties of the proof, in their order; empty before it is done. */
  readonly explanations: readonly (Localized | undefined)[];
  /** Looked for when the proof is violated. */
  readonly repairs: Search<readonly Repair[]> | undefined;
}

export const noFindings: Findings = { proofs: [], advice: { kind: "waiting" } };

export interface ProverInput {
  readonly check: CheckResult;
  readonly files: FileSet;
  /** Of one proof; what it does not reach is said to be undecided. */
  readonly statesMax: number;
}

/** How much is done before the page gets its turn. */
const transitionsPerSlice = 2_000;

/** Carries out the proofs of one version of the documents and tells what it finds as it goes. */
export class Prover {
  private findings: Findings = noFindings;
  private input: ProverInput | undefined;
  /** Repairs are looked for when somebody looks at the proofs. */
  private repairs = false;
  private readonly pump: Pump;
  private readonly tell: (findings: Findings) => void;

  constructor(pump: Pump, tell: (findings: Findings) => void) {
    this.pump = pump;
    this.tell = tell;
  }

  /** Forgets everything. */
  stop(): void {
    this.pump.stop();
    this.findings = noFindings;
    this.input = undefined;
    this.repairs = false;
  }

  /** Each is carried out once; afterwards the repairs of what is violated. */
  proveAndRepair(input: ProverInput): void {
    this.repairs = true;
    if (this.input === undefined) this.prove(input);
    else for (const index of this.findings.proofs.keys()) this.addRepairs(index);
  }

  prove(input: ProverInput): void {
    if (this.input !== undefined) return;
    this.input = input;
    const { parsed } = input.check;
    const proofs = proofsOf(parsed.tree, parsed.file);
    this.put({
      ...this.findings,
      proofs: proofs.map((proof) => ({ proof, search: { kind: "waiting" }, explanations: [], repairs: undefined })),
    });
    for (const [index, proof] of proofs.entries()) this.addProof(input, proof, index);
  }

  advise({ check }: ProverInput): void {
    const { sound } = check;
    if (sound === undefined) return;
    this.pump.add({
      begin: () => advise(sound, { transitionsPerSlice }),
      progressed: (progress) => this.put({ ...this.findings, advice: running(progress) }),
      done: (result, elapsedMs) => this.put({ ...this.findings, advice: { kind: "done", result, elapsedMs } }),
    });
  }

  private addProof({ check, statesMax }: ProverInput, proof: Proof, index: number): void {
    const { sound } = check;
    if (sound === undefined) return;
    this.pump.add({
      begin: () => runProof(sound, proof, { readings: "every", statesMax, transitionsPerSlice }),
      progressed: (progress) => this.change(index, { search: running(progress) }),
      done: (result, elapsedMs) => {
        const explanations = result.report.results.map((one) => explain(sound, one));
        this.change(index, { search: { kind: "done", result, elapsedMs }, explanations });
        this.addRepairs(index);
      },
    });
  }

  /** Where the proof is violated, and nobody has begun yet. */
  private addRepairs(index: number): void {
    const { input } = this;
    const state = this.findings.proofs[index];
    if (!this.repairs || input === undefined || state?.search.kind !== "done" || state.repairs !== undefined) return;
    if (state.search.result.verdict !== "violated") return;
    const { files, check, statesMax } = input;
    const { proof } = state;
    this.change(index, { repairs: { kind: "waiting" } });
    this.pump.add({
      begin: () => findRepairs(files, check, proof, { statesMax, transitionsPerSlice }),
      progressed: (progress) => this.change(index, { repairs: running(progress) }),
      done: (result, elapsedMs) => this.change(index, { repairs: { kind: "done", result, elapsedMs } }),
    });
  }

  private change(index: number, part: Partial<ProofState>): void {
    const proofs = this.findings.proofs.map((old, place) => (place === index ? { ...old, ...part } : old));
    this.put({ ...this.findings, proofs });
  }

  private put(findings: Findings): void {
    this.findings = findings;
    this.tell(findings);
  }
}

function running(progress: Progress | undefined): { readonly kind: "running"; readonly states: number } {
  return { kind: "running", states: progress?.states ?? 0 };
}
