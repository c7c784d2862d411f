// From events as names to events as numbers. A name that does not exist in the cluster becomes nothing.

import type { Pair } from "../language/action.ts";
import { actions, type OutsideEvent } from "../language/actions.ts";
import { camelCase, type Field } from "../language/form.ts";
import { addresses, codeOf, every, isBundle, op } from "./code.ts";
import { type Event, type InsideEvent, isOutside } from "./event.ts";
import type { Model } from "./model.ts";

/** Several numbers when an event is several at once, such as a partition. */
export function encode(model: Model, event: Event): readonly number[] {
  return isOutside(event) ? encodeOutside(model, event) : encodeInside(model, event);
}

/** What stands in the fields of an event, which its form lists. */
type Values = Readonly<Record<string, unknown>>;

function encodeOutside(model: Model, event: OutsideEvent): readonly number[] {
  const operation = operationNamed(actions[event.kind].each ?? event.kind);
  if (isBundle(event.kind)) return linksMeant(model, event).map((link) => codeOf(operation, link));
  const values: Values = event;
  const { index, choice, flags } = addresses[event.kind];
  const at = index === undefined ? 0 : numberOf(model, index, values);
  const other = choice === undefined ? 0 : numberOf(model, choice, values);
  if (at < 0 || other < 0) return [];
  const flag = flags.reduce((bits, field, place) => bits | (bitOf(values[field.name]) << place), 0);
  return [codeOf(operation, at, other, flag)];
}

function operationNamed(kind: string): number {
  const numbers: Readonly<Record<string, number>> = op;
  return numbers[camelCase(kind)] ?? 0;
}

/** The first of two words and what is not written are 0. */
function bitOf(value: unknown): number {
  return value === true || value === "remove" || value === "no" ? 1 : 0;
}

function linksMeant(model: Model, event: OutsideEvent): readonly number[] {
  if ("between" in event) return linksBetween(model, event.between);
  if (!("left" in event)) return [];
  return event.left.flatMap((a) => event.right.flatMap((b) => linksBetween(model, [a, b])));
}

/** Negative for a name that nothing has. */
function numberOf(model: Model, { slot, name }: Field, values: Values): number {
  const value = values[name];
  if (slot === "between") {
    // The form has a pair here, and the number of one of its links.
    return linksBetween(model, value as Pair)[Number(values["index"]) - 1] ?? -1;
  }
  if (typeof value !== "string") return every;
  switch (slot) {
    case "tag":
      return model.indexOfResource.get(value) ?? -1;
    case "network":
      return model.networks.indexOf(value);
    case "domain":
      return model.domains.findIndex((domain) => domain.name === value);
    case "host":
      return model.hosts.findIndex((host) => host.name === value);
    case "storage": {
      const storage = model.storages.findIndex((each) => each.name === value);
      // Where there is only one, it goes by no name.
      return storage === 0 && model.storages.length === 1 ? every : storage;
    }
    default:
      return model.indexOfNode.get(value) ?? -1;
  }
}

function encodeInside(model: Model, event: InsideEvent): readonly number[] {
  const operation = operationNamed(event.kind);
  const node = model.indexOfNode.get(event.node) ?? -1;
  if (node < 0) return [];
  if ("index" in event) {
    const link = linksBetween(model, [event.node, event.peer])[event.index - 1];
    return link === undefined ? [] : [codeOf(operation, link, model.links[link]?.a === node ? 0 : 1)];
  }
  if ("peer" in event) {
    const peer = model.indexOfNode.get(event.peer);
    return peer === undefined ? [] : [codeOf(operation, node, peer)];
  }
  if ("tag" in event) {
    const resource = model.indexOfResource.get(event.tag);
    return resource === undefined ? [] : [codeOf(operation, resource, node)];
  }
  return [codeOf(operation, node)];
}

function linksBetween(model: Model, [a, b]: Pair): readonly number[] {
  const [left, right] = [model.indexOfNode.get(a), model.indexOfNode.get(b)];
  if (left === undefined || right === undefined) return [];
  return model.linksOfPair[left * model.nodes.length + right] ?? [];
}
