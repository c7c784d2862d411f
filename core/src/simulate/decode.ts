// From events as numbers to events as names: for traces, counterexamples and timers.

import type { DeedKind, OutsideEvent } from "../language/actions.ts";
import type { Field } from "../language/form.ts";
import { addresses, choiceOf, every, flagsOf, indexOf, isDeed, kindOf, operationOf } from "./code.ts";
import { type Event, type InsideEvent, type InsideKind, insideShapes } from "./event.ts";
import type { Model } from "./model.ts";

/** Undefined for a number that no event has. */
export function decode(model: Model, code: number): Event | undefined {
  const kind = kindOf(operationOf(code));
  if (kind === undefined) return undefined;
  return isDeed(kind) ? outsideEvent(model, kind, code) : insideEvent(model, kind, code);
}

function outsideEvent(model: Model, kind: DeedKind, code: number): OutsideEvent {
  const { index, choice, flags } = addresses[kind];
  const event: Record<string, unknown> = { kind };
  if (index?.slot === "between") {
    const link = model.links[indexOf(code)];
    event[index.name] = [model.nodes[link?.a ?? -1] ?? "", model.nodes[link?.b ?? -1] ?? ""];
    event["index"] = link?.number ?? 0;
  } else if (index !== undefined) event[index.name] = nameOf(model, index, indexOf(code));
  if (choice !== undefined) event[choice.name] = nameOf(model, choice, choiceOf(code));
  for (const [place, field] of flags.entries()) event[field.name] = wordOf(field, (flagsOf(code) >> place) & 1);
  // Built from the fields of its form, as its type is.
  return event as unknown as OutsideEvent;
}

function nameOf(model: Model, { slot }: Field, number: number): string | undefined {
  switch (slot) {
    case "tag":
      return model.resources[number]?.tag ?? "";
    case "network":
      return model.networks[number] ?? "";
    case "domain":
      return model.domains[number]?.name ?? "";
    case "host":
      return model.hosts[number]?.name ?? "";
    case "storage":
      return model.storages[number]?.name;
    default:
      return number === every ? undefined : (model.nodes[number] ?? "");
  }
}

function wordOf({ slot }: Field, bit: number): boolean | string {
  if (slot === "operation") return bit === 0 ? "restore" : "remove";
  if (slot === "answer") return bit === 0 ? "yes" : "no";
  return bit === 1;
}

function insideEvent(model: Model, kind: InsideKind, code: number): InsideEvent {
  const [index, choice] = [indexOf(code), choiceOf(code)];
  return { kind, ...about() } as InsideEvent;

  /** As the shape of the kind says. */
  function about() {
    switch (insideShapes[kind]) {
      case "end": {
        const link = model.links[index];
        const ends = [model.nodes[link?.a ?? -1] ?? "", model.nodes[link?.b ?? -1] ?? ""] as const;
        return { node: ends[choice === 0 ? 0 : 1], peer: ends[choice === 0 ? 1 : 0], index: link?.number ?? 0 };
      }
      case "peers":
        return { node: model.nodes[index] ?? "", peer: model.nodes[choice] ?? "" };
      case "node":
        return { node: model.nodes[index] ?? "" };
      case "resource":
        return { tag: model.resources[index]?.tag ?? "", node: model.nodes[choice] ?? "" };
    }
  }
}
