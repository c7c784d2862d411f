// A deployment asks the proofs that the cluster file itself holds: what is written there must be true of what is
// deployed, or the user says in so many words that it is ignored.

import type { Localized } from "../locale/localized.ts";
import type { SoundCluster } from "../model/cluster.ts";
import type { FileSet } from "../model/fileSet.ts";
import type { Progress } from "../prove/explore.ts";
import { proofsOf } from "../prove/proof.ts";
import { runProof, type Verdict } from "../prove/runProof.ts";
import { parseCluster } from "../syntax/cluster/parse.ts";

/** Beyond this a proof is left to `lkcluster prove`, and the plan says that it was not finished. */
const statesMax = 300_000;

export interface FileProof {
  readonly verdict: Verdict;
  readonly text: Localized;
}

/** Those that are not shown to hold. Its caller pumps. */
export function* unprovedOf(cluster: SoundCluster, files: FileSet): Generator<Progress, readonly FileProof[]> {
  const text = files.read(cluster.file)?.text ?? "";
  const { tree } = parseCluster(cluster.file, text);
  if (tree.proofs.length === 0) return [];
  const found: FileProof[] = [];
  for (const proof of proofsOf(tree, cluster.file)) {
    const { verdict } = yield* runProof(cluster, proof, { statesMax });
    if (verdict === "holds") continue;
    found.push({ verdict, text: verdict === "violated" ? violated(proof.title) : unfinished(proof.title) });
  }
  return found;
}

function violated(title: Localized): Localized {
  return {
    en: `The proof "${title.en}" of the cluster file does not hold for this configuration; lkcluster prove shows how it breaks.`,
    ja: `クラスターファイルの証明「${title.ja}」はこの構成では成り立ちません。lkcluster prove で反例を確かめてください。`,
  };
}

function unfinished(title: Localized): Localized {
  return {
    en: `The proof "${title.en}" of the cluster file was not explored to the end here.`,
    ja: `クラスターファイルの証明「${title.ja}」は、ここでは最後まで探索していません。`,
  };
}
