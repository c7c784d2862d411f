// Communication paths: each node knows its own side, and the two sides of a link belong together.

import type { ActualPath } from "../actual/actual.ts";
import type { Localized } from "../locale/localized.ts";
import type { ActualNode } from "./joinNodes.ts";
import { notes as note } from "./notes.ts";

export interface MergedPath {
  readonly nodes: readonly [string, string];
  readonly links: readonly MergedLink[];
}

export interface MergedLink {
  readonly kind: "tcp" | "tty";
  readonly ends: readonly [string, string];
  readonly priority: number | undefined;
}

/** Each pair once, from the side that was read first. */
export function mergePaths(nodes: readonly ActualNode[], notes: Localized[]): readonly MergedPath[] {
  const sides = new Map<string, ActualPath[]>();
  const pairs = new Map<string, readonly [string, string]>();
  for (const { name, paths } of nodes) {
    for (const path of paths ?? []) {
      if (path.peer === undefined || path.peer === name) continue;
      const side = `${name}\n${path.peer}`;
      sides.set(side, [...(sides.get(side) ?? []), path]);
      const key = [name, path.peer].sort().join("\n");
      if (!pairs.has(key)) pairs.set(key, [name, path.peer]);
    }
  }
  const wasRead = new Set(nodes.flatMap(({ name, paths }) => (paths === undefined ? [] : [name])));
  return [...pairs.values()].map(([a, b]) => {
    const there = [...(sides.get(`${b}\n${a}`) ?? [])];
    const links = (sides.get(`${a}\n${b}`) ?? []).map((path) => {
      const at = there.findIndex((other) => isOtherEnd(path, other));
      const [other] = at < 0 ? [] : there.splice(at, 1);
      return linkOf([a, b], path, other, wasRead.has(b), notes);
    });
    const rest = there.map((path) => turned(linkOf([b, a], path, undefined, true, notes)));
    return { nodes: [a, b], links: [...links, ...rest] };
  });
}

/** There is at most one TTY between two nodes, and no side knows the device of the other. */
function isOtherEnd(one: ActualPath, other: ActualPath): boolean {
  if (one.network === "TTY") return other.network === "TTY";
  return one.local === other.remote && one.remote === other.local;
}

function linkOf(
  [a, b]: readonly [string, string],
  path: ActualPath,
  other: ActualPath | undefined,
  isRead: boolean,
  notes: Localized[],
): MergedLink {
  const kind = path.network === "TCP" ? "tcp" : "tty";
  const far = path.remote ?? other?.local ?? path.local;
  const shown = path.remote === undefined ? path.local : `${path.local}/${path.remote}`;
  if (other === undefined && (isRead || kind === "tty")) notes.push(note.oneSided(a, b, shown));
  const differs = other !== undefined && kind === "tcp" && other.priority !== path.priority;
  if (differs && other.priority !== undefined && path.priority !== undefined)
    notes.push(note.pathPriorityDiffers(a, b, shown));
  return { kind, ends: [path.local, far], priority: kind === "tty" ? undefined : (path.priority ?? other?.priority) };
}

function turned({ kind, ends: [near, far], priority }: MergedLink): MergedLink {
  return { kind, ends: [far, near], priority };
}
