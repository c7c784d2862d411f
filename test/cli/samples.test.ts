// What a sample's README claims is what happens: every row of its table is run, in the language of the README.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runCli } from "./runCli.ts";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));

interface Claim {
  readonly args: readonly string[];
  readonly exitCode: number;
  readonly shows: readonly string[];
}

function claimsOf(readme: string): readonly Claim[] {
  return [...readme.matchAll(/^\| `lkcluster ([^`]+)` \| (\d) \|(.*)\|$/gm)].map((row) => ({
    args: (row[1] ?? "").split(" "),
    exitCode: Number(row[2]),
    shows: [...(row[3] ?? "").matchAll(/`([^`]+)`/g)].map((code) => code[1] ?? ""),
  }));
}

describe("samples", () => {
  const names = readdirSync(samples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  for (const page of ["README.md", "README.ja.md"]) {
    it(`${page} lists every sample, and no other`, () => {
      const listed = [...readFileSync(samples + page, "utf8").matchAll(/^\| \[([^\]]+)\]\(\1\/\)/gm)].map(
        ([, name]) => name,
      );
      assert.deepEqual(listed.sort(), [...names].sort());
    });
  }

  it("there are five or more, each with a README in both languages that claims something", () => {
    assert.ok(names.length >= 5);
    for (const name of names) {
      const en = claimsOf(readFileSync(`${samples}${name}/README.md`, "utf8"));
      const ja = claimsOf(readFileSync(`${samples}${name}/README.ja.md`, "utf8"));
      assert.ok(en.length >= 3, `${name} claims too little`);
      assert.deepEqual(
        ja.map(({ args, exitCode }) => ({ args, exitCode })),
        en.map(({ args, exitCode }) => ({ args, exitCode })),
        name,
      );
    }
  });

  for (const name of names) {
    for (const [locale, file] of [
      ["en", "README.md"],
      ["ja", "README.ja.md"],
    ] as const) {
      for (const { args, exitCode, shows } of claimsOf(readFileSync(`${samples}${name}/${file}`, "utf8"))) {
        it(`${name} (${locale}): lkcluster ${args.join(" ")} exits ${exitCode}`, async () => {
          const result = await runCli([...args, "--lang", locale], { directory: `${samples}${name}` });
          assert.equal(result.exitCode, exitCode, result.output + result.errors);
          for (const text of shows) assert.ok(result.output.includes(text), `${text} is not in:\n${result.output}`);
        });
      }
    }
  }
});
