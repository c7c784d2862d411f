// Faults that a search does not try because another one stands for them: of resources and of paths that nothing tells
// apart it tries the first. Whoever reads of one must be able to read of all.

import { choiceOf, codeOf, indexOf, isInside, op, operationOf } from "../simulate/code.ts";
import { decode } from "../simulate/decode.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import type { Model } from "../simulate/model.ts";

/** Others that come to the same, whatever else happens; `model` is the one that is searched. */
export function alikeFaults(model: Model, code: number): readonly OutsideEvent[] {
  // Only outside events are asked about.
  const event = isInside(code) ? undefined : (decode(model, code) as OutsideEvent | undefined);
  switch (operationOf(code)) {
    case op.fail: {
      const first = firstOf(model.twinOfResource, indexOf(code));
      return [...model.indexOfResource].flatMap(([tag, index]) =>
        event !== undefined && "tag" in event && tag !== event.tag && firstOf(model.twinOfResource, index) === first
          ? [{ ...event, tag }]
          : [],
      );
    }
    case op.cutLink: {
      const first = firstOf(model.twinOfLink, indexOf(code));
      return model.links.flatMap((_, link) =>
        link !== indexOf(code) && firstOf(model.twinOfLink, link) === first
          ? // The same action on another link.
            [decode(model, codeOf(op.cutLink, link, choiceOf(code))) as OutsideEvent]
          : [],
      );
    }
    default:
      return [];
  }
}

/** Each is chained to the one before it; -1 ends the chain. */
function firstOf(twins: readonly number[], index: number): number {
  let first = index;
  for (let before = twins[first] ?? -1; before >= 0; before = twins[first] ?? -1) first = before;
  return first;
}
