import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { widthOf } from "../../cli/src/output/paint.ts";
import { pair, pairDefaults, trio } from "../core/prove/provedCluster.ts";
import { runCli } from "./runCli.ts";

describe("lkcluster prove, advise and compare", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "lkcluster-prove-"));
    writeFileSync(join(directory, "pair.lk"), pair);
    writeFileSync(join(directory, "trio.lk"), trio);
    writeFileSync(join(directory, "LifeKeeper"), pairDefaults);
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const run = (...args: readonly string[]) => runCli(args, { directory });

  it("says what holds, with states and time, and succeeds", async () => {
    const { exitCode, output } = await run("prove", "trio.lk");
    equal(exitCode, 0);
    match(output, /✔ holds {2}no split brain under 2 faults {2}\d+ states, \d+ transitions/);
  });

  it("fails on a violation, explains it and tells how to replay it", async () => {
    const { exitCode, output } = await run("prove", "pair.lk");
    equal(exitCode, 1);
    match(output, /✖ violated {2}no split brain under 2 faults/);
    match(output, /In the end A and B both run/);
    match(output, /lkcluster simulate pair\.lk --do "cut path A <-> B 1 {2}cut path A <-> B 2"/);
    const { output: replayed } = await run("simulate", "pair.lk", "--do", "cut path A <-> B 1  cut path A <-> B 2");
    match(replayed, /app: A ISP, B ISP/);
  });

  it("tells the moments of a violation that no scenario shows, and no others", async () => {
    const file = join(directory, "late.lk");
    writeFileSync(
      file,
      `cluster late {
        network lan
        node A { set WITNESS_MODE = none } node B { set WITNESS_MODE = none } witness W { set WITNESS_MODE = none }
        path A <-> B { tcp 1 <-> 2 on lan } path A <-> W { tcp 3 <-> 4 on lan } path B <-> W { tcp 5 <-> 6 on lan }
        resource app gen/app { servers A 1, B 2 }
      }
      prove "one switch" { never two-active up to 1 faults of network }`,
    );
    const { exitCode, output } = await run("prove", "late.lk");
    equal(exitCode, 1);
    match(output, /at these moments[^\n]*\n +0 s {2}cut network lan\n +1[0-5](\.\d+)? s {2}B: COMM_DOWN A\n/);
    ok(!output.includes("replay:"));
  });

  it("obeys --faults, --of and --readings", async () => {
    equal((await run("prove", "pair.lk", "--faults", "1")).exitCode, 0);
    equal((await run("prove", "pair.lk", "--faults", "2", "--of", "crash")).exitCode, 0);
    equal((await run("prove", "pair.lk", "--faults", "2", "--of", "crash,cut")).exitCode, 1);
    match(
      (await run("prove", "trio.lk", "--faults", "1", "--readings", "all")).output,
      /broken with witness-late=still-alive/,
    );
  });

  it("refuses what is no number and no kind of fault", async () => {
    equal((await run("prove", "pair.lk", "--faults", "two")).exitCode, 2);
    equal((await run("prove", "pair.lk", "--faults", "0")).exitCode, 2);
    const { exitCode, errors } = await run("prove", "pair.lk", "--of", "crash,earthquake");
    equal(exitCode, 2);
    match(errors, /earthquake/);
    equal((await run("prove", "nothing.lk")).exitCode, 2);
  });

  it("never calls an unfinished search a proof", async () => {
    const { exitCode, output } = await run("prove", "trio.lk", "--states-max", "10");
    equal(exitCode, 1);
    match(output, /\? incomplete/);
    match(
      output,
      /its limit of states after \d+ states\.\s+Only\s+what\s+happens\s+without\s+any\s+fault\s+is\s+covered;\s+with\s+1,/,
    );
    equal((await run("prove", "trio.lk", "--time-max", "soon")).exitCode, 2);
    equal((await run("prove", "trio.lk", "--time-max", "60")).exitCode, 0);
  });

  it("gives JSON as documented, with a certificate that a second run reproduces", async () => {
    const first = JSON.parse((await run("prove", "pair.lk", "--format", "json")).output);
    deepEqual(Object.keys(first), ["proofs", "certificates"]);
    const violated = first.proofs.find((proof: { verdict: string }) => proof.verdict === "violated");
    for (const key of [
      "file",
      "title",
      "verdict",
      "violations",
      "states",
      "transitions",
      "elapsedMs",
      "complete",
      "limit",
      "ledger",
    ]) {
      ok(key in violated, key);
    }
    deepEqual(violated.violations[0].faults, ["cut path A <-> B 1", "cut path A <-> B 2"]);
    equal(violated.violations[0].reading, null);
    ok(violated.violations[0].trace.length > 0);
    const second = JSON.parse((await run("prove", "pair.lk", "--format", "json")).output);
    deepEqual(second.certificates, first.certificates);
  });

  it("tells the smallest set of answers that changes a verdict, in JSON and in a certificate that is reproduced", async () => {
    const every = ["prove", "trio.lk", "--faults", "1", "--of", "crash,cut", "--readings", "all"];
    const { proofs, certificates } = JSON.parse((await run(...every, "--format", "json")).output);
    const outage = proofs.find(({ title }: { title: string }) => title === "no outage under 1 fault");
    equal(outage.readings.which, "all");
    equal(outage.readings.covered, outage.readings.combinations);
    deepEqual(outage.readings.consulted, ["witness-late"]);
    const [{ byDefault, change }] = outage.violations;
    equal(byDefault, "holds");
    deepEqual(change, {
      to: "violated",
      reading: "witness-late=still-alive",
      standsFor: outage.readings.combinations / 2,
      combinations: outage.readings.combinations / 2,
    });
    const { properties, combinations } = certificates[0].certificate.proofs[1];
    equal(properties[0].byDefault, "holds");
    equal(properties[0].changedBy, "witness-late=still-alive");
    equal(properties[0].changedIn, change.combinations);
    equal(combinations.covered, combinations.all);
    equal((await run(...every, "--certificate", "every.json")).exitCode, 1);
    match((await run(...every, "--against", "every.json")).errors, /reproduced byte for byte/);
    const byDefaultOnly = await run("prove", "trio.lk", "--faults", "1", "--against", "every.json");
    match(byDefaultOnly.errors, /readings/);
  });

  it("writes a certificate and fails when it is not reproduced", async () => {
    equal((await run("prove", "trio.lk", "--certificate", "trio.json")).exitCode, 0);
    const again = await run("prove", "trio.lk", "--against", "trio.json");
    equal(again.exitCode, 0);
    match(again.errors, /reproduced byte for byte/);
    writeFileSync(join(directory, "trio.lk"), trio.replace("W {", "W {set QUORUM_LOSS_ACTION = osu "));
    const changed = await run("prove", "trio.lk", "--against", "trio.json");
    equal(changed.exitCode, 1);
    match(changed.errors, /files\.0\.sha256/);
    equal((await run("prove", "trio.lk", "--against", "pair.lk")).exitCode, 2);
    equal((await run("prove", "trio.lk", "--against", "nothing.json")).exitCode, 2);
    equal((await run("prove", "trio.lk", "--certificate", "no/such/folder.json")).exitCode, 2);
    const onto = await run("prove", "trio.lk", "--certificate", "trio.lk");
    equal(onto.exitCode, 2);
    match(onto.errors, /was not written by lkcluster/);
  });

  it("gives SARIF and Markdown", async () => {
    const sarif = JSON.parse((await run("prove", "pair.lk", "--format", "sarif")).output);
    equal(sarif.runs[0].results[0].ruleId, "proof-violated");
    equal(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, "LifeKeeper");
    match((await run("prove", "pair.lk", "--format", "markdown", "--lang", "ja")).output, /\| 証明 \| 判定 \|/);
  });

  it("advises: combinations side by side and repairs that were proved", async () => {
    const { exitCode, output } = await run("advise", "pair.lk");
    equal(exitCode, 0);
    match(output, /\* {2}tcp_remote/);
    match(output, /Add a path between A and B/);
    const widest = Math.max(...output.split("\n").map((line) => line.length));
    ok(widest <= 100, `${widest} columns`);
    const json = JSON.parse((await run("advise", "pair.lk", "--format", "json")).output);
    ok(json.combinations.length > 5 && json.repairs[0].repairs[0].edits.length > 0);
    match((await run("advise", "pair.lk", "--format", "markdown")).output, /\| QUORUM_MODE \| WITNESS_MODE \|/);
  });

  it("compares two versions and fails when something gets worse", async () => {
    writeFileSync(join(directory, "old.lk"), `${trio}scenario "cut" { cut A <-> B expect no split-brain }\n`);
    writeFileSync(
      join(directory, "new.lk"),
      `${trio.replace("node B {", "node B { set WITNESS_MODE = none")}scenario "cut" { cut A <-> B expect no split-brain }\n`,
    );
    const worse = await run("compare", "old.lk", "new.lk");
    equal(worse.exitCode, 1);
    match(worse.output, /- cut: passes → fails/);
    match(worse.output, /- split brain under 1 fault: never → possible/);
    equal((await run("compare", "new.lk", "old.lk")).exitCode, 0);
    const same = await run("compare", "old.lk", "old.lk");
    match(same.output, /Nothing gets better and nothing gets worse/);
    match(
      (await run("compare", "old.lk", "new.lk", "--format", "markdown")).output,
      /\| worse \| cut \| passes → fails \|/,
    );
    const json = JSON.parse((await run("compare", "old.lk", "new.lk", "--format", "json")).output);
    equal(json.scenarios[0].change, "worse");
  });

  it("fits 50 columns with long titles, in both languages; only a command to copy stays whole", async () => {
    const title = "経路をすべて切断してもスプリットブレインが起こらず、業務がどちらか 1 台でだけ動き続けること";
    const tested = `scenario "${title}" { cut A <-> B expect app in service on B }\n`;
    writeFileSync(join(directory, "long.lk"), `${trio}${tested}`);
    writeFileSync(
      join(directory, "longer.lk"),
      `${trio.replace("node B {", "node B { set WITNESS_MODE = none")}${tested}`,
    );
    for (const locale of ["en", "ja"]) {
      for (const args of [
        ["test", "long.lk"],
        ["compare", "long.lk", "longer.lk"],
        ["prove", "pair.lk"],
      ]) {
        const { output } = await runCli([...args, "--lang", locale], { directory, columns: 50 });
        ok(args[0] === "prove" || output.replaceAll(/\s/g, "").includes(title.replaceAll(" ", "")), output);
        for (const line of output.split("\n"))
          ok(widthOf(line) <= 50 || line.includes("lkcluster simulate"), `${widthOf(line)} columns: ${line}`);
      }
    }
  });

  it("writes a test specification", async () => {
    const ja = (await run("testplan", "trio.lk", "--lang", "ja")).output;
    match(ja, /# 障害試験項目書: trio\n\n対象は LifeKeeper \d+(?:\.\d+)+ です。/);
    match((await run("testplan", "trio.lk", "--format", "csv")).output, /^\ufeffNo\.,/);
    equal((await run("testplan", "nothing.lk")).exitCode, 2);
  });
});
