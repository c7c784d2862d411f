// docs/command-line.md and .ja.md list exactly the commands, options and JSON keys that there are.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { commands } from "../../cli/src/commands/all.ts";
import { exitCode } from "../../cli/src/exitCode.ts";
import { createProgram } from "../../cli/src/main.ts";
import { runCli, silent } from "./runCli.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const shared = ["--format", "--lang"];

async function optionsOfCommands(): Promise<string[]> {
  const registers = await Promise.all(commands.map((command) => command.load()));
  const program = createProgram({ io: silent, locale: "en", finish: () => undefined }, registers);
  return program.commands.flatMap((command) =>
    command.options
      .map(({ long }) => long ?? "")
      .filter((long) => !shared.includes(long))
      .map((long) => `${command.name()} ${long}`),
  );
}

/** The code spans of the first two columns of the table of options. */
function optionsOfPage(page: string): string[] {
  return [...page.matchAll(/^\| `(--[a-z-]+)[^`]*` \| ([^|]+) \|/gm)].flatMap(([, option, users]) =>
    [...(users ?? "").matchAll(/`([a-z]+)`/g)].map(([, command]) => `${command} ${option}`),
  );
}

/** For each command, every key that its shape in the section on JSON names. */
function documentedKeys(page: string): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  const section = page.slice(page.indexOf("## JSON"));
  for (const item of section.split(/^- /m).slice(1)) {
    const [head = "", ...shape] = item.split(": `{");
    const named = [...shape.join(": `{").matchAll(/"([a-zA-Z0-9]+)"(?=\s*(?:[,:}\]]|$))/gm)].map(
      ([, key]) => key ?? "",
    );
    for (const [, command] of head.matchAll(/`([a-z]+)`/g)) keys.set(command ?? "", new Set(named));
  }
  return keys;
}

function keysOf(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) keysOf(one, found);
  else if (typeof value === "object" && value !== null) {
    for (const [key, below] of Object.entries(value)) {
      found.add(key);
      keysOf(below, found);
    }
  }
  return found;
}

/** Runs whose output together shows every key; what needs nodes is asked of nodes that cannot be reached. */
const runs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [["samples", "missing.lk"]],
  test: [["samples"], ["FAILING"]],
  prove: [["samples/split-pair/pair.lk"]],
  availability: [["samples/aws-hulft/hulft.lk", "samples/two-node-majority/classic.lk"]],
  maintenance: [["samples/split-pair/pair.lk"], ["samples/two-node-majority/classic.lk"]],
  advise: [["samples/two-node-majority/classic.lk"]],
  compare: [
    ["samples/two-node-majority/classic.lk", "samples/split-pair/pair.lk"],
    ["samples/split-pair/pair.lk", "SLOWER"],
  ],
  testplan: [["samples/aws-hulft/hulft.lk"]],
  simulate: [["samples/split-pair/pair.lk"]],
  format: [["--check", "samples"]],
  explain: [["OSU"], []],
  deploy: [["--yes", "samples/split-pair/pair.lk", "--ssh-config", "missing"]],
};

