// One place makes texts safe to show; hostile names go through each of its functions.

import assert from "node:assert/strict";
import { describe as describeParameter } from "@lkcluster/core/catalogue/describe.ts";
import { parameters } from "@lkcluster/core/catalogue/parameters.ts";
import { isSourceAddress, sources } from "@lkcluster/core/catalogue/sources.ts";
import { locales } from "@lkcluster/core/locale/localized.ts";
import {
  code,
  markdownText,
  notificationText,
  safeMarkdown,
  visible,
  visibleJson,
  visibleLine,
} from "@lkcluster/core/text/shown.ts";
import fc from "fast-check";
import { danger, hostileNames } from "../../support/hostileNames.ts";

describe("texts made safe to show", () => {
  const any = fc.oneof(
    fc.constantFrom(...hostileNames),
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("[", "]", "(", ")", "!", "<", ">", "`", "\\", ":", "a", "\n", "\u001b", "command:x"),
    }),
  );

  it("no hostile text survives in any of them", () => {
    fc.assert(
      fc.property(any, (text) => {
        assert.equal(danger(visible(text.replaceAll("\t", " ")), "terminal"), undefined);
        assert.equal(danger(visibleLine(text), "line") ?? "", "");
        assert.equal(danger(notificationText(`Said: ${text}.`), "line") ?? "", "");
        assert.doesNotMatch(notificationText(text), /\]\(/);
        assert.doesNotMatch(safeMarkdown(text), /\]\(|!\[|\]\[/);
        assert.doesNotMatch(code(text).slice(1, -1), /`/);
        assert.ok(notificationText(text).length <= 2001);
      }),
      { numRuns: 3000, seed: 5 },
    );
  });

  it("text in Markdown begins no link, image, code, HTML or column", () => {
    for (const name of hostileNames) {
      assert.equal(danger(markdownText(name), "line") ?? "", "");
      assert.doesNotMatch(markdownText(name).replace(/\\./g, ""), /[`[\]<>|*_]/);
    }
  });

  it("JSON loses nothing", () => {
    for (const name of hostileNames) {
      const json = visibleJson(JSON.stringify({ name }, undefined, 2));
      assert.equal(danger(json, "terminal"), undefined);
      assert.deepEqual(JSON.parse(json), { name });
    }
  });

  it("what the catalogue says keeps its links, and passes as it is", () => {
    for (const spec of parameters) {
      for (const locale of locales) {
        const markdown = describeParameter(spec, locale);
        assert.equal(safeMarkdown(markdown, isSourceAddress), markdown);
      }
    }
    const url = sources.QSP940.url;
    assert.equal(safeMarkdown(`[page](${url})`, isSourceAddress), `[page](${url})`);
    assert.equal(safeMarkdown(`[page](${url})`), `[page] (${url})`);
  });
});
