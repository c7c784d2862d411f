// lkcluster import as a person calls it: files, standard input, other encodings, and what cannot be imported.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "./runCli.ts";

const status = `LOCAL   TAG      ID      STATE   PRIO  PRIMARY
n1      app      app     ISP        1  n1
n1        /data  /data   ISP        1  n1
`;

describe("lkcluster import", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-import-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("prints a cluster, and its notes on standard error in the user's language", async () => {
    writeFileSync(join(folder, "n1"), status);
    const en = await runCli(["import", "n1"], { directory: folder });
    assert.equal(en.exitCode, 0, en.errors);
    assert.match(en.output, /resource app gen\/app app \{/);
    assert.match(en.errors, /! Kinds guessed/);
    const ja = await runCli(["import", "n1", "--lang", "ja"], { directory: folder });
    assert.match(ja.output, /^# .*推測/m);
    assert.match(ja.errors, /推測/);
  });

  const nothing: readonly (readonly [title: string, content: string, said: RegExp])[] = [
    ["a stopped LifeKeeper", "LifeKeeper does not appear to be running.\n", /does not run there/],
    ["an empty file", "", /is empty/],
    ["a parameter file", "QUORUM_MODE=majority\n", /no output that import knows/],
    ["headings only", "LOCAL   TAG   ID   STATE   PRIO   PRIMARY\n", /no resources and no paths/],
    ["collapsed blanks", status.replace(/ +/g, " "), /blanks between the columns were lost/],
  ];
  for (const [title, content, said] of nothing) {
    it(`writes nothing of ${title}, says why and ends with 2`, async () => {
      writeFileSync(join(folder, "out"), content);
      const { exitCode, output, errors } = await runCli(["import", "out"], { directory: folder });
      assert.deepEqual([exitCode, output], [2, ""]);
      assert.match(errors, said);
    });
  }

  // 業務 in the encodings of older machines.
  const encodings: readonly (readonly [name: string, tag: readonly number[]])[] = [
    ["Shift_JIS", [0x8b, 0xc6, 0x96, 0xb1]],
    ["EUC-JP", [0xb6, 0xc8, 0xcc, 0xb3]],
  ];
  for (const [name, tag] of encodings) {
    it(`reads ${name}`, async () => {
      const bytes = Buffer.concat([
        Buffer.from("LOCAL   TAG      ID      STATE   PRIO  PRIMARY\nn1      "),
        Buffer.from(tag),
        Buffer.from("     app     ISP        1  n1\n"),
      ]);
      writeFileSync(join(folder, "out"), bytes);
      const { output, errors } = await runCli(["import", "out"], { directory: folder });
      assert.match(output, /resource 業務 gen\/app app/, errors);
    });
  }

  it("a name cannot drive the terminal", async () => {
    writeFileSync(join(folder, "out"), status.replace("app      app ", "a\u001b]0;x\u0007p    app "));
    const { errors } = await runCli(["import", "out"], { directory: folder });
    assert.doesNotMatch(errors, new RegExp(String.fromCharCode(27)));
  });
});
