// The TextMate grammars: what is coloured how, in both languages, and that the committed files are current.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedGrammars } from "../../scripts/generate/grammars.ts";
import { scopesOf } from "./tokenize.ts";

const root = join(import.meta.dirname, "../..");

describe("the TextMate grammars", () => {
  for (const [path, text] of generatedGrammars()) {
    it(`${path} is what the parser's keywords and the catalogue give`, () => {
      assert.equal(readFileSync(join(root, path), "utf8"), text, `run \`npm run generate\` to renew ${path}`);
    });
  }

  it("colours a cluster", async () => {
    assert.deepEqual(
      await scopesOf(
        "cluster",
        'cluster demo { # note\n  platform aws\n  node "a" { address 10.0.0.1  set QUORUM_MODE = majority }',
      ),
      [
        "cluster: keyword.declaration",
        "demo: entity.name.namespace",
        "{: punctuation.section.block.begin",
        "#: punctuation.definition.comment",
        "note: comment.line.number-sign",
        "platform: keyword.other",
        "aws: constant.language",
        "node: keyword.declaration",
        '"a": entity.name.type.node',
        "{: punctuation.section.block.begin",
        "address: keyword.other",
        "set: keyword.other",
        "QUORUM_MODE: variable.other.constant",
        "=: keyword.operator.assignment",
        "majority: string.unquoted",
        "}: punctuation.section.block.end",
      ],
    );
  });

  it("colours keywords in their place only", async () => {
    const pieces = await scopesOf(
      "cluster",
      'cluster c {\n node a { address set }\n}\nscenario "s" {\n crash a wait 5s\n}\nnode',
    );
    assert(pieces.includes("crash: support.function.action"));
    assert(pieces.includes("5: constant.numeric") && pieces.includes("s: keyword.other.unit"));
    assert(!pieces.some((piece) => piece.startsWith("node: ") && piece !== "node: keyword.declaration"));
    assert.equal(pieces.filter((piece) => piece.startsWith("node: ")).length, 1);
  });

  it("ends a comment at the line and keeps # inside of words and strings", async () => {
    const pieces = await scopesOf(
      "cluster",
      'cluster c {\n resource /d#1 gen/app "x # y" { info "a # b" } # c }\n network n\n}',
    );
    assert(pieces.includes("/d#1: entity.name.function.resource"));
    assert(pieces.includes("c }: comment.line.number-sign"));
    assert(pieces.includes("n: entity.name.section"));
  });

  it("colours a parameter file, known names and unknown ones apart", async () => {
    assert.deepEqual(
      await scopesOf("defaults", "QUORUM_MODE=majority # why\nQWK_STORAGE_OBJECT_a_1=/dev/sdb\nNOT_KNOWN=5"),
      [
        "QUORUM_MODE: support.variable",
        "=: keyword.operator.assignment",
        "majority: constant.language",
        "#: punctuation.definition.comment",
        "why: comment.line.number-sign",
        "QWK_STORAGE_OBJECT_: support.variable",
        "a_1: variable.parameter",
        "=: keyword.operator.assignment",
        "/dev/sdb: string.unquoted",
        "NOT_KNOWN: variable.other",
        "=: keyword.operator.assignment",
        "5: constant.numeric",
      ],
    );
  });
});

describe("the language configurations", () => {
  for (const language of ["cluster", "defaults"]) {
    it(`of ${language} is JSON with expressions that compile`, () => {
      const path = join(root, `grammars/lifekeeper-${language}.language-configuration.json`);
      const configuration: unknown = JSON.parse(readFileSync(path, "utf8"));
      const patterns =
        JSON.stringify(configuration).match(/"(?:\w+Pattern|\w+Text|start|end)":"(?:[^"\\]|\\.)*"/g) ?? [];
      assert(patterns.length > 2);
      for (const pattern of patterns) {
        const source: unknown = JSON.parse(pattern.slice(pattern.indexOf(":") + 1));
        assert.doesNotThrow(() => new RegExp(String(source)));
      }
    });
  }
});
