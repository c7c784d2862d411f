// lkcluster on Windows.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, lkcluster, openedElsewhere } from "./packaged.ts";

const sample = (name: string): string => join(folder, "samples", name);

export function defineCommandLineSuite(): void {
  describe("lkcluster on Windows", () => {
    it("runs there", () => assert.equal(process.platform, "win32"));

    it("finds a parameter file beside its cluster file, whatever folder it is started in", () => {
      const there = lkcluster(sample("azure-storage-quorum"), ["check", "azure.lk", "--format", "json"]);
      const problems = ({ out }: { readonly out: string }): unknown =>
        JSON.parse(out.replaceAll(/"file":\s*"[^"]*[\\/]([^"\\/]+)"/g, '"file": "$1"'));
      assert.equal(there.status, 0, there.out + there.errors);
      // Another cluster's folder, which has a file of the same name.
      for (const path of ["..\\azure-storage-quorum\\azure.lk", `${sample("azure-storage-quorum")}\\azure.lk`]) {
        const elsewhere = lkcluster(sample("aws-hulft"), ["check", path, "--format", "json"]);
        assert.equal(elsewhere.status, 0, elsewhere.out + elsewhere.errors);
        assert.deepEqual(problems(elsewhere), problems(there));
        assert.doesNotMatch(elsewhere.out, /hulft/);
      }
    });

    it("writes addresses with the slashes that SARIF wants", () => {
      const { status, out, errors } = lkcluster(folder, ["check", "samples\\two-node-majority", "--format", "sarif"]);
      assert.equal(status, 1, errors);
      assert.match(out, /"uri": ?"[^"]*two-node-majority\/classic\.lk"/);
      assert.doesNotMatch(out, /%5C|"uri": ?"[^"]*\\/);
    });

    it("tests and proves a folder", () => {
      const tested = lkcluster(folder, ["test", "samples\\aws-hulft", "--lang", "en"]);
      assert.equal(tested.status, 0, tested.out + tested.errors);
      assert.match(tested.out, /\b[1-9]\d* passed, 0 failed/);
      const proved = lkcluster(folder, ["prove", "samples\\split-pair", "--format", "json"]);
      assert.equal(proved.status, 1, proved.errors);
      assert.match(proved.out, /"violated"/);
    });

    it("formats and keeps the line ends of the file", () => {
      const file = join(folder, "ends.lk");
      writeFileSync(file, "cluster a {\r\nnode   b { address 10.0.0.1 }\r\n}\r\n");
      const { status, errors } = lkcluster(folder, ["format", "ends.lk"]);
      assert.equal(status, 0, errors);
      const text = readFileSync(file, "utf8");
      assert.match(text, /^ {2}node b/m);
      assert.equal(text.replaceAll("\r\n", "").includes("\n"), false, JSON.stringify(text));
    });

    it("explains, in the language that is asked for", () => {
      assert.match(lkcluster(folder, ["explain", "QUORUM_MODE", "--lang", "ja"]).out, /[ぁ-ん]/);
      assert.match(lkcluster(folder, ["explain", "QUORUM_MODE", "--lang", "en"]).out, /tcp_remote/);
    });

    it("writes a completion for PowerShell", () => {
      const { status, out } = lkcluster(folder, ["completion", "powershell"]);
      assert.equal(status, 0);
      assert.match(out, /Register-ArgumentCompleter/);
    });

    for (const named of [
      "//host.invalid/share/x",
      "\\\\\\\\host.invalid\\\\share\\\\x",
      "\\\\\\\\?\\\\UNC\\\\host.invalid\\\\s\\\\x",
    ]) {
      it(`contacts nobody whom a stranger's file names: ${named}`, () => {
        writeFileSync(
          join(folder, "stranger.lk"),
          `cluster a {\n  defaults "${named}"\n  node b { address 10.0.0.1 }\n}\n`,
        );
        const { out, errors } = lkcluster(folder, ["check", "stranger.lk", "--lang", "en"]);
        assert.match(out + errors, /defaults-unreadable/);
        assert.deepEqual(openedElsewhere(), []);
      });
    }
  });
}
