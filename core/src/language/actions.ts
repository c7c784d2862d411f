// Everything that can happen in a scenario, in the order in which it is listed to users, and the types that follow.

import type { Localized } from "../locale/localized.ts";
import type { Action, EventValues, ProofFault } from "./action.ts";
import { networkActions } from "./actions/network.ts";
import { nodeActions } from "./actions/nodes.ts";
import { quorumActions } from "./actions/quorum.ts";
import { resourceActions } from "./actions/resources.ts";
import type { FieldsOf, SlotValues } from "./form.ts";

export const actionStatements = [...nodeActions, ...networkActions, ...quorumActions, ...resourceActions] as const;

type Merged<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

type Actions = Merged<(typeof actionStatements)[number]["actions"]>;

export type ActionKind = keyof Actions;

type FormOf<Kind extends ActionKind> = Actions[Kind] extends Action<infer Form> ? Form : never;

/** One kind of action with what its form names. */
export type ActionWith<Kind extends ActionKind, Values extends SlotValues> = {
  readonly [One in Kind]: Flat<{ readonly kind: One } & FieldsOf<FormOf<One>, Values>>;
}[Kind];

type Flat<Fields> = { [Field in keyof Fields]: Fields[Field] };

/** What happens; time that passes is no event. */
export type EventKind = Exclude<ActionKind, "wait">;

export type OutsideEvent = ActionWith<EventKind, EventValues>;

/** Those that are nothing but others, link by link. */
export type Bundle = {
  readonly [Kind in EventKind]: Actions[Kind] extends { readonly each: string } ? Kind : never;
}[EventKind];

/** What is done at once, rather than made of others. */
export type DeedKind = Exclude<EventKind, Bundle>;

/** The kinds of fault that a proof counts. */
export type FaultKind = {
  readonly [Kind in EventKind]: Actions[Kind] extends { readonly fault: { readonly kind: infer Name } } ? Name : never;
}[EventKind];

// Each statement has its own actions, so that merging them loses none.
export const actions: Readonly<Record<ActionKind, Action>> = Object.assign(
  {},
  ...actionStatements.map((statement) => statement.actions),
);

// The keys of the literal are its own keys and no others.
export const actionKinds = Object.keys(actions) as readonly ActionKind[];

const proofFaults = actionKinds.flatMap((kind): readonly ProofFault[] => {
  const { fault } = actions[kind];
  return fault === undefined || typeof fault === "string" ? [] : [fault];
});

// The names are those that the type above collects.
export const faultKinds = proofFaults.map(({ kind }) => kind) as readonly FaultKind[];

export const faultKindTexts = Object.fromEntries(proofFaults.map(({ kind, text }) => [kind, text])) as Readonly<
  // Each kind has its text beside it.
  Record<FaultKind, Localized>
>;

/** What a proof without `of` explores. */
export const usualFaultKinds = faultKinds.filter((_, index) => proofFaults[index]?.usual === true);

/** The kind of fault that counts it; undefined for what proofs never try. */
export function countedAs(kind: EventKind): FaultKind | undefined {
  const { fault } = actions[kind];
  const name = typeof fault === "string" ? fault : fault?.kind;
  return faultKinds.find((each) => each === name);
}

/** Nothing breaks: somebody does it, or it comes back. */
export function isReturn({ kind }: OutsideEvent): boolean {
  return actions[kind].role !== "fault";
}
