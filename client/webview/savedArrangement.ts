// What was saved comes back as text from outside: it is read with care, and an older shape is forgotten.

import { type Arrangement, initialArrangement } from "./state.ts";

export function readArrangement(saved: unknown): Arrangement | undefined {
  const arrangement = field(saved, "arrangement");
  const runs = field(arrangement, "runs");
  if (!Array.isArray(runs) || runs.length === 0 || !runs.every(isRun)) return undefined;
  const active = field(arrangement, "active");
  const cursor = field(arrangement, "cursor");
  const split = field(arrangement, "split");
  return {
    ...initialArrangement,
    // Every run was looked at; its events are checked against the cluster when they are played.
    runs: runs as Arrangement["runs"],
    active: typeof active === "number" && active in runs ? active : 0,
    cursor: typeof cursor === "number" ? cursor : "end",
    tab:
      oneOf(["timeline", "what-if", "hierarchies", "sequence", "prove", "advise"], field(arrangement, "tab")) ??
      "timeline",
    topologyAs: oneOf(["drawing", "table"], field(arrangement, "topologyAs")) ?? "drawing",
    hierarchiesAs: oneOf(["table", "lcdstatus"], field(arrangement, "hierarchiesAs")) ?? "table",
    sequenceAs: oneOf(["drawing", "table"], field(arrangement, "sequenceAs")) ?? "drawing",
    split: typeof split === "number" ? split : initialArrangement.split,
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

function isRun(run: unknown): boolean {
  const steps = field(run, "steps");
  const readings = field(run, "readings");
  const answered = readings === undefined || (Array.isArray(readings) && readings.every(isAnswer));
  return answered && typeof field(run, "number") === "number" && Array.isArray(steps) && steps.every(isStep);
}

function isAnswer(reading: unknown): boolean {
  return typeof field(reading, "id") === "string" && typeof field(reading, "answer") === "string";
}

function isStep(step: unknown): boolean {
  const events = field(step, "events");
  const waitMs = field(step, "waitMs");
  const isWait = waitMs === undefined || waitMs === null || typeof waitMs === "number";
  return isWait && Array.isArray(events) && events.every((event) => typeof field(event, "kind") === "string");
}
