// What would follow, from the moment that is shown, if one more thing failed: every fault that can happen now, played
// to its end. A generator, so that the page stays live in between.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import type { MenuItem } from "../menu/menuItem.ts";
import { isBeyondRecovery, isOf, menuItems } from "../menu/menuItems.ts";
import { compareOutcomes, type Outcome, outcomeOf, worstOf } from "../outcome/outcome.ts";
import type { Picture } from "../picture.ts";
import type { Drawn } from "../reading.ts";
import { playRun } from "../run/play.ts";
import { type Played, pointAt } from "../run/played.ts";
import { branch, type Run } from "../run/run.ts";
import type { FileScenario } from "../run/scenarios.ts";
import { keyOf, type Thing } from "../thing.ts";
import { thingName } from "../words/thingName.ts";

export interface Future {
  readonly key: string;
  readonly thing: Thing;
  readonly name: string;
  readonly fault: Localized;
  readonly events: readonly OutsideEvent[];
  readonly outcome: Outcome;
}

/** Where the futures begin. */
export interface Present {
  readonly drawn: Drawn;
  readonly run: Run;
  readonly played: Played;
  readonly index: number;
  readonly picture: Picture;
  readonly scenarios: readonly FileScenario[];
}

/** Beyond these only the faults of nodes and of what many share are played. */
const roomyNodesMax = 8;

export function* foresee(present: Present): Generator<undefined, readonly Future[]> {
  const futures: Future[] = [];
  for (const candidate of candidates(present)) {
    yield;
    futures.push({ ...candidate, outcome: outcomeAfter(present, candidate.events) });
  }
  // The worst first; what is as bad stays in the order of the file.
  return futures
    .map((future, order) => ({ future, order }))
    .sort((a, b) => compareOutcomes(b.future.outcome, a.future.outcome) || a.order - b.order)
    .map(({ future }) => future);
}

function outcomeAfter({ drawn, run, played, index, scenarios }: Present, events: readonly OutsideEvent[]): Outcome {
  const branched = branch(run, pointAt(played, index), events, run.number);
  const replayed = playRun(drawn.model, branched, scenarios);
  const first = replayed.moments.findIndex(({ step }) => step === branched.steps.length - 1);
  return outcomeOf(drawn.cluster, replayed, Math.max(0, (first < 0 ? replayed.moments.length : first) - 1));
}

function candidates({ drawn, picture }: Present): readonly Omit<Future, "outcome">[] {
  const { cluster, shape } = drawn;
  const many = shape.nodes.length > roomyNodesMax;
  const roots = cluster.resources.filter(({ parents }) => parents.length === 0);
  const things: readonly Thing[] = [
    ...shape.nodes.map(({ name }): Thing => ({ kind: "node", name })),
    ...shape.domains.map(({ name }): Thing => ({ kind: "domain", name })),
    ...shape.networks.map((name): Thing => ({ kind: "network", name })),
    ...(many ? [] : cluster.paths.map((_, path): Thing => ({ kind: "path", path }))),
    ...shape.storages.map(({ name }): Thing => ({ kind: "storage", name })),
    ...(many
      ? []
      : shape.storages.flatMap(({ name, reachedBy }) =>
          reachedBy.map((node): Thing => ({ kind: "storage-reach", storage: name, node })),
        )),
    ...shape.hosts.map((name): Thing => ({ kind: "host", name })),
    ...shape.mirrors.map(({ name }): Thing => ({ kind: "mirror", name })),
    ...roots.flatMap(({ name }) =>
      (picture.resources.get(name)?.activeOn ?? []).map((node): Thing => ({ kind: "resource", tag: name, node })),
    ),
  ];
  return things.flatMap((thing) => {
    const faults = menuItems(cluster, picture, thing).filter(({ group }) => group === "faults");
    const kept = faults.filter((item) => isKept(thing, item, faults.length));
    return kept.map(({ label, events }, place) => ({
      key: `${keyOf(thing)} ${place}`,
      thing,
      name: thingName(cluster, thing),
      fault: label,
      events,
    }));
  });
}

const nodeFaults = ["crash", "freeze", "lose-network", "isolate"] as const;

/** The faults that say most about a thing: a pair that is cut whole says more than each of its paths. */
function isKept(thing: Thing, item: MenuItem, count: number): boolean {
  switch (thing.kind) {
    case "node":
      return nodeFaults.some((kind) => isOf(item, kind));
    case "path":
      return count === 1 || isOf(item, "cut-pair");
    case "storage":
      return count === 1 || item.events.some((event) => event.kind === "lose-storage" && event.node === undefined);
    case "host":
      return item.events.some((event) => event.kind === "lose-host" && event.node === undefined);
    case "resource":
      return isBeyondRecovery(item);
    default:
      return true;
  }
}

export function summaryOf(futures: readonly Future[]): ReadonlyMap<ReturnType<typeof worstOf>, number> {
  const counts = new Map<ReturnType<typeof worstOf>, number>();
  for (const { outcome } of futures) {
    const worst = worstOf(outcome);
    counts.set(worst, (counts.get(worst) ?? 0) + 1);
  }
  return counts;
}
