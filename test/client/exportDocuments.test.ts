// *Export…*: what is asked, what is written, what is never replaced, and the thread that makes the documents.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FolderNews, FolderOrder } from "@lkcluster/core/documents/folderOrder.ts";
import { carryOut } from "@lkcluster/office/carryOut.ts";
import { build } from "esbuild";
import type { Uri as RealUri } from "vscode";
import type { DocumentThread, Host } from "../../client/src/host.ts";
import { runCli } from "../cli/runCli.ts";
import "../support/loadWithVscode.ts";
import { answers, storedFiles, takeHanded, Uri, window } from "../support/fakeVscode.ts";

const { exportDocuments } = await import("../../client/src/commands/exportDocuments.ts");
const { documentThread } = await import("../../client/src/node/documentThread.ts");

const folder = "samples/aws-hulft";
const cluster = Uri.file("/clusters/hulft.lk");
// The command asks `instanceof` of the stand-in's class.
const subject = cluster as unknown as RealUri;

/** What goes to a thread is copied on its way, as a real one does. */
function here(ended: string[] = []): Pick<Host, "createDocumentThread"> {
  const thread: DocumentThread = {
    start: (order, hear) => void carryOut(structuredClone(order), (news) => hear(structuredClone(news))),
    end: () => void ended.push("ended"),
  };
  return { createDocumentThread: () => thread };
}

const textOf = (name: string): string =>
  Buffer.from(storedFiles.get(`file:///clusters/documents/${name}`) ?? "").toString();
const told = (): readonly string[] =>
  takeHanded().flatMap(({ what, args }) =>
    ["information", "warning", "error"].includes(what) ? [`${what}: ${args.join(" | ")}`] : [],
  );

interface Row {
  readonly label: string;
  readonly picked?: boolean;
}

