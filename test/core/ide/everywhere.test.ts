// Every service at many places of whole and broken files: nothing throws, and every place lies inside of its file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeActions } from "@lkcluster/core/ide/codeActions.ts";
import { codeLenses } from "@lkcluster/core/ide/codeLenses.ts";
import { complete } from "@lkcluster/core/ide/completion.ts";
import { documentLinks } from "@lkcluster/core/ide/documentLinks.ts";
import { foldsOfCluster } from "@lkcluster/core/ide/folding.ts";
import { formatEdits } from "@lkcluster/core/ide/format.ts";
import { hover } from "@lkcluster/core/ide/hover.ts";
import { inlayHints } from "@lkcluster/core/ide/inlayHints.ts";
import { definitionOf, placesOfThing } from "@lkcluster/core/ide/navigation.ts";
import { rename } from "@lkcluster/core/ide/rename.ts";
import { selectionAt } from "@lkcluster/core/ide/selection.ts";
import { clusterTokens } from "@lkcluster/core/ide/semanticTokens.ts";
import { signatureAt } from "@lkcluster/core/ide/signature.ts";
import { createSnapshot, type Language, type Snapshot } from "@lkcluster/core/ide/snapshot.ts";
import { clusterSymbols } from "@lkcluster/core/ide/symbols.ts";
import { locales } from "@lkcluster/core/locale/localized.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { applyEdits } from "@lkcluster/core/text/edit.ts";
import type { Span } from "@lkcluster/core/text/span.ts";

const root = join(import.meta.dirname, "../../..");
const sample = (path: string): string => readFileSync(join(root, "samples", path), "utf8");

const cluster = "c.lk";
const defaults = "etc/default/LifeKeeper";

function snapshotFor(text: string, parameters: string): Snapshot {
  return createSnapshot({
    files: filesOf({ [cluster]: text, [defaults]: parameters }),
    clusterFiles: [cluster],
    settings: {},
  });
}

function assertInside(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) assert(start >= 0 && start <= end && end <= text.length, `${start}..${end}`);
}

/** Everything that can be asked about one offset. */
function askAt(snapshot: Snapshot, file: string, language: Language, offset: number): void {
  const place = { file, language, offset };
  const textOf = (name: string): string => snapshot.read(name)?.text ?? "";
  for (const locale of locales) {
    const shown = hover(snapshot, place, locale);
    if (shown !== undefined) {
      assertInside(textOf(file), [shown.span]);
      assert.notEqual(shown.markdown, "");
    }
    const items = complete(snapshot, place, locale);
    assertInside(
      textOf(file),
      items.map(({ span }) => span),
    );
    assert.equal(new Set(items.map(({ label }) => label)).size, items.length, "an entry is offered twice");
    signatureAt(snapshot, place, locale);
  }
  for (const found of [...definitionOf(snapshot, place), ...placesOfThing(snapshot, place)]) {
    assertInside(textOf(found.file), [found.span]);
  }
  const grown = selectionAt(snapshot, place);
  assertInside(textOf(file), grown);
  for (const [index, span] of grown.entries()) {
    const next = grown[index + 1];
    assert(next === undefined || (next.start <= span.start && next.end >= span.end));
  }
  assertInside(
    textOf(file),
    codeActions(snapshot, file, language, { start: offset, end: offset }).flatMap(({ edits }) =>
      edits.filter((edit) => edit.file === file).map(({ span }) => span),
    ),
  );
}

function askFile(snapshot: Snapshot, text: string): void {
  const { tree } = snapshot.parsed(cluster);
  const whole = { start: 0, end: text.length };
  assertInside(
    text,
    clusterTokens(tree).map(({ span }) => span),
  );
  assertInside(
    text,
    codeLenses(tree).map(({ span }) => span),
  );
  assertInside(
    text,
    documentLinks(snapshot, cluster, "cluster").map(({ span }) => span),
  );
  for (const { offset } of inlayHints(snapshot, cluster, "cluster", whole))
    assertInside(text, [{ start: offset, end: offset }]);
  for (const locale of locales) {
    const inspect = (symbols: ReturnType<typeof clusterSymbols>): void => {
      for (const { span, nameSpan, children, name } of symbols) {
        assertInside(text, [span, nameSpan]);
        assert(nameSpan.start >= span.start && nameSpan.end <= span.end && name !== "");
        inspect(children);
      }
    };
    inspect(clusterSymbols(tree, locale));
  }
  foldsOfCluster(text, snapshot.lines(cluster));
  assertInside(
    text,
    formatEdits(text, "cluster").map(({ span }) => span),
  );
}

describe("every service at every place", () => {
  const text = sample("replicated-with-witness/replicated.lk");
  const parameters = sample("replicated-with-witness/etc/default/LifeKeeper");

  it("of a whole cluster file", () => {
    const snapshot = snapshotFor(text, parameters);
    askFile(snapshot, text);
    for (let offset = 0; offset <= text.length; offset += 7) askAt(snapshot, cluster, "cluster", offset);
  });

  it("of a whole parameter file", () => {
    const snapshot = snapshotFor(text, parameters);
    for (let offset = 0; offset <= parameters.length; offset++) askAt(snapshot, defaults, "defaults", offset);
  });

  it("of files that end anywhere, where the cursor of a writer stands", () => {
    for (let end = 0; end <= text.length; end += 23) {
      const prefix = text.slice(0, end);
      const snapshot = snapshotFor(prefix, parameters);
      askFile(snapshot, prefix);
      askAt(snapshot, cluster, "cluster", end);
    }
  });

  it("renames whatever has a name to something that is still the same cluster", () => {
    const snapshot = snapshotFor(text, parameters);
    const meaning = (source: string, name: string): string => {
      const files = filesOf({ [cluster]: source, [defaults]: parameters });
      const { cluster: lowered, problems } = lowerCluster(
        createSnapshot({ files, clusterFiles: [cluster], settings: {} }).parsed(cluster),
        files,
      );
      assert.deepEqual(
        problems.map(({ message }) => message.en),
        [],
      );
      const plain = JSON.stringify(lowered, (key, value: unknown) =>
        // Parts that may be spelt like a name and are none.
        /^(place|\w+Place|configuration|id|kind|application)$/.test(key) ? undefined : value,
      );
      return plain.replaceAll(JSON.stringify(name), '"renamed"');
    };
    const done = new Set<string>();
    for (let offset = 0; offset < text.length; offset += 5) {
      const place = { file: cluster, language: "cluster", offset } as const;
      const result = rename(snapshot, place, "zz-new-zz");
      if (result.kind === "refused") continue;
      const edits = result.edits.filter(({ file }) => file === cluster);
      const [first] = edits;
      assert(first !== undefined);
      const old = text.slice(first.span.start, first.span.end);
      if (done.has(old)) continue;
      done.add(old);
      const after = applyEdits(text, edits);
      assert.equal(meaning(after, "zz-new-zz"), meaning(text, old.replace(/^"(.*)"$/, "$1")), old);
    }
    assert(done.size > 5, [...done].join(" "));
  });
});
