// The way back of every test leads to where it began: on every sample and on every cluster of a published scenario.

import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { readState, type StateView } from "@lkcluster/core/simulate/read.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { type Candidate, candidatesFor } from "@lkcluster/core/testplan/candidates.ts";
import { cleanUpFor, type WayBack, wayBack } from "@lkcluster/core/testplan/cleanUp.ts";
import { outcomesOf } from "@lkcluster/core/testplan/outcome.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Tested {
  readonly title: string;
  readonly candidate: Candidate;
  readonly before: StateView;
  /** One for each outcome. */
  readonly ways: readonly WayBack[];
  /** What the test plan says to do. */
  readonly steps: readonly string[];
}

function testsOf(clusterText: string, parameters: string | undefined): readonly Tested[] {
  const parsed = parseCluster("a.lk", clusterText);
  const named = /^\s*defaults "([^"]+)"/m.exec(clusterText)?.[1];
  const files = filesOf(named === undefined || parameters === undefined ? {} : { [named]: parameters });
  const { cluster } = lowerCluster(parsed, files);
  ok(cluster !== undefined);
  const model = compile(cluster);
  const before = readState(model, initialState(model));
  return candidatesFor(cluster).map((candidate) => {
    const outcomes = outcomesOf(model, candidate.groups);
    const events = candidate.groups.flat();
    return {
      title: candidate.title.en,
      candidate,
      before,
      ways: outcomes.map((outcome) => wayBack(model, before, events, outcome)),
      steps: cleanUpFor(model, before, events, outcomes).map(
        ({ node, text, command }) =>
          `${node === undefined ? "" : `${node}: `}${text.en}${command ? ` [${command}]` : ""}`,
      ),
    };
  });
}

/** What a tester would see, without the simulator's own bookkeeping. */
function seen(
  { nodes, resources, links, networks, storages }: StateView,
  but: { mirrors: boolean; failures: boolean },
) {
  return {
    nodes: nodes.map(({ name, condition, isolated, sees, reachesStorage, hosts, asksAbout }) => ({
      name,
      condition,
      isolated,
      sees,
      reachesStorage,
      hosts,
      asksAbout,
    })),
    resources: resources.map(({ tag, states, activeOn, mirror }) => ({
      tag,
      activeOn,
      states: but.failures ? [] : states,
      mirror: but.mirrors
        ? undefined
        : { source: mirror?.source, inSync: mirror?.inSync, corruptOn: mirror?.corruptOn },
    })),
    links: links.map(({ up, seen: by }) => [up, ...by]),
    networks,
    storages,
  };
}

const samples = readdirSync(join(root, "samples"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".lk"))
  .map((file) => {
    const path = join(root, "samples", file);
    return {
      name: file,
      cluster: readFileSync(path, "utf8"),
      parameters: readFileSync(join(dirname(path), "etc/default/LifeKeeper"), "utf8"),
    };
  });
const published = readdirSync(join(root, "test/published"))
  .filter((file) => file.endsWith(".lk"))
  .map((name) => ({ name, cluster: readFileSync(join(root, "test/published", name), "utf8"), parameters: undefined }));

describe("the way back from a test", () => {
  it("there are clusters to test", () => {
    ok(samples.length >= 5 && published.length >= 20, `${samples.length} samples, ${published.length} published`);
  });

  for (const { name, cluster, parameters } of [...samples, ...published]) {
    it(`leads to the beginning: ${name}`, () => {
      for (const { title, before, ways } of testsOf(cluster, parameters)) {
        for (const { parting, clearing, end } of ways) {
          // The simulator does not make the side that is kept the source again, and leaves OSF what is taken out of service.
          const but = { mirrors: parting.length > 0, failures: clearing.length > 0 };
          deepEqual(seen(end, but), seen(before, but), title);
        }
      }
    });
  }

  it("powers on the nodes of a failure domain and mends what else is in it", () => {
    const tests = testsOf(
      `cluster zones {
        network lan
        node a { address a1 }
        node b { address b1 }
        witness w { address w1 }
        domain zone { a, lan }
        path a <-> b { tcp a1 <-> b1 on lan tcp a2 <-> b2 }
        path a <-> w { tcp a1 <-> w1 tcp a2 <-> w2 }
        path b <-> w { tcp b1 <-> w1 tcp b2 <-> w2 }
        resource app gen/app { servers a 1, b 10 }
        resource other gen/app { servers a 1, b 10 }
      }`,
      undefined,
    );
    deepEqual(tests.find(({ title }) => title === "The failure domain zone fails")?.steps, [
      "Restore lan.",
      "a: Power the node on, unless it has come up by itself.",
      "a: Bring app in service. [perform_action -t app -a restore]",
      "a: Bring other in service. [perform_action -t other -a restore]",
    ]);
  });

  it("stops one of two that run at once before they meet, and waits for the mirror before going on", () => {
    const pair = samples.find(({ name }) => name.endsWith("pair.lk"));
    ok(pair !== undefined);
    const tests = testsOf(pair.cluster, pair.parameters);
    deepEqual(tests.find(({ title }) => title === "All paths between left and right fail")?.steps, [
      "right: Take datarep-data out of service. [perform_action -t datarep-data -a remove]",
      "left: Bring the interfaces up again that were taken down.",
      "left: Wait until the mirror datarep-data is in sync. [mirror_status datarep-data]",
    ]);
    deepEqual(tests.find(({ title }) => title === "left crashes")?.steps, [
      "left: Power the node on, unless it has come up by itself.",
      "right: Wait until the mirror datarep-data is in sync. [mirror_status datarep-data]",
      "left: Bring app in service. [perform_action -t app -a restore]",
    ]);
  });

  it("undoes what made a resource fail before it returns", () => {
    const [first] = samples;
    ok(first !== undefined);
    for (const { title, candidate, steps } of testsOf(first.cluster, first.parameters)) {
      const isBeyond = candidate.groups.flat().some((event) => event.kind === "fail" && event.beyondLocalRecovery);
      equal(steps[0]?.includes("Undo what made") ?? false, isBeyond, title);
    }
  });
});
