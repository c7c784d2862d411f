// Hierarchies as lcdstatus prints them, and the texts that a run is copied as.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { runAsMarkdown, runAsText } from "../../client/webview/export/runText.ts";
import { hierarchyRows } from "../../client/webview/hierarchies/hierarchyRows.ts";
import { lcdstatusText } from "../../client/webview/hierarchies/lcdstatusText.ts";
import { pictureOf } from "../../client/webview/picture.ts";
import { type Drawn, readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import type { RunStep } from "../../client/webview/run/run.ts";
import { sampleTexts, type Texts } from "./support/samples.ts";

function open(texts: Texts): Drawn {
  const name = Object.keys(texts)[0] ?? "";
  const { drawn, check } = readDocuments(name, documentsFor(filesOf(texts), name).documents);
  assert.ok(drawn, check.problems.map(({ message }) => message.en).join("; "));
  return drawn;
}

function playedTo(drawn: Drawn, steps: readonly RunStep[]) {
  const { moments, model } = playRun(drawn.model, { number: 1, scenario: undefined, steps }, []);
  const last = moments.at(-1);
  assert.ok(last);
  const end = readState(model, last.state);
  return { moments, end, picture: pictureOf(drawn.cluster, end) };
}

const crash: RunStep = { events: [{ kind: "crash", node: "prim" }], waitMs: undefined };

describe("hierarchies of the panel", () => {
  const hulft = open(sampleTexts("aws-hulft", "hulft.lk"));

  it("prints what lcdstatus -q prints, tags indented by their place in the tree", () => {
    const { picture } = playedTo(hulft, [crash]);
    assert.equal(
      lcdstatusText(hulft.cluster, picture, "sec"),
      `LOCAL  TAG                 ID             STATE  PRIO  PRIMARY
sec    hulft               hulft          ISP      10  prim
sec      hulft-snd         hulft-snd      ISP      10  prim
sec      hulft-rcv         hulft-rcv      ISP      10  prim
sec      hulft-obs         hulft-obs      ISP      10  prim
sec      /data             /data          ISP      10  prim
sec        datarep-data    /dev/xvdb      ISP      10  prim
sec      ip-198.51.100.10  198.51.100.10  ISP      10  prim

MACHINE  NETWORK  ADDRESSES/DEVICE        STATE  PRIO
prim     TCP      192.0.2.70/192.0.2.10   DEAD      1
wit      TCP      192.0.2.70/192.0.2.130  ALIVE     1
`,
    );
  });

  it("says that LifeKeeper is stopped as the command does, and nothing for a machine that is off", () => {
    const stop: RunStep = {
      events: [{ kind: "stop", node: "prim", keepingApplications: false, allowingFailover: false }],
      waitMs: undefined,
    };
    assert.equal(
      lcdstatusText(hulft.cluster, playedTo(hulft, [stop]).picture, "prim"),
      "LifeKeeper does not appear to be running.\n",
    );
    assert.equal(lcdstatusText(hulft.cluster, playedTo(hulft, [crash]).picture, "prim"), "");
  });

  it("repeats a shared child under each of its parents", () => {
    const drawn = open({
      "shared.lk": `cluster shared {
        node a { } node b { }
        path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 tcp 10.1.0.1 <-> 10.1.0.2 }
        resource root gen/app {
          servers a 1, b 10
          resource left gen/app { resource disk gen/filesys /d }
          resource right gen/app { uses disk }
        }
      }`,
    });
    const rows = hierarchyRows(drawn.cluster);
    assert.deepEqual(
      rows.map(({ resource, depth }) => `${"-".repeat(depth)}${resource.name}`),
      ["root", "-left", "--disk", "-right", "--disk"],
    );
    assert.equal(new Set(rows.map(({ key }) => key)).size, rows.length);
  });

  it("copies the run as text and as Markdown that a table cell cannot break", () => {
    const { moments, end } = playedTo(hulft, [crash]);
    const english = runAsText({ cluster: hulft.cluster, moments, end, locale: "en" });
    assert.match(english, /^hulft-aws\n\n {2}0:00\.0 {2}Start\n {2}0:00\.0 {2}- {2}crash prim\n/);
    assert.match(english, /hulft: prim OSU, sec ISP/);
    const japanese = runAsMarkdown({ cluster: hulft.cluster, moments, end, locale: "ja" });
    const lines = japanese.split("\n").filter((line) => line.startsWith("| ") && line.includes("0:"));
    assert.equal(lines.length, moments.length);
    for (const line of lines) assert.equal(line.replaceAll("\\|", "").split("|").length, 7, line);
    assert.match(japanese, /## リソース階層/);
  });
});
