// The headline of a step: what failed, what decided, what came of it; every part leads to its moment. And which bars show.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { foldedBars } from "../../client/webview/outcome/foldedBars.ts";
import { type HeadlinePart, headlineOf, headlineText } from "../../client/webview/outcome/headline.ts";
import { outcomeOf } from "../../client/webview/outcome/outcome.ts";
import { type Drawn, readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import { emptyRun } from "../../client/webview/run/run.ts";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts, type Texts } from "./support/samples.ts";

function open(texts: Texts): Drawn {
  const file = Object.keys(texts)[0] ?? "";
  const { drawn } = readDocuments(file, documentsFor(filesOf(texts), file).documents);
  assert.ok(drawn);
  return drawn;
}

function playedWith(drawn: Drawn, ...groups: readonly (readonly OutsideEvent[])[]) {
  const steps = groups.map((events) => ({ events, waitMs: undefined }));
  return playRun(drawn.model, { ...emptyRun, steps }, []);
}

const hulft = open(sampleTexts("aws-hulft", "hulft.lk"));

describe("the headline of a step", () => {
  const played = playedWith(hulft, [{ kind: "lose-network", node: "prim" }], [{ kind: "crash", node: "sec" }]);
  const lastOfFirst = played.moments.findLastIndex(({ step }) => step === 0);
  const headline = headlineOf(hulft.cluster, played, lastOfFirst);

  it("tells what failed, what was decided by which parameter, and what came of it", () => {
    assert.ok(headline);
    assert.equal(headline.worst, "moved");
    const text = headlineText(headline, "en");
    assert.match(text, /^prim loses its network → .*prim halts itself \(QUORUM_LOSS_ACTION=fastkill\)/);
    assert.match(text, /sec takes hulft over/);
    assert.match(text, /without service for 15 s \+ the start of its applications/);
    assert.match(text, /No standby is left$/);
    assert.match(headlineText(headline, "ja"), /^prim のネットワーク喪失 → .*（QUORUM_LOSS_ACTION=fastkill）/);
  });

  it("leads to the moment that each part tells", () => {
    for (const { kind, index, parameter } of headline?.parts ?? []) {
      const moment = played.moments[index];
      assert.equal(moment?.step, 0);
      if (kind === "fault") assert.equal(moment?.entry?.why.rule, "outside");
      if (parameter !== undefined) {
        const { name, value } = moment?.entry?.why.parameter ?? {};
        assert.equal(parameter, `${name}=${value}`);
      }
    }
    const kinds = headline?.parts.map(({ kind }: HeadlinePart) => kind) ?? [];
    assert.deepEqual([...new Set(kinds)], ["fault", "decision", "outcome"]);
  });

  it("tells of each step only what came of it, and nothing at the start", () => {
    const second = headlineOf(hulft.cluster, played, played.moments.length - 1);
    assert.equal(second?.worst, "nowhere");
    assert.ok(!headlineText(second, "en").includes("prim loses"));
    assert.equal(headlineOf(hulft.cluster, played, 0), undefined);
  });
});

const many = Array.from({ length: 9 }, (_, index) => {
  const [first, second] = index === 7 ? ["B", "A"] : ["A", "B"];
  return `resource app${index} gen/app { servers ${first} 1, ${second} 2 }`;
}).join("\n");
const wide: Texts = {
  "/c/wide.lk": `cluster wide { lifekeeper 9.9.0 quorum-package none node A { address 1 } node B { address 2 }
    path A <-> B { tcp 1 <-> 2 }
    ${many}
  }\n`,
};

describe("the bars of many hierarchies", () => {
  it("show what something happens to, and fold the rest", () => {
    const drawn = open(wide);
    const stopped: OutsideEvent = { kind: "out-of-service", tag: "app7", node: "B" };
    const { services, folded } = foldedBars(outcomeOf(drawn.cluster, playedWith(drawn, [stopped])).services);
    assert.deepEqual([services.map(({ tag }) => tag), folded.length], [["app7"], 8]);
    const quiet = foldedBars(outcomeOf(drawn.cluster, playedWith(drawn)).services);
    assert.deepEqual([quiet.services.length, quiet.folded.length], [4, 5]);
  });
});

describe("headline and bars in the panel", function () {
  this.timeout(60_000);
  const openPanel = panelSuite();

  it("stand over the tabs after a fault, lead to their moments and can be copied", async () => {
    const panel = await openPanel(sampleTexts("aws-hulft", "hulft.lk"));
    const { page } = panel;
    await choose(panel, "node:prim", "isolate prim");
    const headline = page.locator(".headline");
    await headline.waitFor();
    assert.match((await headline.textContent()) ?? "", /Moves.*prim loses its network.*QUORUM_LOSS_ACTION=fastkill/s);
    await headline.locator("button", { hasText: "prim halts itself" }).click();
    await page.locator('[data-key="node:prim"].down').waitFor();
    await headline.locator("button[aria-label='Copy this summary']").click();
    const sent = await panel.sent();
    assert.ok(sent.some((message) => message.kind === "copy" && message.text.startsWith("prim loses its network → ")));
  });

  it("unfold", async () => {
    const panel = await openPanel(wide);
    const { page } = panel;
    const tags = page.locator(".track-tag");
    await page.locator(".fold button").waitFor();
    assert.equal(await tags.count(), 4);
    await page.locator(".fold button").click();
    await tags.nth(8).waitFor();
    assert.equal(await page.locator(".fold button").getAttribute("aria-expanded"), "true");
  });

  it("keep a place of its own for every tab", async () => {
    const panel = await openPanel(sampleTexts("aws-hulft", "hulft.lk"), { height: 560 });
    const { page } = panel;
    await choose(panel, "node:prim", "crash prim");
    const top = () => page.locator("#tab-panel").evaluate((element) => element.scrollTop);
    await page.waitForFunction(() => (document.getElementById("tab-panel")?.scrollTop ?? 0) > 0);
    const timeline = await top();
    await page.locator("#tab-what-if").click();
    await page.locator(".what-if:not(.old) .future").first().waitFor();
    assert.equal(await top(), 0);
    await page.locator("#tab-panel").evaluate((element) => {
      element.scrollTop = 60;
    });
    await page.locator("#tab-timeline").click();
    await page.locator(".moment").first().waitFor();
    assert.equal(await top(), timeline);
    await page.locator("#tab-what-if").click();
    await page.locator(".what-if .future").first().waitFor();
    assert.equal(await top(), 60);
  });
});
