// Requirements in a test specification: each test names those of the scenario that it carries out and of the proofs of
// which it is a case; each requirement is listed with what names it and what that comes to.

import { deepEqual, equal, ok } from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { renderPlanCsv, renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { renderPlanJson } from "@lkcluster/core/testplan/renderJson.ts";
import { makeTestPlan } from "@lkcluster/core/testplan/testPlan.ts";
import { traceRequirements } from "@lkcluster/core/testplan/traceability.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";

const trio = `cluster trio {
  lifekeeper 9.9.0
  node A {}
  node B {}
  witness W {}
  path A <-> B { tcp a1 <-> b1 tcp a2 <-> b2 }
  path A <-> W { tcp a <-> w }
  path B <-> W { tcp b <-> w }
  resource app gen/app { servers A 1, B 2 }
}
`;

function made(runnables: string, cluster = trio) {
  const { sound, parsed, problems } = checkCluster(filesOf({ "c.lk": cluster + runnables }), "c.lk");
  ok(sound !== undefined, JSON.stringify(problems));
  const plan = makeTestPlan(sound, parsed.tree);
  const trace = pumped(traceRequirements(sound, parsed, plan));
  const namedBy = (title: string): readonly string[] | undefined =>
    plan.items.find((item) => item.title.en === title)?.requirements;
  return { plan, trace, namedBy };
}

const runnables = `scenario "the active node stops" {
  requirement A-2
  crash A
  expect app active on B
}
scenario "everything at once" {
  requirement A-10, A-2
  crash A and cut B <-> W
  expect app active on B
}
scenario "while something is waited for" {
  requirement A-3
  crash A
  wait 5s
  expect app active nowhere
}
scenario "the application fails" {
  requirement A-4
  fail app beyond local recovery
  expect app active on B
}
scenario "nobody asked for it" {
  crash W
  expect no failover
}
prove "one crash or cut" {
  requirement A-20
  never split-brain
  up to 1 faults of crash, cut
}
prove "nobody asked for this either" { never data-loss  up to 1 faults of crash }
`;

describe("requirements in a test specification", () => {
  const { plan, trace, namedBy } = made(runnables);

  it("a test has those of the scenario that it carries out and of the proofs of which it is a case", () => {
    deepEqual(namedBy("A crashes"), ["A-2", "A-20"]);
    deepEqual(namedBy("B crashes"), ["A-20"]);
  });

  it("what is more than a proof allows, or no fault of it, is no case of it", () => {
    deepEqual(namedBy("All paths between A and W fail"), ["A-20"]);
    deepEqual(namedBy("All paths between A and B fail"), []);
    deepEqual(namedBy("A returns after a crash"), []);
    deepEqual(namedBy("app fails, and local recovery does not repair it"), ["A-4"]);
    deepEqual(namedBy("B loses every path and runs on"), []);
    deepEqual(namedBy("Switchover of app to B"), []);
  });

  it("a node that loses its paths loses its network where nothing else is on it, and else each of its links", () => {
    const claim = (bound: string): string => `prove "p" { requirement R  never split-brain  up to ${bound} }\n`;
    const asked = trio
      .replaceAll("node A {}", "node A { set QUORUM_MODE = tcp_remote set QUORUM_HOSTS = r:443 }")
      .replaceAll("node B {}", "node B { set QUORUM_MODE = tcp_remote set QUORUM_HOSTS = r:443 }");
    const title = "B loses every path and runs on";
    const found = (bound: string, cluster = trio): unknown => made(claim(bound), cluster).namedBy(title);
    deepEqual(found("1 faults of isolate"), ["R"]);
    deepEqual(found("1 faults of isolate", asked), []);
    deepEqual(found("3 faults of cut", asked), ["R"]);
    deepEqual(found("2 faults of cut", asked), []);
  });

  it("a scenario that begins otherwise, or does what no tester can, is no test for the machines", () => {
    const titles = made(`scenario "elsewhere" { given app active on B  crash B and cut A <-> W  expect failover }
scenario "refused" { refuse restore app on B  crash A and cut B <-> W  expect no failover }
`).plan.items.flatMap(({ category, title }) => (category === "scenario" ? [title.en] : []));
    deepEqual(titles, []);
  });

  it("a scenario that no other test carries out is a test of its own, with its title", () => {
    const own = plan.items.filter(({ category }) => category === "scenario");
    deepEqual(
      own.map(({ title, requirements, expected }) => [title.ja, requirements, expected[0]?.en]),
      [["everything at once", ["A-2", "A-10"], "There is no failover."]],
    );
  });

  it("each requirement is listed, in the order of its number, with what names it and what that comes to", () => {
    deepEqual(
      trace.requirements.map(({ name, shown }) => [name, shown.map(({ title, result }) => [title.en, result])]),
      [
        [
          "A-2",
          [
            ["the active node stops", "passed"],
            ["everything at once", "failed"],
          ],
        ],
        ["A-3", [["while something is waited for", "passed"]]],
        ["A-4", [["the application fails", "passed"]]],
        ["A-10", [["everything at once", "failed"]]],
        ["A-20", [["one crash or cut", "holds"]]],
      ],
    );
    const crash = plan.items.find(({ title }) => title.en === "A crashes")?.number ?? 0;
    ok(trace.requirements[0]?.tests.includes(crash));
    deepEqual(trace.requirements[1]?.tests, []);
  });

  it("a proof that was not finished is called incomplete, never held", () => {
    const { sound, parsed } = checkCluster(filesOf({ "c.lk": trio + runnables }), "c.lk");
    ok(sound !== undefined);
    const short = pumped(traceRequirements(sound, parsed, plan, { statesMax: 2 }));
    const proof = short.requirements.flatMap(({ shown }) => shown).find(({ kind }) => kind === "proof");
    equal(proof?.result, "incomplete");
    ok(renderPlanMarkdown(plan, "ja", short).includes("| A-20 | 証明 | one crash or cut | 未完了 |"));
  });

  it("what names no requirement is listed too", () => {
    deepEqual(
      trace.without.shown.map(({ title, result }) => [title.en, result]),
      [
        ["nobody asked for it", "passed"],
        ["nobody asked for this either", "holds"],
      ],
    );
    deepEqual(
      trace.without.tests,
      plan.items.filter(({ requirements }) => requirements.length === 0).map(({ number }) => number),
    );
  });

  it("stand in Markdown, in CSV and in JSON", () => {
    const markdown = renderPlanMarkdown(plan, "ja", trace);
    ok(markdown.includes("| 項番 | 要件番号 | 分類 |"), markdown.slice(0, 400));
    ok(markdown.includes("## 要件との対応"));
    ok(markdown.includes("| A-10 | シナリオ | everything at once | 失敗 |"));
    ok(renderPlanCsv(plan, "ja").startsWith("\ufeff項番,要件番号,分類,"));
    const json = JSON.parse(JSON.stringify(renderPlanJson(plan, "en", trace, indexLines(trio + runnables))));
    deepEqual(json.tests.find((one: { title: string }) => one.title === "A crashes").requirements, ["A-2", "A-20"]);
    deepEqual(json.requirements[0].shown[0], {
      kind: "scenario",
      title: "the active node stops",
      result: "passed",
      line: 10,
    });
  });

  it("a file that names none has no column for them", () => {
    const { plan: bare, trace: none } = made('scenario "x" { crash A expect failover }');
    equal(none.requirements.length, 0);
    ok(!renderPlanMarkdown(bare, "en", none).includes("Requirement"));
    ok(!renderPlanCsv(bare, "en").includes("Requirement"));
  });
});
