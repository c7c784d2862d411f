// What a run comes to, for every hierarchy: where it was in service, for how long it was nowhere or on two nodes, and
// where it ends. Pure; read off the moments of the run.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { activeNodes, conditionOf, isIsolated, readState, stateOf } from "@lkcluster/core/simulate/read.ts";
import type { Moment, Played } from "../run/played.ts";

export interface Outcome {
  readonly fromMs: number;
  readonly endMs: number;
  /** Of the roots of hierarchies, in the order of the file. */
  readonly services: readonly Service[];
  /** Replicated disks whose data was lost, or that carry data_corrupt. */
  readonly damaged: readonly string[];
  /** Nobody has decided a contest or answered a question: the run waits. */
  readonly waits: boolean;
}

export interface Service {
  readonly tag: string;
  /** Without a gap, from the beginning; the last one is open. */
  readonly spans: readonly ServiceSpan[];
  /** How long clients could not use it before it came back: nowhere in service, or where nobody reaches it. */
  readonly downMs: number;
  /** How long it was on more than one node at once; the open end does not count. */
  readonly twoActiveMs: number;
  /** Other servers that could take it over, at the beginning and at the end. */
  readonly standbys: { readonly before: readonly string[]; readonly after: readonly string[] };
}

export interface ServiceSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** In the order of the cluster; empty: nowhere. */
  readonly on: readonly string[];
  /** Some of these nodes works and has its network. */
  readonly reached: boolean;
}

/**
 * How bad it is, worst first. `two-active` ends by itself, `split` does not. `alone`: it goes on, and nothing could take
 * it over any more. `still-out`: it was out of service before, so that there was nothing to lose.
 */
export const gravities = [
  "split",
  "data-loss",
  "nowhere",
  "unreached",
  "two-active",
  "moved",
  "interrupted",
  "waits",
  "alone",
  "still-out",
  "same",
] as const;
export type Gravity = (typeof gravities)[number];

/** Of the moments from `from` on: what came before is not part of it. */
export function outcomeOf(cluster: Cluster, { model, moments, contest }: Played, from = 0): Outcome {
  const seen = moments.slice(from);
  const first = seen[0];
  const last = seen.at(-1);
  if (first === undefined || last === undefined) {
    return { fromMs: 0, endMs: 0, services: [], damaged: [], waits: false };
  }
  const roots = cluster.resources.filter(({ parents }) => parents.length === 0);
  const end = readState(model, last.state);
  return {
    fromMs: first.timeMs,
    endMs: last.timeMs,
    services: roots.map(({ name }) => serviceOf(model, name, seen)),
    damaged: end.resources.flatMap(({ tag, mirror }) =>
      mirror !== undefined && (mirror.dataLost || mirror.corruptOn.length > 0) ? [tag] : [],
    ),
    waits: contest !== undefined || end.nodes.some(({ asksAbout }) => asksAbout.length > 0),
  };
}

function serviceOf(model: Model, tag: string, moments: readonly Moment[]): Service {
  const spans: { fromMs: number; toMs: number; on: readonly string[]; reached: boolean }[] = [];
  for (const { state, timeMs } of moments) {
    const on = activeNodes(model, state, tag);
    const reached = on.some((node) => isReached(model, state, node));
    const isLike = (span: ServiceSpan | undefined): boolean =>
      span !== undefined && sameNodes(span.on, on) && span.reached === reached;
    const last = spans.at(-1);
    if (last !== undefined) last.toMs = timeMs;
    if (isLike(last)) continue;
    // What lasted no time was never seen by anybody.
    if (last !== undefined && last.fromMs === timeMs && spans.length > 1) spans.pop();
    if (!isLike(spans.at(-1))) spans.push({ fromMs: timeMs, toMs: timeMs, on, reached });
  }
  const closed = spans.slice(0, -1);
  const sum = (which: (span: ServiceSpan) => boolean): number =>
    closed.filter(which).reduce((total, { fromMs, toMs }) => total + toMs - fromMs, 0);
  return {
    tag,
    spans,
    downMs: sum(({ reached }) => !reached),
    twoActiveMs: sum(({ on }) => on.length > 1),
    standbys: { before: standbysOf(model, tag, moments[0]), after: standbysOf(model, tag, moments.at(-1)) },
  };
}

