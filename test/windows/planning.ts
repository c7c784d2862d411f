// What a deployment does before it changes anything, on Windows, over a stand-in for its ssh: what the nodes hold is read,
// and the plan made.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { folder, lkcluster } from "./packaged.ts";

export function definePlanningSuite(): void {
  describe("planning on Windows", () => {
    const at = join(folder, "planned");
    const env = {
      PATH: `${process.env["LIFEKEEPER_TEST_SSH"]?.replace(/^\//, "Z:\\")}${delimiter}${process.env["PATH"]}`,
    };

    before(() => {
      mkdirSync(join(at, "etc/default"), { recursive: true });
      const files = JSON.parse(process.env["LIFEKEEPER_TEST_NODES"] ?? "{}") as Readonly<Record<string, string>>;
      const nodes = Object.entries(files).map(
        ([name, file], index) => `  node ${name} { address 192.0.2.${index + 1}  ssh "${name}"  file "${file}" }`,
      );
      const path = "  path alpha <-> beta { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 }";
      const head = ["cluster planned {", "  lifekeeper 9.9.0", '  defaults "etc/default/LifeKeeper"'];
      writeFileSync(join(at, "planned.lk"), `${[...head, ...nodes, path, "}"].join("\n")}\n`);
      // As Git writes it there.
      writeFileSync(
        join(at, "etc/default/LifeKeeper"),
        "QUORUM_MODE=tcp_remote\r\nWITNESS_MODE=none\r\nQUORUM_HOSTS=192.0.2.9:22\r\n",
      );
    });

    it("reads the nodes over ssh.exe and shows what would change, with the line ends of Linux", () => {
      const { status, out, errors } = lkcluster(
        folder,
        ["plan", "planned\\planned.lk", "--format", "json", "--ignore-proofs"],
        env,
      );
      assert.match(out, /"alpha"/, errors);
      const plan: unknown = JSON.parse(out);
      const text = JSON.stringify(plan);
      for (const name of ["alpha", "beta"]) assert.ok(text.includes(`"node":"${name}","ssh":"${name}"`), text);
      // Exactly this value, and no carriage return behind it.
      assert.match(text, /"name":"QUORUM_MODE","before":"majority","after":"tcp_remote"/);
      assert.ok(status === 0 || status === 1, `${status}: ${errors}`);
    });

    it("says of a host that it does not reach what happened, and ends", () => {
      const broken = { PATH: process.env["PATH"] ?? "" };
      const { status, out, errors } = lkcluster(folder, ["plan", "planned\\planned.lk", "--lang", "en"], broken);
      assert.notEqual(status, 0);
      assert.match(out + errors, /ssh/);
    });
  });
}
