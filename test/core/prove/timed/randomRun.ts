// One run of a cluster: faults at random moments, everything that follows after a random time within the bounds that
// the model itself declares, ties in any order. It runs through `step` and knows nothing of proofs.

import type { FaultKind } from "@lkcluster/core/language/actions.ts";
import { delayOf, listAgenda } from "@lkcluster/core/simulate/agenda.ts";
import { decode } from "@lkcluster/core/simulate/decode.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { readState, type StateView } from "@lkcluster/core/simulate/read.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import type { State, Timer } from "@lkcluster/core/simulate/state.ts";
import { step, stepCode } from "@lkcluster/core/simulate/step.ts";
import { pick, type Random } from "./randomCluster.ts";

/** What a run showed, and the way there. */
export interface Seen {
  readonly splitBrain: boolean;
  readonly outage: boolean;
  readonly dataLoss: boolean;
  readonly twoActive: boolean;
  /** The longest double activity that ended by itself. */
  readonly twoActiveMs: number;
  readonly story: readonly string[];
}

const stepsMax = 3000;

export function runAtRandom(model: Model, random: Random, faultsMax: number, kinds: readonly FaultKind[]): Seen {
  let state = withTimers(model, initialState(model), [], undefined, random);
  const seen = { splitBrain: false, outage: false, dataLoss: false, twoActive: false, twoActiveMs: 0 };
  const story: string[] = [];
  let since: number | undefined;
  const look = (byItself: boolean): void => {
    const view = readState(model, state);
    const settled = state.timers.length === 0;
    const twice = isTwice(view);
    seen.twoActive ||= twice;
    if (twice) since ??= state.timeMs;
    else {
      // What a further fault ends would have ended by itself later, or is a split brain.
      if (since !== undefined && byItself) seen.twoActiveMs = Math.max(seen.twoActiveMs, state.timeMs - since);
      since = undefined;
    }
    if (settled && twice) {
      seen.splitBrain = true;
      // Nothing ends it any more: how long it lasts is no question.
      since = Number.POSITIVE_INFINITY;
    }
    seen.outage ||= settled && isOut(model, view);
    seen.dataLoss ||= view.resources.some(
      ({ mirror }) => mirror?.dataLost === true || (mirror?.corruptOn.length ?? 0) > 0,
    );
  };
  look(true);
  let faults = 0;
  let nextFaultMs = momentOfFault(random, state);
  for (let steps = 0; steps < stepsMax; steps++) {
    const [first] = state.timers;
    const faultIsNext =
      faults < faultsMax &&
      (first === undefined || nextFaultMs < first.dueMs || (nextFaultMs === first.dueMs && random() < 0.5));
    if (faultIsNext) {
      state = { ...state, timeMs: Math.max(state.timeMs, nextFaultMs) };
      const possible = enabledFaults(model, state, kinds);
      faults++;
      if (possible.length === 0) continue;
      const fault: OutsideEvent = pick(random, possible);
      story.push(`${state.timeMs / 1000} ${JSON.stringify(fault)}`);
      // Without it this would stay as it is: how long it has lasted is no question any more.
      if (since !== undefined && isTwice(readState(model, settle(model, state).state)))
        since = Number.POSITIVE_INFINITY;
      const before = state;
      state = withTimers(model, step(model, state, fault), before.timers, undefined, random);
      look(false);
      nextFaultMs = momentOfFault(random, state);
      continue;
    }
    if (first === undefined) break;
    const due = state.timers.filter(({ dueMs }) => dueMs === first.dueMs);
    const chosen = pick(random, due);
    if (!Number.isFinite(chosen.dueMs)) break;
    const event = decode(model, chosen.code);
    if (event === undefined) throw new Error(`no event for ${chosen.code}`);
    story.push(`${chosen.dueMs / 1000} ${JSON.stringify(event)}`);
    const before = state;
    state = withTimers(
      model,
      stepCode(model, state, chosen.code, event, undefined),
      before.timers,
      chosen.code,
      random,
    );
    look(true);
  }
  return { ...seen, story };
}

/** Within the detection of the last one, long after it, or at the very same moment. */
export function momentOfFault(random: Random, { timeMs, timers }: State): number {
  const how = random();
  if (how < 0.1) return timeMs;
  if (how < 0.6) return timeMs + Math.floor(random() * 41) * 500;
  if (how < 0.8 && timers.length > 0) return pick(random, timers).dueMs + pick(random, [-1000, 0, 1000]);
  return timeMs + Math.floor(random() * 700_000);
}

/** Timers that still run keep their moment; new ones get one within their bounds, often at an end of them. */
export function withTimers(
  model: Model,
  state: State,
  before: readonly Timer[],
  done: number | undefined,
  random: Random,
): State {
  const codes: number[] = [];
  listAgenda({ model, cells: state.cells }, codes);
  const running = new Map(before.filter(({ code }) => code !== done).map(({ code, dueMs }) => [code, dueMs]));
  const timers = codes.map((code): Timer => {
    const due = running.get(code);
    if (due !== undefined) return { code, dueMs: due };
    const { min, max } = delayOf({ model, cells: state.cells }, code);
    const most = Number.isFinite(max) ? max : min + 900_000;
    const how = random();
    const delay = how < 0.25 ? min : how < 0.5 ? most : min + Math.round((random() * (most - min)) / 500) * 500;
    return { code, dueMs: state.timeMs + Math.min(most, delay) };
  });
  return { ...state, timers: timers.sort((a, b) => a.dueMs - b.dueMs) };
}

/** A resource is in service on two machines that are on. */
export function isTwice({ nodes, resources }: StateView): boolean {
  const on = new Set(nodes.filter(({ condition }) => isOn(condition)).map(({ name }) => name));
  return resources.some(({ activeOn }) => activeOn.filter((name) => on.has(name)).length > 1);
}

function isOn(condition: StateView["nodes"][number]["condition"]): boolean {
  return condition !== "off" && condition !== "halted" && condition !== "restarting";
}

/** No node that works has a root and all that it needs in service, and one of its servers works or halted itself. */
export function isOut(model: Model, { nodes, resources }: StateView): boolean {
  const named = (...conditions: readonly string[]): ReadonlySet<string> =>
    new Set(nodes.filter(({ condition }) => conditions.includes(condition)).map(({ name }) => name));
  const works = named("up", "starting", "stopping", "stopped", "stopped-keeping-applications");
  const able = named("up", "stopping", "halted");
  const isThere = (tag: string, node: string): boolean => {
    const view = resources.find((resource) => resource.tag === tag);
    const children = model.resources.find((resource) => resource.tag === tag)?.source.children ?? [];
    const serves = view?.states.some((state) => state.node === node) === true;
    return (!serves || view.activeOn.includes(node)) && children.every((child) => isThere(child, node));
  };
  return model.resources.some(({ tag, isRoot }) => {
    const servers = resources.find((resource) => resource.tag === tag)?.states.map(({ node }) => node) ?? [];
    return (
      isRoot && servers.some((node) => able.has(node)) && !servers.some((node) => works.has(node) && isThere(tag, node))
    );
  });
}