/** Clients find it: a frozen machine answers nobody, and one without its network is found by nobody. */
function isReached(model: Model, state: Moment["state"], node: string): boolean {
  const number = model.indexOfNode.get(node) ?? -1;
  return conditionOf(state, number) !== "frozen" && !isIsolated(state, number);
}

/** Servers of it that run LifeKeeper, have their network, and where it neither is in service nor has failed. */
function standbysOf(model: Model, tag: string, moment: Moment | undefined): readonly string[] {
  const resource = model.indexOfResource.get(tag);
  if (moment === undefined || resource === undefined) return [];
  const { state } = moment;
  return model.nodes.filter((_, node) => {
    const isServer = ((model.resources[resource]?.servers ?? 0) & (1 << node)) !== 0;
    if (!isServer || conditionOf(state, node) !== "up" || isIsolated(state, node)) return false;
    return stateOf(model, state, resource, node) === "OSU";
  });
}

export function sameNodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}

/** Whether a user would say that the same came of both: where each hierarchy ends, how bad it is, for how long. */
export function isSameOutcome(a: Outcome, b: Outcome): boolean {
  return (
    a.services.length === b.services.length && a.damaged.join() === b.damaged.join() && differing(a, b).length === 0
  );
}

/** The hierarchies of `a` that end otherwise, or with other times, in `b`. */
export function differing(a: Outcome, b: Outcome): readonly Service[] {
  return a.services.filter((service) => {
    const other = b.services.find(({ tag }) => tag === service.tag);
    return (
      other === undefined ||
      gravityOf(service) !== gravityOf(other) ||
      !sameNodes(endOf(service), endOf(other)) ||
      service.downMs !== other.downMs ||
      service.twoActiveMs !== other.twoActiveMs
    );
  });
}

export function startOf({ spans }: Service): readonly string[] {
  return spans[0]?.on ?? [];
}

export function endOf({ spans }: Service): readonly string[] {
  return spans.at(-1)?.on ?? [];
}

export function gravityOf(service: Service): Gravity {
  const start = startOf(service);
  const end = endOf(service);
  if (end.length > 1) return "split";
  if (end.length === 0) return start.length > 0 ? "nowhere" : "still-out";
  if (service.spans.at(-1)?.reached === false) return service.spans[0]?.reached === false ? "still-out" : "unreached";
  if (service.twoActiveMs > 0) return "two-active";
  if (!sameNodes(start, end)) return "moved";
  if (service.downMs > 0) return "interrupted";
  return hasLostStandby(service) ? "alone" : "same";
}

/** Something could have taken it over before, and nothing can now. */
export function hasLostStandby({ standbys }: Service): boolean {
  return standbys.before.length > 0 && standbys.after.length === 0;
}

/** The worst of all hierarchies. */
export function worstOf({ services, damaged, waits }: Outcome): Gravity {
  const all: Gravity[] = services.map(gravityOf);
  if (damaged.length > 0) all.push("data-loss");
  if (waits) all.push("waits");
  return gravities.find((gravity) => all.includes(gravity)) ?? "same";
}

/** Worse when above zero: the worst thing first, then how long nothing ran. */
export function compareOutcomes(a: Outcome, b: Outcome): number {
  const rank = gravities.indexOf(worstOf(b)) - gravities.indexOf(worstOf(a));
  if (rank !== 0) return rank;
  const down = ({ services }: Outcome): number => services.reduce((total, { downMs }) => total + downMs, 0);
  return down(a) - down(b);
}
