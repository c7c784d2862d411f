// In which order the resources of a hierarchy come in service: children before parents [P69]; whether a sibling that is
// an address comes before the others or after them no document says, so that it is a reading. The lines of a file
// decide nothing: what stands at the same step is tried to the end even when one of it fails (service.ts).

import type { Resource } from "../model/cluster.ts";

export interface StartOrder {
  /** By tag, from 0: children come before their parents. */
  readonly position: ReadonlyMap<string, number>;
  /** By tag: what has the same step of one hierarchy comes up whatever else of that step fails. */
  readonly step: ReadonlyMap<string, number>;
}

export function startOrder(
  resources: readonly Resource[],
  addressesFirst: (tags: readonly string[]) => boolean,
): StartOrder {
  const byTag = new Map(resources.map((resource) => [resource.name, resource]));
  const position = new Map<string, number>();
  const step = new Map<string, number>();
  for (const tags of hierarchies(resources, byTag)) {
    const first = addressesFirst(tags);
    let waiting = tags.flatMap((tag) => byTag.get(tag) ?? []);
    for (let number = 0; waiting.length > 0; number++) {
      const isTurn = (resource: Resource): boolean => isAddress(resource) === (first === (number % 2 === 0));
      for (;;) {
        const ready = waiting.filter(
          (resource) =>
            isTurn(resource) &&
            resource.children.every((tag) => step.has(tag) || !byTag.has(tag) || tag === resource.name),
        );
        for (const { name } of ready) {
          position.set(name, position.size);
          step.set(name, number);
        }
        if (ready.length === 0) break;
        waiting = waiting.filter(({ name }) => !step.has(name));
      }
      // A circle, which the checks report: as it is written.
      if (number > 2 * tags.length) {
        for (const { name } of waiting) {
          position.set(name, position.size);
          step.set(name, number);
        }
        waiting = [];
      }
    }
  }
  return { position, step };
}

export function isAddress({ application, kind }: Resource): boolean {
  return application === "comm" && kind === "ip";
}

/** Whether an address and something else of the hierarchy are neither above nor below each other. */
export function hasLooseAddress(resources: readonly Resource[], tags: readonly string[]): boolean {
  const byTag = new Map(resources.map((resource) => [resource.name, resource]));
  const members = tags.flatMap((tag) => byTag.get(tag) ?? []);
  return members.some((address) => {
    if (!isAddress(address)) return false;
    const related = new Set([...reach(address, byTag, "children"), ...reach(address, byTag, "parents")]);
    return members.some((other) => !isAddress(other) && !related.has(other.name));
  });
}

/** Itself and all that it needs, or all that needs it. */
export function reach(
  from: Resource,
  byTag: ReadonlyMap<string, Resource>,
  direction: "children" | "parents",
): ReadonlySet<string> {
  const found = new Set([from.name]);
  for (const tag of found) for (const next of byTag.get(tag)?.[direction] ?? []) if (byTag.has(next)) found.add(next);
  return found;
}

/** Tags that hang together by dependencies. */
function hierarchies(
  resources: readonly Resource[],
  byTag: ReadonlyMap<string, Resource>,
): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return resources.flatMap(({ name }) => {
    if (seen.has(name)) return [];
    const found = new Set([name]);
    for (const tag of found) {
      const resource = byTag.get(tag);
      for (const next of [...(resource?.children ?? []), ...(resource?.parents ?? [])])
        if (byTag.has(next)) found.add(next);
    }
    for (const tag of found) seen.add(tag);
    return [resources.filter((resource) => found.has(resource.name)).map((resource) => resource.name)];
  });
}
