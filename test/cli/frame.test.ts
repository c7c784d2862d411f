// The frame around every command: help and complaints in one language, the width of the terminal, and readers and
// disks that end before we do.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { commands } from "../../cli/src/commands/all.ts";
import { createProgram } from "../../cli/src/main.ts";
import { widthOf } from "../../cli/src/output/paint.ts";
import { type CliOptions, runCli, silent } from "./runCli.ts";

const executable = fileURLToPath(new URL("../../cli/bin/lkcluster.mjs", import.meta.url));

function start(args: readonly string[], stdout: "pipe" | number, environment: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [executable, ...args], {
    stdio: ["ignore", stdout, "pipe"],
    env: { ...process.env, ...environment },
  });
}

async function all(stream: Readable | null): Promise<string> {
  return stream === null ? "" : text(stream);
}

describe("the frame of lkcluster", () => {
  for (const { name } of commands) {
    it(`${name} --help is Japanese as a whole, and fits 50 columns`, async () => {
      const { exitCode, output } = await runCli([name, "--help", "--lang", "ja"], { columns: 50 });
      assert.equal(exitCode, 0);
      assert.doesNotMatch(output, /choices|default:|Usage|Options|\(/);
      // A command stays one line, to be copied.
      for (const line of output.split("\n"))
        assert.ok(widthOf(line) <= 50 || /^\s*\S+$|^ {2}lkcluster /.test(line), line);
    });
  }

  for (const { name, load } of commands) {
    it(`the examples of ${name} are commands and options that there are`, async () => {
      const program = createProgram({ io: silent, locale: "en", finish: () => undefined }, [await load()]);
      const known = program.commands[0]?.options.flatMap(({ short, long }) => [short, long]) ?? [];
      const { output } = await runCli([name, "--help"]);
      for (const [, command, rest = ""] of output.matchAll(/^ {2}lkcluster (\S+)(.*)$/gm)) {
        assert.equal(command, name);
        const options = rest.replace(/"[^"]*"/g, "").match(/(?<= )--?[a-z][a-z-]*/g) ?? [];
        for (const option of options) assert.ok(known.includes(option), `${option} of: ${rest}`);
      }
    });
  }

  it("an option that would change nothing is not offered", async () => {
    for (const args of [
      ["explain", "OSU", "--quiet"],
      ["test", ".", "--config", "a.json"],
      ["import", "-", "--format", "text"],
    ]) {
      const { exitCode, errors } = await runCli(args);
      assert.equal(exitCode, 2, args.join(" "));
      assert.match(errors, /unknown option/);
    }
  });

  it("says its version at once, as its manifest does", async () => {
    const manifest: { readonly version: string } = JSON.parse(
      readFileSync(new URL("../../cli/package.json", import.meta.url), "utf8"),
    );
    for (const option of ["--version", "-V"]) {
      const { exitCode, output } = await runCli([option]);
      assert.deepEqual([exitCode, output], [0, `${manifest.version}\n`]);
    }
  });

  it("colours only a terminal, and never against NO_COLOR", async () => {
    const directory = fileURLToPath(new URL("../../samples/split-pair/", import.meta.url));
    const coloured = async (args: readonly string[], options: CliOptions): Promise<boolean> => {
      const { output } = await runCli(["test", "pair.lk", ...args], { directory, ...options });
      return output.includes("\u001b[");
    };
    assert.equal(await coloured([], {}), false);
    assert.equal(await coloured([], { interactive: true }), true);
    assert.equal(await coloured([], { interactive: true, environment: { NO_COLOR: "1" } }), false);
    assert.equal(await coloured(["--color", "never"], { interactive: true }), false);
    assert.equal(await coloured(["--color", "always"], { environment: { NO_COLOR: "1" } }), true);
  });

  it("a language may stand before the command", async () => {
    const { exitCode, output } = await runCli(["--lang", "ja", "explain", "OSU"]);
    assert.equal(exitCode, 0);
    assert.match(output, /サービス休止/);
  });

  it("a misspelt command is like one of ours, in Japanese too", async () => {
    const en = await runCli(["chek"]);
    assert.equal(en.exitCode, 2);
    assert.match(en.errors, /Did you mean check\?/);
    const ja = await runCli(["chek", "--lang", "ja"]);
    assert.equal(ja.exitCode, 2);
    assert.match(ja.errors, /コマンド 'chek' はありません。\ncheck のことですか。/);
  });

  it("a file that cannot be written is said, without a stack", async () => {
    const { exitCode, errors } = await runCli(["export", "ansible", "hulft.lk", "--out", "hulft.lk/below"], {
      directory: fileURLToPath(new URL("../../samples/aws-hulft/", import.meta.url)),
    });
    assert.equal(exitCode, 2);
    assert.match(errors, /^lkcluster: \S*hulft\.lk\S* cannot be written: a part of the path is not a folder\.\n$/);
  });

  for (const columns of [70, 80, 100]) {
    it(`advice fits ${columns} columns`, async () => {
      const directory = fileURLToPath(new URL("../../samples/", import.meta.url));
      for (const locale of ["en", "ja"]) {
        const args = ["advise", "aws-hulft/hulft.lk", "--lang", locale];
        const { exitCode, output } = await runCli(args, { directory, columns });
        assert.equal(exitCode, 0);
        for (const line of output.split("\n")) assert.ok(widthOf(line) <= columns, line);
        assert.equal(output.match(/QUORUM/g)?.length, columns < 94 ? 2 : 1);
      }
    });
  }

  it("a reader that has seen enough is no error and sees no stack", async () => {
    const child = start(["explain", "--format", "json"], "pipe");
    child.stdout?.destroy();
    const [errors, [status]] = await Promise.all([all(child.stderr), once(child, "exit")]);
    assert.equal(errors, "");
    assert.equal(status, 0);
  });

  it("output that a full disk swallowed is said, and the status is not 0", async () => {
    const child = start(["explain"], openSync("/dev/full", "w"));
    const [errors, [status]] = await Promise.all([all(child.stderr), once(child, "exit")]);
    assert.match(errors, /^lkcluster: ENOSPC: cannot write the output/);
    assert.doesNotMatch(errors, /^\s+at /m);
    assert.equal(status, 2);
  });

  it("where there is no terminal, COLUMNS says how wide to write", async () => {
    const child = start(["explain", "QUORUM_MODE"], "pipe", { COLUMNS: "50", LC_ALL: "C" });
    const output = await all(child.stdout);
    assert.match(output, /^ {4}QUORUM_MODE=storage$/m, "an example keeps its lines and loses its fence");
    assert.match(output, /<https:\/\/docs\.us\.sios\.com\/spslinux\/10\.0\/en\/topic\/quorum-parameters-list>/);
    for (const line of output.split("\n")) assert.ok(widthOf(line) <= 50 || /^\S+$/.test(line), line);
  });
});
