// Bad and hostile input: problems with places, never an exception, never a hang.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@lkcluster/core/problem.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import { problemsMax } from "@lkcluster/core/syntax/syntaxProblem.ts";
import fc from "fast-check";

const root = join(import.meta.dirname, "../../..");

function samples(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (entry.name.endsWith(".lk") || entry.name.startsWith("LifeKeeper")))
    .map((entry) => join(entry.parentPath, entry.name));
}

function problemsOf(file: string, text: string): readonly Problem[] {
  return file.endsWith(".lk") ? parseCluster(file, text).problems : parseDefaults(file, text).problems;
}

function assertPlaces(problems: readonly Problem[], text: string): void {
  for (const { span, message } of problems) {
    const inside = span.start >= 0 && span.start <= span.end && span.end <= text.length;
    assert(inside, `a place outside of the text: ${JSON.stringify(span)} ${message.en}`);
  }
}

describe("hostile input", () => {
  for (const file of samples("samples")) {
    const name = file.slice(root.length + 1);
    const text = readFileSync(file, "utf8");

    it(`${name}: every prefix has problems with places`, () => {
      for (let end = 0; end <= text.length; end++) {
        const prefix = text.slice(0, end);
        assertPlaces(problemsOf(file, prefix), prefix);
      }
    });

    it(`${name}: every corruption of one character has problems with places`, () => {
      const corruptions = ["", "}", "{", '"', "\u0000", "#"];
      for (let at = 0; at < text.length; at++) {
        const corrupted = text.slice(0, at) + corruptions[at % corruptions.length] + text.slice(at + 1);
        assertPlaces(problemsOf(file, corrupted), corrupted);
      }
    });
  }

  it("reports NULs and control characters where they are", () => {
    const text = "cluster c {\u0000 node a\u0007b { } }";
    const { problems } = parseCluster("a.lk", text);
    const places = problems.filter((each) => each.code === "syntax-control-character").map((each) => each.span.start);
    assert.deepEqual(places, [text.indexOf("\u0000"), text.indexOf("\u0007")]);
  });

  it("says once that a file is not UTF-8", () => {
    const text = "# \ufffd\ufffd\nA=1 # \ufffd\n";
    const places = parseDefaults("f", text).problems.map(({ code, span }) => [code, span.start]);
    assert.deepEqual(places, [["syntax-not-utf8", 2]]);
    const cluster = parseCluster("a.lk", "cluster c { } # \ufffd");
    assert.deepEqual(
      cluster.problems.map(({ code }) => code),
      ["syntax-not-utf8"],
    );
  });

  it("answers for a file of 10 MB with one problem", () => {
    const text = "node a { }\n".repeat(1_000_000);
    assert.deepEqual(
      [parseCluster("a.lk", text), parseDefaults("f", text)].map(({ problems }) => problems.map((each) => each.code)),
      [["syntax-too-large"], ["syntax-too-large"]],
    );
  });

  it("answers for blocks nested 10,000 deep", () => {
    const open = "resource a gen/app { ".repeat(10_000);
    for (const text of [`cluster c { ${open}`, `cluster c { ${open} ${"}".repeat(10_001)}`, "{".repeat(10_000)]) {
      const { problems } = parseCluster("a.lk", text);
      assert(problems.some((each) => each.code === "syntax-too-deep"));
      assertPlaces(problems, text);
    }
  });

  it("reads what stands behind blocks that are nested too deep", () => {
    const deep = `${"resource a gen/app { ".repeat(100)}${"}".repeat(100)}`;
    const { tree, problems } = parseCluster("a.lk", `cluster c { ${deep} node b { } }`);
    assert.deepEqual(
      problems.map((each) => each.code),
      ["syntax-too-deep"],
    );
    assert.equal(tree.cluster?.items.at(-1)?.kind, "node");
  });

  it("does not report a binary file byte by byte", () => {
    const text = "\u0001 \u0002x } ".repeat(10_000);
    const { problems } = parseCluster("a.lk", text);
    assert.equal(problems.length, problemsMax + 1);
    assert.equal(problems.at(-1)?.code, "syntax-too-many-problems");
  });

  it("any text gives places inside it", () => {
    const words = fc.constantFrom(
      ...'cluster node path <-> { } , = | " # \\ on scenario expect crash a 1 5s resource gen/app \n \r\n \u0000 \u3000 é 日本 servers set up to faults given mirror wit \ud800'.split(
        " ",
      ),
      " ",
      "\n",
    );
    const soup = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(" "));
    const texts = fc.oneof(soup, fc.string({ unit: "binary", maxLength: 200 }));
    fc.assert(
      fc.property(texts, (text) => {
        assertPlaces(parseCluster("a.lk", text).problems, text);
        assertPlaces(parseDefaults("f", text).problems, text);
      }),
      { seed: 20260101, numRuns: 1000 },
    );
  });
});
