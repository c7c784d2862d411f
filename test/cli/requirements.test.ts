// What lkcluster says of the requirements that scenarios and proofs name, in every form that it writes.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "./runCli.ts";

const cluster = `cluster pair {
  quorum-package none
  node a { address 192.0.2.1 }
  node b { address 192.0.2.2 }
  path a <-> b { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 }
  resource app gen/app { servers a 1, b 10 }
}

scenario "a stops" {
  requirement A-11, "B<2>"
  crash a
  expect app active on b
}

scenario "b stops" {
  crash b
  expect app active on a
}

prove "one cut never splits" {
  requirement C-3
  never split-brain
  up to 1 faults of cut
}
`;

describe("requirements in what lkcluster writes", () => {
  let directory = "";
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "lkcluster-requirements-"));
    writeFileSync(join(directory, "pair.lk"), cluster);
  });
  after(() => rmSync(directory, { recursive: true }));
  const output = async (...args: readonly string[]): Promise<string> => (await runCli([...args], { directory })).output;

  it("test names them beside each scenario, as properties of JUnit and in JSON", async () => {
    assert.match(await output("test", "pair.lk"), /✔ a stops {2}\[A-11, B<2>\] \d+ s\n/);
    const junit = await output("test", "pair.lk", "--format", "junit");
    assert.match(
      junit,
      /<testcase name="a stops"[^/]*>\n {6}<properties>\n {8}<property name="requirement" value="A-11"\/>\n {8}<property name="requirement" value="B&lt;2&gt;"\/>\n {6}<\/properties>\n {4}<\/testcase>/,
    );
    assert.equal(junit.match(/<properties>/g)?.length, 1);
    const { scenarios } = JSON.parse(await output("test", "pair.lk", "--format", "json"));
    assert.deepEqual(
      scenarios.map((one: { requirements: unknown }) => one.requirements),
      [["A-11", "B<2>"], []],
    );
  });

  it("prove names them beside each proof, in its table, in JSON and in SARIF", async () => {
    assert.match(await output("prove", "pair.lk"), /one cut never splits {2}\[C-3\] \d+ states/);
    assert.match(await output("prove", "pair.lk", "--format", "markdown"), /\| one cut never splits \(C-3\) \|/);
    const { proofs } = JSON.parse(await output("prove", "pair.lk", "--format", "json"));
    assert.deepEqual(proofs[0].requirements, ["C-3"]);
    const sarif = JSON.parse(await output("prove", "pair.lk", "--format", "sarif"));
    assert.deepEqual(sarif.runs[0].results[0].properties.requirements, ["C-3"]);
  });

  it("testplan has them in every form", async () => {
    assert.match(await output("testplan", "pair.lk"), /\| No\. \| Requirement \| Category \|/);
    assert.match(await output("testplan", "pair.lk", "--format", "csv"), /^\ufeffNo\.,Requirement,/);
    const plan = JSON.parse(await output("testplan", "pair.lk", "--format", "json"));
    assert.deepEqual(
      plan.requirements.map((one: { name: string }) => one.name),
      ["A-11", "B<2>", "C-3"],
    );
    assert.deepEqual(plan.withoutRequirement.shown, [
      { kind: "scenario", title: "b stops", line: 14, result: "passed" },
    ]);
  });

  it("check says what names none, and only that", async () => {
    const { problems } = JSON.parse(await output("check", "pair.lk", "--format", "json"));
    assert.deepEqual(
      problems
        .filter((one: { code: string }) => one.code.includes("requirement"))
        .map((one: { code: string; range: { start: { line: number } } }) => [one.code, one.range.start.line]),
      [["test-without-requirement", 14]],
    );
  });
});
