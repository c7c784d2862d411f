// Events of merged states: which thing of the cluster a number means, and the other way round.

import { choiceOf, every, indexOf, partsOf, readdressed } from "../simulate/code.ts";
import type { Model } from "../simulate/model.ts";
import type { Names } from "./symmetry.ts";

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

/** What an event is called once the nodes have these new places. */
export function codeAfter(model: Model, code: number, { nodes, hosts }: Names): number {
  const places = [...nodes];
  for (const [place, node] of nodes.entries()) places[node] = place;
  return rename(model, code, { nodes: places, hosts });
}
