// Where a command is told to write, anything may be in the way: every such place is a message in a moment, and what was
// there before is as it was.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeOut } from "../../cli/src/output/outFiles.ts";
import { runCli } from "./runCli.ts";

const clusterText = `cluster c {
  lifekeeper 9.9.0
  node alpha {}
  node beta {}
  path alpha <-> beta { tcp 192.0.2.1 <-> 192.0.2.2 tcp 198.51.100.1 <-> 198.51.100.2 }
  resource app gen/app { servers alpha 1, beta 10 }
}
`;

describe("where a command is told to write", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-out-"));
    writeFileSync(join(folder, "c.lk"), clusterText);
    mkdirSync(join(folder, "a-folder"));
    writeFileSync(join(folder, "a-file"), "mine\n");
    symlinkSync("a-file", join(folder, "a-link"));
    symlinkSync("circle", join(folder, "circle"));
    spawnSync("mkfifo", [join(folder, "a-pipe")]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (path: string) => ({ path, text: "OURS 2\n", mode: 0o600, mark: /^OURS/ });

  for (const [place, why] of [
    ["a-folder", "it is a folder"],
    ["a-file", "was not written by lkcluster"],
    ["a-link", "it is a symbolic link"],
    ["a-pipe", "it is a device, a pipe or a socket"],
    ["a-file/below", "it is not a folder"],
    ["circle/below", "its links lead in a circle"],
    [`${"x".repeat(300)}/below`, "the name is too long"],
    ["/dev/full", "it is a device, a pipe or a socket"],
    ["/dev/null", "it is a device, a pipe or a socket"],
    ["/proc/nowhere", "cannot be written"],
    ["/proc/nowhere/deeper/still", "no folder can be made there"],
    ["/proc/self/mem", "cannot be written"],
    ["/", "it is a folder"],
  ] as const) {
    it(`refuses ${place.slice(0, 40)} and says why`, () => {
      const path = place.startsWith("/") ? place : join(folder, place);
      const said = writeOut([file(path)]);
      assert.ok(said?.en.includes(why), said?.en);
      assert.ok(said?.ja.includes("に書き込めません"), said?.ja);
      assert.equal(readFileSync(join(folder, "a-file"), "utf8"), "mine\n");
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.startsWith(".")),
        [],
      );
    });
  }

  it("makes the folders that are missing, writes with the mode, and replaces only what it wrote itself", () => {
    const path = join(folder, "new", "deeper", "out");
    assert.equal(writeOut([file(path)]), undefined);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    chmodSync(path, 0o644);
    assert.equal(writeOut([{ ...file(path), text: "OURS 3\n" }]), undefined);
    assert.deepEqual([readFileSync(path, "utf8"), statSync(path).mode & 0o777], ["OURS 3\n", 0o600]);
  });

  it("writes none of several files when one cannot be written", () => {
    const first = join(folder, "first");
    assert.ok(writeOut([file(first), file(join(folder, "a-file"))]));
    assert.ok(!existsSync(first));
  });

  it("export says so and ends as wrong usage, in both languages", async () => {
    for (const [language, words] of [
      ["en", "/proc/nowhere cannot be written"],
      ["ja", "/proc/nowhere に書き込めません"],
    ] as const) {
      const args = ["export", "ansible", "c.lk", "--out", "/proc/nowhere", "--lang", language];
      const { exitCode, errors } = await runCli(args, { directory: folder });
      assert.equal(exitCode, 2, errors);
      assert.ok(errors.includes(words), errors);
    }
    writeFileSync(
      join(folder, "status"),
      "LOCAL   TAG   ID   STATE   PRIO   PRIMARY\nn1      a     a    ISP        1   n1\n",
    );
    const imported = await runCli(["import", "status", "--out", "/proc/nowhere"], { directory: folder });
    assert.equal(imported.exitCode, 2, imported.errors);
    const { exitCode, errors } = await runCli(["export", "ansible", "c.lk", "--out", "out"], { directory: folder });
    assert.equal(exitCode, 0, errors);
    assert.match(readFileSync(join(folder, "out", "playbook.yml"), "utf8"), /^# Made by lkcluster/);
  });

  it("reads no plan and no status from a device without end", async () => {
    const imported = await runCli(["import", "/dev/zero"], { directory: folder });
    assert.equal(imported.exitCode, 2, imported.errors);
    assert.equal((await runCli(["deploy", "/dev/zero", "--yes"], { directory: folder })).exitCode, 2);
  });
});
