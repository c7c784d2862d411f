// What a run of a scenario tells: step by step, what was expected and what was found instead, and the time line.

import type { Localized } from "../../locale/localized.ts";
import type { Problem } from "../../problem.ts";
import type { Span } from "../../text/span.ts";
import type { StateView } from "../read.ts";
import type { TimelineEntry } from "../trace.ts";

export interface ScenarioResult {
  readonly title: string;
  readonly span: Span;
  /** What it shows to be met. */
  readonly requirements: readonly string[];
  readonly passed: boolean;
  readonly steps: readonly StepResult[];
  readonly failures: readonly ScenarioFailure[];
  /** What kept a step from being carried out: missing parts, an undecided reservation. */
  readonly problems: readonly Problem[];
  readonly timeline: readonly TimelineEntry[];
  readonly simulatedMs: number;
  /** The state at the end. */
  readonly view: StateView;
}

export interface StepResult {
  readonly span: Span;
  readonly kind: "action" | "expectation";
  /** As written, white space made single. */
  readonly text: string;
  /** When the step was done. */
  readonly timeMs: number;
  readonly passed: boolean;
  /** Of an expectation: what the run really came to, in a few words. */
  readonly found?: Localized | undefined;
}

export interface ScenarioFailure {
  readonly span: Span;
  readonly expected: Localized;
  readonly actual: Localized;
}

/** By node, and by tag and node. */
export interface FinalState {
  readonly nodes: Readonly<Record<string, string>>;
  readonly resources: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function finalState({ nodes, resources }: StateView): FinalState {
  return {
    nodes: Object.fromEntries(nodes.map(({ name, condition }) => [name, condition])),
    resources: Object.fromEntries(
      resources.map(({ tag, states }) => [tag, Object.fromEntries(states.map(({ node, state }) => [node, state]))]),
    ),
  };
}
