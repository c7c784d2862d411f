// What a search of many nodes costs is bounded step by step, and whoever ends early claims nothing of the rest.

import { deepEqual, equal, ok } from "node:assert/strict";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { availability } from "@lkcluster/core/prove/availability.ts";
import { leastText, mostText } from "@lkcluster/core/prove/availabilityText.ts";
import { exploreNow } from "@lkcluster/core/prove/explore.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { clusterWith } from "../../support/lowered.ts";

/** Every two of them are connected; each resource has three servers. */
function clusterOf(nodes: number, resources: number): Cluster {
  const names = Array.from({ length: nodes }, (_, node) => `n${node}`);
  const paths = names.flatMap((a, at) => names.slice(at + 1).map((b) => `path ${a} <-> ${b} { tcp ${a} <-> ${b} }`));
  const hierarchies = Array.from({ length: resources }, (_, at) => {
    const servers = [0, 1, 2].map((place) => `n${(at + place) % nodes} ${place + 1}`);
    return `resource r${at} gen/app { servers ${servers.join(", ")} }`;
  });
  return clusterWith([...names.map((name) => `node ${name} {}`), ...paths, ...hierarchies].join("\n"));
}

describe("searches of many nodes", () => {
  it("end where one step could go in more ways than anybody follows, and claim nothing", () => {
    const report = exploreNow(clusterOf(32, 1), {
      properties: [{ kind: "never", what: "split-brain" }],
      bounds: [{ kinds: ["crash"], faultsMax: 1 }],
    });
    equal(report.limit, "ways");
    deepEqual([report.results[0]?.status, report.complete, report.faultsCovered], ["unknown", false, 0]);
    ok(report.transitions < 100_000, `${report.transitions} transitions`);
  });

  it("leave no fault out of sight because another takes long", () => {
    const cluster = clusterOf(20, 60);
    const found = pumped(availability(cluster, ["crash", "resource"]));
    equal(found.sets.isAll, false);
    // None of the crashes can be followed to the end; each resource can.
    equal(found.sets.followed, 60);
    const away = new Set(
      found.rows.filter(({ faults: [first] }) => first?.kind === "fail").map((row) => row.hierarchy),
    );
    equal(away.size, 60);
  });

  it("say of a time that was not followed to its end only what they saw", () => {
    const cluster = clusterOf(6, 1);
    const whole = pumped(availability(cluster, ["crash"]));
    let seen = 0;
    for (let transitionsMax = 10; transitionsMax < 400; transitionsMax += 10) {
      const { rows } = pumped(availability(cluster, ["crash"], { transitionsMax, transitionsPerSlice: 10 }));
      for (const row of rows.filter(({ isComplete, most }) => !isComplete && most !== undefined)) {
        const same = whole.rows.find((one) => JSON.stringify(one.faults) === JSON.stringify(row.faults));
        seen++;
        ok((row.most?.ms ?? 0) <= (same?.most?.ms ?? 0));
        ok(mostText(row).en.startsWith("≥ "), mostText(row).en);
        ok(row.least === undefined || row.least === 0 || leastText(row).en.startsWith("≤ "), leastText(row).en);
      }
    }
    ok(seen > 0);
  });
});
