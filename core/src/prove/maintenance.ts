// Taking each node out once, for patches: what has to move first, whether anything stops, and what alone would be enough
// to stop, split or lose something while the node is out. The nodes follow each other: what was moved stays where it is.

import type { FaultKind } from "../language/actions.ts";
import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { at, cell } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import { namesOf } from "../simulate/read.ts";
import type { State } from "../simulate/state.ts";
import {
  type Availability,
  type AvailabilityOptions,
  type AvailabilityProgress,
  availability,
  type Disaster,
  usualTransitionsMax,
} from "./availability.ts";
import { beginningOf } from "./beginning.ts";
import { isServed, serversNow } from "./property.ts";

export interface Maintenance {
  readonly turns: readonly Turn[];
  /** Where everything runs when all nodes are back; nowhere: an empty list. */
  readonly end: readonly { readonly hierarchy: string; readonly on: readonly string[] }[];
  /** The whole round, to be simulated. */
  readonly steps: readonly OutsideEvent[];
  /** What alone is enough while every node is there. */
  readonly usual: Availability;
}

export interface Turn {
  readonly node: string;
  readonly moves: readonly { readonly hierarchy: string; readonly to: string }[];
  /** Hierarchies that run there and that no other server can take. */
  readonly stuck: readonly string[];
  /** Out of service while the node is out. */
  readonly stopped: readonly string[];
  /** Single points of failure that are none while every node is there. */
  readonly uncovered: readonly Disaster[];
  /** Moves, and then the shutdown. */
  readonly steps: readonly OutsideEvent[];
  /** All that was found while it is out. */
  readonly meanwhile: Availability;
}

export function* maintenance(
  cluster: Cluster,
  kinds: readonly FaultKind[],
  options: Omit<AvailabilityOptions, "after" | "faultsMax"> = {},
): Generator<AvailabilityProgress, Maintenance> {
  const model = compile(cluster, options.readings === undefined ? {} : { readings: options.readings });
  // Twice the work of one study, shared among all of them.
  const { transitionsMax = Math.ceil((2 * usualTransitionsMax(model)) / (model.nodes.length + 1)) } = options;
  const usual = yield* availability(cluster, kinds, { ...options, transitionsMax });
  const known = new Set(usual.disasters.map(keyOf));
  const waiting = new Set(model.nodes);
  const turns: Turn[] = [];
  const steps: OutsideEvent[] = [];
  while (waiting.size > 0) {
    const before = stateAfter(model, options, steps);
    const node = idlest(model, before, waiting);
    if (node === undefined) break;
    waiting.delete(node);
    const { moves, stuck } = movesFrom(model, before, node);
    const own: readonly OutsideEvent[] = [
      ...moves.map(({ hierarchy, to }): OutsideEvent => ({ kind: "in-service", tag: hierarchy, node: to })),
      { kind: "shutdown", node },
    ];
    const after = [...steps, ...own];
    const out = stateAfter(model, options, after);
    const meanwhile = yield* availability(cluster, kinds, { ...options, transitionsMax, after });
    turns.push({
      node,
      moves,
      stuck,
      stopped: hierarchies(model).flatMap(([name, component]) => (isServed(model, out.cells, component) ? [] : [name])),
      uncovered: meanwhile.disasters.filter((disaster) => !known.has(keyOf(disaster))),
      steps: own,
      meanwhile,
    });
    for (const step of own) steps.push(step);
    steps.push({ kind: "boot", node, withoutNetwork: false });
  }
  const end = stateAfter(model, options, steps);
  return {
    turns,
    end: hierarchies(model).map(([hierarchy, component]) => ({
      hierarchy,
      on: namesOf(model, serversNow(model, end.cells, component)),
    })),
    steps,
    usual,
  };
}

function stateAfter(
  model: Model,
  { given = [] }: Pick<AvailabilityOptions, "given">,
  after: readonly OutsideEvent[],
): State {
  return beginningOf(model, { given, after });
}

/** By their first root. */
function hierarchies(model: Model): readonly (readonly [name: string, component: number])[] {
  return model.components.map(({ roots }, component) => [model.resources[roots[0] ?? -1]?.tag ?? "", component]);
}

/** The one with the fewest hierarchies; of several the first in the file. */
function idlest(model: Model, state: State, nodes: ReadonlySet<string>): string | undefined {
  let best: { readonly node: string; readonly count: number } | undefined;
  for (const node of nodes) {
    const count = runningOn(model, state, node).length;
    if (best === undefined || count < best.count) best = { node, count };
  }
  return best?.node;
}

function runningOn(model: Model, { cells }: State, node: string): readonly (readonly [string, number])[] {
  const bit = 1 << (model.indexOfNode.get(node) ?? 31);
  return hierarchies(model).filter(([, component]) => (serversNow(model, cells, component) & bit) !== 0);
}

function movesFrom(model: Model, state: State, node: string): Pick<Turn, "moves" | "stuck"> {
  const moves: { readonly hierarchy: string; readonly to: string }[] = [];
  const stuck: string[] = [];
  const up = at(state.cells, cell.up);
  for (const [hierarchy, component] of runningOn(model, state, node)) {
    const to = model.components[component]?.servers.find(
      (server) => model.nodes[server] !== node && (up & (1 << server)) !== 0,
    );
    const name = model.nodes[to ?? -1];
    if (name === undefined) stuck.push(hierarchy);
    else moves.push({ hierarchy, to: name });
  }
  return { moves, stuck };
}

function keyOf({ what, hierarchy, faults }: Disaster): string {
  return JSON.stringify([what, hierarchy, faults]);
}
