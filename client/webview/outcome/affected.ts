// Of an outcome, what is told one by one and what is only counted.

import { type Gravity, gravityOf, type Outcome } from "./outcome.ts";

export interface Affected {
  /** What is told one by one. */
  readonly changed: Outcome;
  /** How many of the others there are of each gravity. */
  readonly rest: ReadonlyMap<Gravity, number>;
}

/** More hierarchies that lost nothing but their standby, or were out before, are counted. */
const namedMax = 2;

/** `hulft moves …`; hierarchies that go on, or on which nothing could be lost, are said once for all. */
export function affected({ services: all, ...outcome }: Outcome): Affected {
  const rest = new Map<Gravity, number>();
  for (const gravity of ["alone", "still-out", "same"] as const) {
    const count = all.filter((service) => gravityOf(service) === gravity).length;
    if (count > (gravity === "same" ? 0 : namedMax)) rest.set(gravity, count);
  }
  return { changed: { ...outcome, services: all.filter((service) => !rest.has(gravityOf(service))) }, rest };
}
