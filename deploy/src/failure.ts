// How the world can refuse: a connection that fails, or a node that says no. Data, returned, never thrown.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { connectReasons, type FailureReason } from "./failureReason.ts";
import { causes } from "./failureWords.ts";
import { printable } from "./printable.ts";

export interface HostFailure {
  readonly kind: "failure";
  readonly node: string;
  readonly reason: FailureReason;
  /** What ssh or the node's own commands said, as they said it; shown, never decided upon. */
  readonly detail: string;
}

export function isFailure(value: { readonly kind: string }): value is HostFailure {
  return value.kind === "failure";
}

/** After these nobody knows whether the node did what it was asked. */
export function leavesDoubt(failure: HostFailure): boolean {
  return failure.reason === "connection-lost" || failure.reason === "timed-out" || failure.reason === "garbage";
}

/** No connection came about, so nothing was asked. */
export function wasNotReached({ reason }: HostFailure): boolean {
  return connectReasons.some((known) => known === reason);
}

/** One sentence, without the node's name. */
export function causeOf({ reason }: HostFailure): Localized {
  return causes[reason];
}

/** What ssh or the node said, in its own language and made safe to show; empty when it said nothing. */
export function saidOf({ detail }: HostFailure): string {
  return printable(detail).trim();
}

/** Node and cause in one line. */
export function nameCause(failure: HostFailure): Localized {
  const cause = causeOf(failure);
  return { en: `${failure.node}: ${cause.en}`, ja: `${failure.node}: ${cause.ja}` };
}

/** Node, cause, and below it what was said. */
export function describeFailure(failure: HostFailure): Localized {
  const cause = nameCause(failure);
  const said = saidOf(failure);
  return said === "" ? cause : { en: `${cause.en}\n${said}`, ja: `${cause.ja}\n${said}` };
}
