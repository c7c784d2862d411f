// What two versions of a cluster do differently, as somebody sees it who has to answer for it: what comes back later or
// sooner after a single fault, which sets of faults split, lose or stop something now and did not before, and what was
// changed. Nothing is called better that was not followed to its end.

import { usualFaultKinds } from "../language/actions.ts";
import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { eventText } from "../simulate/scenario/eventText.ts";
import {
  type Availability,
  type AvailabilityOptions,
  type AvailabilityProgress,
  type AwayRow,
  availability,
  type Disaster,
} from "./availability.ts";
import { type Told, toldDisasters } from "./availabilityText.ts";
import { faultText } from "./faultText.ts";
import { type Setting, settingChanges } from "./settingChanges.ts";

export interface Behaviour {
  /** Of single faults that both versions know; the largest difference first. */
  readonly times: readonly TimeChange[];
  /** Sets of faults that do it in one version alone. */
  readonly appeared: readonly Told<Disaster>[];
  readonly gone: readonly Told<Disaster>[];
  readonly settings: readonly Setting[];
  readonly before: Availability;
  readonly after: Availability;
}

export interface TimeChange {
  readonly hierarchy: string;
  readonly fault: Localized;
  /** Undefined: clients miss nothing. */
  readonly before: AwayRow | undefined;
  readonly after: AwayRow | undefined;
  /** Milliseconds, positive when it takes longer now; infinite when there is no bound, or it does not come back. */
  readonly longerMs: number;
}

export type BehaviourOptions = Pick<
  AvailabilityOptions,
  "faultsMax" | "transitionsMax" | "transitionsPerSlice" | "isEnough"
>;

export function* behaviourChanges(
  before: Cluster,
  after: Cluster,
  options: BehaviourOptions = {},
): Generator<AvailabilityProgress, Behaviour> {
  const wish = { faultsMax: 2, ...options };
  const was = yield* availability(before, usualFaultKinds, wish);
  const is = yield* availability(after, usualFaultKinds, wish);
  return {
    times: timeChanges([before, after], was, is),
    appeared: was.sets.isAll ? toldDisasters(after, onlyIn(is, was), is.alike) : [],
    gone: is.sets.isAll ? toldDisasters(before, onlyIn(was, is), was.alike) : [],
    settings: settingChanges(before, after),
    before: was,
    after: is,
  };
}

function timeChanges(
  clusters: readonly [Cluster, Cluster],
  was: Availability,
  is: Availability,
): readonly TimeChange[] {
  const [old, now] = [bySingleFault(was), bySingleFault(is)];
  const shared = knownFaults(was).filter((text) => knownFaults(is).includes(text));
  const hierarchies = is.hierarchies.filter(
    (tag) => was.hierarchies.includes(tag) && !was.awayBefore.includes(tag) && !is.awayBefore.includes(tag),
  );
  // Of what was not followed, no break may be one that nobody found.
  const isWhole = was.sets.isAll && is.sets.isAll;
  const found = hierarchies.flatMap((hierarchy) =>
    shared.flatMap((text): readonly TimeChange[] => {
      const [before, after] = [old.get(`${hierarchy} ${text}`), now.get(`${hierarchy} ${text}`)];
      const [beforeMs, afterMs] = [missedMs(before?.row), missedMs(after?.row)];
      if (beforeMs === afterMs || (!isWhole && (isOpen(before?.row) || isOpen(after?.row)))) return [];
      const fault = after === undefined ? told(clusters[0], before?.event) : told(clusters[1], after.event);
      return [{ hierarchy, fault, before: before?.row, after: after?.row, longerMs: afterMs - beforeMs }];
    }),
  );
  return found.sort((a, b) => Math.abs(b.longerMs) - Math.abs(a.longerMs) || 0);
}

function isOpen(row: AwayRow | undefined): boolean {
  return row?.isComplete !== true;
}

function told(cluster: Cluster, event: OutsideEvent | undefined): Localized {
  return event === undefined ? { en: "", ja: "" } : faultText(cluster, event);
}

/** What stays away is worse than what has no bound, and both are worse than any time. */
function missedMs(row: AwayRow | undefined): number {
  if (row === undefined) return 0;
  return row.forGood === undefined ? (row.most?.ms ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** In the cluster language: each fault that was followed, and what it stands for. */
function knownFaults({ alike }: Availability): readonly string[] {
  return [...alike].flatMap(([text, others]) => [text, ...others.map(eventText)]);
}

interface SingleFault {
  readonly row: AwayRow;
  readonly event: OutsideEvent;
}

function bySingleFault({ rows, alike }: Availability): ReadonlyMap<string, SingleFault> {
  const found = new Map<string, SingleFault>();
  for (const row of rows) {
    const [fault, ...more] = row.faults;
    if (fault === undefined || more.length > 0) continue;
    for (const event of [fault, ...(alike.get(eventText(fault)) ?? [])]) {
      found.set(`${row.hierarchy} ${eventText(event)}`, { row, event });
    }
  }
  return found;
}

/** Disasters of one version for which the other has none that these faults, or fewer of them, lead to. */
function onlyIn(one: Availability, other: Availability): readonly Disaster[] {
  const others = other.disasters.map((disaster) => ({ disaster, faults: namesOf(disaster, other) }));
  return one.disasters.filter((disaster) => {
    const faults = new Set(disaster.faults.map(eventText));
    return !others.some(
      ({ disaster: { what, hierarchy }, faults: all }) =>
        what === disaster.what &&
        hierarchy === disaster.hierarchy &&
        all.every((names) => names.some((name) => faults.has(name))),
    );
  });
}

function namesOf({ faults }: Disaster, { alike }: Availability): readonly (readonly string[])[] {
  return faults.map((fault) => [eventText(fault), ...(alike.get(eventText(fault)) ?? []).map(eventText)]);
}
