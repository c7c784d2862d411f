// Whether a list of events can happen at all: a moment for each of them so that nothing comes before its least delay,
// nothing that is due is passed over, and their order is kept. Difference constraints over the list, solved as shortest
// paths (Bellman and Ford). Shares nothing with the search.

import { delayOf, listAgenda } from "@lkcluster/core/simulate/agenda.ts";
import { isInside } from "@lkcluster/core/simulate/code.ts";
import { decode } from "@lkcluster/core/simulate/decode.ts";
import { encode } from "@lkcluster/core/simulate/encode.ts";
import type { Event } from "@lkcluster/core/simulate/event.ts";
import { type InitialCondition, initialState } from "@lkcluster/core/simulate/given.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import { step } from "@lkcluster/core/simulate/step.ts";

/** `date[to] - date[from] <= most`. Date 0 is the beginning, date i+1 that of event i. */
export interface Constraint {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly what: string;
}

export interface Told {
  readonly constraints: readonly Constraint[];
  readonly end: State;
}

/** What the events demand of their dates; a text when one of them is not possible where it stands. */
export function demandsOf(model: Model, given: readonly InitialCondition[], events: readonly Event[]): Told | string {
  let state = initialState(model, given);
  const constraints: Constraint[] = [];
  let pending = new Map<number, { readonly since: number; readonly min: number; readonly max: number }>();
  const look = (date: number, done: number | undefined): void => {
    const codes: number[] = [];
    listAgenda({ model, cells: state.cells }, codes);
    const next: typeof pending = new Map();
    for (const code of codes) {
      const known = code === done ? undefined : pending.get(code);
      next.set(code, known ?? { since: date, ...delayOf({ model, cells: state.cells }, code) });
    }
    for (const [code, { since, max }] of pending) {
      // What is over or still waits was not passed over.
      if (code !== done && Number.isFinite(max)) {
        constraints.push({ from: since, to: date, most: max, what: `${JSON.stringify(decode(model, code))} is due` });
      }
    }
    pending = next;
  };
  look(0, undefined);
  for (const [index, event] of events.entries()) {
    const date = index + 1;
    const what = JSON.stringify(event);
    const [code = -1, ...more] = encode(model, event);
    constraints.push({ from: date, to: date - 1, most: 0, what: `${what} comes next` });
    if (isInside(code)) {
      const wait = pending.get(code);
      if (wait === undefined || more.length > 0) return `${what} is not possible then`;
      constraints.push({ from: date, to: wait.since, most: -wait.min, what: `${what} not before` });
      if (Number.isFinite(wait.max)) constraints.push({ from: wait.since, to: date, most: wait.max, what });
    }
    state = step(model, state, event);
    look(date, isInside(code) ? code : undefined);
  }
  return { constraints, end: state };
}

/** Dates that meet all constraints, as early as can be; undefined when there are none. */
export function datesFor(constraints: readonly Constraint[], count: number): readonly number[] | undefined {
  const dates = new Array<number>(count + 1).fill(0);
  for (let round = 0; round <= count + 1; round++) {
    let changed = false;
    for (const { from, to, most } of constraints) {
      const bound = (dates[from] ?? 0) + most;
      if ((dates[to] ?? 0) <= bound) continue;
      dates[to] = bound;
      changed = true;
    }
    if (!changed) return dates.map((date) => date - (dates[0] ?? 0));
  }
  return undefined;
}

/** What given dates break; undefined when they are a schedule. */
export function brokenBy(constraints: readonly Constraint[], dates: readonly number[]): string | undefined {
  const broken = constraints.find(({ from, to, most }) => (dates[to] ?? 0) - (dates[from] ?? 0) > most);
  return broken === undefined ? undefined : `${broken.what}: ${dates[broken.from]} to ${dates[broken.to]}`;
}
