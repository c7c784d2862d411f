import { deepEqual, equal, ok } from "node:assert/strict";
import type { ResourceRole } from "@lkcluster/core/language/action.ts";
import { actions, type EventKind } from "@lkcluster/core/language/actions.ts";
import type { Field } from "@lkcluster/core/language/form.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { isOutside } from "@lkcluster/core/simulate/event.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { outsideEvent } from "@lkcluster/core/simulate/scenario/outsideEvent.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import fc from "fast-check";
import { anyEvent } from "../../support/anyEvent.ts";

/** Names that need quotes, Japanese ones, and names that are keywords elsewhere. */
const text = `cluster c {
  lifekeeper 9.9.0
  network office
  network "core net"
  domain "室 1" { A, office }
  node A { confirm-failover set QUORUM_MODE = storage set WITNESS_MODE = storage set QWK_STORAGE_TYPE = file }
  node "node" { confirm-failover set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = h1:80 }
  witness 本番 { set WITNESS_MODE = none }
  path A <-> "node" { tcp a <-> b on office tcp a2 <-> b2 on "core net" }
  path A <-> 本番 { tcp a <-> w }
  path "node" <-> 本番 { tcp b <-> w }
  storage quorum
  storage "on" { holds A }
  host h1:80
  resource "my app" gen/app {
    servers A 1, "node" 2
    resource /data gen/filesys /data { resource mirror scsi/netraid /dev/sdb }
    resource disk scsi/disk { reserved }
  }
}
`;
const nodes = ["A", "node", "本番"];
const servers = ["A", "node"];
const tags = ["my app", "/data", "mirror", "disk"];

const cluster: Cluster = (() => {
  const { cluster: found } = lowerCluster(parseCluster("c.lk", text), filesOf({}));
  ok(found !== undefined);
  return found;
})();

const pairs = [
  ["A", "node"],
  ["A", "本番"],
  ["本番", "node"],
];
const tagsOf: Readonly<Record<ResourceRole, string>> = {
  "file system": "/data",
  mirror: "mirror",
  "reserved disk": "disk",
};

/** What the cluster above has, so that no problem is found in it. */
function value({ name, slot }: Field, kind: EventKind): fc.Arbitrary<unknown> {
  const { form, of } = actions[kind];
  switch (slot) {
    case "between":
      return form.includes("<index:") ? fc.constant(pairs[0]) : fc.constantFrom(...pairs);
    case "count":
      return fc.constantFrom(1, 2);
    case "operation":
      return fc.constantFrom("restore", "remove");
    case "answer":
      return fc.constantFrom("yes", "no");
    case "network":
      return fc.constantFrom("office", "core net");
    case "domain":
      return fc.constant("室 1");
    case "storage":
      return fc.constantFrom("quorum", "on");
    case "host":
      return fc.constant("h1:80");
    case "tag":
      return of === undefined ? fc.constantFrom(...tags) : fc.constant(tagsOf[of]);
    default:
      if (name === "left") return fc.constant(["A"]);
      if (name === "right") return fc.constant(["node", "本番"]);
      if (kind === "lose-storage" || kind === "regain-storage") return fc.constant("A");
      return fc.constantFrom(...(form.includes("<tag") || kind === "confirm" ? servers : nodes));
  }
}

const event = anyEvent(value);

describe("an outside event", () => {
  it("is written so that the language reads the same event back", () => {
    fc.assert(
      fc.property(event, (one) => {
        ok(isOutside(one));
        const parsed = parseCluster("c.lk", `${text}scenario "x" { ${eventText(one)} expect no split-brain }`);
        deepEqual(
          [...parsed.problems, ...scenarioProblems(cluster, parsed)].map(({ message }) => message.en),
          [],
          eventText(one),
        );
        const [step] = parsed.tree.scenarios[0]?.steps ?? [];
        ok(step?.kind === "actions" && step.actions[0] !== undefined);
        deepEqual(outsideEvent(cluster, step.actions[0]), { ...one });
      }),
      { numRuns: 400 },
    );
  });
});

describe("any sequence of events", () => {
  const model = compile(cluster);

  it("runs to an end and twice to the same result", () => {
    const moment = fc.oneof(
      { weight: 5, arbitrary: event.map(eventText) },
      { weight: 1, arbitrary: fc.constant("wait 7s") },
    );
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 12 }), (steps) => {
        const parsed = parseCluster("c.lk", `${text}scenario "x" { ${steps.join("\n")} }`);
        const [scenario] = parsed.tree.scenarios;
        ok(scenario !== undefined);
        const first = runScenario(model, parsed, scenario);
        ok(
          first.problems.every(({ code }) => code === "scenario-undecided" || code === "scenario-no-effect"),
          JSON.stringify(first.problems),
        );
        equal(JSON.stringify(runScenario(model, parsed, scenario)), JSON.stringify(first));
        for (const { timeMs } of first.timeline) ok(Number.isFinite(timeMs) && timeMs >= 0);
        for (const { states } of first.view.resources) equal(states.length, 2);
      }),
      { numRuns: 150 },
    );
  });

  it("ends in an answer or a problem however it is mangled", () => {
    const whole = `${text}scenario "x" {
  given A down given "my app" active on "node" given "my app" last active on A given mirror mirror resyncing from "node" to A
  boot A without network and lose storage on A heal path A <-> "node" 1 partition A | "node", 本番
  refuse restore disk on A fail "my app" beyond local recovery confirm A no wait 3s stop A keeping applications
  expect "my app" active on A within 5s expect no quorum on A expect mirror mirror corrupt on A expect A rebooted
}
prove "p" { never two-active longer than 3s always disk recovers up to 1 faults of crash, cut }
`;
    const broken = fc.tuple(
      fc.nat(whole.length),
      fc.nat(40),
      fc.constantFrom("", "{", "}", "<->", '"', "scenario", "expect", "999999999"),
    );
    fc.assert(
      fc.property(broken, ([from, length, instead]) => {
        const parsed = parseCluster("c.lk", whole.slice(0, from) + instead + whole.slice(from + length));
        const lowered = lowerCluster(parsed, filesOf({})).cluster;
        if (lowered === undefined) return;
        scenarioProblems(lowered, parsed);
        for (const scenario of parsed.tree.scenarios) {
          const result = runScenario(compile(lowered), parsed, scenario);
          ok(result.passed || result.failures.length + result.problems.length > 0);
        }
        for (const proof of proofsOf(parsed.tree, "c.lk")) ok(proof.bounds.every(({ faultsMax }) => faultsMax >= 0));
      }),
      { numRuns: 400 },
    );
  });
});
