// What an edit leaves is taken over, and nobody could tell: neither from a fresh reading nor from one that cuts nothing.

import assert from "node:assert/strict";
import type { Problem } from "@lkcluster/core/problem.ts";
import { cutCluster } from "@lkcluster/core/syntax/cluster/cut.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import fc from "fast-check";
import { editedTexts, samples } from "../../support/edits.ts";
import { assertCheckedAsFresh, assertReadAsFresh } from "../../support/freshness.ts";

const cluster = `cluster c {
  network lan
  node a { address 10.0.0.1 }
  node b { address 10.0.0.2 }

  # the application
  resource app gen/app {
    servers a 1, b 10
  }
}

scenario "s" {
  crash a
}
`;

/** The same text read without any cut: a control character in front of it forbids one. */
function readUncut(text: string) {
  const { tree, problems } = parseCluster("a.lk", `\u0007${text}`);
  const isOfText = ({ span }: Problem): boolean => span.end > 1;
  return moved({ tree, problems: problems.filter(isOfText) });
}

/** A place at the very beginning of the text may begin before the character in front of it. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      (key === "start" || key === "end") && typeof part === "number" ? Math.max(0, part - 1) : moved(part),
    ]),
  );
}

describe("reading piece by piece", () => {
  it("cuts every sample", () => {
    for (const { file, text } of samples) {
      if (file.endsWith(".lk")) assert(cutCluster(text) !== undefined, file);
    }
  });

  it("gives the tree and the problems of the whole, for any edit of any sample", () => {
    fc.assert(
      fc.property(editedTexts, ({ file, texts }) => {
        if (!file.endsWith(".lk")) return;
        for (const text of texts) {
          const { tree, problems } = parseCluster("a.lk", text);
          if (cutCluster(text) !== undefined) assert.deepEqual({ tree, problems }, readUncut(text));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same as reading afresh, after any edits of any sample", () => {
    fc.assert(
      fc.property(editedTexts, ({ file, texts }) => assertReadAsFresh(file, texts)),
      { numRuns: 80 },
    );
  });

  it("leaves every check what it finds afresh, after any edits of any sample", () => {
    const beside = { LifeKeeper: "QUORUM_MODE=majority\nWITNESS_MODE=storage\nLCMHBEATTIME=2\n" };
    fc.assert(
      fc.property(editedTexts, ({ file, texts }) => {
        const named = texts.map((text) => text.replace(/defaults "[^"\r\n]*"/, 'defaults "LifeKeeper"'));
        if (file.endsWith(".lk")) assertCheckedAsFresh("a.lk", named, beside);
        else
          assertCheckedAsFresh("LifeKeeper", texts, {
            "a.lk": 'cluster c {\n  defaults "LifeKeeper"\n  node a {}\n}\n',
          });
      }),
      { numRuns: 30 },
    );
  });

  it("takes over what an edit leaves, moved to where it now stands", () => {
    const before = parseCluster("a.lk", cluster);
    const [network, a, , app] = before.tree.cluster?.items ?? [];
    const [scenario] = before.tree.scenarios;
    const text = cluster.replace("node b", "node bb");
    const after = parseCluster("a.lk", text, before);
    assert.equal(after.tree.cluster?.items[0], network);
    assert.equal(after.tree.cluster?.items[1], a);
    assert.equal(after.tree.cluster?.items[3], app);
    assert.equal(after.tree.scenarios[0], scenario);
    assert.equal(app?.span.start, text.indexOf("resource"));
    assert.equal(scenario?.title?.span.start, text.indexOf('"s"'));
  });

  it("takes over the lines of a parameter file", () => {
    const before = parseDefaults("f", "A=1\nB=2\nC=3\n");
    const last = before.tree.lines[2];
    const after = parseDefaults("f", "A=1\nBB=2\nC=3\n", before);
    assert.equal(after.tree.lines[2], last);
    assert.deepEqual(last?.span, { start: 9, end: 12 });
  });

  it("makes two objects of two equal pieces", () => {
    const text = "A=1\nA=1\n";
    const [first, second] = parseDefaults("f", text, parseDefaults("f", "A=1\n")).tree.lines;
    assert.notEqual(first, second);
    assert.deepEqual([first?.span.start, second?.span.start], [0, 4]);
  });

  it("lets nobody look into a reading that was taken over", () => {
    const before = parseCluster("a.lk", cluster);
    parseCluster("a.lk", `${cluster}# `, before);
    assert.throws(() => before.tree, /Bug in lkcluster/);
    assert.throws(() => before.problems, /Bug in lkcluster/);
  });

  it("keeps its pieces while braces do not match", () => {
    const before = parseCluster("a.lk", cluster);
    const app = before.tree.cluster?.items[3];
    const broken = parseCluster("a.lk", cluster.replace("node b {", "node b {{"), before);
    const after = parseCluster("a.lk", cluster, broken);
    assert.equal(after.tree.cluster?.items[3], app);
  });
});
