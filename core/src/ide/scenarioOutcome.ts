// A scenario that has been run, as an editor shows it: whether it comes out, what came out at each expectation, and one
// problem for all that did not, with what decided it. Docs: docs/editor.md.

import type { Localized } from "../locale/localized.ts";
import { scenarioProblem } from "../model/scenarioProblem.ts";
import type { Place, Problem } from "../problem.ts";
import { blameOf } from "../prove/blame.ts";
import type { Model } from "../simulate/model.ts";
import { seconds } from "../simulate/say/why.ts";
import type { ScenarioResult } from "../simulate/scenario/result.ts";
import { runScenario } from "../simulate/scenario/runScenario.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import type { ClusterFile, Expectation, ScenarioBlock } from "../syntax/cluster/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { code } from "../text/shown.ts";
import type { Span } from "../text/span.ts";

export interface ScenarioOutcome {
  /** `stopped`: a step could not be carried out, and what followed was not tried. */
  readonly kind: "passed" | "failed" | "stopped";
  readonly expectations: readonly ExpectationOutcome[];
  readonly problems: readonly Problem[];
}

export interface ExpectationOutcome {
  readonly span: Span;
  readonly passed: boolean;
  /** Undefined where the expectation names nothing that could be looked at. */
  readonly found: Localized | undefined;
}

/** Longer ones, in steps and in what follows from one, are left to those who run them. */
const limits = { scenarioSteps: 400, events: 2_000 } as const;

/** The scenarios that can be run unasked: without an error of their own, and not too long. */
export function runnableScenarios(
  { tree, file }: Parsed<ClusterFile>,
  problems: readonly Problem[],
): readonly ScenarioBlock[] {
  const errors = problems.filter((problem) => problem.severity === "error" && problem.file === file);
  return tree.scenarios.filter(
    ({ span, steps }) =>
      steps.length > 0 &&
      steps.length <= limits.scenarioSteps &&
      !errors.some((problem) => span.start <= problem.span.start && problem.span.end <= span.end),
  );
}

export function scenarioOutcome(model: Model, parsed: Parsed<ClusterFile>, scenario: ScenarioBlock): ScenarioOutcome {
  const result = runScenario(model, parsed, scenario, { stepsMax: limits.events });
  const isStopped = result.problems.some(({ severity }) => severity === "error");
  return {
    kind: result.failures.length > 0 ? "failed" : isStopped ? "stopped" : "passed",
    expectations: result.steps.flatMap(({ kind, span, passed, found }) =>
      kind === "expectation" ? [{ span, passed, found }] : [],
    ),
    problems: [...result.problems, ...failure(parsed.file, scenario, result)],
  };
}

/** One for the whole scenario, at the first expectation that is not met: the same events decided all of them. */
function failure(
  file: string,
  scenario: ScenarioBlock,
  { steps, failures, timeline }: ScenarioResult,
): readonly Problem[] {
  const [first, ...more] = failures;
  if (first === undefined) return [];
  const others = more.map(({ span, actual }) => ({
    file,
    span,
    message: { en: `not met either: ${actual.en}`, ja: `これも満たされません: ${actual.ja}` },
  }));
  const expected = scenario.steps.find(({ span }) => span === first.span);
  const until = steps.find(({ span }) => span === first.span)?.timeMs ?? 0;
  const before = timeline.filter(({ timeMs }) => timeMs <= until);
  const reason = before.findLast((entry) => expected?.kind === "expect" && concerns(entry, expected));
  const decided = blameOf(before).flatMap(({ place, node, text }) => related(place, node, text));
  const event = reason === undefined ? [] : related(reason.why.place, reason.node, reason.why.text);
  const why = reason === undefined ? undefined : told(reason);
  return [
    scenarioProblem(
      "scenario-failed",
      { file, span: first.span },
      {
        en: `Expected ${code(first.expected.en)}, but: ${first.actual.en}.${why === undefined ? "" : ` ${why.en}`}`,
        ja: `${code(first.expected.ja)} を期待しましたが、実際の結果は次のとおりです: ${first.actual.ja}。${why?.ja ?? ""}`,
      },
      { related: [...others, ...event, ...decided] },
    ),
  ];
}

/** Whether something became of what the expectation is about. */
function concerns({ node, changes, why }: TimelineEntry, { form }: Expectation): boolean {
  switch (form?.kind) {
    case "active":
    case "state":
    case "mirror-corrupt":
      return changes.some((change) => "tag" in change && change.tag === form.tag.value);
    case "node":
      return changes.some((change) => change.kind === "node" && change.node === form.node.value);
    case "quorum":
      return node === form.node?.value && why.rule.startsWith("quorum-");
    case "failover":
    case "no-split-brain":
      return changes.some(({ kind }) => kind === "resource");
    case undefined:
      return false;
  }
}

function related(place: Place | undefined, node: string | undefined, text: Localized): Problem["related"] {
  const who = node === undefined ? "" : `${node}: `;
  return place === undefined ? [] : [{ ...place, message: { en: `${who}${text.en}`, ja: `${who}${text.ja}` } }];
}

function told({ timeMs, node, why }: TimelineEntry): Localized {
  const who = node === undefined ? "" : `${node}: `;
  return {
    en: `At ${seconds(timeMs)} s, ${who}${why.text.en}`,
    ja: `${seconds(timeMs)} 秒の時点 — ${who}${why.text.ja}`,
  };
}
