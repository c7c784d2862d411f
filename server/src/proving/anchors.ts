// Places that outlive an edit. A proof is remembered for as long as its model stays the same, while the text around it
// moves; so that each place it speaks of is remembered as a way through the model, and found again in the next one.

import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { Place, Problem } from "@lkcluster/core/problem.ts";

/** The way to a value: names of fields, positions in lists, keys of maps. Empty: the place of the proof itself. */
export type Way = readonly (string | number)[];

/** By `placeKey`. */
export type Anchors = ReadonlyMap<string, Way>;

function placeKey({ file, span }: Place): string {
  return `${span.start} ${span.end} ${file}`;
}

/** The ways to the places that these problems speak of. */
export function anchorsOf(problems: readonly Problem[], model: SoundCluster, proofPlace: Place | undefined): Anchors {
  const wanted = new Set(problems.flatMap((problem) => [problem, ...problem.related]).map(placeKey));
  const found = new Map<string, Way>();
  if (proofPlace !== undefined && wanted.has(placeKey(proofPlace))) found.set(placeKey(proofPlace), []);
  const visit = (value: unknown, way: Way): void => {
    if (found.size === wanted.size || typeof value !== "object" || value === null) return;
    if (isPlace(value)) {
      const key = placeKey(value);
      if (wanted.has(key) && !found.has(key)) found.set(key, way);
    }
    for (const [key, inside] of entriesOf(value)) visit(inside, [...way, key]);
  };
  visit(model, []);
  return found;
}

/**
 * The same problems where they stand in `model`, which is the same but for its places. `placeNow` knows those that lie
 * outside of it.
 */
export function moved(
  problems: readonly Problem[],
  anchors: Anchors,
  model: SoundCluster,
  proofPlace: Place | undefined,
  placeNow: (place: Place) => Place | undefined = () => undefined,
): readonly Problem[] {
  const now = ({ file, span }: Place): Place => {
    const outside = placeNow({ file, span });
    if (outside !== undefined) return outside;
    const way = anchors.get(placeKey({ file, span }));
    if (way === undefined) return model.place;
    if (way.length === 0) return proofPlace ?? model.place;
    const value = way.reduce<unknown>(valueAt, model);
    return isPlace(value) ? { file: value.file, span: value.span } : model.place;
  };
  return problems.map((problem) => ({
    ...problem,
    ...now(problem),
    related: problem.related.map((related) => ({ ...related, ...now(related) })),
  }));
}

function entriesOf(value: object): Iterable<readonly [string | number, unknown]> {
  if (value instanceof Map) return value.entries();
  return Array.isArray(value) ? value.entries() : Object.entries(value);
}

function valueAt(value: unknown, key: string | number): unknown {
  if (value instanceof Map) return value.get(key);
  if (Array.isArray(value)) return value[Number(key)];
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null || !("file" in value) || !("span" in value)) return false;
  const { file, span } = value;
  return typeof file === "string" && typeof span === "object" && span !== null && "start" in span && "end" in span;
}
