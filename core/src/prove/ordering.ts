// Which inside events can come next in a search, where every order is tried that time allows.

import { delayOf, listAgenda } from "../simulate/agenda.ts";
import { choiceOf, indexOf, op, operationOf } from "../simulate/code.ts";
import { at, type Cells } from "../simulate/layout.ts";
import { type Model, restartMs } from "../simulate/model.ts";
import { answering, signals } from "../simulate/reach.ts";

type Moment = { readonly model: Model; readonly cells: Cells };

/**
 * What happens at once comes before what takes time; a restart comes after its loss was noticed, when noticing is the
 * quicker of the two. Everything else can come in any order.
 */
export function listNext(moment: Moment, out: number[]): void {
  listAgenda(moment, out);
  if (out.length <= 1) return;
  let quick = false;
  for (let position = 0; position < out.length && !quick; position++) {
    quick = isAlwaysQuick(out[position] as number) || delayOf(moment, out[position] as number).max === 0;
  }
  let kept = 0;
  for (let position = 0; position < out.length; position++) {
    const code = out[position] as number;
    if (quick && !isAlwaysQuick(code) && delayOf(moment, code).min > 0) continue;
    if (operationOf(code) === op.booted && isStillMissed(moment, indexOf(code), out)) continue;
    out[kept++] = code;
  }
  out.length = kept;
}

/** Handlers whose delay never depends on the state. */
function isAlwaysQuick(code: number): boolean {
  switch (operationOf(code)) {
    case op.stopped:
    case op.handleCommUp:
    case op.reservationWon:
    case op.reservationLost:
      return true;
    default:
      return false;
  }
}

/** Some node has yet to notice that this one went off, or to deal with it, and will before it is back. */
function isStillMissed(moment: Moment, node: number, waiting: readonly number[]): boolean {
  const { model, cells } = moment;
  const awake = answering(cells);
  for (let other = 0; other < model.nodes.length; other++) {
    if ((awake & (1 << other)) === 0 || (at(cells, model.layout.sees + other) & (1 << node)) === 0) continue;
    if (noticedMs(model, other) < restartMs && (signals(model, cells, other) & (1 << node)) === 0) return true;
  }
  for (let position = 0; position < waiting.length; position++) {
    const code = waiting[position] as number;
    const isAbout = isHandling(operationOf(code)) && choiceOf(code) === node;
    if (isAbout && noticedMs(model, indexOf(code)) + delayOf(moment, code).max < restartMs) return true;
  }
  return false;
}

/** At the latest so long after the silence began. */
function noticedMs(model: Model, node: number): number {
  const { heartbeatMs = 0, heartbeatCount = 0 } = model.configurations[node] ?? {};
  return heartbeatMs * heartbeatCount;
}

/** Of the loss of a node: the check of quorum, and the watch on its object. */
function isHandling(operation: number): boolean {
  return operation === op.handleCommDown || operation === op.witnessCheck;
}
