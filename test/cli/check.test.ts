// lkcluster check as a person and as a CI job meet it.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import stringWidth from "string-width";
import { runCli } from "./runCli.ts";

const pair = `cluster pair {
  lifekeeper 9.9.0
  defaults "etc/default/LifeKeeper"
  network n1
  network n2
  node a { address 192.0.2.1 }
  node b { address 192.0.2.2 }
  path a <-> b {
    tcp 192.0.2.1 <-> 192.0.2.2 on n1 priority 1
    tcp 198.51.100.1 <-> 198.51.100.2 on n2 priority 2
  }
}
`;

describe("lkcluster check", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "lkcluster-check-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), content);
    }
  };

  it("reports an error with its place, a caret and its source, and exits 1", async () => {
    write({ "pair.lk": pair, "etc/default/LifeKeeper": "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n" });
    const { exitCode, output } = await runCli(["check", "."], { directory });
    assert.equal(exitCode, 1);
    assert.match(output, /etc\/default\/LifeKeeper:1:\d+ error/);
    assert.match(output, /1 \| QUORUM_MODE=majority\n\s+\| +\^+/);
    assert.match(output, /source: /);
  });

  it("JSON counts lines from 0 and offers the edits of a fix", async () => {
    write({ "pair.lk": pair, "etc/default/LifeKeeper": "QUORUM_MODE=storge\nWITNESS_MODE=storage\n" });
    const { output } = await runCli(["check", ".", "--format", "json"], { directory });
    const report = JSON.parse(output) as {
      problems: {
        file: string;
        severity: string;
        range: { start: { line: number } };
        fixes: { edits: { newText: string }[] }[];
      }[];
      summary: { errors: number };
    };
    const misspelt = report.problems.find((problem) =>
      problem.fixes.some((fix) => fix.edits.some((edit) => edit.newText === "storage")),
    );
    assert.ok(misspelt, output);
    assert.equal(misspelt.file, "etc/default/LifeKeeper");
    assert.equal(misspelt.range.start.line, 0);
    assert.equal(report.summary.errors, report.problems.filter((problem) => problem.severity === "error").length);
  });

  it("SARIF has a result per problem, columns from 1", async () => {
    write({ "pair.lk": pair, "etc/default/LifeKeeper": "QUORUM_MODE=majority\n" });
    const { output } = await runCli(["check", "pair.lk", "--format", "sarif"], { directory });
    const log = JSON.parse(output) as {
      version: string;
      runs: { results: { locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[];
    };
    assert.equal(log.version, "2.1.0");
    const [result] = log.runs[0]?.results ?? [];
    assert.equal(result?.locations[0]?.physicalLocation.region.startLine, 1);
  });

  it("speaks Japanese when the environment does, in 60 columns", async () => {
    write({ "pair.lk": pair, "etc/default/LifeKeeper": "QUORUM_MODE=majority # デフォルト値のまま\n" });
    const { output } = await runCli(["check", "."], { directory, columns: 60, environment: { LANG: "ja_JP.UTF-8" } });
    assert.match(output, /エラー/);
    for (const line of output.split("\n")) assert.ok(stringWidth(line) <= 60, `${stringWidth(line)} columns: ${line}`);
  });

  it("a file that is not UTF-8, is missing, or is a huge one is a message and exit 2", async () => {
    write({ "latin.lk": Uint8Array.of(0x63, 0xe9, 0xff), "huge.lk": new Uint8Array(17 * 1024 * 1024).fill(0x20) });
    const latin = await runCli(["check", "latin.lk"], { directory });
    assert.equal(latin.exitCode, 2);
    assert.match(latin.errors, /not UTF-8/);
    const missing = await runCli(["check", "nowhere.lk"], { directory });
    assert.equal(missing.exitCode, 2);
    assert.match(missing.errors, /no such file/);
    const huge = await runCli(["check", "huge.lk"], { directory });
    assert.equal(huge.exitCode, 2);
    assert.match(huge.errors, /larger than/);
  });

  it("NUL, an empty file and control characters have a place, and never reach the terminal raw", async () => {
    write({ "nul.lk": "cluster a {\u0000 node b\u001b[2J {} }", "empty.lk": "" });
    const nul = await runCli(["check", "nul.lk"], { directory });
    assert.equal(nul.exitCode, 1);
    assert.match(nul.output, /nul\.lk:1:\d+/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not get through
    assert.doesNotMatch(nul.output, /[\u0000\u001b]/);
    const empty = await runCli(["check", "empty.lk"], { directory });
    assert.equal(empty.exitCode, 1);
  });

  it("an empty folder and an empty path are no success", async () => {
    const folder = await runCli(["check", "."], { directory });
    assert.equal(folder.exitCode, 2);
    assert.match(folder.errors, /no cluster file/);
    const path = await runCli(["check", ""], { directory });
    assert.equal(path.exitCode, 2);
    assert.match(path.errors, /"" cannot be read: there is no such file/);
  });
});

describe("lkcluster check --config", () => {
  it("counts over the lkcluster.json beside the file, which still holds for other rules", async () => {
    const directory = mkdtempSync(join(tmpdir(), "lkcluster-config-"));
    const set = (file: string, severity: object): void =>
      writeFileSync(join(directory, file), JSON.stringify({ severity }));
    const codes = async (...more: readonly string[]): Promise<readonly string[]> => {
      const { output } = await runCli(["check", "a.lk", "--format", "json", ...more], { directory });
      const { problems }: { problems: readonly { readonly code: string; readonly severity: string }[] } =
        JSON.parse(output);
      return problems.map(({ code, severity }) => `${code} ${severity}`).sort();
    };
    try {
      writeFileSync(join(directory, "a.lk"), "cluster a { node b {} node c {} path b <-> c { tcp 1 <-> 2 } }\n");
      set("lkcluster.json", { "single-path": "off", "quorum-node-count": "hint" });
      set("ours.json", { "quorum-node-count": "off" });
      assert.ok((await codes()).includes("quorum-node-count hint"));
      const given = await codes("--config", "ours.json");
      assert.deepEqual(
        given.filter((each) => /^(?:single-path|quorum-node-count) /.test(each)),
        [],
      );
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe("lkcluster usage", () => {
  it("an unknown option is exit 2, in the user's language", async () => {
    const en = await runCli(["check", ".", "--colour"]);
    assert.equal(en.exitCode, 2);
    assert.match(en.errors, /unknown option/);
    const ja = await runCli(["check", ".", "--colour", "--lang", "ja"]);
    assert.equal(ja.exitCode, 2);
    assert.match(ja.errors, /オプション '--colour' はありません/);
  });

  it("an unknown command is exit 2 and names the nearest", async () => {
    const { exitCode, errors } = await runCli(["chek", "."]);
    assert.equal(exitCode, 2);
    assert.match(errors, /check/);
  });

  it("help names every command and fits a narrow terminal", async () => {
    const { exitCode, output } = await runCli(["--help"], { columns: 60 });
    assert.equal(exitCode, 0);
    for (const name of ["check", "explain", "format"]) assert.match(output, new RegExp(`^  ${name}`, "m"));
    for (const line of output.split("\n")) assert.ok(stringWidth(line) <= 60, line);
  });

  it("explain says what a parameter is, and the nearest name for one it does not know", async () => {
    const known = await runCli(["explain", "QUORUM_MODE"]);
    assert.equal(known.exitCode, 0);
    assert.match(known.output, /majority/);
    const unknown = await runCli(["explain", "QUORUM_MOOD"]);
    assert.equal(unknown.exitCode, 1);
    assert.match(unknown.errors, /QUORUM_MODE/);
  });

  it("format finds nothing to format: that is said, and exit 2 as with check", async () => {
    const directory = mkdtempSync(join(tmpdir(), "lkcluster-format-"));
    try {
      const { exitCode, output, errors } = await runCli(["format", "."], { directory });
      assert.deepEqual([exitCode, output], [2, ""]);
      assert.match(errors, /no cluster file \(\*\.lk\)/);
      const ja = await runCli(["format", ".", "--check", "--lang", "ja"], { directory });
      assert.equal(ja.exitCode, 2);
      assert.match(ja.errors, /クラスターファイル（\*\.lk）も/);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it("format --check changes nothing and exits 1 when something would change", async () => {
    const directory = mkdtempSync(join(tmpdir(), "lkcluster-format-"));
    try {
      const file = join(directory, "a.lk");
      writeFileSync(file, "cluster   a {node b{}}\n");
      assert.equal((await runCli(["format", ".", "--check"], { directory })).exitCode, 1);
      assert.equal((await runCli(["format", "."], { directory })).exitCode, 0);
      assert.equal((await runCli(["format", ".", "--check"], { directory })).exitCode, 0);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
