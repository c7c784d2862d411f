// Runs through the simulator, without a browser: branches, counterexamples, and runs saved as scenarios.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { runProofNow } from "@lkcluster/core/prove/runProof.ts";
import { activeNodes, readState } from "@lkcluster/core/simulate/read.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { documentsFor } from "../../client/src/panel/documents.ts";
import { commandText } from "../../client/webview/export/commandText.ts";
import { sayable, scenarioText } from "../../client/webview/export/scenarioText.ts";
import { replaySteps } from "../../client/webview/prove/replay.ts";
import { type Drawn, readDocuments } from "../../client/webview/reading.ts";
import { playRun } from "../../client/webview/run/play.ts";
import { type Played, pointAt } from "../../client/webview/run/played.ts";
import { branch, type Run, type RunStep } from "../../client/webview/run/run.ts";
import { type FileScenario, scenariosOf } from "../../client/webview/run/scenarios.ts";
import { sampleTexts, type Texts } from "./support/samples.ts";

const samples: readonly (readonly [string, string])[] = [
  ["aws-hulft", "hulft.lk"],
  ["azure-storage-quorum", "azure.lk"],
  ["replicated-with-witness", "replicated.lk"],
  ["split-pair", "pair.lk"],
  ["two-node-majority", "classic.lk"],
];

interface Opened {
  readonly file: string;
  readonly text: string;
  readonly drawn: Drawn;
  readonly scenarios: readonly FileScenario[];
}

function open(texts: Texts): Opened {
  const file = Object.keys(texts)[0] ?? "";
  const { drawn, check } = readDocuments(file, documentsFor(filesOf(texts), file).documents);
  assert.ok(drawn, check.problems.map(({ message }) => message.en).join("; "));
  return { file, text: texts[file] ?? "", drawn, scenarios: scenariosOf(drawn.cluster, check.parsed) };
}

function runOf(steps: readonly RunStep[], scenario?: string): Run {
  return { number: 1, scenario, steps };
}

/** The run written into the file, read again and run as a scenario. */
function savedAndRun(texts: Texts, opened: Opened, run: Run, played: Played) {
  const said = sayable(run, played.stepStartsMs);
  const replayed = playRun(opened.drawn.model, said, opened.scenarios);
  const written = scenarioText({
    cluster: opened.drawn.cluster,
    run: said,
    played: replayed,
    givens: opened.scenarios.find(({ title }) => title === run.scenario)?.givens ?? [],
    takenTitles: opened.scenarios.map(({ title }) => title),
  });
  const changed = { ...texts, [opened.file]: `${opened.text}\n${written}` };
  const { check } = readDocuments(opened.file, documentsFor(filesOf(changed), opened.file).documents);
  const errors = check.problems.filter(({ severity, span }) => severity === "error" && span.start > opened.text.length);
  assert.deepEqual(errors, [], written);
  const scenario = check.parsed.tree.scenarios.at(-1);
  assert.ok(scenario !== undefined && check.sound !== undefined, written);
  return { written, result: runScenario(opened.drawn.model, check.parsed, scenario) };
}