describe("exporting documents", () => {
  beforeEach(() => {
    storedFiles.clear();
    answers.length = 0;
    for (const name of ["hulft.lk", "etc/default/LifeKeeper"])
      storedFiles.set(`file:///clusters/${name}`, readFileSync(join(folder, name)));
    takeHanded();
  });

  it("asks which, as what and where, with everything picked, and writes them beside the cluster file", async () => {
    answers.push(
      (rows) => {
        assert.ok(rows.length === 8 && (rows as readonly Row[]).every(({ picked }) => picked === true));
        return (rows as readonly Row[]).filter(({ label }) => label === "Communication requirements");
      },
      (rows) => {
        assert.deepEqual(
          (rows as readonly Row[]).filter(({ picked }) => picked === true).map(({ label }) => label),
          ["Excel"],
        );
        return rows;
      },
      (rows) => rows[0],
    );
    const ended: string[] = [];
    const names = await exportDocuments(here(ended), subject);
    assert.deepEqual(names, ["ports.xlsx", "ports.md", "ports.html"]);
    assert.match(textOf("ports.md"), /^# Communication requirements: hulft-aws/);
    assert.match(textOf("documents.json"), /"ports\.md": "[0-9a-f]{64}"/);
    assert.deepEqual(ended, ["ended"]);
    assert.deepEqual(told(), ["information: 3 files are in /clusters/documents. | Open Folder | Open Document…"]);
  });

  it("writes the very files that lkcluster export writes, with the same list beside them", async () => {
    const out = mkdtempSync(join(tmpdir(), "export-"));
    try {
      const wish = { documents: ["tests", "topology"], formats: ["xlsx", "md"], folder: "file:///clusters/documents" };
      const names = (await exportDocuments(here(), subject, wish)) ?? [];
      await runCli(["export", `${folder}/hulft.lk`, "--only", "tests,topology", "--format", "xlsx,md", "--to", out]);
      assert.ok(names.includes("topology.svg"));
      for (const name of [...names, "documents.json"]) {
        assert.deepEqual(
          Buffer.from(storedFiles.get(`file:///clusters/documents/${name}`) ?? []),
          readFileSync(join(out, name)),
          name,
        );
      }
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  it("replaces what it wrote, and nothing in which somebody has worked", async () => {
    const wish = { documents: ["tests", "ports"], formats: ["md"], folder: "file:///clusters/documents" };
    await exportDocuments(here(), subject, wish);
    const changed = readFileSync(join(folder, "hulft.lk"), "utf8").replaceAll("az-a", "az-x");
    storedFiles.set("file:///clusters/hulft.lk", new TextEncoder().encode(changed));
    assert.equal((await exportDocuments(here(), subject, wish))?.length, 2);
    assert.match(textOf("tests.md"), /az-x/);
    const filled = `${textOf("tests.md")}OK, 2026-12-01\n`;
    const ports = textOf("ports.md");
    storedFiles.set("file:///clusters/documents/tests.md", new TextEncoder().encode(filled));
    storedFiles.set("file:///clusters/hulft.lk", readFileSync(join(folder, "hulft.lk")));
    takeHanded();
    assert.equal(await exportDocuments(here(), subject, wish), undefined);
    assert.equal(textOf("tests.md"), filled);
    assert.equal(textOf("ports.md"), ports);
    assert.match(told().join(), /^warning: Nothing was written: tests\.md changed since/);
  });

  it("writes nothing where somebody gives up, or where the file has errors", async () => {
    const before = storedFiles.size;
    assert.equal(await exportDocuments(here(), subject), undefined);
    storedFiles.set("file:///clusters/hulft.lk", new TextEncoder().encode("cluster c { node a { } path a <-> z { } }"));
    const wish = { documents: ["ports"], formats: ["md"], folder: "file:///clusters/documents" };
    assert.equal(await exportDocuments(here(), subject, wish), undefined);
    assert.match(told().join(), /^error: The cluster file has errors/);
    assert.equal(storedFiles.size, before);
  });

  it("says that it could not, where the thread ends with a bug, and where it is cancelled ends the thread", async () => {
    const wish = { documents: ["ports"], formats: ["md"], folder: "file:///clusters/documents" };
    const ended: string[] = [];
    const broken: DocumentThread = {
      start: (_, hear) => hear({ kind: "failed", why: "bug" }),
      end: () => void ended.push("ended"),
    };
    assert.equal(await exportDocuments({ createDocumentThread: () => broken }, subject, wish), undefined);
    assert.match(told().join(), /^error: The documents could not be made/);
    const endless: DocumentThread = { start: () => undefined, end: () => void ended.push("ended") };
    const real = window.withProgress;
    window.withProgress = (_, work) => {
      const token = {
        onCancellationRequested: (cancel: () => void) => {
          cancel();
          return { dispose: () => undefined };
        },
      };
      return work({ report: () => undefined }, token);
    };
    try {
      assert.equal(await exportDocuments({ createDocumentThread: () => endless }, subject, wish), undefined);
    } finally {
      window.withProgress = real;
    }
    assert.deepEqual(ended, ["ended", "ended"]);
    assert.deepEqual(told(), []);
  });

  it("makes them in a thread of Node, with the program that a browser's worker runs", async () => {
    const out = mkdtempSync(join(tmpdir(), "worker-"));
    try {
      const program = join(out, "worker.js");
      await build({
        entryPoints: ["office/src/worker.ts"],
        bundle: true,
        platform: "browser",
        format: "iife",
        outfile: program,
        logLevel: "error",
      });
      const files = ["hulft.lk", "etc/default/LifeKeeper"].map((name) => ({
        file: `/w/${name}`,
        text: readFileSync(join(folder, name), "utf8"),
        version: 1,
      }));
      const order: FolderOrder = {
        clusterFile: "/w/hulft.lk",
        files,
        only: ["ports"],
        formats: ["xlsx"],
        locale: "ja",
      };
      const thread = documentThread(program);
      const heard: FolderNews[] = [];
      const last = await new Promise<FolderNews>((resolve) => {
        thread.start(order, (news) => {
          heard.push(news);
          if (news.kind !== "making") resolve(news);
        });
      });
      thread.end();
      const expected = await new Promise<FolderNews>((resolve) => {
        void carryOut(order, (news) => (news.kind === "making" ? undefined : resolve(news)));
      });
      assert.deepEqual(last, expected);
      assert.deepEqual(heard[0], { kind: "making", document: "ports", done: 0, of: 1 });
    } finally {
      rmSync(out, { recursive: true });
    }
  });
});
