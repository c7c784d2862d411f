// What the prover has found so far: verdicts, repairs of what is violated, and the comparison of combinations.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { type AdviceRow, advise } from "@lkcluster/core/prove/advise.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import type { Progress, PropertyResult } from "@lkcluster/core/prove/explore.ts";
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
  /** The way to the longest time in service on two nodes at once; looked for when somebody looks at the proofs. */
  readonly longest: PropertyResult | undefined;
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
    else {
      for (const index of this.findings.proofs.keys()) {
        this.addLongest(index);
        this.addRepairs(index);
      }
    }
  }

  prove(input: ProverInput): void {
    if (this.input !== undefined) return;
    this.input = input;
    const { parsed } = input.check;
    const proofs = proofsOf(parsed.tree, parsed.file);
    this.put({
      ...this.findings,
      proofs: proofs.map((proof) => ({
        proof,
        search: { kind: "waiting" },
        explanations: [],
        longest: undefined,
        repairs: undefined,
      })),
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
        this.addLongest(index);
        this.addRepairs(index);
      },
    });
  }

  /** The same search again, asked for anything that lasts as long as what it found, under the readings that it needs. */
  private addLongest(index: number): void {
    const { input } = this;
    const state = this.findings.proofs[index];
    if (!this.repairs || input?.check.sound === undefined || state?.search.kind !== "done" || state.longest) return;
    const ms = longestOf(state);
    const found = state.search.result.report.explorations.find(({ twoActiveMs }) => twoActiveMs === ms);
    if (ms === 0 || found === undefined) return;
    const { sound } = input.check;
    const { statesMax } = input;
    const { proof } = state;
    const longer: Proof = { ...proof, properties: [{ kind: "never", what: "two-active", longerThanMs: ms - 1 }] };
    this.pump.add({
      begin: () => runProof(sound, longer, { readings: found.choice, statesMax, transitionsPerSlice }),
      progressed: () => {},
      done: ({ report }) => {
        const [longest] = report.results;
        if (longest !== undefined) this.change(index, { longest: { ...longest, readings: found.readings } });
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

/** How long anything is in service on two nodes at most, where it ends by itself; 0 where it never is. */
export function longestOf({ search }: ProofState): number {
  if (search.kind !== "done") return 0;
  return largest([0, ...search.result.report.explorations.map(({ twoActiveMs }) => twoActiveMs ?? 0)]);
}

function running(progress: Progress | undefined): { readonly kind: "running"; readonly states: number } {
  return { kind: "running", states: progress?.states ?? 0 };
}
