// Which hierarchies have a bar over time: those that something happens to first, the worst on top; of many, the others
// are folded into one line.

import { gravities, gravityOf, type Service } from "./outcome.ts";

/** So many bars can be looked over as they stand in the file. */
const barsMax = 4;

export interface Bars {
  readonly services: readonly Service[];
  readonly folded: readonly Service[];
}

export function foldedBars(all: readonly Service[]): Bars {
  if (all.length <= barsMax) return { services: all, folded: [] };
  const rank = (service: Service): number => gravities.indexOf(gravityOf(service));
  const sorted = [...all].sort((a, b) => rank(a) - rank(b));
  const isAffected = (service: Service): boolean => gravityOf(service) !== "same";
  const services = sorted.filter(isAffected);
  // Where nothing is affected the first bars show where things run.
  const shown = services.length > 0 ? services : all.slice(0, barsMax);
  return { services: shown, folded: sorted.filter((service) => !shown.includes(service)) };
}
