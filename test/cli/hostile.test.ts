// Hostile names through every command and format that reads files: nothing drives the terminal, nothing is a link.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { danger, hostileNames, writtenRaw } from "../support/hostileNames.ts";
import { runCli } from "./runCli.ts";

const ourColours = new RegExp(`${String.fromCharCode(27)}\\[(?:[0-9]|2[2-9]|3[0-9]|9[0-7])m`, "g");

/** One of each kind: each goes through every command. */
const some = hostileNames.filter((_, at) => [0, 1, 4, 7, 9, 11].includes(at));

describe("hostile names in a terminal", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-hostile-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const commands: readonly (readonly string[])[] = [
    ["check", "a.lk"],
    ["check", "--format", "json", "a.lk"],
    ["check", "--format", "sarif", "a.lk"],
    ["check", "--format", "markdown", "a.lk"],
    ["test", "--format", "markdown", "a.lk"],
    ["compare", "--format", "markdown", "a.lk", "plain.lk"],
    ["test", "a.lk"],
    ["test", "--format", "junit", "a.lk"],
    ["test", "--format", "json", "a.lk"],
    ["simulate", "a.lk"],
    ["testplan", "a.lk"],
    ["testplan", "--format", "csv", "a.lk"],
    ["prove", "--faults", "1", "a.lk"],
    ["prove", "--faults", "1", "--format", "markdown", "a.lk"],
    ["import", "status.txt"],
    ["export", "ansible", "a.lk"],
    ["format", "--check", "a.lk"],
    ["explain", "NAME"],
  ];

  for (const [at, name] of some.entries()) {
    it(`are only shown: ${JSON.stringify(name).slice(0, 40)}`, async () => {
      const word = writtenRaw(name);
      const node = writtenRaw(`${name}2`);
      writeFileSync(
        join(folder, "a.lk"),
        `cluster ${word} {\n lifekeeper 9.9.0\n defaults "LifeKeeper"\n node ${word} {}\n node ${node} { set LCMHBEATTIME = ${word} }\n path ${word} <-> ${node} { tcp ${word} <-> ${node} }\n resource ${writtenRaw(`${name}3`)} gen/app ${word} { servers ${word} 1, ${node} 10 }\n}\nscenario ${word} {\n crash ${word}\n expect ${writtenRaw(`${name}3`)} active on ${word}\n}\n`,
      );
      const [nodes, paths] = ["node a {}\n node b {}", "path a <-> b { tcp 192.0.2.1 <-> 192.0.2.2 }"];
      const resource = `resource ${writtenRaw(`${name}3`)} gen/app { servers a 1, b 10 }`;
      writeFileSync(
        join(folder, "plain.lk"),
        `cluster c {\n quorum-package none\n ${nodes}\n ${paths}\n ${resource}\n}\n`,
      );
      writeFileSync(join(folder, "LifeKeeper"), `QUORUM_MODE=${name.replaceAll("\n", " ")}\nX${name}=1\n`);
      writeFileSync(
        join(folder, "status.txt"),
        `LOCAL  TAG  ID  STATE  PRIO  PRIMARY\n${name}  ${name}  ${name}  ISP  1  ${name}\n\nMACHINE NETWORK ADDRESSES/DEVICE STATE PRIO\n${name} TCP ${name}/${name} ALIVE 1\n`,
      );
      for (const [command = "", ...args] of commands) {
        const given = args.map((arg) => (arg === "NAME" ? name : arg));
        const color =
          at % 2 === 0 && !["import", "testplan", "export", "format"].includes(command) ? ["--color", "always"] : [];
        const { output, errors } = await runCli([command, ...color, ...given], { directory: folder });
        // Our own colours, nothing else.
        const plain = `${output}${errors}`.replaceAll(ourColours, "");
        if (color.length > 0 && name.includes("\u001b[31m")) assert.ok(!`${output}${errors}`.includes("\u001b[31mred"));
        assert.equal(
          danger(
            plain.replaceAll("\t", " "),
            args.includes("markdown") || (command === "testplan" && args.length === 1) ? "markdown" : "terminal",
          ),
          undefined,
          `${command} ${args.join(" ")}`,
        );
      }
    }).timeout(60_000);
  }
});
