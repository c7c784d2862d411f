import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "./runCli.ts";

const cluster = `cluster trio {
  lifekeeper 9.9.0
  node A { address 10.0.0.1 }
  node B { address 10.0.0.2 }
  witness W { address 10.0.0.3 set WITNESS_MODE = none }
  path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 }
  path A <-> W { tcp 10.0.0.1 <-> 10.0.0.3 }
  path B <-> W { tcp 10.0.0.2 <-> 10.0.0.3 }
  resource app gen/app { servers A 1, B 10 }
}
scenario "B takes over" {
  crash A
  expect app active on B
}
scenario "wishful" {
  crash A
  expect app active on A
}
`;

describe("lkcluster test and simulate", () => {
  let directory = "";
  const write = (text: string): void => writeFileSync(join(directory, "trio.lk"), text);
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "lkcluster-test-"));
    write(cluster);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("says which scenario failed, where and why, and fails", async () => {
    const { exitCode, output } = await runCli(["test", "trio.lk"], { directory });
    equal(exitCode, 1);
    match(output, /✔ B takes over/);
    match(output, /✖ wishful/);
    match(output, /trio\.lk:17 expected app active on A; found app active on B/);
    match(output, /1 passed, 1 failed/);
  });

  it("speaks Japanese", async () => {
    const { output } = await runCli(["test", "trio.lk", "--lang", "ja"], { directory });
    match(output, /成功 1 件、失敗 1 件/);
  });

  it("runs only what the filter names", async () => {
    const { exitCode, output } = await runCli(["test", ".", "--filter", "takes over"], { directory });
    equal(exitCode, 0);
    match(output, /1 passed, 0 failed/);
  });

  it("gives JSON as documented", async () => {
    const { output } = await runCli(["test", "trio.lk", "--format", "json"], { directory });
    const { scenarios } = JSON.parse(output);
    deepEqual(Object.keys(scenarios[1]), [
      "file",
      "title",
      "line",
      "requirements",
      "passed",
      "steps",
      "failures",
      "problems",
      "simulatedMs",
    ]);
    deepEqual(scenarios[1].failures, [{ line: 16, expected: "app active on A", actual: "app active on B" }]);
    equal(scenarios[0].passed, true);
    equal(scenarios[0].simulatedMs, 15_000);
  });

  it("gives JUnit", async () => {
    const { output } = await runCli(["test", "trio.lk", "--format", "junit"], { directory });
    match(output, /<testsuites name="lkcluster" tests="2" failures="1" errors="0"/);
    match(output, /<testcase name="wishful" classname="trio.lk"/);
  });

  it("refuses a cluster with errors and says so", async () => {
    write(cluster.replace("servers A 1", "servers Z 1"));
    const { exitCode, errors } = await runCli(["test", "trio.lk"], { directory });
    equal(exitCode, 1);
    match(errors, /unknown-name/);
    match(errors, /has errors/);
  });

  it("answers 2 to a file that is not there, and to a folder without cluster files", async () => {
    equal((await runCli(["test", "other.lk"], { directory })).exitCode, 2);
    rmSync(join(directory, "trio.lk"));
    equal((await runCli(["test", "."], { directory })).exitCode, 2);
  });

  it("fails when a scenario names what does not exist", async () => {
    write(cluster.replace("crash A\n  expect app active on B", "crash Z\n  expect app active on B"));
    const { exitCode, errors } = await runCli(["test", "trio.lk", "--filter", "takes"], { directory });
    equal(exitCode, 1);
    match(errors, /unknown-name/);
  });

  it("shows the time line of steps given on the command line", async () => {
    const { exitCode, output } = await runCli(["simulate", "trio.lk", "--do", "isolate A  expect A halted"], {
      directory,
    });
    equal(exitCode, 0);
    match(output, /15\.0 s {2}A {2}COMM_DOWN[ (]B/);
    match(output, /QUORUM_LOSS_ACTION=fastkill/);
    match(output, /A: Halted by fastkill/);
    match(output, /app: A OSU, B ISP/);
    const quiet = await runCli(["simulate", "trio.lk", "--quiet", "--do", "isolate A  expect A up"], { directory });
    equal(quiet.exitCode, 1);
    match(quiet.output, /^.*A up.*\n$/);
  });

  it("answers what the documents leave open as it is told, and refuses what is no answer", async () => {
    const steps = ["simulate", "trio.lk", "--do", "isolate B  expect B halted"];
    equal((await runCli(steps, { directory })).exitCode, 0);
    const other = [...steps, "--reading", "standby-loss-action=only-with-resources"];
    const { exitCode, output } = await runCli(other, { directory });
    equal(exitCode, 1);
    match(output, /reading standby-loss-action/);
    equal((await runCli(["test", "trio.lk", "--reading", "host-order=one-by-one"], { directory })).exitCode, 1);
    const wrong = await runCli([...steps, "--reading", "host-order=sideways"], { directory });
    equal(wrong.exitCode, 2);
    match(wrong.errors, /parallel, one-by-one/);
    match((await runCli([...steps, "--reading", "weather=fine"], { directory })).errors, /witness-late/);
  });

  it("gives the time line as JSON, the same twice", async () => {
    const args = ["simulate", "trio.lk", "--scenario", "B takes over", "--format", "json"];
    const { output } = await runCli(args, { directory });
    const { timeline, final } = JSON.parse(output);
    deepEqual(Object.keys(timeline[0]), ["timeMs", "node", "event", "changes", "why", "source"]);
    deepEqual(final, { nodes: { A: "off", B: "up", W: "up" }, resources: { app: { A: "OSU", B: "ISP" } } });
    equal((await runCli(args, { directory })).output, output);
  });

  it("points into the steps when they are wrong", async () => {
    const { exitCode, errors } = await runCli(["simulate", "trio.lk", "--do", "crash A cut Q <-> B"], { directory });
    equal(exitCode, 2);
    match(errors, /--do:1:13/);
    ok(errors.includes("crash A cut Q <-> B"));
  });

  it("lists the scenarios when the one asked for is not there", async () => {
    const { exitCode, errors } = await runCli(["simulate", "trio.lk", "--scenario", "nothing"], { directory });
    equal(exitCode, 2);
    match(errors, /B takes over/);
  });
});
