// A counterexample offered as steps of the scenario language leads where it says; one that no run shows is not offered.

import { equal, ok } from "node:assert/strict";
import { faultKinds } from "@lkcluster/core/language/actions.ts";
import { boundOf, exploreNow } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { scriptOf } from "@lkcluster/core/prove/script.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { clusterWith } from "../../support/lowered.ts";

const pair = (settings: string, more = ""): string => `
  node A { ${settings} } node B { ${settings} }
  path A <-> B { tcp 1 <-> 2 tcp 11 <-> 12 }
  ${more}
  resource app gen/app { servers A 1, B 2 resource mirror scsi/netraid /dev/sdb }
`;
const bodies: Readonly<Record<string, string>> = {
  "two-node majority": pair(""),
  "tcp_remote without a witness": pair(
    'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h:1,h:2,h:3"',
  ),
  storage: pair("set QUORUM_MODE = storage set WITNESS_MODE = storage", "storage disk { reached-by A, B }"),
  "no package": pair("", "quorum-package none"),
};
const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "never", what: "data-loss" },
];

/** The scenario that these steps are, run from its text. */
function ran(body: string, script: string): ReturnType<typeof runScenario> {
  const parsed = parseCluster("test.lk", `cluster test {\n${body}\n}\nscenario "replay" { ${script} }`);
  equal(parsed.problems.length, 0, script);
  const [scenario] = parsed.tree.scenarios;
  if (scenario === undefined) throw new Error("the steps are no scenario");
  return runScenario(compile(clusterWith(body)), parsed, scenario);
}

/** Clients do not reach it. */
function isCutOff({ nodes }: ReturnType<typeof ran>["view"], name: string): boolean {
  return nodes.some((node) => node.name === name && node.isolated);
}

describe("the steps of a counterexample", () => {
  for (const [name, body] of Object.entries(bodies)) {
    it(`lead to what it claims: ${name}`, () => {
      const cluster = clusterWith(body);
      let offered = 0;
      for (const kinds of [undefined, faultKinds]) {
        for (const result of exploreNow(cluster, { properties, bounds: [boundOf(3, kinds)] }).results) {
          const script = scriptOf(cluster, result);
          if (script === undefined) continue;
          offered++;
          const { view } = ran(body, script);
          switch (result.property.kind === "never" ? result.property.what : "") {
            case "split-brain":
              ok(view.split.length > 0, script);
              break;
            case "outage":
              ok(
                view.resources.some(
                  ({ tag, activeOn }) => tag === "app" && activeOn.every((name) => isCutOff(view, name)),
                ),
                script,
              );
              break;
            case "data-loss":
              ok(
                view.resources.some(({ mirror }) => mirror?.dataLost === true || (mirror?.corruptOn.length ?? 0) > 0),
                script,
              );
          }
        }
      }
      ok(offered > 0);
    });
  }

  it("are not offered when only another order within one moment leads there", () => {
    const cluster = clusterWith(`
      node A { set QUORUM_MODE = storage set WITNESS_MODE = storage }
      node B { set QUORUM_MODE = storage set WITNESS_MODE = storage }
      path A <-> B { tcp 1 <-> 2 }
      storage disk { reached-by A, B }
      resource app gen/app { servers A 1, B 2 }
    `);
    const [split] = exploreNow(cluster, { properties, bounds: [boundOf(2)] }).results;
    equal(split?.status, "violated");
    equal(split === undefined ? "" : scriptOf(cluster, split), undefined);
  });
});
