// What came out of the scenarios, remembered for as long as model and scenario stay the same, while the text around them
// moves. What no longer fits is not told.

import { type ExpectationOutcome, runnableScenarios } from "@lkcluster/core/ide/scenarioOutcome.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import type { CheckResult } from "@lkcluster/core/rules/check.ts";
import type { ScenarioBlock } from "@lkcluster/core/syntax/cluster/tree.ts";
import { moved } from "./proving/anchors.ts";
import type { RunOutcome } from "./proving/protocol.ts";

/** One scenario and what came out, where it stands now. */
export interface RunNow {
  readonly scenario: ScenarioBlock;
  readonly kind: RunOutcome["kind"];
  readonly expectations: readonly ExpectationOutcome[];
  readonly problems: readonly Problem[];
}

export interface Runnable {
  readonly scenario: ScenarioBlock;
  /** Its place among the scenarios of the file. */
  readonly index: number;
  readonly key: string;
}

export class ScenarioBook {
  /** By model and text of the scenario; the oldest goes when there are too many. */
  readonly #runs = new Map<string, RunOutcome>();

  /** Those that can be run unasked, each with the key of what comes out. */
  runnable(check: CheckResult, model: string): readonly Runnable[] {
    const { parsed, sound, problems } = check;
    if (sound === undefined) return [];
    return runnableScenarios(parsed, problems).map((scenario) => {
      const written = parsed.text.slice(scenario.span.start, scenario.span.end);
      return { scenario, index: parsed.tree.scenarios.indexOf(scenario), key: `${model} ${written}` };
    });
  }

  has(key: string): boolean {
    return this.#runs.has(key);
  }

  remember(key: string, run: RunOutcome): void {
    this.#runs.delete(key);
    this.#runs.set(key, run);
    for (const old of [...this.#runs.keys()].slice(0, -rememberedMax)) this.#runs.delete(old);
  }

  /** Undefined for a model whose key is not known yet: somebody is typing. */
  runsNow(check: CheckResult, model: string | undefined): readonly RunNow[] {
    if (model === undefined) return [];
    return this.runnable(check, model).flatMap(({ scenario, key }) => {
      const run = this.#runs.get(key);
      return run === undefined ? [] : [runNow(check, scenario, run)];
    });
  }
}

const rememberedMax = 1000;

function runNow({ parsed, sound }: CheckResult, scenario: ScenarioBlock, run: RunOutcome): RunNow {
  const shift = scenario.span.start - run.start;
  const length = scenario.span.end - scenario.span.start;
  const shifted = ({ start, end }: Problem["span"]): Problem["span"] => ({ start: start + shift, end: end + shift });
  const problems =
    sound === undefined
      ? []
      : moved(run.problems, run.anchors, sound, undefined, ({ file, span }) => {
          const isInside = file === parsed.file && run.start <= span.start && span.end <= run.start + length;
          return isInside ? { file, span: shifted(span) } : undefined;
        });
  const expectations = run.expectations.map((each) => ({ ...each, span: shifted(each.span) }));
  return { scenario, kind: run.kind, expectations, problems };
}
