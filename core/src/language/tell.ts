// The texts of one event, out of the literal of its action.

import type { Localized } from "../locale/localized.ts";
import type { Action, Instruction, MenuPlace, Surroundings, TestBench } from "./action.ts";
import { actions, type OutsideEvent } from "./actions.ts";

/** An action takes its own events alone, and it is found by their kind: what it is told has the fields of its form. */
function told(event: OutsideEvent): [Action, never] {
  return [actions[event.kind], event as never];
}

export function toldText(event: OutsideEvent): Localized {
  const [action, fields] = told(event);
  return action.told(fields);
}

export function faultTextOf(event: OutsideEvent, cluster: Surroundings): Localized | undefined {
  const [action, fields] = told(event);
  return action.asFault?.(fields, cluster);
}

export function menuText(event: OutsideEvent, place: MenuPlace, cluster: Surroundings): Localized {
  const [action, fields] = told(event);
  return action.menu?.(fields, place, cluster) ?? action.told(fields);
}

/** Undefined for what no tester can do. */
export function instructionsFor(event: OutsideEvent, bench: TestBench): readonly Instruction[] | undefined {
  const [action, fields] = told(event);
  return action.instruction?.(fields, bench);
}

export function undoingOf(event: OutsideEvent, bench: TestBench): readonly Instruction[] {
  const [action, fields] = told(event);
  return action.undoing?.(fields, bench) ?? [];
}
