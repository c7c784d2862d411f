// What is one event in a machine room is one fault of a proof.

import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { FaultKind } from "@lkcluster/core/language/actions.ts";
import { boundOf, exploreNow, type PropertyResult } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { clusterOf, type clusterWith } from "../../support/lowered.ts";

const unguarded = clusterOf({
  servers: 3,
  linksPerPair: 2,
  settings: "set QUORUM_MODE = none set WITNESS_MODE = remote_verify",
});

function find(
  cluster: ReturnType<typeof clusterWith>,
  property: Property,
  faults: number,
  kinds?: readonly FaultKind[],
): PropertyResult {
  const report = exploreNow(cluster, { properties: [property], bounds: [boundOf(faults, kinds)] });
  ok(report.complete);
  const [result] = report.results;
  ok(result !== undefined);
  return result;
}

function faultsOf({ trace }: PropertyResult): readonly string[] {
  return (trace?.faults ?? []).map(eventText);
}

const outage: Property = { kind: "never", what: "outage" };
const splitBrain: Property = { kind: "never", what: "split-brain" };

describe("one event of a machine room is one fault", () => {
  it("a node that loses its network, however many links that are", () => {
    match(faultsOf(find(unguarded, splitBrain, 1, ["isolate"])).join(), /^lose network on [AB]$/);
    equal(find(unguarded, splitBrain, 3, ["cut"]).status, "holds");
    equal(find(unguarded, splitBrain, 4, ["cut"]).status, "violated");
  });

  it("and a proof that names no kinds tries it", () => {
    match(faultsOf(find(unguarded, splitBrain, 2)).join(), /^lose network on [AB]$/);
  });

  it("takes the quorum hosts too, so that the node halts rather than splits the hierarchy", () => {
    const asking = clusterOf({
      servers: 2,
      settings: 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80,h3:80"',
    });
    equal(find(asking, splitBrain, 1, ["isolate"]).status, "holds");
    equal(find(asking, splitBrain, 1, ["cut"]).status, "violated");
  });

  it("an isolated node is isolated once, and is no other fault until a path of it is back", () => {
    const pair = clusterOf({ servers: 2 });
    const { explorations } = exploreNow(pair, { properties: [splitBrain], bounds: [boundOf(3, ["isolate"])] });
    const deeper = exploreNow(pair, { properties: [splitBrain], bounds: [boundOf(9, ["isolate"])] });
    equal(explorations[0]?.states, deeper.explorations[0]?.states);
  });

  it("a quorum host that is gone for everybody", () => {
    const asking = clusterOf({
      servers: 2,
      settings: "set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = router:443",
    });
    equal(find(asking, outage, 1, ["host", "cut"]).status, "holds");
    deepEqual(faultsOf(find(asking, outage, 2, ["host", "cut"])).toSorted(), [
      "cut path A <-> B 1",
      "lose host router:443",
    ]);
  });

  it("a quorum storage that is gone for everybody", () => {
    const storing = clusterOf({
      servers: 3,
      settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
      more: "storage disk { reached-by A, B, C }",
    });
    // Each of the three has to lose it: with the crash that makes them look, four faults before.
    deepEqual(faultsOf(find(storing, outage, 2, ["storage", "crash"])).toSorted(), ["crash A", "lose storage"]);
  });
});
