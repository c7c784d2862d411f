// Which proof of a cluster file a problem of the prover is about. Pure.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

/** By its title; undefined where the problem stands at what decided a standard proof. */
export function proofTitleAt(text: string, file: string, offset: number): Localized | undefined {
  const { tree } = parseCluster(file, text);
  return proofsOf(tree, file).find(
    ({ place }) => place !== undefined && place.span.start <= offset && offset <= place.span.end,
  )?.title;
}
