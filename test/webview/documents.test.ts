// Which documents the extension sends to the panel.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { panelHtml } from "../../client/src/panel/panelHtml.ts";
import { proofTitleAt } from "../../client/src/panel/proofAt.ts";
import { usualSettings } from "../../client/src/panel/protocol.ts";
import { sampleTexts } from "./support/samples.ts";

describe("what the panel is sent", () => {
  it("is the cluster file and the parameter file it names", () => {
    const { documents } = documentsFor(filesOf(sampleTexts("aws-hulft", "hulft.lk")), "hulft.lk");
    assert.deepEqual(documents.map(({ file }) => file).sort(), ["etc/default/LifeKeeper", "hulft.lk"]);
  });

  it("watches for a parameter file that does not exist yet", () => {
    const text = 'cluster a { defaults "not/yet" node a { } }';
    const { documents, watched } = documentsFor(filesOf({ "file:///c/a.lk": text }), "file:///c/a.lk");
    assert.deepEqual(
      documents.map(({ file }) => file),
      ["file:///c/a.lk"],
    );
    assert.ok(watched.includes("file:///c/not/yet"));
  });

  it("is nothing when the cluster file is gone", () => {
    assert.deepEqual(documentsFor(filesOf({}), "gone.lk").documents, []);
  });
});

describe("the settings the panel is sent", () => {
  it("have the defaults of the manifest", () => {
    const manifest: { contributes: { configuration: { properties: Record<string, { default?: unknown }> }[] } } =
      JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const properties = Object.assign({}, ...[manifest.contributes.configuration].flat().map((part) => part.properties));
    assert.equal(properties["lifekeeper.proofs.statesMax"].default, usualSettings.proofStatesMax);
    assert.equal(properties["lifekeeper.proofs.whileTyping"].default, usualSettings.provesUnasked);
  });
});

describe("the proof a problem is about", () => {
  it("is found by its place, and no standard proof has one", () => {
    const texts = sampleTexts("split-pair", "pair.lk");
    const text = texts["pair.lk"] ?? "";
    const title = /prove "([^"]*)"/.exec(text)?.[1];
    assert.equal(proofTitleAt(text, "pair.lk", text.indexOf("prove ") + 8)?.en, title);
    assert.equal(proofTitleAt(text, "pair.lk", 0), undefined);
    const without = text.slice(0, text.indexOf("prove "));
    assert.equal(proofTitleAt(without, "pair.lk", 10), undefined);
  });
});

describe("the page of the panel", () => {
  const html = panelHtml({
    locale: "ja",
    cspSource: "https://web.view",
    nonce: "n0nce",
    script: "https://web.view/panel.js?a=1&b=2",
    codicons: "https://web.view/codicon.css",
    clusterFile: 'file:///a"><script>alert(1)</script>.lk',
  });

  it("allows its own script and styles and nothing else", () => {
    assert.match(html, /default-src 'none'; script-src 'nonce-n0nce'; style-src https:\/\/web\.view 'nonce-n0nce'/);
    assert.doesNotMatch(html, /unsafe|connect-src|style="|onclick/);
    assert.equal(html.match(/<script/g)?.length, 1);
  });

  it("cannot be broken out of by the name of a file", () => {
    assert.match(html, /data-cluster-file="file:\/\/\/a&quot;>&lt;script>/);
    assert.match(html, /panel\.js\?a=1&amp;b=2/);
    assert.match(html, /<html lang="ja">/);
  });
});
