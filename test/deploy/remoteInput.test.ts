// Whatever a value, a host, a user, a path or a file holds: none of it becomes an option of ssh or a command on a node.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { asBytes, bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { describeFailure } from "@lkcluster/deploy/failure.ts";
import { isRemotePath, parseDestination } from "@lkcluster/deploy/openssh/destination.ts";
import { sshArguments } from "@lkcluster/deploy/openssh/host.ts";
import { encodeData, encodeRequest, isTransactionName } from "@lkcluster/deploy/remote/encode.ts";
import { remoteProgram } from "@lkcluster/deploy/remote/program.ts";
import { findReply, understand } from "@lkcluster/deploy/remote/reply.ts";
import fc from "fast-check";

describe("destinations", () => {
  const good: readonly (readonly [written: string, host: string, user?: string | undefined, port?: number])[] = [
    ["node1", "node1"],
    ["10.0.0.1", "10.0.0.1"],
    ["admin@node1.example.com:2222", "node1.example.com", "admin", 2222],
    ["user@domain@node1", "node1", "user@domain"],
    ["[2001:db8::1]:22", "2001:db8::1", undefined, 22],
    ["2001:db8::1", "2001:db8::1"],
    ["root@[fe80::1%eth0]", "fe80::1%eth0", "root"],
    ["本番-1", "本番-1"],
  ];
  for (const [written, host, user, port] of good) {
    it(`takes ${written}`, () => assert.deepEqual(parseDestination(written), { host, user, port }));
  }

  const bad = [
    "",
    "-oProxyCommand=touch /tmp/x",
    "-oProxyCommand=x@node1",
    "root@-oProxyCommand=x",
    "--",
    "-",
    "node1;reboot",
    "node1 reboot",
    "$(reboot)",
    "`reboot`",
    "a|b",
    "a&b",
    "a\nb",
    "a\0b",
    "node1\r",
    "'node1'",
    '"node1"',
    ["$", "{HOME}"].join(""),
    "%h",
    "node1:0",
    "node1:65536",
    "node1:22:33x",
    "node1:-1",
    "@node1",
    "-l@node1",
    "us er@node1",
    "user@",
    "ssh://node1",
    "../node1",
    "[::1",
    "~",
    "*",
    "a".repeat(300),
  ];
  for (const written of bad) {
    it(`refuses ${JSON.stringify(written).slice(0, 60)}`, () => assert.equal(parseDestination(written), undefined));
  }

  it("never makes an option out of a word, whatever the word is", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(...bad),
      fc.string().map((text) => `-o${text}`),
    );
    fc.assert(
      fc.property(word, (written) => {
        const target = parseDestination(written);
        if (target === undefined) return;
        const args = sshArguments({ questions: "batch" }, target);
        const end = args.indexOf("--");
        assert.deepEqual(args.slice(end + 1), [target.host, "exec sh"]);
        assert.ok(!target.host.startsWith("-"));
        assert.doesNotMatch(`${target.host}${target.user ?? ""}`, /[\s;|&$`'"\\<>(){}*?~!#\0]/);
        assert.ok(!args.some((arg) => /StrictHostKeyChecking|UserKnownHostsFile/i.test(arg)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("remote paths", () => {
  for (const path of ["/etc/default/LifeKeeper", "/a b/$(x)'\"`", "/本番"]) {
    it(`takes ${path}`, () => assert.ok(isRemotePath(path)));
  }
  for (const path of ["", "etc/default", "-rf", "/a\nb", "/a\0", "/a/", "~/x", `/${"a".repeat(5000)}`]) {
    it(`refuses ${JSON.stringify(path).slice(0, 40)}`, () => assert.ok(!isRemotePath(path)));
  }
});

describe("requests", () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "'; reboot; '",
      "$(reboot)",
      "`reboot`",
      "%s%n%d",
      "\\",
      "'",
      '"',
      "EOF\nreboot\n",
      "\n)\nreboot\n(",
      "-e",
      "\0",
    ),
  );

  it("carry data in harmless characters only", () => {
    fc.assert(
      fc.property(hostile, (text) =>
        assert.match(encodeData(bytesOfText(text)), /^(?:[A-Za-z0-9 _/.,:=#+@]|\\[0-3][0-7]{2})*$/),
      ),
    );
  });

  it("give a shell exactly the bytes they were made of", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (given) => {
        const bytes = asBytes(Buffer.from(given).toString("latin1"));
        const printed = spawnSync("sh", ["-c", `printf '${encodeData(bytes)}'`]).stdout.toString("latin1");
        assert.equal(printed, bytes);
      }),
      { numRuns: 40 },
    );
  });

  it("hold nothing else of what a file, a path or a record says", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (content, path, record) => {
        const words = encodeRequest(
          { kind: "stage", transaction: "t1", record, content: bytesOfText(content) },
          path,
          "0123",
        );
        // Without the data nothing but our own words is left.
        const bare = words.replaceAll(/printf '[^']*'/g, "printf");
        assert.match(bare, /^[A-Za-z0-9_/$"()={}>&|:,;. \n\\%?'-]*$/);
        assert.ok(!bare.includes("reboot"));
        assert.equal(spawnSync("sh", ["-n"], { input: `${remoteProgram}\n${words}` }).status, 0);
      }),
      { numRuns: 40 },
    );
  });

  it("name transactions so that they are file names and nothing more", () => {
    assert.ok(isTransactionName("0a1b"));
    for (const name of ["", "../x", "a b", "A", "a".repeat(41), "a\n", "-a"]) assert.ok(!isTransactionName(name), name);
  });
});

