// A run as a scenario of the cluster language: what was done, and what came of it as expectations, so that the file
// keeps the run as a test.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { writtenName } from "@lkcluster/core/model/names.ts";
import { isOutside } from "@lkcluster/core/simulate/event.ts";
import { readState, splitTags } from "@lkcluster/core/simulate/read.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { NodeCondition } from "@lkcluster/core/simulate/trace.ts";
import type { Played } from "../run/played.ts";
import type { Run, RunStep } from "../run/run.ts";

export interface ScenarioSource {
  readonly cluster: Cluster;
  /** A run that a scenario can say: see `sayable`. */
  readonly run: Run;
  /** That run. */
  readonly played: Played;
  /** The `given` lines of the scenario the run starts from, as written. */
  readonly givens: readonly string[];
  readonly takenTitles: readonly string[];
}

/**
 * The run as far as a scenario can say it: the faults of a counterexample and the time between them, without the
 * order of what follows by itself and without a reading of its own.
 */
export function sayable({ number, scenario, steps }: Run, stepStartsMs: readonly number[]): Run {
  return {
    number,
    scenario,
    steps: steps.map(({ events, waitMs, alone }, index) => {
      const next = stepStartsMs[index + 1];
      const untilNextMs = next === undefined ? undefined : next - (stepStartsMs[index] ?? 0);
      return { events: events.filter(isOutside), waitMs: alone === true ? untilNextMs : waitMs };
    }),
  };
}

export function scenarioText(source: ScenarioSource): string {
  const { run, givens } = source;
  const lines = [...givens, ...run.steps.flatMap(stepLines), ...expectations(source)];
  return `scenario ${stringText(titleOf(source))} {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
}

export function stepLines({ events, waitMs }: RunStep): readonly string[] {
  const done = events.length === 0 ? [] : [events.map(eventText).join(" and ")];
  return waitMs === undefined ? done : [...done, `wait ${durationText(waitMs)}`];
}

/** Only conditions that the language can expect. */
const expected: Partial<Record<NodeCondition, string>> = { off: "off", halted: "halted" };

function expectations({ cluster, played }: ScenarioSource): readonly string[] {
  const { model, moments } = played;
  const last = moments.at(-1);
  if (last === undefined) return [];
  const end = readState(model, last.state);
  const quorum = end.nodes.flatMap(({ name, quorum }) =>
    quorum === "lost" ? [`expect no quorum on ${writtenName(name)}`] : [],
  );
  const nodes = end.nodes.flatMap(({ name, condition, rebooted }) => {
    const word = condition === "up" && rebooted ? "rebooted" : expected[condition];
    return word === undefined ? [] : [`expect ${writtenName(name)} ${word}`];
  });
  const roots = new Set(cluster.resources.filter(({ parents }) => parents.length === 0).map(({ name }) => name));
  const resources = end.resources
    .filter(({ tag }) => roots.has(tag))
    .map(({ tag, activeOn }) =>
      activeOn.length === 0
        ? `expect ${writtenName(tag)} active nowhere`
        : `expect ${writtenName(tag)} active on ${activeOn.map(writtenName).join(", ")}${withinText(played, tag)}`,
    );
  // What is in service twice for a moment is no split brain; at rest it is.
  const isSplit = moments.some(({ state }) => state.timers.length === 0 && splitTags(model, state).length > 0);
  return [...quorum, ...nodes, ...resources, ...(isSplit ? [] : ["expect no split-brain"])];
}

/** Rounded up: a saved run is to fail when a change makes it slower, not when a heartbeat comes a moment later. */
const withinStepMs = 5_000;

/** How long it took to come in service there; nothing for what had not moved after the last thing that was done. */
function withinText({ moments, stepStartsMs }: Played, tag: string): string {
  const isActive = (state: string): boolean => state === "ISP" || state === "ISU";
  const moved = moments.findLast(({ entry }) =>
    entry?.changes.some(
      (change) => change.kind === "resource" && change.tag === tag && isActive(change.from) !== isActive(change.to),
    ),
  );
  const tookMs = moved === undefined ? 0 : moved.timeMs - (stepStartsMs.at(-1) ?? 0);
  return tookMs <= 0 ? "" : ` within ${durationText(Math.ceil(tookMs / withinStepMs) * withinStepMs)}`;
}

function titleOf({ run, takenTitles }: ScenarioSource): string {
  const done = run.steps
    .map(({ events }) => events.filter(isOutside).map(eventText).join(" and "))
    .filter((text) => text !== "");
  const base = [run.scenario, ...done].filter((text) => text !== undefined).join(", ");
  const title = base.length > 80 ? `${base.slice(0, 79)}…` : base;
  for (let number = 2; ; number++) {
    const candidate = number === 2 ? title : `${title} (${number - 1})`;
    if (!takenTitles.includes(candidate)) return candidate;
  }
}

function stringText(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", " ")}"`;
}

/** `90s`, `2m`, `500ms`: the shortest exact duration. */
function durationText(ms: number): string {
  if (ms % 1000 !== 0) return `${ms}ms`;
  if (ms === 0 || ms % 60_000 !== 0) return `${ms / 1000}s`;
  return ms % 3_600_000 === 0 ? `${ms / 3_600_000}h` : `${ms / 60_000}m`;
}
