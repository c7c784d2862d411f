// The shape of what the language knows about one thing that can happen: how it is written and how it is told.
// What it means is a handler of the simulator, core/src/simulate/deeds.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Localized } from "../locale/localized.ts";
import type { FieldsOf } from "./form.ts";

export type Pair = readonly [string, string];

/** What the slots of an event hold. */
export interface EventValues {
  readonly name: string;
  readonly list: readonly string[];
  readonly between: Pair;
  readonly count: number;
  readonly operation: "restore" | "remove";
  readonly answer: "yes" | "no";
  readonly duration: number;
}

export type Told<Form extends string> = FieldsOf<Form, EventValues>;

/** What breaks, what an operator does, what mends or comes back; `time` is no event. */
export type Role = "fault" | "operation" | "repair" | "time";

export type ResourceRole = "file system" | "mirror" | "reserved disk";

/** What a text may ask of the cluster. */
export interface Surroundings {
  /** The network of each link between two nodes. */
  linksBetween(pair: Pair): readonly (string | undefined)[];
  membersOf(domain: string): readonly { readonly name: string; readonly kind: string }[];
}

/** Where a tester works, beside what a text may ask. */
export interface TestBench extends Surroundings {
  /** How paths are broken there, and how they come back. */
  breaking(what: Broken): readonly Instruction[];
  mending(what: Broken): readonly Instruction[];
}

/** Every path of a node, all links between two, or one of those. */
export type Broken = { readonly node: string } | { readonly between: Pair; readonly index: number | undefined };

/** What a tester does on the real machines. */
export interface Instruction {
  /** Where; undefined: at the network, the storage or a console. */
  readonly node: string | undefined;
  readonly text: Localized;
  /** Only where a public source shows it in use; a list is of words, each to be quoted where a shell needs it. */
  readonly command?: string | readonly string[] | undefined;
  readonly caution?: Localized;
  readonly sources?: readonly SourceKey[];
}

/** From where somebody looks who opens a menu: from a node or its resource, or from the thing that several share. */
export type MenuPlace = "here" | "shared";

/** A kind of fault that proofs count; named in `up to N faults of KIND`. */
export interface ProofFault {
  readonly kind: string;
  /** Explored by a proof that names no kinds. */
  readonly usual: boolean;
  readonly text: Localized;
}

export interface Action<Form extends string = string> {
  readonly form: Form;
  readonly role: Role;
  /** What the resource that it names must be. */
  readonly of?: ResourceRole;
  /** It is nothing by itself: this happens on every link that is meant. */
  readonly each?: "cut-link" | "heal-link";
  /** As a fault of proofs, or the kind that counts it with others. */
  readonly fault?: ProofFault | string;
  /** As a reason, in the time line. */
  told(event: Told<Form>): Localized;
  /** As one of the faults of a counterexample, for somebody who reads no configuration. As it is written without it. */
  asFault?(event: Told<Form>, cluster: Surroundings): Localized;
  menu?(event: Told<Form>, place: MenuPlace, cluster: Surroundings): Localized;
  /** How a tester makes it happen; undefined, by itself or as an answer, where no tester can. */
  instruction?(event: Told<Form>, bench: TestBench): readonly Instruction[] | undefined;
  /** How a tester takes back what it broke, where powering on does not. */
  undoing?(event: Told<Form>, bench: TestBench): readonly Instruction[];
}

type Texts<Form extends string> = Omit<Action<Form>, "form">;

/** Gives the texts of an action the names that its form has, and keeps what others derive types from. */
export function action<const Form extends string, const Rest extends Texts<Form>>(
  form: Form,
  rest: Rest,
): Action<Form> & Pick<Rest, keyof Rest & ("each" | "fault")> {
  return { form, ...rest };
}

/** All that one keyword of a scenario can say. */
export interface ActionStatement {
  readonly keyword: string;
  /** Hover and documentation. */
  readonly text: Localized;
  /** What completion inserts, where the keyword alone is too little. */
  readonly snippet?: string;
  /** The word of the glossary that says more. */
  readonly term?: string;
  /** What must follow the keyword, where it has several forms: `` `storage` or `host` ``. */
  readonly expected?: Localized;
  /** By the name of the event. */
  readonly actions: Readonly<Record<string, Action>>;
}