describe("answers", () => {
  const nonce = "00112233445566778899aabbccddeeff";

  it("are found behind a banner, and not before they are whole", () => {
    const whole = `Welcome\nuptime 1 day\n\n${nonce} kind\nabsent\n${nonce} end\nread\n${nonce} end 0\n`;
    for (let cut = 0; cut < whole.length; cut++)
      assert.equal(findReply(asBytes(whole.slice(0, cut)), nonce), undefined, `cut at ${cut}`);
    assert.equal(findReply(asBytes(whole), nonce)?.items[0]?.value, "absent");
  });

  it("cannot play with a terminal", () => {
    const evil = "\u001b]0;title\u0007\u001b[2Jok\u202e\n";
    const failure = { kind: "failure", node: "n", reason: "garbage", detail: evil } as const;
    assert.doesNotMatch(describeFailure(failure).en, /(?!\n)[\p{Cc}\u202e]/u);
    const reply = findReply(
      asBytes(
        `\n${nonce} kind\nabsent\n${nonce} lktest\n0\n${nonce} status\n${evil}\n${nonce} end\nread\n${nonce} end 0\n`,
      ),
      nonce,
    );
    assert.ok(reply);
    const understood = understand({ kind: "read" }, "n", reply);
    assert.ok(understood.kind === "answer");
    assert.ok(!(understood.answer.facts.status ?? "").includes("\u001b"));
  });

  it("never throw, whatever a node sends", () => {
    const kinds = ["read", "stage", "arm", "commit", "confirm", "revert"] as const;
    const line = fc.oneof(
      fc.string(),
      fc
        .constantFrom("kind", "file", "content", "tx", "tx-state", "gen", "last", "confirmed", "end 0", "failed", "old")
        .map((key) => `\n${nonce} ${key}\n`),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom(...kinds), (lines, kind) => {
        const reply = findReply(asBytes(`${lines.join("")}\n${nonce} end 0\n`), nonce);
        assert.ok(reply);
        const request =
          kind === "stage"
            ? ({ kind, transaction: "t", record: "", content: asBytes("") } as const)
            : kind === "arm"
              ? ({ kind, transaction: "t", seconds: 1 } as const)
              : kind === "read"
                ? ({ kind } as const)
                : ({ kind, transaction: "t" } as const);
        assert.ok(["answer", "refused", "garbage"].includes(understand(request, "n", reply).kind));
      }),
    );
  });
});
