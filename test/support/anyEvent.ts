// Any event that the language can say, made from its forms, so that a new action is tried without a word here.

import { actionKinds, actions, type EventKind, type OutsideEvent } from "@lkcluster/core/language/actions.ts";
import { type Field, fieldsOf } from "@lkcluster/core/language/form.ts";
import fc from "fast-check";

/** `valueIn`: what may stand where a form names something. */
export function anyEvent(
  valueIn: (field: Field, kind: EventKind) => fc.Arbitrary<unknown>,
): fc.Arbitrary<OutsideEvent> {
  const kinds = actionKinds.filter((kind) => kind !== "wait");
  return fc.oneof(
    ...kinds.map((kind) => {
      const fields = fieldsOf(actions[kind].form).map((field) => {
        if (field.slot === "flag") return [field.name, fc.boolean()];
        const value = valueIn(field, kind);
        return [field.name, field.optional ? fc.option(value, { nil: undefined }) : value];
      });
      // Built from the fields of its form, as its type is.
      return fc.record({
        kind: fc.constant(kind),
        ...Object.fromEntries(fields),
      }) as unknown as fc.Arbitrary<OutsideEvent>;
    }),
  );
}
