// From a path through the search to a list of events that anybody can replay: real names instead of merged ones, one
// event per path and node instead of "everybody notices", and the handlers that the search left out because they do
// nothing. What comes out is run through the same `step` as a scenario.

import { apply } from "../simulate/apply.ts";
import { choiceOf, codeOf, every, indexOf, isInside, op, operationOf, partsOf, readdressed } from "../simulate/code.ts";
import { decode } from "../simulate/decode.ts";
import type { Event, OutsideEvent } from "../simulate/event.ts";
import { type InitialCondition, initialCells, initialState } from "../simulate/given.ts";
import { type Cells, hasBit } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import type { State } from "../simulate/state.ts";
import { stepCode } from "../simulate/step.ts";
import type { Work } from "../simulate/work.ts";
import type { Search } from "./explorer.ts";
import { dropIdle } from "./idle.ts";
import { type Names, normalize } from "./symmetry.ts";

export interface Counterexample {
  readonly given: readonly InitialCondition[];
  /** Everything that happens, in order. Each event applies to the state that the ones before it made. */
  readonly events: readonly Event[];
  /** The faults among them: the shortest account. */
  readonly faults: readonly OutsideEvent[];
  /** The state it ends in, on the model of a run. */
  readonly end: State;
}

/** `model` is the cluster compiled for a run, under the same readings as the search. */
export function counterexampleOf(search: Search, model: Model, state: number, lastCode = -1): Counterexample {
  const codes: number[] = [];
  if (lastCode >= 0) codes.push(lastCode);
  for (let at = state; search.table.parentOf(at) >= 0; at = search.table.parentOf(at))
    codes.push(search.table.codeOf(at));
  codes.reverse();
  return retell(search, model, codes);
}

function retell(search: Search, model: Model, codes: readonly number[]): Counterexample {
  const { given } = search.options;
  const names: Names = { nodes: model.nodes.map((_, index) => index), hosts: model.hosts.map((_, index) => index) };
  const merged = workOn(search.model, given);
  const real = workOn(search.model, given);
  finish(search, merged.cells, names);
  dropIdle(search.idle, real.cells);
  const telling = new Telling(search.model, model, given);
  for (const code of codes) {
    const realCode = rename(search.model, code, names);
    apply(merged, code);
    finish(search, merged.cells, names);
    apply(real, realCode);
    dropIdle(search.idle, real.cells);
    telling.add(realCode, real.cells);
  }
  telling.markPaths();
  return { given, events: telling.events, faults: telling.faults, end: telling.state };
}

function workOn(model: Model, given: readonly InitialCondition[]): Work {
  return { model, cells: initialCells(model, given), timeMs: 0, recoveries: [], tracer: undefined };
}

function finish(search: Search, cells: Cells, names: Names): void {
  dropIdle(search.idle, cells);
  normalize(search.symmetry, cells, names);
}

/** What a number that speaks of merged names means in the cluster. */
export function rename(model: Model, code: number, names: Names): number {
  const { index, choice } = partsOf(code);
  if (index === undefined) return code;
  const node = (place: number): number => (place === every ? place : (names.nodes[place] ?? place));
  const at = indexOf(code);
  const other = choice === "node" ? node(choiceOf(code)) : choiceOf(code);
  switch (index) {
    case "link": {
      const link = model.links[at];
      if (link === undefined) return code;
      const count = model.nodes.length;
      const position = (model.linksOfPair[link.a * count + link.b] ?? []).indexOf(at);
      return readdressed(code, model.linksOfPair[node(link.a) * count + node(link.b)]?.[position] ?? at, other);
    }
    case "host":
      return readdressed(code, names.hosts[at] ?? at, other);
    case "node":
      return readdressed(code, node(at), other);
    default:
      return readdressed(code, at, other);
  }
}

/** Follows the search on a full run. */
class Telling {
  readonly #search: Model;
  readonly #model: Model;
  state: State;
  readonly events: Event[] = [];
  readonly faults: OutsideEvent[] = [];

  constructor(search: Model, model: Model, given: readonly InitialCondition[]) {
    this.#search = search;
    this.#model = model;
    this.state = initialState(model, given);
  }

  /** `after`: the search's own cells after this step. */
  add(code: number, after: Cells): void {
    switch (operationOf(code)) {
      case op.notice:
        this.#all(isNoticing);
        break;
      case op.commDown:
      case op.commUp: {
        const count = this.#model.nodes.length;
        const links = this.#model.linksOfPair[indexOf(code) * count + choiceOf(code)] ?? [];
        for (const link of links) {
          const side = this.#model.links[link]?.a === indexOf(code) ? 0 : 1;
          this.#one(codeOf(operationOf(code) === op.commDown ? op.pathDead : op.pathAlive, link, side));
        }
        this.#one(code);
        break;
      }
      default:
        this.#one(this.#translated(code));
    }
    this.#all((pending) => this.#wasLeftOut(pending, after));
  }

  /** Paths that are not the last of their pair: marking them decides nothing, and the search leaves it out. */
  markPaths(): void {
    this.#all((code) => operationOf(code) === op.pathDead || operationOf(code) === op.pathAlive);
  }

  #all(test: (code: number) => boolean): void {
    for (;;) {
      const timer = this.state.timers.find(({ code }) => test(code));
      if (timer === undefined) return;
      this.#one(timer.code);
    }
  }

  #one(code: number): void {
    const event = decode(this.#model, code);
    if (event === undefined) return;
    if (isInside(code) && !this.state.timers.some((timer) => timer.code === code)) return;
    this.state = stepCode(this.#model, this.state, code, event, undefined);
    this.events.push(event);
    // What is not inside is an outside event.
    if (!isInside(code)) this.faults.push(event as OutsideEvent);
  }

  /** Resources have other numbers where only some of them are kept. */
  #translated(code: number): number {
    if (partsOf(code).index !== "tag") return code;
    const tag = this.#search.resources[indexOf(code)]?.tag ?? "";
    return readdressed(code, this.#model.indexOfResource.get(tag) ?? 0, choiceOf(code));
  }

  #wasLeftOut(code: number, after: Cells): boolean {
    const { layout } = this.#search;
    const [node, peer] = [indexOf(code), choiceOf(code)];
    switch (operationOf(code)) {
      case op.handleCommDown:
        return !hasBit(after, layout.quorumPending + node, peer);
      case op.witnessCheck:
        return !hasBit(after, layout.witnessPending + node, peer);
      case op.handleCommUp:
        return !hasBit(after, layout.commUpPending + node, peer);
      default:
        return false;
    }
  }
}

function isNoticing(code: number): boolean {
  switch (operationOf(code)) {
    case op.pathDead:
    case op.pathAlive:
    case op.commDown:
    case op.commUp:
      return true;
    default:
      return false;
  }
}
