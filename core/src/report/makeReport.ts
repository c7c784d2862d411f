// Everything that a page needs to know about a cluster: read, proved and recorded, in slices, so that whoever asked goes
// on meanwhile. Docs: docs/editor.md, docs/command-line.md.

import type { FileSet, SourceFile } from "../model/fileSet.ts";
import { proofsOf } from "../prove/proof.ts";
import { type ProofResult, runProof } from "../prove/runProof.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import { type ReportRecord, recordOf } from "./record.ts";
import { reportSubject } from "./subject.ts";

export interface ReportWish {
  readonly replacesNames: boolean;
  /** The title, as the file has it, of the scenario or proof that the page begins with. */
  readonly start?: string | undefined;
  readonly readings?: "default" | "every";
  /** Of one proof; what it does not reach is said to be undecided. */
  readonly statesMax?: number;
}

export type Report =
  | { readonly kind: "made"; readonly record: ReportRecord; readonly documents: readonly SourceFile[] }
  /** `unsound`: it has errors, and nothing can be simulated. `lost`: only under other names. */
  | { readonly kind: "unsound" | "lost" | "no-such-title" };

export interface ReportProgress {
  /** Proofs that are done, and all of them. */
  readonly done: number;
  readonly of: number;
}

/** As the panel has it. */
const usualStatesMax = 200_000;

export function* makeReport(files: FileSet, clusterFile: string, wish: ReportWish): Generator<ReportProgress, Report> {
  const { readings = "every", statesMax = usualStatesMax, replacesNames, start } = wish;
  const original = reportSubject(files, clusterFile, { replacesNames: false });
  if (original.check.sound === undefined) return { kind: "unsound" };
  const { check, documents } = replacesNames ? reportSubject(files, clusterFile, { replacesNames }) : original;
  const cluster = check.sound;
  if (cluster === undefined) return { kind: "lost" };
  // Under other names a title is another one too: what is wanted is known by its place.
  const wanted =
    start === undefined ? undefined : titlesOf(check.parsed.tree)[titlesOf(original.check.parsed.tree).indexOf(start)];
  if (start !== undefined && wanted === undefined) return { kind: "no-such-title" };
  const proofs = proofsOf(check.parsed.tree, check.parsed.file);
  const results: ProofResult[] = [];
  for (const proof of proofs) {
    const proving = runProof(cluster, proof, { readings, statesMax });
    for (;;) {
      const turn = proving.next();
      if (turn.done === true) {
        results.push(turn.value);
        break;
      }
      yield { done: results.length, of: proofs.length };
    }
  }
  return { kind: "made", record: recordOf(check, cluster, results, wanted), documents };
}

function titlesOf({ scenarios, proofs }: ClusterFile): readonly (string | undefined)[] {
  return [...scenarios, ...proofs].map(({ title }) => title?.value);
}
