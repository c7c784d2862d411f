// Imports go in one direction, in every package and across them: a file can be read, moved or taken away without the
// ones that use it. Types count too: a ring of types is a ring of rooms.

import assert from "node:assert/strict";
import { posix } from "node:path";
import { importsOf, read, sourceFiles } from "./sourceFiles.ts";

describe("import cycles", () => {
  it("there are none in the whole repository", () => {
    const files = new Set(sourceFiles());
    const edges = new Map(
      [...files].map((file) => {
        const targets = importsOf(read(file)).map((specifier) => targetOf(file, specifier));
        return [file, targets.filter((target) => target !== undefined && files.has(target))];
      }),
    );
    const found = [...edges.values()].reduce((sum, targets) => sum + targets.length, 0);
    assert.ok(found > 1000, `only ${found} imports between files of the project were recognised`);
    assert.deepEqual(findCycle(edges), []);
  });

  it("a ring is found, however long, and a diamond is none", () => {
    const ring = new Map([
      ["a", ["b", "d"]],
      ["b", ["c"]],
      ["c", ["d"]],
      ["d", ["b"]],
    ]);
    assert.deepEqual(findCycle(ring), ["b", "c", "d", "b"]);
    assert.deepEqual(findCycle(new Map([...ring, ["d", []]])), []);
  });
});

/** A file of the project as git names it, or undefined for a package from outside. */
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(file), specifier);
  const own = /^@lkcluster\/([a-z]+)\/(.+)$/.exec(specifier);
  return own === null ? undefined : `${own[1]}/src/${own[2]}`;
}

type Edges = ReadonlyMap<string, readonly (string | undefined)[]>;

function findCycle(edges: Edges): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const cycle = next === undefined ? [] : visit(next, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
