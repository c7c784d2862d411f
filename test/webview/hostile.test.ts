// Hostile names in every tab of the panel: text, and nothing else. No image, no link of theirs, nothing hidden.

import assert from "node:assert/strict";
import { danger, hostileNames, writtenRaw } from "../support/hostileNames.ts";
import { panelSuite } from "./support/panelSuite.ts";

/** As nodes; what cannot be seen is an error of the file and stands in the panel as a dot. */
function clusterOf(names: readonly string[]): string {
  const [a = "", b = "", tag = "", title = ""] = names.map(writtenRaw);
  return `cluster ${title} {
  lifekeeper 9.9.0
  node ${a} {}
  node ${b} {}
  path ${a} <-> ${b} { tcp ${a} <-> ${b} }
  resource ${tag} gen/app { servers ${a} 1, ${b} 10 }
}
scenario ${title} {
  crash ${a}
  expect ${tag} active on ${b}
}
`;
}

describe("hostile names in the panel", function () {
  this.timeout(60_000);
  const open = panelSuite();
  const inFours = Array.from({ length: Math.ceil(hostileNames.length / 4) }, (_, at) =>
    [...hostileNames, ...hostileNames].slice(at * 4, at * 4 + 4),
  );

  for (const names of inFours) {
    it(`are only shown: ${names.map((name) => JSON.stringify(name).slice(0, 24)).join(", ")}`, async () => {
      const { page } = await open({ "a.lk": clusterOf(names) });
      await page.locator("body *").first().waitFor();
      const tabs = page.locator('[role="tab"]');
      for (let at = 0; at < (await tabs.count()) || at === 0; at++) {
        if ((await tabs.count()) > at) await tabs.nth(at).click();
        const found = await page.evaluate(() => ({
          foreign: [...document.querySelectorAll("img, iframe, object, embed, base, form")].map((one) => one.outerHTML),
          links: [...document.querySelectorAll("a[href]")].map((one) => one.getAttribute("href") ?? ""),
          texts: [...document.querySelectorAll("*")].flatMap((one) => [
            ...[...one.childNodes].flatMap((node) =>
              node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ""] : [],
            ),
            ...["aria-label", "title", "alt", "placeholder"].flatMap((name) => one.getAttribute(name) ?? []),
          ]),
        }));
        assert.deepEqual(found.foreign, []);
        assert.deepEqual(
          found.links.filter((link) => /attacker|^command:|^javascript:/.test(link)),
          [],
        );
        for (const text of found.texts) assert.equal(danger(text.replaceAll("\t", " "), "terminal"), undefined);
      }
    });
  }
});
