import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditFileBeside, fileAudit } from "@lkcluster/deploy/audit.ts";

const entry = { at: "2026-01-01T00:00:00Z", transaction: "t", node: "n", event: "request read", status: "ok" };

describe("the audit file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-audit-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gets one line for each entry, in a folder and a file of its owner's", () => {
    const path = auditFileBeside(join(folder, "c.lk"));
    const audit = fileAudit(path, () => assert.fail("it can be written"));
    audit.write(entry);
    audit.write({ ...entry, status: "locked" });
    assert.deepEqual(
      readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).status),
      ["ok", "locked"],
    );
    assert.deepEqual([statSync(path).mode & 0o777, statSync(join(path, "..")).mode & 0o777], [0o600, 0o700]);
  });

  it("follows no link and waits for no pipe that a workspace brings along", () => {
    const path = auditFileBeside(join(folder, "c.lk"));
    mkdirSync(join(folder, ".lkcluster"));
    const victim = join(folder, "profile");
    writeFileSync(victim, "mine\n");
    for (const plant of [() => symlinkSync(victim, path), () => spawnSync("mkfifo", [path])]) {
      rmSync(path, { force: true });
      plant();
      const failures: unknown[] = [];
      fileAudit(path, (error) => failures.push(error)).write(entry);
      assert.equal(failures.length, 1);
    }
    rmSync(join(folder, ".lkcluster"), { recursive: true });
    symlinkSync(folder, join(folder, ".lkcluster"));
    fileAudit(path, () => undefined).write(entry);
    assert.equal(readFileSync(victim, "utf8"), "mine\n");
    assert.ok(!existsSync(join(folder, "audit.jsonl")));
  });

  it("is not kept where no folder can be made, and says so at once", () => {
    const failures: unknown[] = [];
    fileAudit("/proc/self/fd/.lkcluster/audit.jsonl", (error) => failures.push(error)).write(entry);
    assert.equal(failures.length, 1);
  });

  it("never throws into a deployment, and tells its failure once", () => {
    writeFileSync(join(folder, ".lkcluster"), "in the way");
    const failures: unknown[] = [];
    const audit = fileAudit(auditFileBeside(join(folder, "c.lk")), (error) => failures.push(error));
    audit.write(entry);
    audit.write(entry);
    assert.equal(failures.length, 1);
  });
});
