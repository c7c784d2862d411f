// Where lkcluster reads from: `-`, several files, and files by the names that their users know them by.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "./runCli.ts";

const pair = `cluster pair {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  node a { address 192.0.2.1 }
  node b { address 192.0.2.2 }
  path a <-> b { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 }
  resource app gen/app { servers a 1, b 10 }
}

scenario "the active node crashes" {
  crash a
  expect a off
}
`;

describe("lkcluster and where it reads from", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "lkcluster-input-"));
    writeFileSync(join(directory, "LifeKeeper"), "QUORUM_MODE=majority\n");
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("- is a cluster file that stands in this directory", async () => {
    const { exitCode, output } = await runCli(["check", "-"], { directory, input: pair });
    assert.equal(exitCode, 1);
    assert.match(output, /^LifeKeeper:1:1 error \[quorum-node-count\]/m);
    const misspelt = await runCli(["check", "-"], { directory, input: "cluster pair {\n  nod a {}\n}\n" });
    assert.match(misspelt.output, /^-:2:3 error/m);
  });

  for (const [command, shows] of [
    ["test", /✔ the active node crashes/],
    ["simulate", /crash a/],
    ["testplan", /^# Failure test specification: pair/],
  ] as const) {
    it(`${command} reads - too`, async () => {
      const { exitCode, output } = await runCli([command, "-"], { directory, input: pair });
      assert.equal(exitCode, 0);
      assert.match(output, shows);
    });
  }

  it("--stdin-file says what - is, and where it stands", async () => {
    mkdirSync(join(directory, "below"));
    writeFileSync(join(directory, "below/LifeKeeper"), "QUORUM_MODE=storge\n");
    const cluster = await runCli(["check", "--stdin-file", "below/pair.lk", "-"], { directory, input: pair });
    assert.match(cluster.output, /^below\/LifeKeeper:1:13 error \[wrong-value\]/m);
    const args = ["check", "--stdin-file", "default/LifeKeeper", "-"];
    const parameters = await runCli(args, { directory, input: "QUORUM_MODE=storge\n" });
    assert.equal(parameters.exitCode, 1);
    assert.match(parameters.output, /^default\/LifeKeeper:1:13 error \[wrong-value\]/m);
  });

  it("format writes - to standard output, changed or not, and --check only asks", async () => {
    const loose = "cluster   a {node b{}}\n";
    const tidy = "cluster a { node b {} }\n";
    for (const input of [loose, tidy]) {
      assert.deepEqual(await runCli(["format", "-"], { directory, input }), { exitCode: 0, output: tidy, errors: "" });
    }
    const asked = await runCli(["format", "--check", "-"], { directory, input: loose });
    assert.deepEqual(asked, { exitCode: 1, output: "would change -\n", errors: "" });
    const json = await runCli(["format", "--format", "json", "-"], { directory, input: loose });
    assert.deepEqual(JSON.parse(json.output), { changed: ["-"], written: false });
  });

  it("a device or a pipe is refused at once, and links of a folder are not followed", async () => {
    execFileSync("mkfifo", [join(directory, "pipe.lk")]);
    symlinkSync("/dev/zero", join(directory, "zero.lk"));
    writeFileSync(join(directory, "named.lk"), 'cluster named { defaults "pipe.lk" }\n');
    for (const file of ["pipe.lk", "zero.lk"]) {
      const { exitCode, errors } = await runCli(["check", file], { directory });
      assert.equal(exitCode, 2);
      assert.equal(
        errors,
        `lkcluster: ${file} cannot be read: it is a device, a pipe or a socket; - reads from standard input.\n`,
      );
    }
    const { exitCode, output } = await runCli(["check", "."], { directory });
    assert.equal(exitCode, 1);
    assert.match(output, /^named\.lk:1:\d+ error/m);
    assert.match(output, /^1 file: /m);
  });

  it("what is not UTF-8 is never read as something that it is not", async () => {
    const input = Uint8Array.of(0x63, 0xe9, 0xff);
    for (const command of ["check", "format", "test"]) {
      const { exitCode, output, errors } = await runCli([command, "-"], { directory, input });
      assert.deepEqual([exitCode, output], [2, ""], command);
      assert.match(errors, /^lkcluster: - cannot be read: it is not UTF-8 text/);
    }
  });

  it("files are called as they were given, and only those that were read are counted", async () => {
    writeFileSync(join(directory, "pair.lk"), pair.replace(/ {2}defaults.*\n/, ""));
    const { exitCode, output, errors } = await runCli(["check", "pair.lk", "nowhere.lk"], { directory });
    assert.equal(exitCode, 2);
    assert.equal(errors, "lkcluster: nowhere.lk cannot be read: there is no such file.\n");
    assert.match(output, /^1 file: /m);
  });

  it("nothing to test is no success: a filter in a script may be wrong", async () => {
    const { exitCode, output, errors } = await runCli(["test", "-", "--filter", "no such"], { directory, input: pair });
    assert.deepEqual([exitCode, output], [2, ""]);
    assert.equal(errors, 'lkcluster: no scenario has "no such" in its title.\n');
    const empty = await runCli(["test", "-"], { directory, input: pair.slice(0, pair.indexOf("scenario")) });
    assert.deepEqual([empty.exitCode, empty.errors], [2, "lkcluster: there is no scenario here.\n"]);
  });
});
