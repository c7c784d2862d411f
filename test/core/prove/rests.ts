// How the search of a cluster can come to rest, in the words of the naive explorer, so that the two can be compared.

import type { FaultKind } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { Search } from "@lkcluster/core/prove/explorer.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { cell, hasBit } from "@lkcluster/core/simulate/layout.ts";
import { restText } from "./naive.ts";

/** Every way in which the cluster can come to rest, with the fewest faults that lead there. */
export function restsOf(cluster: Cluster, faultsMax: number, kinds: readonly FaultKind[]): ReadonlyMap<string, number> {
  const model = compile(cluster, { purpose: "explore", symmetry: "keep" });
  const search = new Search(model, {
    bounds: [{ faultsMax, kinds }],
    properties: [],
    given: [],
    statesMax: 1_000_000,
    bytesMax: 250_000_000,
    merging: "none",
    reduction: "partial-order",
    until: "exhausted",
  });
  search.run(Number.POSITIVE_INFINITY);
  if (search.limit !== undefined) throw new Error("the search of a small cluster must be complete");
  const rests = new Map<string, number>();
  const step = search.newStep(0);
  for (let state = 0; state < search.table.size; state++) {
    step.load(search.table, state);
    if (step.waiting > 0) continue;
    const cells = search.cellsOf(state);
    const rest = restText(
      model.nodes.map((_, node) => ({
        up: hasBit(cells, cell.up, node),
        frozen: hasBit(cells, cell.frozen, node),
        running: hasBit(cells, cell.running, node),
        active: model.components.map((_, hierarchy) => hasBit(cells, model.layout.inService + hierarchy, node)),
      })),
    );
    rests.set(rest, Math.min(rests.get(rest) ?? faultsMax, search.table.depthOf(state)));
  }
  return rests;
}
