// One run under given faults at random moments, and how long clients missed each hierarchy in it. It goes through `step`
// and looks at the views that every shell gets; it knows nothing of the search.

import { isDeepStrictEqual } from "node:util";
import type { FaultKind } from "@lkcluster/core/language/actions.ts";
import { decode } from "@lkcluster/core/simulate/decode.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { readState } from "@lkcluster/core/simulate/read.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import { step, stepCode } from "@lkcluster/core/simulate/step.ts";
import { pick, type Random } from "./randomCluster.ts";
import { momentOfFault, withTimers } from "./randomRun.ts";

export interface AwayRun {
  /** Not all of the faults could happen, or something went on without an end. */
  readonly isWhole: boolean;
  /** By the first root of each hierarchy: times away that ended after the last fault. */
  readonly ended: ReadonlyMap<string, readonly number[]>;
  /** Away when nothing more followed. */
  readonly forGood: ReadonlySet<string>;
  /** Missed at any time. */
  readonly missed: ReadonlySet<string>;
  readonly story: readonly string[];
}

const stepsMax = 3000;

export function runWith(
  model: Model,
  random: Random,
  faults: readonly OutsideEvent[],
  kinds: readonly FaultKind[],
): AwayRun {
  let state = withTimers(model, initialState(model), [], undefined, random);
  const left = [...faults];
  const ended = new Map<string, number[]>();
  const since = new Map<string, number>();
  const missed = new Set<string>();
  const story: string[] = [];
  const look = (): void => {
    for (const [name, roots] of hierarchiesOf(model)) {
      const isAway = !roots.every((root) => isServed(model, state, root));
      const began = since.get(name);
      if (isAway) {
        missed.add(name);
        if (began === undefined) since.set(name, state.timeMs);
      } else if (began !== undefined) {
        since.delete(name);
        if (left.length === 0) ended.set(name, [...(ended.get(name) ?? []), state.timeMs - began]);
      }
    }
  };
  look();
  let nextFaultMs = momentOfFault(random, state);
  for (let steps = 0; steps < stepsMax; steps++) {
    const [first] = state.timers;
    if (left.length > 0 && (first === undefined || nextFaultMs <= first.dueMs)) {
      state = { ...state, timeMs: Math.max(state.timeMs, nextFaultMs) };
      const fault = pick(random, left);
      if (!enabledFaults(model, state, kinds).some((one) => isDeepStrictEqual(one, fault))) {
        if (first === undefined) break;
        nextFaultMs = first.dueMs + 1;
        continue;
      }
      left.splice(left.indexOf(fault), 1);
      story.push(`${state.timeMs / 1000} ${JSON.stringify(fault)}`);
      state = withTimers(model, step(model, state, fault), state.timers, undefined, random);
      nextFaultMs = momentOfFault(random, state);
    } else {
      if (first === undefined) break;
      const due = pick(
        random,
        state.timers.filter(({ dueMs }) => dueMs === first.dueMs),
      );
      const event = decode(model, due.code);
      if (event === undefined) throw new Error(`no event for ${due.code}`);
      story.push(`${due.dueMs / 1000} ${JSON.stringify(event)}`);
      const next = stepCode(model, state, due.code, event, undefined);
      state = withTimers(model, next, state.timers, due.code, random);
    }
    look();
  }
  return {
    isWhole: left.length === 0 && state.timers.length === 0,
    ended,
    forGood: new Set(since.keys()),
    missed,
    story,
  };
}

function hierarchiesOf(model: Model): ReadonlyMap<string, readonly string[]> {
  return new Map(
    model.components.map(({ roots }) => {
      const tags = roots.map((root) => model.resources[root]?.tag ?? "");
      return [tags[0] ?? "", tags];
    }),
  );
}

/** Some node that works and has its network has the root, and all that it needs there, in service, and none of it broken. */
function isServed(model: Model, state: State, root: string): boolean {
  const view = readState(model, state);
  const { failing, failingBeyond } = model.layout;
  const works = new Set(["up", "starting", "stopping", "stopped", "stopped-keeping-applications"]);
  const isThere = (tag: string, node: string): boolean => {
    const resource = model.resources.findIndex((one) => one.tag === tag);
    const own = view.resources.find((one) => one.tag === tag);
    const serves = own?.states.some((one) => one.node === node) === true;
    const bit = 1 << model.nodes.indexOf(node);
    const broken = ((state.cells[failing + resource] ?? 0) | (state.cells[failingBeyond + resource] ?? 0)) & bit;
    const isWell = !serves || (own.activeOn.includes(node) && broken === 0);
    return isWell && (model.resources[resource]?.source.children ?? []).every((child) => isThere(child, node));
  };
  const servers = view.resources.find(({ tag }) => tag === root)?.states.map(({ node }) => node) ?? [];
  return view.nodes.some(
    ({ name, condition, isolated }) =>
      servers.includes(name) && works.has(condition) && !isolated && isThere(root, name),
  );
}
