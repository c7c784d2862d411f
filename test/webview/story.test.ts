// The time line as a story: routine is folded and counted, it can be searched and filtered, playing goes from what one
// node does at one time to the next, and two moments can be compared.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import { emptyRun } from "../../client/webview/run/run.ts";
import {
  isRoutine,
  nextStop,
  routineCount,
  tellingMoment,
  toldMoments,
  wholeStory,
} from "../../client/webview/timeline/story.ts";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";

const hulft = sampleTexts("aws-hulft", "hulft.lk");

function crashed() {
  const { drawn } = readDocuments("hulft.lk", documentsFor(filesOf(hulft), "hulft.lk").documents);
  assert.ok(drawn);
  const steps = [{ events: [{ kind: "crash", node: "prim" } as const], waitMs: undefined }];
  return playRun(drawn.model, { ...emptyRun, steps }, []).moments;
}

describe("the story of a run", function () {
  this.timeout(120_000);
  const open = panelSuite();
  const moments = crashed();
  const last = moments.length - 1;

  it("leaves out routine and nothing that changed a machine or a resource", () => {
    const told = toldMoments(moments, wholeStory, 0, "en");
    assert.equal(told.length, moments.length - routineCount(moments));
    assert.ok(routineCount(moments) > 0);
    for (const [index, { entry }] of moments.entries()) {
      const isChange = entry?.changes.some(({ kind }) => kind === "resource" || kind === "node") === true;
      if (isChange) assert.ok(told.includes(index));
    }
    assert.equal(toldMoments(moments, { ...wholeStory, routine: true }, 0, "en").length, moments.length);
  });

  it("ends at what came of it, and always lists the moment that is shown", () => {
    const telling = moments[tellingMoment(moments, last)]?.entry;
    assert.ok(telling !== undefined && !isRoutine(telling));
    assert.ok(telling.changes.some((change) => change.kind === "resource" && change.to === "ISP"));
    assert.equal(tellingMoment(moments, 1), 1);
    const none = toldMoments(moments, { ...wholeStory, text: "nothing has these words" }, 2, "en");
    assert.deepEqual(none, [0, 2]);
  });

  it("is found by words, by node and by decisions", () => {
    const of = (filter: Partial<typeof wholeStory>) =>
      toldMoments(moments, { ...wholeStory, ...filter }, 0, "en").slice(1);
    assert.ok(of({ text: "QUORUM_MODE" }).length > 0);
    assert.ok(of({ node: "sec" }).length > 0 && of({ node: "sec" }).length < of({}).length);
    assert.ok(of({ decisions: true }).length < of({}).length);
  });

  it("plays in groups, forward, to the end", () => {
    const stops = [0];
    while ((stops.at(-1) ?? last) < last) stops.push(nextStop(moments, stops.at(-1) ?? 0));
    assert.equal(stops.at(-1), last);
    assert.ok(stops.length < moments.length);
  });

  it("folds and shows routine, searches, and says what differs between two moments", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await choose(panel, "node:prim", "crash prim");
    await page.locator("#moment-1").waitFor();
    const rows = page.locator("tr.moment");
    const before = await rows.count();
    await page.locator(".story-bar .chip", { hasText: "Routine" }).click();
    await page.locator('.story-bar .chip[aria-pressed="true"]', { hasText: "Routine" }).waitFor();
    assert.ok((await rows.count()) > before);
    await page.locator("#moment-0").click();
    await page.locator(".story-bar .chip", { hasText: "Compare from here" }).click();
    await page.locator(".differs", { hasText: "Choose another moment" }).waitFor();
    await page.locator("button[aria-label='Go to the end']").click();
    await page.locator(".differs li", { hasText: "hulft@sec: OSU → ISP" }).waitFor();
    await page.locator(".differs li", { hasText: "prim: LifeKeeper running → Powered off" }).waitFor();
    await page.locator(".story-bar input").fill("nothing has these words");
    await page.waitForFunction(() => document.querySelectorAll("tr.moment").length <= 2);
    await page.locator("button.speed").click();
    assert.equal(await page.locator("button.speed").textContent(), "2×");
  });
});
