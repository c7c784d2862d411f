// A `given` line of a scenario as a condition that the simulator can begin with.

import type { Given } from "../../syntax/cluster/tree.ts";
import type { InitialCondition } from "../given.ts";

/** Undefined while a part of it is missing. */
export function conditionOfGiven(given: Given): InitialCondition | undefined {
  switch (given.kind) {
    case "active":
      return { kind: "active", tag: given.tag.value, nodes: given.nodes.map(({ value }) => value) };
    case "last-active":
      return given.node === undefined
        ? undefined
        : { kind: "last-active", tag: given.tag.value, node: given.node.value };
    case "down":
    case "isolated":
      return { kind: given.kind, node: given.node.value };
    case "mirror-resyncing":
      return given.from === undefined || given.to === undefined
        ? undefined
        : { kind: "mirror-resyncing", tag: given.tag.value, from: given.from.value, to: given.to.value };
    case "mirror-source":
      return given.node === undefined
        ? undefined
        : { kind: "mirror-source", tag: given.tag.value, node: given.node.value };
  }
}
