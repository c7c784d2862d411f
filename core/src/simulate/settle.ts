// Letting a cluster alone: until nothing more happens by itself, or until a moment.

import { choiceOf, codeOf, indexOf, op, operationOf } from "./code.ts";
import { decode } from "./decode.ts";
import type { InsideEvent } from "./event.ts";
import type { Model } from "./model.ts";
import type { State, Timer } from "./state.ts";
import { stepCode } from "./step.ts";
import type { Sink } from "./trace.ts";

export interface Settled {
  readonly state: State;
  /** `settled`: nothing more happens by itself. `reached`: the moment came. */
  readonly end: "settled" | "reached" | "steps-limit" | "contest";
  /** The reserved disk whose contest nobody has decided. */
  readonly contested: string | undefined;
}

export interface SettleLimits {
  readonly stepsMax?: number;
  /** Stop before anything that is due later than this. */
  readonly untilMs?: number;
}

export function settle(model: Model, state: State, sink?: Sink, limits: SettleLimits = {}): Settled {
  const { stepsMax = 100_000, untilMs = Number.POSITIVE_INFINITY } = limits;
  let current = state;
  for (let steps = 0; steps < stepsMax; steps++) {
    const timer = current.timers[0];
    if (timer === undefined || timer.dueMs > untilMs) {
      const end = timer === undefined && untilMs === Number.POSITIVE_INFINITY ? "settled" : "reached";
      return { state: waitUntil(current, untilMs), end, contested: undefined };
    }
    const contested = openContest(model, current, timer);
    if (contested !== undefined) return { state: current, end: "contest", contested };
    const event = decode(model, timer.code);
    if (event === undefined) return { state: current, end: "steps-limit", contested: undefined };
    current = stepCode(model, current, timer.code, event, sink);
  }
  return { state: current, end: "steps-limit", contested: undefined };
}

/** The next thing that happens by itself; undefined when nothing does. */
export function nextInside(
  model: Model,
  state: State,
): { readonly event: InsideEvent; readonly dueMs: number } | undefined {
  const timer = state.timers[0];
  const event = timer === undefined ? undefined : decode(model, timer.code);
  // Timers hold inside events only.
  return timer === undefined || event === undefined ? undefined : { event: event as InsideEvent, dueMs: timer.dueMs };
}

function waitUntil(state: State, untilMs: number): State {
  return Number.isFinite(untilMs) && untilMs > state.timeMs ? { ...state, timeMs: untilMs } : state;
}

/** Both ends of a contest on the agenda: the scenario has not said which. */
function openContest(model: Model, state: State, timer: Timer): string | undefined {
  if (operationOf(timer.code) !== op.reservationWon) return undefined;
  const lost = codeOf(op.reservationLost, indexOf(timer.code), choiceOf(timer.code));
  if (!state.timers.some(({ code }) => code === lost)) return undefined;
  return model.resources[indexOf(timer.code)]?.tag;
}
