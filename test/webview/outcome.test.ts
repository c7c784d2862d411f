// What runs come to, what would follow from one more fault, and where it stands on the time axis.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { deedsOf } from "../../client/webview/outcome/deeds.ts";
import { compareOutcomes, endOf, outcomeOf, worstOf } from "../../client/webview/outcome/outcome.ts";
import { columnsOf, layoutTrack, placeOnTrack } from "../../client/webview/outcome/track.ts";
import { pictureOf } from "../../client/webview/picture.ts";
import { type Drawn, readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import { emptyRun, type Run } from "../../client/webview/run/run.ts";
import { foresee } from "../../client/webview/whatIf/futures.ts";
import { durationWords, outcomeSentences } from "../../client/webview/words/outcomeWords.ts";
import { sampleTexts, type Texts } from "./support/samples.ts";

function open(texts: Texts): Drawn {
  const file = Object.keys(texts)[0] ?? "";
  const { drawn } = readDocuments(file, documentsFor(filesOf(texts), file).documents);
  assert.ok(drawn);
  return drawn;
}

const hulft = open(sampleTexts("aws-hulft", "hulft.lk"));
const pair = open(sampleTexts("split-pair", "pair.lk"));

function runOf(...groups: readonly (readonly OutsideEvent[])[]): Run {
  return { ...emptyRun, steps: groups.map((events) => ({ events, waitMs: undefined })) };
}

function outcome(drawn: Drawn, run: Run) {
  return outcomeOf(drawn.cluster, playRun(drawn.model, run, []));
}

function foreseen(drawn: Drawn, run: Run = emptyRun) {
  const played = playRun(drawn.model, run, []);
  const index = played.moments.length - 1;
  const moment = played.moments[index];
  assert.ok(moment);
  const picture = pictureOf(drawn.cluster, readState(played.model, moment.state));
  const search = foresee({ drawn, run, played, index, picture, scenarios: [] });
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

describe("outcome of a run", () => {
  it("says that a hierarchy moves, and how long nothing ran", () => {
    const found = outcome(hulft, runOf([{ kind: "crash", node: "prim" }]));
    assert.equal(worstOf(found), "moved");
    assert.equal(found.services[0]?.downMs, 15_000);
    const [sentence] = outcomeSentences(found);
    assert.equal(
      sentence?.en,
      "hulft moves from prim to sec, without service for 15 s + the start of its applications. No standby is left.",
    );
    assert.equal(
      sentence?.ja,
      "hulft は prim から sec に移ります（サービスなし 15 秒 ＋ アプリケーションの起動時間）。引き継げるノードは残っていません。",
    );
  });

  it("says that it stays when nobody needed what failed", () => {
    const found = outcome(hulft, runOf([{ kind: "crash", node: "wit" }]));
    assert.equal(worstOf(found), "same");
    assert.deepEqual(
      outcomeSentences(found).map(({ en }) => en),
      ["hulft stays on prim."],
    );
  });

  it("tells a split brain that lasts from a double activity that ends", () => {
    const cut = [1, 2].map((index) => ({ kind: "cut-link", between: ["left", "right"], index }) as const);
    const split = outcome(pair, runOf(cut));
    assert.equal(worstOf(split), "split");
    assert.deepEqual(split.services.map(endOf), [["left", "right"]]);
    const mended = outcome(pair, runOf(cut, [{ kind: "crash", node: "left" }]));
    assert.notEqual(worstOf(mended), "split");
    assert.ok(compareOutcomes(split, mended) > 0);
  });

  it("says that it runs nowhere when both servers are gone", () => {
    const found = outcome(hulft, runOf([{ kind: "crash", node: "prim" }], [{ kind: "crash", node: "sec" }]));
    assert.equal(worstOf(found), "nowhere");
  });

  it("counts the time in which nobody reaches it, and the bar says so", () => {
    const found = outcome(hulft, runOf([{ kind: "lose-network", node: "prim" }]));
    assert.equal(worstOf(found), "moved");
    assert.deepEqual(
      found.services[0]?.spans.map(({ on, reached }) => [on.join(), reached]),
      [
        ["prim", true],
        ["prim", false],
        ["sec", true],
      ],
    );
    assert.equal(found.services[0]?.downMs, 15_000);
  });

  it("says that it stays where nobody reaches it", () => {
    const alone = open({
      "/c/one.lk": `cluster one { lifekeeper 9.9.0 quorum-package none node A { address 1 } node B { address 2 }
        path A <-> B { tcp 1 <-> 2 } resource app gen/app { servers A 1 } }\n`,
    });
    const found = outcome(alone, runOf([{ kind: "lose-network", node: "A" }]));
    assert.equal(worstOf(found), "unreached");
    assert.equal(outcomeSentences(found)[0]?.en, "app stays in service on A, where no client reaches it.");
  });

  it("says that a standby is lost, which is not as good as before", () => {
    const found = outcome(hulft, runOf([{ kind: "crash", node: "sec" }]));
    assert.equal(worstOf(found), "alone");
    assert.equal(outcomeSentences(found)[0]?.en, "hulft stays on prim. No standby is left.");
  });

  it("never calls it going on when nothing was in service before", () => {
    const gone = runOf([{ kind: "crash", node: "prim" }], [{ kind: "crash", node: "sec" }]);
    for (const { outcome: after } of foreseen(hulft, gone)) {
      assert.equal(worstOf(after), "still-out");
      assert.deepEqual(
        outcomeSentences(after).map(({ en }) => en),
        ["hulft stays out of service."],
      );
    }
  });

  it("writes durations in both languages", () => {
    assert.equal(durationWords(0, "en"), "0 s");
    assert.equal(durationWords(500, "en"), "0.5 s");
    assert.equal(durationWords(125_000, "en"), "2 min 5 s");
    assert.equal(durationWords(3_600_000, "ja"), "1 時間");
  });
});

describe("what if one more thing fails", () => {
  it("plays every fault from the start, the worst first, and each comes to what it says", () => {
    const futures = foreseen(hulft);
    assert.ok(futures.length > 10);
    for (const { events, outcome: promised } of futures) {
      assert.equal(worstOf(outcome(hulft, runOf(events))), worstOf(promised));
    }
    for (const [index, future] of futures.slice(1).entries()) {
      const before = futures[index];
      assert.ok(before !== undefined && compareOutcomes(before.outcome, future.outcome) >= 0);
    }
    assert.equal(new Set(futures.map(({ key }) => key)).size, futures.length);
  });

  it("begins at the moment that is shown: the second fault is the dangerous one", () => {
    const after = foreseen(hulft, runOf([{ kind: "crash", node: "prim" }]));
    const crash = after.find(({ events }) => events.some((event) => event.kind === "crash" && event.node === "sec"));
    assert.equal(crash && worstOf(crash.outcome), "nowhere");
    assert.ok(!after.some(({ events }) => events.some((event) => event.kind === "crash" && event.node === "prim")));
    assert.equal(crash?.outcome.services[0]?.spans[0]?.on[0], "sec");
  });
});

describe("time axis of a run", () => {
  const run = runOf([{ kind: "crash", node: "prim" }]);
  const played = playRun(hulft.model, run, []);
  const found = outcomeOf(hulft.cluster, played);
  const deeds = deedsOf(run, played);
  const track = layoutTrack(
    [found],
    deeds.map(({ timeMs }) => timeMs),
  );

  it("has a column from the fault to the takeover and an open one behind it", () => {
    assert.deepEqual(deeds, [{ timeMs: 0, text: "crash prim" }]);
    assert.deepEqual(track.timesMs, [0, 15_000]);
    assert.deepEqual(columnsOf(track, 0, 15_000), [0, 1]);
    assert.deepEqual(columnsOf(track, 15_000, undefined), [1, 2]);
    assert.deepEqual(placeOnTrack(track, 7_500), { column: 0, part: 0.5 });
  });

  it("stays readable when a run has very many faults", () => {
    const many = Array.from({ length: 200 }, (_, index) => index * 1000);
    assert.ok(layoutTrack([found], many).timesMs.length <= 24);
  });
});
