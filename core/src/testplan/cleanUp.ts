// The way back from a test to where it began. It is walked in the simulator, so that it is whole and in an order that
// works: what was broken is mended, nodes come back, mirrors fill, hierarchies return.

import type { OutsideEvent } from "../simulate/event.ts";
import type { Model } from "../simulate/model.ts";
import { activeNodes, readState, type StateView } from "../simulate/read.ts";
import { settle } from "../simulate/settle.ts";
import { step } from "../simulate/step.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import { operationsFor, stoppedTwin, undoingOperations, waitForMirror } from "./operations.ts";
import type { Outcome } from "./outcome.ts";
import type { Operation } from "./plan.ts";

const stepsMax = 10_000;

/** One way for all outcomes of a test: what only one of them needs is harmless in the other. */
export function cleanUpFor(
  model: Model,
  before: StateView,
  events: readonly OutsideEvent[],
  outcomes: readonly Outcome[],
): readonly Operation[] {
  const ways = outcomes.map((outcome) => wayBack(model, before, events, outcome));
  return distinct([
    ...ways.flatMap(({ parting }) => parting),
    ...ways.flatMap(({ mending }) => mending),
    ...ways.flatMap(({ returning }) => returning),
    ...ways.flatMap(({ clearing }) => clearing),
  ]);
}

export interface WayBack {
  /** Before the two sides of a split can meet again. */
  readonly parting: readonly Operation[];
  /** What was broken works again, nodes run, mirrors are in sync. */
  readonly mending: readonly Operation[];
  /** Hierarchies return to where they were. */
  readonly returning: readonly Operation[];
  /** What failed elsewhere is no longer marked so. */
  readonly clearing: readonly Operation[];
  /** Where it leads. */
  readonly end: StateView;
}

export function wayBack(
  model: Model,
  before: StateView,
  events: readonly OutsideEvent[],
  { state: beginning, timeline }: Outcome,
): WayBack {
  let state = beginning;
  const filled = new Set(filledIn(timeline));
  const happen = (all: readonly OutsideEvent[]): void => {
    const said: TimelineEntry[] = [];
    const sink = (entry: TimelineEntry): void => void said.push(entry);
    for (const event of all) state = step(model, state, event, sink);
    state = settle(model, state, sink, { stepsMax }).state;
    for (const tag of filledIn(said)) filled.add(tag);
  };

  const twins = twinsOf(model, before, readState(model, state));
  happen(twins.map(({ tag, node }) => ({ kind: "out-of-service", tag, node })));
  const { nodes } = readState(model, state);
  const boots = nodes
    .filter(({ condition }) => condition === "off" || condition === "halted")
    .map(({ name: node }) => ({ kind: "boot", node, withoutNetwork: false }) as const);
  const starts = nodes
    .filter(({ condition }) => condition === "stopped" || condition === "stopped-keeping-applications")
    .map(({ name: node }) => ({ kind: "start", node }) as const);
  happen([{ kind: "heal-all" }, ...boots, ...starts]);
  const mended = byTag(readState(model, state));
  const mirrors = before.resources.filter(
    ({ tag, mirror }) => filled.has(tag) || mended.get(tag)?.mirror?.inSync.length !== mirror?.inSync.length,
  );

  const returns: OutsideEvent[] = [];
  for (const { tag, activeOn } of before.resources) {
    const [node] = activeOn;
    if (node === undefined || activeNodes(model, state, tag).join() === node) continue;
    returns.push({ kind: "in-service", tag, node });
    happen(returns.slice(-1));
  }
  const failures = failuresSince(before, readState(model, state));
  happen(failures);

  const returning = new Set(boots.map(({ node }) => node));
  return {
    parting: twins.map(({ tag, node, isMirror }) => stoppedTwin(model.cluster, node, tag, isMirror)),
    mending: [
      ...events.flatMap((event) => undoingOperations(model.cluster, event, returning)),
      ...[...boots, ...starts].flatMap((event) => operationsFor(model.cluster, event) ?? []),
      ...mirrors.map(({ tag }) => waitForMirror(tag, mended.get(tag)?.activeOn[0])),
    ],
    returning: returns.flatMap((event) => operationsFor(model.cluster, event) ?? []),
    clearing: failures.flatMap((event) => operationsFor(model.cluster, event) ?? []),
    end: readState(model, state),
  };
}

function byTag({ resources }: StateView): ReadonlyMap<string, StateView["resources"][number]> {
  return new Map(resources.map((resource) => [resource.tag, resource]));
}

interface Twin {
  readonly tag: string;
  readonly node: string;
  readonly isMirror: boolean;
}

/**
 * What runs twice is stopped where it did not run before, while the two sides still cannot meet [BLOG2012]. Taking the
 * lowest resource out of service takes everything above it too.
 */
function twinsOf({ cluster }: Model, before: StateView, { resources, split }: StateView): readonly Twin[] {
  const lowest = resources.filter(
    ({ tag }) =>
      split.includes(tag) &&
      !cluster.resources.some(({ name, parents }) => parents.includes(tag) && split.includes(name)),
  );
  const then = byTag(before);
  return lowest.flatMap(({ tag, activeOn, mirror }) => {
    const home = then.get(tag)?.activeOn ?? [];
    return activeOn
      .filter((node) => !home.includes(node))
      .map((node) => ({ tag, node, isMirror: mirror !== undefined }));
  });
}

/** What failed on a node where nothing brought it in service again: taken out of service it is OSU [BLOG2012]. */
function failuresSince(before: StateView, now: StateView): readonly OutsideEvent[] {
  const later = byTag(now);
  return before.resources.flatMap(({ tag, states }) =>
    states
      .filter(({ node, state }) => {
        const after = later.get(tag)?.states.find((one) => one.node === node)?.state;
        return state !== "OSF" && after === "OSF";
      })
      .map(({ node }): OutsideEvent => ({ kind: "out-of-service", tag, node })),
  );
}

/** The mirrors that were brought in sync. */
function filledIn(timeline: readonly TimelineEntry[]): readonly string[] {
  return timeline.flatMap(({ event }) => (event.kind === "resync-done" ? [event.tag] : []));
}

function distinct(operations: readonly Operation[]): readonly Operation[] {
  return [...new Map(operations.map((operation) => [JSON.stringify(operation), operation])).values()];
}
