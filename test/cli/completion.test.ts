// What the shells offer at the Tab key: asked of the shells themselves, bash always, fish and zsh where they are.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../cli/src/commands/all.ts";
import { runCli } from "./runCli.ts";

const asked: readonly (readonly [line: string, answers: readonly string[]])[] = [
  ["lkcluster che", ["check"]],
  ["lkcluster --lang ja te", ["test", "testplan"]],
  ["lkcluster check --format s", ["sarif"]],
  ["lkcluster test --fi", ["--filter"]],
  ["lkcluster explain QUORUM_M", ["QUORUM_MODE"]],
  ["lkcluster completion f", ["fish"]],
  ["lkcluster help te", ["test", "testplan"]],
];

describe("lkcluster completion", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-completion-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function scriptFor(shell: string): Promise<string> {
    const { exitCode, output, errors } = await runCli(["completion", shell, "--lang", "ja"]);
    assert.equal(exitCode, 0, errors);
    const file = join(folder, `lkcluster.${shell}`);
    writeFileSync(file, output);
    return file;
  }

  /** Undefined when the shell is not here. */
  function run(shell: string, args: readonly string[]): string | undefined {
    const { error, status, stdout, stderr } = spawnSync(shell, [...args], {
      encoding: "utf8",
      cwd: folder,
      // Without what the user of this machine has set up.
      env: { PATH: process.env["PATH"], HOME: folder, LC_ALL: "C" },
    });
    if (error !== undefined) return undefined;
    assert.equal(`${status} ${stderr}`, "0 ");
    return stdout;
  }

  it("bash offers commands, options, their values and names to explain", async () => {
    const file = await scriptFor("bash");
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash's, not ours
    const ask = 'COMP_WORDS=("${@:2}"); COMP_CWORD=$(($#-2)); source "$1"; _lkcluster; echo "${COMPREPLY[*]}"';
    for (const [line, answers] of asked) {
      const found = run("bash", ["--norc", "-c", ask, "bash", file, ...line.split(" ")]);
      assert.ok(found !== undefined, "there is no bash");
      assert.equal(found, `${answers.join(" ")}\n`, line);
    }
    const joined = run("bash", ["--norc", "-c", ask, "bash", file, "lkcluster", "check", "--format", "=", "j"]);
    assert.equal(joined, "json\n");
  });

  it("fish offers the same", async () => {
    const file = await scriptFor("fish");
    for (const [line, answers] of asked) {
      const found = run("fish", ["-c", `source ${file}; complete -C '${line}'`]);
      if (found === undefined) return;
      const words = found.split("\n").map((row) => row.split("\t")[0] ?? "");
      assert.deepEqual(
        words.filter((word) => word !== ""),
        answers,
        line,
      );
    }
  });

  it("zsh can read its script", async () => {
    run("zsh", ["-f", "-n", await scriptFor("zsh")]);
  });

  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    it(`the script for ${shell} has every command`, async () => {
      const { output } = await runCli(["completion", shell]);
      for (const { name } of commands) assert.match(output, new RegExp(`\\b${name}\\b`));
      assert.doesNotMatch(output, /undefined|\[object/);
    });
  }

  it("a shell that it does not know is named, with those that it does", async () => {
    const { exitCode, output, errors } = await runCli(["completion", "tcsh"]);
    assert.deepEqual([exitCode, output], [2, ""]);
    assert.match(errors, /"tcsh".*bash, zsh, fish/);
  });
});