describe("runs of the panel", () => {
  for (const [folder, file] of samples) {
    it(`plays every scenario of ${folder} to the same end as the scenario runner`, () => {
      const texts = sampleTexts(folder, file);
      const opened = open(texts);
      assert.ok(opened.scenarios.length > 0);
      for (const scenario of opened.scenarios) {
        const played = playRun(opened.drawn.model, runOf(scenario.steps, scenario.title), opened.scenarios);
        const { written, result } = savedAndRun(texts, opened, runOf(scenario.steps, scenario.title), played);
        assert.deepEqual(result.problems, [], written);
        assert.deepEqual(
          result.failures.map(({ expected, actual }) => [expected.en, actual.en]),
          [],
          written,
        );
      }
    });
  }

  it("are offered with the requirements that their scenarios show to be met", () => {
    const text = `cluster c { node a {} resource app gen/app { servers a 1 } }
scenario "one" { requirement A-1, "A 2"  crash a  expect app active nowhere }
scenario "two" { crash a  expect app active nowhere }
`;
    assert.deepEqual(
      open({ "c.lk": text }).scenarios.map(({ label }) => label),
      ["one [A-1, A 2]", "two"],
    );
  });

  it("saves how long it took, what lost quorum, and that nothing ran twice", () => {
    const texts = sampleTexts("aws-hulft", "hulft.lk");
    const opened = open(texts);
    const run = runOf([{ events: [{ kind: "isolate", node: "prim" }], waitMs: undefined }]);
    const { written, result } = savedAndRun(texts, opened, run, playRun(opened.drawn.model, run, []));
    assert.equal(
      written,
      `scenario "isolate prim" {
  isolate prim
  expect no quorum on prim
  expect prim halted
  expect hulft active on sec within 15s
  expect no split-brain
}
`,
    );
    assert.ok(result.passed, written);
  });

  it("replays the counterexample of the pair that splits, and can save its faults", () => {
    const texts = sampleTexts("split-pair", "pair.lk");
    const opened = open(texts);
    const { check } = readDocuments(opened.file, documentsFor(filesOf(texts), opened.file).documents);
    const [proof] = proofsOf(check.parsed.tree, opened.file);
    assert.ok(proof);
    const [violation] = runProofNow(opened.drawn.cluster, proof).violations;
    assert.ok(violation?.trace);
    const run = runOf(replaySteps(violation.trace));
    const played = playRun(opened.drawn.model, run, []);
    const end = played.moments.at(-1);
    assert.ok(end);
    assert.deepEqual(readState(played.model, end.state).split, readState(played.model, violation.trace.end).split);
    assert.ok(readState(played.model, end.state).split.includes("app"));
    const { result, written } = savedAndRun(texts, opened, run, played);
    assert.ok(result.passed, written);
  });

  it("saves a run with a reading of its own as a scenario that passes without it", () => {
    const texts = sampleTexts("aws-hulft", "hulft.lk");
    const opened = open(texts);
    const reading = { id: "standby-loss-action", answer: "only-with-resources" };
    const run = { ...runOf([{ events: [{ kind: "isolate", node: "sec" }], waitMs: undefined }]), readings: [reading] };
    const { result, written } = savedAndRun(texts, opened, run, playRun(opened.drawn.model, run, []));
    assert.ok(result.passed, written);
    assert.match(written, /expect sec halted/);
  });

  it("branches inside a counterexample after exactly the events that have happened", () => {
    const texts = sampleTexts("split-pair", "pair.lk");
    const { drawn } = open(texts);
    const events = [
      { kind: "cut-pair", between: ["left", "right"] },
      { kind: "path-dead", node: "left", peer: "right", index: 1 },
      { kind: "path-dead", node: "left", peer: "right", index: 2 },
    ] as const;
    const run = runOf([{ events, waitMs: undefined, alone: true }]);
    const played = playRun(drawn.model, run, []);
    const index = played.moments.findIndex(({ entry }) => entry?.why.rule === "path-dead");
    const branched = branch(run, pointAt(played, index), [{ kind: "crash", node: "right" }], 2);
    assert.deepEqual(branched.steps[0]?.events, events.slice(0, 2));
    assert.equal(branched.steps[0]?.alone, true);
  });

  it("branches in time: the other run is the same until then", () => {
    const { drawn } = open(sampleTexts("aws-hulft", "hulft.lk"));
    const run = runOf([{ events: [{ kind: "crash", node: "prim" }], waitMs: undefined }]);
    const played = playRun(drawn.model, run, []);
    const index = played.moments.findIndex(({ timeMs }) => timeMs > 0);
    const cut = branch(run, pointAt(played, index), [{ kind: "crash", node: "wit" }], 2);
    const other = playRun(drawn.model, cut, []);
    const until = played.moments[index]?.timeMs ?? 0;
    const early = (all: Played): readonly string[] =>
      all.moments
        .filter(({ timeMs, step }) => timeMs <= until && step <= 0)
        .map(({ entry }) => entry?.why.text.en ?? "");
    assert.deepEqual(early(other), early(played));
    assert.ok(other.moments.some(({ entry }) => entry?.event.kind === "crash" && entry.event.node === "wit"));
  });

  it("gives every entry of one event the state that held after it, not the end of the event", () => {
    const { drawn, scenarios } = open(sampleTexts("aws-hulft", "hulft.lk"));
    const { model, moments } = playRun(
      drawn.model,
      runOf([{ events: [{ kind: "crash", node: "prim" }], waitMs: undefined }]),
      scenarios,
    );
    const moment = (rule: string) => moments.findIndex(({ entry }) => entry?.why.rule === rule);
    const decided = moments[moment("take-over")];
    const last = moments.at(-1);
    assert.ok(decided !== undefined && last !== undefined);
    assert.deepEqual(activeNodes(model, decided.state, "hulft"), []);
    assert.deepEqual(activeNodes(model, last.state, "hulft"), ["sec"]);
    // Earlier checks are remembered too.
    assert.equal(readState(model, last.state).nodes.find(({ name }) => name === "wit")?.quorum, "held");
    // Each change that a row tells is in the state of that row, and not in that of the row before.
    for (const [index, { entry, state }] of moments.entries()) {
      for (const change of entry?.changes ?? []) {
        if (change.kind !== "resource" || change.to !== "ISP") continue;
        assert.ok(activeNodes(model, state, change.tag).includes(change.node));
        const before = moments[index - 1];
        assert.ok(before !== undefined && !activeNodes(model, before.state, change.tag).includes(change.node));
      }
    }
  });

  it("plays a run under another reading, as a run of its own", () => {
    const { drawn } = open(sampleTexts("aws-hulft", "hulft.lk"));
    const steps: readonly RunStep[] = [{ events: [{ kind: "isolate", node: "sec" }], waitMs: undefined }];
    const conditionOfSec = (run: Run): string | undefined => {
      const { moments, model } = playRun(drawn.model, run, []);
      const last = moments.at(-1);
      return last && readState(model, last.state).nodes.find(({ name }) => name === "sec")?.condition;
    };
    assert.equal(conditionOfSec(runOf(steps)), "halted");
    const reading = { id: "standby-loss-action", answer: "only-with-resources" };
    assert.equal(conditionOfSec({ ...runOf(steps), readings: [reading] }), "up");
    assert.equal(conditionOfSec({ ...runOf(steps), readings: [{ id: "nonsense", answer: "x" }] }), "halted");
  });

  it("writes a run as one command that a shell reads as it is meant", () => {
    const run: Run = {
      number: 1,
      scenario: undefined,
      readings: [{ id: "standby-loss-action", answer: "only-with-resources" }],
      steps: [
        { events: [{ kind: "crash", node: "it's 1" }], waitMs: 20_000 },
        { events: [{ kind: "boot", node: "it's 1", withoutNetwork: false }], waitMs: undefined },
      ],
    };
    const command = commandText("my file.lk", run, true);
    const words = execFileSync("sh", ["-c", `printf '%s\\n' ${command}`], { encoding: "utf8" })
      .trimEnd()
      .split("\n");
    assert.deepEqual(words, [
      "lkcluster",
      "simulate",
      "my file.lk",
      "--do",
      'crash "it\'s 1"  wait 20s  boot "it\'s 1"',
      "--reading",
      "standby-loss-action=only-with-resources",
    ]);
    assert.equal(commandText("a.lk", run, false), undefined);
    assert.equal(commandText("a.lk", runOf([]), true), undefined);
  });

  it("ignores what the file no longer names", () => {
    const { drawn } = open(sampleTexts("aws-hulft", "hulft.lk"));
    const gone: RunStep = { events: [{ kind: "crash", node: "nobody" }], waitMs: undefined };
    const played = playRun(drawn.model, runOf([gone]), []);
    assert.equal(played.tooLong, false);
    assert.equal(played.moments.length, 1);
  });
});
