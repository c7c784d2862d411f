// What the texts of an action ask of the cluster that it happens to.

import type { Surroundings } from "../language/action.ts";
import type { Cluster } from "./cluster.ts";

export function surroundingsOf({ paths, domains }: Cluster): Surroundings {
  return {
    linksBetween: ([a, b]) =>
      (paths.find(({ nodes }) => nodes.includes(a) && nodes.includes(b))?.links ?? []).map(({ network }) => network),
    membersOf: (name) => domains.find((domain) => domain.name === name)?.members ?? [],
  };
}
