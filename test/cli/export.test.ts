// lkcluster export: the folder of documents, what it never overwrites, and that LibreOffice opens every workbook.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { runCli } from "./runCli.ts";

describe("lkcluster export", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "export-"));
    cpSync("samples/aws-hulft", join(folder, "hulft"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const exported = (...more: readonly string[]) =>
    runCli(["export", "hulft/hulft.lk", "--to", "out", ...more], { directory: folder });
  const out = (name: string): string => join(folder, "out", name);

  it("writes every document in every form, and the same bytes when it is asked again or elsewhere", async () => {
    const first = await exported("--lang", "ja");
    assert.equal(first.exitCode, 0, first.errors);
    const names = readdirSync(join(folder, "out"));
    for (const id of [
      "as-built",
      "availability",
      "operations",
      "parameters",
      "ports",
      "procedure",
      "tests",
      "topology",
    ]) {
      for (const form of ["xlsx", "md", "html"]) assert.ok(names.includes(`${id}.${form}`), `${id}.${form}`);
    }
    assert.ok(names.includes("topology.svg") && names.includes("topology.mmd"));
    const bytes = names.map((name) => readFileSync(out(name)));
    assert.equal((await exported("--lang", "ja")).exitCode, 0);
    cpSync(join(folder, "hulft"), join(folder, "elsewhere"), { recursive: true });
    await runCli(["export", "elsewhere/hulft.lk", "--to", "out2", "--lang", "ja"], { directory: folder });
    for (const [at, name] of names.entries()) {
      assert.deepEqual(readFileSync(out(name)), bytes[at], name);
      assert.deepEqual(readFileSync(join(folder, "out2", name)), bytes[at], name);
    }
  });

  it("never replaces a document in which somebody has worked", async () => {
    await exported("--only", "tests,ports", "--format", "md");
    writeFileSync(out("tests.md"), `${readFileSync(out("tests.md"), "utf8")}OK, 2026-12-01\n`);
    const filled = readFileSync(out("tests.md"), "utf8");
    writeFileSync(
      join(folder, "hulft/hulft.lk"),
      readFileSync(join(folder, "hulft/hulft.lk"), "utf8").replace("az-a", "az-x"),
    );
    const before = readFileSync(out("ports.md"), "utf8");
    const again = await exported("--only", "tests,ports", "--format", "md");
    assert.equal(again.exitCode, 2);
    assert.match(again.errors, /tests\.md cannot be written: somebody has changed it/);
    assert.equal(readFileSync(out("tests.md"), "utf8"), filled);
    assert.equal(readFileSync(out("ports.md"), "utf8"), before);
    assert.equal((await exported("--only", "ports", "--format", "md")).exitCode, 0);
  });

  it("compares with what was saved on the nodes", async () => {
    mkdirSync(join(folder, "saved/prim"), { recursive: true });
    writeFileSync(join(folder, "saved/prim/LifeKeeper"), "QUORUM_MODE=storage\n");
    const { exitCode, errors } = await exported("--only", "as-built", "--format", "md", "--facts", "saved");
    assert.equal(exitCode, 0, errors);
    assert.match(
      readFileSync(out("as-built.md"), "utf8"),
      /\| prim \| QUORUM\\_MODE \| `majority` \| `storage` \| \*\*differs\*\* \|/,
    );
    const nothing = await exported("--facts", "hulft");
    assert.equal(nothing.exitCode, 2);
    assert.match(nothing.errors, /hulft\/prim\/lcdstatus\.txt/);
  });

  it("says what it does not know: a format, a document, a moment, two files", async () => {
    assert.match((await exported("--format", "docx")).errors, /there is no format docx/);
    assert.match((await exported("--only", "plan")).errors, /there is no document plan/);
    const epoch = await runCli(["export", "hulft/hulft.lk"], {
      directory: folder,
      environment: { SOURCE_DATE_EPOCH: "x" },
    });
    assert.match(epoch.errors, /SOURCE_DATE_EPOCH/);
    cpSync(join(folder, "hulft"), join(folder, "other"), { recursive: true });
    const two = await runCli(["export", "hulft/hulft.lk", "other/hulft.lk"], { directory: folder });
    assert.match(two.errors, /name one cluster file/);
  });

  it("makes workbooks that LibreOffice opens and prints", async function () {
    this.timeout(300_000);
    const missing = ensurePrograms(["soffice"]);
    assert.equal(missing, undefined, missing);
    assert.equal((await exported("--lang", "ja", "--format", "xlsx")).exitCode, 0);
    const workbooks = readdirSync(join(folder, "out")).filter((name) => name.endsWith(".xlsx"));
    const result = spawnSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        join(folder, "pdf"),
        ...workbooks.map(out),
      ],
      { timeout: 240_000, encoding: "utf8", env: { ...process.env, HOME: folder } },
    );
    assert.equal(result.status, 0, `${result.stdout}${result.stderr}`);
    assert.equal(readdirSync(join(folder, "pdf")).length, workbooks.length);
    for (const name of readdirSync(join(folder, "pdf"))) {
      assert.equal(
        readFileSync(join(folder, "pdf", name))
          .subarray(0, 5)
          .toString(),
        "%PDF-",
        name,
      );
    }
  });
});
