// `lkcluster mcp` with clients of the protocol that others wrote, of both kinds of revision: every tool answers in the shape
// that it declares, and files are read below the given folders alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import { Client as PerRequestClient } from "@modelcontextprotocol/client";
import { StdioClientTransport as PerRequestTransport } from "@modelcontextprotocol/client/stdio";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { connected, root, started } from "./mcpProcess.ts";

interface Answer {
  readonly isError?: boolean;
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly text: string;
}

interface Problem {
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly {
      readonly file: string;
      readonly range: Readonly<Record<"line" | "character" | "endLine" | "endCharacter", number>>;
      readonly newText: string;
    }[];
  }[];
}

async function call(client: Client, name: string, args: Readonly<Record<string, unknown>>): Promise<Answer> {
  const result = await client.callTool({ name, arguments: args });
  const [first] = result.content as readonly { readonly type: string; readonly text: string }[];
  assert.equal(first?.type, "text");
  return { ...(result as Omit<Answer, "text">), text: first.text };
}

const pair = "split-pair/pair.lk";

describe("lkcluster mcp", function () {
  this.timeout(60_000);
  let folder = "";
  let client: Client;
  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "lkcluster-mcp-")));
    cpSync(join(root, "samples"), join(folder, "in"), { recursive: true });
    client = await connected(join(folder, "in"));
  });
  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("agrees on a version, and tells its tools with the shapes of what they take and give", async () => {
    assert.equal(client.getServerVersion()?.name, "lkcluster");
    assert.match(client.getInstructions() ?? "", /lifekeeper:\/\/language/);
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ["check", "explain", "simulate", "prove", "availability", "compare", "testplan"],
    );
    for (const { annotations, outputSchema, description } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(outputSchema?.type, "object");
      assert.ok((description ?? "").length > 80);
    }
  });

  // The client holds what comes against the shape that the tool declares, and throws when it does not fit.
  const calls: readonly (readonly [name: string, args: Readonly<Record<string, unknown>>, said: RegExp])[] = [
    ["check", { file: pair }, /No problem was found/],
    [
      "check",
      { file: "two-node-majority/classic.lk" },
      /two-node-majority\/etc\/default\/LifeKeeper:1:1 error \[quorum-node-count\]/,
    ],
    ["check", { file: "split-pair/etc/default/LifeKeeper" }, /Errors: |No problem/],
    ["check", { text: "QUORUM_MODE=majorty\n", kind: "parameters" }, /QUORUM_MODE/],
    ["explain", { name: "QUORUM_MODE" }, /tcp_remote/],
    ["explain", {}, /Parameters/],
    ["simulate", { file: pair }, / s /],
    ["simulate", { file: pair, steps: "crash left  wait 20s" }, /crash left/],
    ["prove", { file: pair }, /violated: .*\n[\s\S]*steps for simulate: cut /],
    ["prove", { file: pair, faults: 1, kinds: ["crash"], readings: "all" }, /holds: /],
    ["availability", { file: pair }, /app is away for/],
    [
      "compare",
      { old: { file: pair }, new: { file: "replicated-with-witness/replicated.lk" } },
      /Changes for the better/,
    ],
    ["testplan", { file: pair, from: 2 }, /^2\. \[/m],
  ];
  for (const [name, args, said] of calls) {
    it(`${name} answers ${JSON.stringify(args).slice(0, 80)}`, async () => {
      await client.listTools();
      const answer = await call(client, name, args);
      assert.equal(answer.isError, false, answer.text);
      assert.match(answer.text, said);
      assert.ok(answer.structuredContent !== undefined);
    });
  }

  it("brings repairs as edits that give a file without the problem", async () => {
    const cluster = "two-node-majority/classic.lk";
    const { structuredContent } = await call(client, "check", { file: cluster });
    const [problem] = (structuredContent?.["problems"] ?? []) as readonly Problem[];
    const [fix] = problem?.fixes ?? [];
    assert.match(fix?.title ?? "", /witness-only node/);
    const read = (name: string): string => readFileSync(join(folder, "in", name), "utf8");
    let text = read(cluster);
    const edits = (fix?.edits ?? []).filter(({ file }) => file === cluster);
    const lines = indexLines(text);
    const offset = (line: number, character: number): number =>
      lines.offsetAt({ line: line - 1, character: character - 1 });
    for (const { range, newText } of [...edits].sort((a, b) => b.range.line - a.range.line)) {
      text = `${text.slice(0, offset(range.line, range.character))}${newText}${text.slice(offset(range.endLine, range.endCharacter))}`;
    }
    assert.notEqual(text, read(cluster));
    const name = "etc/default/LifeKeeper";
    const mended = await call(client, "check", { text, files: [{ name, text: read(`two-node-majority/${name}`) }] });
    assert.doesNotMatch(mended.text, /quorum-node-count|syntax/);
  });

  it("says that a file holds problems back", async () => {
    const text = "# lkcluster-disable-next-line same-as-default\nLCMHBEATTIME=5\n";
    const { text: said, structuredContent } = await call(client, "check", { text, kind: "parameters" });
    assert.equal(structuredContent?.["heldBack"], 1, said);
    assert.match(said, /comments in the files hold back 1/);
  });

  it("answers in the language that a call names", async () => {
    const { text } = await call(client, "prove", { file: pair, language: "ja" });
    assert.match(text, /不成立 1 件/);
  });

  it("serves the description of the language as a resource, in both languages", async () => {
    const { resources } = await client.listResources();
    assert.deepEqual(resources.map(({ uri }) => uri).sort(), ["lifekeeper://language", "lifekeeper://language/ja"]);
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri });
      const [first] = contents;
      assert.ok(first !== undefined && "text" in first);
      assert.match(String(first.text), /```lk\n#[\s\S]*cluster payroll \{/);
    }
    await assert.rejects(client.readResource({ uri: "file:///etc/passwd" }), /no such resource/);
  });

  it("tells progress to whoever asks for it", async () => {
    const told: number[] = [];
    await client.callTool(
      { name: "prove", arguments: { file: "aws-hulft/hulft.lk", faults: 4, seconds: 3 } },
      undefined,
      { onprogress: ({ progress }) => told.push(progress) },
    );
    assert.ok(told.length > 0);
    assert.deepEqual(
      told,
      [...new Set(told)].sort((a, b) => a - b),
    );
  });

  it("a search that its time ends is incomplete, and claims nothing", async () => {
    const { text, structuredContent } = await call(client, "prove", {
      file: "aws-hulft/hulft.lk",
      faults: 4,
      seconds: 1,
    });
    assert.match(text, /incomplete: [1-9]/);
    assert.match(JSON.stringify(structuredContent), /"incomplete"/);
  });

  it("two calls at once are both answered", async () => {
    const [slow, quick] = await Promise.all([
      call(client, "prove", { file: "aws-hulft/hulft.lk", faults: 4, seconds: 2 }),
      call(client, "explain", { name: "OSU" }),
    ]);
    assert.equal(slow.isError, false);
    assert.match(quick.text, /OSU/);
  });

  it("a search that is cancelled ends, and the next call is answered", async () => {
    const abort = new AbortController();
    const search = client.callTool(
      { name: "prove", arguments: { file: "aws-hulft/hulft.lk", faults: 4, seconds: 60 } },
      undefined,
      { signal: abort.signal, onprogress: () => abort.abort("enough") },
    );
    await assert.rejects(search, /enough/);
    assert.match((await call(client, "explain", { name: "ISP" })).text, /ISP/);
  });

  describe("what is below the given folders", () => {
    const outside = "cluster secret-name {\n  node a {}\n}\n";
    const refused = async (file: string): Promise<void> => {
      const { isError, text } = await call(client, "check", { file });
      assert.equal(isError, true, text);
      assert.doesNotMatch(text, /secret-name/);
    };
    before(() => {
      writeFileSync(join(folder, "outside.lk"), outside);
      writeFileSync(join(folder, "secret"), "QUORUM_MODE=secret-value\n");
      mkdirSync(join(folder, "elsewhere"));
      writeFileSync(join(folder, "elsewhere/c.lk"), outside);
      symlinkSync(join(folder, "outside.lk"), join(folder, "in/link.lk"));
      symlinkSync(join(folder, "elsewhere"), join(folder, "in/folder"));
      symlinkSync("loop.lk", join(folder, "in/loop.lk"));
      execFileSync("mkfifo", [join(folder, "in/pipe.lk")]);
      symlinkSync("/dev/zero", join(folder, "in/zero.lk"));
    });

    for (const file of [
      "../outside.lk",
      "split-pair/../../outside.lk",
      "/etc/passwd",
      "link.lk",
      "folder/c.lk",
      "loop.lk",
      "pipe.lk",
      "zero.lk",
      "/dev/zero",
      "/proc/self/environ",
      "split-pair",
      ".",
      "",
      "a\0b",
      "missing.lk",
    ]) {
      it(`${JSON.stringify(file)} is refused`, () => refused(file));
    }

    it("a file outside that exists is refused with the words of one that does not", async () => {
      const [there, missing] = await Promise.all(
        ["../outside.lk", "../missing.lk"].map((file) => call(client, "check", { file })),
      );
      assert.equal(there?.text, missing?.text);
    });

    for (const named of ["../secret", "/etc/passwd", "/dev/zero", "link-to-secret"]) {
      it(`a cluster file that names ${named} does not bring it in`, async () => {
        if (named === "link-to-secret") symlinkSync(join(folder, "secret"), join(folder, "in/link-to-secret"));
        writeFileSync(join(folder, "in/naming.lk"), `cluster c {\n  defaults "${named}"\n  node a {}\n}\n`);
        const { text } = await call(client, "check", { file: "naming.lk" });
        assert.match(text, /defaults-unreadable/);
        assert.doesNotMatch(text, /secret-value|root:/);
      });
    }

    it("a text reaches no file at all, only the texts that came with it", async () => {
      const text = 'cluster c {\n  defaults "split-pair/etc/default/LifeKeeper"\n  node a {}\n}\n';
      assert.match((await call(client, "check", { text })).text, /defaults-unreadable/);
      const files = [{ name: "split-pair/etc/default/LifeKeeper", text: "QUORUM_MODE=majorty\n" }];
      const { text: said } = await call(client, "check", { text, files });
      assert.doesNotMatch(said, /defaults-unreadable/);
      assert.match(said, /majorty/);
    });

    it("without a folder, no file is read", async () => {
      const bare = await connected();
      try {
        const { isError, text } = await call(bare, "check", { file: join(root, "samples", pair) });
        assert.equal(isError, true);
        assert.match(text, /started without a folder/);
      } finally {
        await bare.close();
      }
    });
  });
});

describe("lkcluster mcp without a handshake", function () {
  this.timeout(60_000);

  for (const mode of ["auto", { pin: "2026-07-28" }] as const) {
    it(`is found by a client that asks ${JSON.stringify(mode)}`, async () => {
      const client = new PerRequestClient({ name: "test", version: "1" }, { versionNegotiation: { mode } });
      await client.connect(new PerRequestTransport(started("samples")));
      try {
        const { tools } = await client.listTools();
        assert.equal(tools.length, 7);
        const { contents } = await client.readResource({ uri: "lifekeeper://language" });
        assert.equal(contents.length, 1);
        const proved = await client.callTool({ name: "prove", arguments: { file: pair } });
        assert.match(JSON.stringify(proved.structuredContent), /violated/);
      } finally {
        await client.close();
      }
    });
  }
});
