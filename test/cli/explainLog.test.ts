// lkcluster explain-log: several nodes, one time line, and a count of what is not understood.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readLogFile } from "../../cli/src/logFile.ts";
import { runCli } from "./runCli.ts";

const first = [
  "Nov 11 00:00:03 n1 recover[2]: EMERG:lcd.recover::app1:004788:failed to remove resource 'app1'. SYSTEM HALTED.",
  "Nov 11 00:00:00 n1 kernel: something else",
  "Nov 11 00:00:01 n1 quickCheck[1]: NOTIFY:RKActionHandler:quickCheck:app1:001047:END",
  "",
].join("\n");
const second = "Nov 11 00:00:02 n2 lcm[9]: INFO:lcm:::999999:a code of which nobody wrote\r\n";

describe("lkcluster explain-log", () => {
  const folder = mkdtempSync(join(tmpdir(), "lkcluster-log-"));
  const put = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const run = (...args: readonly string[]) => runCli(["explain-log", ...args], { directory: folder });
  after(() => rmSync(folder, { recursive: true }));

  it("makes one time line of several nodes, explains the codes it knows and counts the rest", async () => {
    const { exitCode, output } = await run(put("n1.log", first), put("n2.log", second));
    assert.equal(exitCode, 0);
    const shown = output.split("\n").filter((line) => /^Nov 11/.test(line));
    assert.deepEqual(
      shown.map((line) => line.slice(0, 19)),
      ["Nov 11 00:00:01  n1", "Nov 11 00:00:02  n2", "Nov 11 00:00:03  n1"],
    );
    assert.match(output, /→ 004788 · Removal failed, system halted/);
    assert.match(output, /n1\.log: 2 of 3 lines are LifeKeeper's; 1 have another form/);
    assert.match(output, /1 lines have a code of which no public explanation is known/);
    assert.match(output, /own clocks/);
    assert.match((await run("n1.log", "--lang", "ja")).output, /停止失敗によるシステム停止/);
    const json = JSON.parse((await run("n1.log", "--format", "json")).output);
    assert.deepEqual(json.files, [{ file: "n1.log", lines: 3, known: 2, foreign: 1, older: 0, encodings: [] }]);
    assert.equal(json.lines[1].code, "004788");
  });

  it("names the encoding it took the bytes for", async () => {
    // The tag is 受注.
    const head = "Nov 11 00:00:00 n1 quickCheck[1]: NOTIFY:RKActionHandler:quickCheck:";
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0x8e, 0xf3, 0x92, 0x8d]),
      Buffer.from(":001047:END\n"),
    ]);
    const { output } = await run(put("sjis.log", bytes));
    assert.match(output, /受注 001047/);
    assert.match(output, /shift_jis/);
  });

  it("refuses what is missing, has no end or is compressed, and says when nothing is LifeKeeper's", async () => {
    assert.match((await run("nowhere.log")).errors, /cannot be read/);
    const device = await run("/dev/zero");
    assert.equal(device.exitCode, 2);
    assert.match(device.errors, /no regular file/);
    assert.match((await run(put("old 1.gz", gzipSync(first)))).errors, /gunzip -k 'old 1\.gz'/);
    const none = await run(put("hosts", "127.0.0.1 localhost\n"));
    assert.equal(none.exitCode, 1);
    assert.match(none.output, /0 of 1 lines/);
  });

  it("keeps the newest lines only, passes over a line without end, and loses none at the borders of its reads", async () => {
    const one = (at: number): string =>
      `Nov 11 00:${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")} n1 lcm[9]: INFO:lcm:::000001:${at}\n`;
    const text = Array.from({ length: 3000 }, (_, at) => one(at)).join("");
    put("long.log", `${"x".repeat(200_000)}\n${text}${"y".repeat(9000)}`);
    const read = await readLogFile(join(folder, "long.log"), 100);
    assert.ok(typeof read !== "string");
    assert.deepEqual([read.lines, read.known, read.foreign], [3002, 3000, 2]);
    assert.deepEqual(
      read.kept.map((line) => Number(line.text)),
      Array.from({ length: 100 }, (_, at) => 2900 + at),
    );
  });
});
