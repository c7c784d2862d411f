import { deepEqual, equal, match, ok } from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

const trio = `
cluster trio {
  lifekeeper 9.9.0
  node A {}
  node B {}
  witness W {}
  path A <-> B { tcp a <-> b }
  path A <-> W { tcp a <-> w }
  path B <-> W { tcp b <-> w }
  resource app gen/app { servers A 1, B 2 }
}
`;
const pair = `
cluster pair {
  quorum-package none
  node A {}
  node B {}
  path A <-> B { tcp a <-> b }
  resource app gen/app { servers A 1, B 2 resource disk scsi/disk { reserved } }
}
`;

function run(cluster: string, steps: string): ScenarioResult {
  const parsed = parseCluster("a.lk", `${cluster}scenario "it" {\n${steps}\n}\n`);
  deepEqual(parsed.problems, []);
  const lowered = lowerCluster(parsed, filesOf({})).cluster;
  const scenario = parsed.tree.scenarios[0];
  ok(lowered !== undefined && scenario !== undefined);
  return runScenario(compile(lowered), parsed, scenario);
}

/** What did not hold, as `line expected / actual`; the first line of the scenario is 1. */
function failures(cluster: string, steps: string): readonly string[] {
  const result = run(cluster, steps);
  const before = `${cluster}scenario "it" {\n`.length;
  const text = `${cluster}scenario "it" {\n${steps}`;
  return result.failures.map(
    ({ span, expected, actual }) =>
      `${text.slice(before, span.start).split("\n").length} ${expected.en} / ${actual.en}`,
  );
}

describe("a scenario", () => {
  it("fails at the line of the expectation, with what was found instead", () => {
    deepEqual(failures(trio, "crash A\nexpect app active on A\nexpect   app active # here\n  on B"), [
      "2 app active on A / app active on B",
    ]);
  });

  it("tells each kind of expectation that does not hold", () => {
    deepEqual(
      failures(
        trio,
        `expect app active nowhere
expect app OSF on B
expect A off
expect no quorum on A
expect failover
isolate A
expect A up
expect quorum on A
expect no failover
expect B halted
expect A rebooted`,
      ),
      [
        "1 app active nowhere / app active on A",
        "2 app OSF on B / app OSU on B",
        "3 A off / A up",
        "4 no quorum on A / A has quorum",
        "5 failover / there was no failover",
        "7 A up / A halted",
        "8 quorum on A / A has no quorum",
        "9 no failover / there was a failover",
        "10 B halted / B up",
        "11 A rebooted / A halted",
      ],
    );
  });

  it("counts `within` from the last action, not from a wait", () => {
    deepEqual(failures(trio, "crash A\nexpect app active on B within 15s\nexpect app active on B within 14s"), [
      "3 app active on B within 14s / app active on B after 15 s",
    ]);
    deepEqual(failures(trio, "crash A wait 40s expect app active on B within 20s"), []);
  });

  it("stops the clock where a wait ends", () => {
    deepEqual(failures(trio, "crash A wait 14s expect app active nowhere wait 2s expect app active on B"), []);
    equal(run(trio, "crash A wait 14s expect no failover").simulatedMs, 14_000);
  });

  it("lets actions joined by `and` happen at one moment", () => {
    deepEqual(failures(trio, "isolate A and isolate B\nexpect A halted\nexpect B halted\nexpect W halted"), []);
    deepEqual(failures(trio, "crash A wait 5s\nisolate B\nexpect no quorum on B"), []);
  });

  it("sees a split brain at any settled moment, also when it is over", () => {
    const split = `cut A <-> B
expect no split-brain
crash A
expect no split-brain`;
    deepEqual(failures(trio.replaceAll("{}", "{ set WITNESS_MODE = none }"), split), [
      "2 no split-brain / app was in service on A and B after 15 s",
      "4 no split-brain / app was in service on A and B after 15 s",
    ]);
    deepEqual(failures(trio, split), []);
  });

  it("ends with a problem where nobody decides who wins a reservation", () => {
    const result = run(pair, "cut A <-> B expect app active on A");
    equal(result.passed, false);
    deepEqual(
      result.problems.map(({ code }) => code),
      ["scenario-undecided"],
    );
    match(result.problems[0]?.message.en ?? "", /hold-reservation disk/);
    deepEqual(result.failures, []);
    deepEqual(failures(pair, "hold-reservation disk cut A <-> B expect app active on A"), []);
    deepEqual(failures(pair, "take-reservation disk on B cut A <-> B expect app active on B expect A rebooted"), []);
  });

  it("warns of a step that changes nothing, and goes on", () => {
    const result = run(trio, "crash A boot B heal all timeout-check app on B expect app active on B");
    deepEqual(
      result.problems.map(({ code, severity, message }) => [code, severity, message.en.split("`")[1]]),
      [
        ["scenario-no-effect", "warning", "boot B"],
        ["scenario-no-effect", "warning", "heal all"],
      ],
    );
    equal(result.passed, true);
  });

  it("ends with a problem at a step that names nothing", () => {
    const result = run(trio, "crash Z expect app active on A");
    deepEqual(
      result.problems.map(({ code }) => code),
      ["scenario-impossible-step"],
    );
    deepEqual(result.steps, []);
  });

  it("gives every step its time and text, and a time line whose reasons are in both languages", () => {
    const result = run(trio, "crash A expect failover boot A expect app active on B");
    deepEqual(
      result.steps.map(({ kind, text, timeMs, passed }) => [kind, text, timeMs, passed]),
      [
        ["action", "crash A", 15_000, true],
        ["expectation", "expect failover", 15_000, true],
        ["action", "boot A", 15_000, true],
        ["expectation", "expect app active on B", 15_000, true],
      ],
    );
    for (const { why } of result.timeline) {
      ok(why.text.en !== "" && why.text.ja !== "");
      ok(/[ぁ-んァ-ン一-龠]/.test(why.text.ja), why.text.ja);
    }
  });

  it("of ten thousand steps ends, and soon", () => {
    const cycle = `crash A boot A in-service app on A ${"expect app active on A expect A up ".repeat(6)}`;
    const steps = Array.from({ length: 667 }, () => cycle).join("\n");
    const result = run(trio, steps);
    equal(result.passed, true);
    equal(result.steps.length, 667 * 15);
  });

  it("runs with a hierarchy a hundred deep, and with thirty-two nodes", () => {
    const chain = Array.from({ length: 100 }, (_, index) =>
      index === 0
        ? "resource r0 gen/app { servers A 1, B 2 uses r1 }"
        : `resource r${index} gen/app { servers A 1, B 2 ${index < 99 ? `uses r${index + 1}` : ""} }`,
    );
    deepEqual(
      failures(
        trio.replace(/ {2}resource app.*\n/, chain.join("\n")),
        "crash A expect r99 active on B expect r0 active on B",
      ),
      [],
    );
    const names = Array.from({ length: 32 }, (_, index) => `n${index}`);
    const paths = names.flatMap((left, index) =>
      names.slice(index + 1).map((right) => `path ${left} <-> ${right} { tcp ${left} <-> ${right} }`),
    );
    const big = `cluster big { ${names.map((name) => `node ${name} {}`).join(" ")} ${paths.join(" ")} resource app gen/app { servers ${names.map((name, index) => `${name} ${index + 1}`).join(", ")} } }\n`;
    deepEqual(failures(big, "crash n0 expect app active on n1"), []);
  });
});
