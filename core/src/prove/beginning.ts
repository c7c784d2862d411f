// What holds before the first fault of a search: conditions, and what was done before, each followed by everything that
// follows from it.

import type { Event, OutsideEvent } from "../simulate/event.ts";
import { type InitialCondition, initialState } from "../simulate/given.ts";
import type { Model } from "../simulate/model.ts";
import { settle } from "../simulate/settle.ts";
import type { State } from "../simulate/state.ts";
import { step } from "../simulate/step.ts";

export interface Beginning {
  readonly given: readonly InitialCondition[];
  readonly after?: readonly OutsideEvent[];
}

/** The clock stands at 0 then. */
export function beginningOf(model: Model, { given, after = [] }: Beginning): State {
  let state = initialState(model, given);
  for (const event of after) state = settle(model, step(model, state, event satisfies Event)).state;
  return {
    ...state,
    timeMs: 0,
    timers: state.timers.map(({ code, dueMs }) => ({ code, dueMs: dueMs - state.timeMs })),
  };
}
