// `lkcluster compare`: what a change does, first; on two files and on two revisions.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { behaviourChanges } from "@lkcluster/core/prove/behaviour.ts";
import { unfinishedText } from "@lkcluster/core/prove/behaviourText.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { runCli } from "./runCli.ts";

const trio = (more = ""): string => `cluster trio {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  node a { address 192.0.2.1 }
  node b { address 192.0.2.2 }
  witness w { address 192.0.2.3 set WITNESS_MODE = none }
  path a <-> b { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 }
  path a <-> w { tcp 192.0.2.1 <-> 192.0.2.3 priority 1 }
  path b <-> w { tcp 192.0.2.2 <-> 192.0.2.3 priority 1 }
  resource app gen/app { servers a 1, b 10 }
}
scenario "the active node crashes" {
  crash a
  expect app active on b within 30s
}
prove "one fault never splits the brain" {
  never split-brain
  up to 1 faults
}
${more}`;

const majority = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n";
const none = "QUORUM_MODE=none\nWITNESS_MODE=none\n";

describe("lkcluster compare", function () {
  this.timeout(30_000);
  let folder = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "lkcluster-compare-")));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  };
  const git = (...args: readonly string[]): void => {
    execFileSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@example", ...args], {
      stdio: "ignore",
    });
  };
  const commit = (files: Readonly<Record<string, string>>): void => {
    if (!existsSync(join(folder, ".git"))) git("init");
    write(files);
    git("add", "-A");
    git("commit", "-m", "as it was");
  };
  const compared = (...args: readonly string[]) => runCli(["compare", ...args], { directory: folder });

  it("begins with what comes back later, and which sets of faults split it now", async () => {
    commit({ "trio.lk": trio(), LifeKeeper: majority });
    write({ LifeKeeper: `${none}LCMNUMHBEATS=12\n` });
    const { output, exitCode } = await compared("--base", "HEAD", "trio.lk");
    assert.match(output, /^- Split brain: \d+ more sets of faults lead to it\.\n/);
    assert.match(output, /\n- After a single fault app comes back up to 45 s later\.\n/);
    assert.match(output, /\n[-+] Two nodes run the same thing for up to \d+ s, \d+ s before\.\n/);
    assert.match(output, /\n- One proof holds no more\.\n/);
    assert.match(output, /\n- the active node crashes: passes → fails\n/);
    assert.match(output, /app: a crashes: 15 s \+ start → 60 s \+ start/);
    assert.equal(exitCode, 1);
  });

  it("says the other way round that it gets better, and ends with 0", async () => {
    write({
      "old.lk": trio().replace('"LifeKeeper"', '"Slow"'),
      "new.lk": trio(),
      Slow: `${majority}LCMNUMHBEATS=12\n`,
      LifeKeeper: majority,
    });
    const { output, exitCode } = await compared("old.lk", "new.lk");
    assert.match(output, /\+ After a single fault app comes back up to 45 s sooner\./);
    assert.equal(exitCode, 0, output);
  });

  it("says that nothing changes where only words do", async () => {
    commit({ "trio.lk": trio(), LifeKeeper: majority });
    write({ "trio.lk": trio("# a comment\n") });
    const { output, exitCode } = await compared("--base", "HEAD", "trio.lk");
    assert.match(output, /Nothing gets better and nothing gets worse\.\n$/);
    assert.equal(exitCode, 0);
  });

  for (const [lang, head, summary] of [
    [
      "en",
      /^## `trio\.lk`\n\n- \*\*worse\*\*: Split brain: /,
      /<summary>What was changed: \d+<\/summary>|\*\*What was changed: \d+\*\*/,
    ],
    [
      "ja",
      /^## `trio\.lk`\n\n- \*\*悪化\*\*: スプリットブレインになる障害の組み合わせが \d+ 通り増えます。/,
      /変更点: \d+ 件/,
    ],
  ] as const) {
    it(`writes a comment for a pull request in ${lang}`, async () => {
      commit({ "trio.lk": trio(), LifeKeeper: majority });
      write({ LifeKeeper: `${none}LCMNUMHBEATS=12\n` });
      const { output } = await compared("--base", "HEAD", "--format", "markdown", "--lang", lang, "trio.lk");
      assert.match(output, head);
      assert.match(output, summary);
      assert.match(output, /\| LCMNUMHBEATS \| `a` `b` `w` \| `3` \| `12` \||LCMNUMHBEATS \\?\|/);
      assert.ok(output.length < 65_536);
    });
  }

  it("compares two revisions without touching what is there now", async () => {
    commit({ "trio.lk": trio(), LifeKeeper: majority });
    commit({ "trio.lk": trio(), LifeKeeper: none });
    write({ LifeKeeper: "garbage" });
    const { output } = await compared("--base", "HEAD~1", "--head", "HEAD", "--format", "json", "trio.lk");
    const [{ headlines, settings, complete }] = JSON.parse(output).comparisons;
    assert.equal(complete, true);
    assert.equal(headlines[0].change, "worse");
    assert.deepEqual(
      settings.find(({ name }: { readonly name: string }) => name === "QUORUM_MODE"),
      { name: "QUORUM_MODE", nodes: ["a", "b", "w"], before: "majority", after: "none" },
    );
  });

  it("tells a file that is new, and one that had errors before", async () => {
    commit({ "trio.lk": "cluster c {\n  nod a {}\n", LifeKeeper: majority });
    write({ "trio.lk": trio(), "new.lk": trio() });
    const { errors, exitCode } = await compared("--base", "HEAD", ".");
    assert.match(errors, /new\.lk is new, so there is nothing to compare it with/);
    assert.match(errors, /trio\.lk \(HEAD\) has errors/);
    assert.equal(exitCode, 1);
  });

  for (const revision of ["no-such", "--output=owned", "-h", "", "HEAD^{tree}", "$(touch owned)", "HEAD:LifeKeeper"]) {
    it(`refuses the revision ${JSON.stringify(revision)}`, async () => {
      commit({ "trio.lk": trio(), LifeKeeper: majority });
      const { errors, exitCode } = await compared(`--base=${revision}`, "trio.lk");
      assert.match(errors, /there is no revision/);
      assert.equal(exitCode, 2);
      assert.ok(!existsSync(join(folder, "owned")));
    });
  }

  it("runs no filter of the repository", async () => {
    commit({ "trio.lk": trio(), LifeKeeper: majority, ".gitattributes": "*.lk diff=evil filter=evil\n" });
    git("config", "diff.evil.textconv", "touch owned; cat");
    git("config", "filter.evil.smudge", "touch owned; cat");
    const { exitCode } = await compared("--base", "HEAD", "trio.lk");
    assert.equal(exitCode, 0);
    assert.ok(!existsSync(join(folder, "owned")));
  });

  it("says what it needs", async () => {
    write({ "trio.lk": trio(), LifeKeeper: majority });
    assert.equal((await compared("trio.lk")).exitCode, 2);
    assert.match((await compared("trio.lk")).errors, /two files, or one or more with --base/);
    assert.match((await compared("--base", "HEAD", "trio.lk")).errors, /no git repository|no revision/);
  });

  it("claims nothing about what was not followed", () => {
    const sound = (parameters: string) => {
      const texts = new Map([
        ["c.lk", trio()],
        ["LifeKeeper", parameters],
      ]);
      const read = (file: string) => {
        const text = texts.get(file);
        return text === undefined ? undefined : { file, text, version: 1 };
      };
      const { sound: cluster } = checkCluster({ read }, "c.lk");
      assert.ok(cluster !== undefined);
      return cluster;
    };
    const [before, after] = [sound(majority), sound(none)];
    const whole = pumped(behaviourChanges(before, after));
    assert.ok(whole.appeared.length > 0);
    assert.equal(unfinishedText(whole), undefined);
    const part = pumped(behaviourChanges(before, after, { transitionsMax: 1, transitionsPerSlice: 1 }));
    assert.deepEqual([part.appeared, part.gone, part.times], [[], [], []]);
    assert.match(unfinishedText(part)?.en ?? "", /nothing is claimed/);
  });
});