describe("the page about the command line", () => {
  for (const name of ["command-line.md", "command-line.ja.md"]) {
    const page = readFileSync(`${root}docs/${name}`, "utf8");

    it(`${name} lists every command, and no other`, () => {
      const listed = [...page.matchAll(/^\| `lkcluster ([a-z-]+)/gm)].map(([, command]) => command);
      assert.deepEqual(listed.sort(), commands.map((command) => command.name).sort());
    });

    it(`${name} lists every option of every command, and no other`, async () => {
      assert.deepEqual(optionsOfPage(page).sort(), (await optionsOfCommands()).sort());
      for (const option of shared) assert.ok(page.includes(`\`${option}`), option);
    });
  }

  for (const name of ["command-line.md", "command-line.ja.md"]) {
    it(`${name} lists every exit code, and no other`, () => {
      const listed = [...readFileSync(`${root}docs/${name}`, "utf8").matchAll(/^\| (\d) \| \S/gm)].map(([, code]) =>
        Number(code),
      );
      assert.deepEqual(listed, Object.values(exitCode));
    });
  }

  it("both languages describe the same JSON", () => {
    const [en, ja] = ["command-line.md", "command-line.ja.md"].map((name) =>
      documentedKeys(readFileSync(`${root}docs/${name}`, "utf8")),
    );
    assert.deepEqual(ja, en);
    assert.ok((en?.size ?? 0) >= 12, `only ${[...(en?.keys() ?? [])].join(", ")} found`);
  });

  describe("what it says about JSON", () => {
    const documented = documentedKeys(readFileSync(`${root}docs/command-line.md`, "utf8"));
    let folder = "";
    before(() => {
      folder = mkdtempSync(`${tmpdir()}/lkcluster-docs-`);
      const pair = readFileSync(`${root}samples/split-pair/pair.lk`, "utf8").replace(/^.*\bdefaults\b.*$/m, "");
      writeFileSync(
        `${folder}/failing.lk`,
        `${pair}\nscenario "fails" {\n  crash left\n  expect left up\n}\nscenario "broken" {\n  crash nobody\n}\n`,
      );
      const slower = pair.replace(/node (left|right) +\{/g, "$& set LCMNUMHBEATS = 12 ");
      writeFileSync(`${folder}/slower.lk`, slower);
    });
    after(() => rmSync(folder, { recursive: true }));

    for (const [command, several] of Object.entries(runs)) {
      it(`${command} prints every key that is described`, async () => {
        const seen = new Set<string>();
        for (const args of several) {
          const given = args.map((arg) => (/^(FAILING|SLOWER)$/.test(arg) ? `${folder}/${arg.toLowerCase()}.lk` : arg));
          const { output, errors } = await runCli([command, ...given, "--format", "json"], { directory: root });
          assert.notEqual(output, "", errors);
          for (const key of keysOf(JSON.parse(output))) seen.add(key);
        }
        const keys = documented.get(command);
        assert.ok(keys !== undefined && keys.size > 0, `${command} is not described`);
        for (const key of keys) assert.ok(seen.has(key), `${command} prints no "${key}"`);
      });
    }
  });
});

describe("clusters that pages show", () => {
  const parameters = readFileSync(`${root}samples/aws-hulft/etc/default/LifeKeeper`, "utf8");
  let folder = "";
  before(() => {
    folder = mkdtempSync(`${tmpdir()}/lkcluster-shown-`);
    mkdirSync(`${folder}/etc/default`, { recursive: true });
    writeFileSync(`${folder}/etc/default/LifeKeeper`, parameters);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const page of ["README.md", "README.ja.md", "docs/cluster-language.md"]) {
    const text = readFileSync(`${root}${page}`, "utf8");
    const shown = [...text.matchAll(/^```(?:lk)?\n((?:#.*\n)*cluster [\s\S]*?)^```/gm)].map(([, block]) => block ?? "");

    it(`${page} shows some`, () => {
      assert.ok(shown.length > 0);
    });

    for (const cluster of shown) {
      const [, name = ""] = /^cluster (\S+)/m.exec(cluster) ?? [];
      it(`${page}: ${name} has no error, its scenarios pass and its proofs hold`, async () => {
        writeFileSync(`${folder}/${name}.lk`, cluster);
        const run = async (command: string) => runCli([command, `${name}.lk`], { directory: folder });
        const check = await run("check");
        assert.equal(check.exitCode, 0, check.output);
        for (const [block, command] of [
          [/^scenario /m, "test"],
          [/^prove /m, "prove"],
        ] as const) {
          if (!block.test(cluster)) continue;
          const { exitCode: code, output } = await run(command);
          assert.equal(code, 0, output);
        }
      });
    }
  }
});
