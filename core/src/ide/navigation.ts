// Where a name is defined and used, within a cluster and between a cluster and its parameter file.

import { mangleHostName } from "../catalogue/parameters.ts";
import type { Place } from "../problem.ts";
import type { CheckResult } from "../rules/check.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import { touches } from "../text/span.ts";
import { type NamedThing, namesIn, resolveUse, useAt, usesOf } from "./names.ts";
import { parameterAt } from "./parameterAt.ts";
import type { CursorPlace } from "./place.ts";
import type { Snapshot } from "./snapshot.ts";

export interface NamedPlace extends Place {
  readonly defines: boolean;
}

/** The stem of the parameter whose end is the name of a node. */
export const storageObjectStem = "QWK_STORAGE_OBJECT_";

export function definitionOf(snapshot: Snapshot, place: CursorPlace): readonly Place[] {
  if (place.language === "cluster") {
    const opened = parameterFileAt(snapshot, place);
    if (opened !== undefined) return [opened];
  }
  const parameter = parameterAt(snapshot, place);
  if (parameter !== undefined && place.language === "cluster" && parameter.part === "name") {
    return parameterPlaces(snapshot, place.file, parameter.name);
  }
  return placesOfThing(snapshot, place).filter((each) => each.defines);
}

/** Everything that names the same thing, its definition included, in the cluster file and its parameter file. */
export function placesOfThing(snapshot: Snapshot, place: CursorPlace): readonly NamedPlace[] {
  const found = thingAt(snapshot, place);
  return found.flatMap(({ thing, check }) => placesIn(thing, check));
}

export function thingAt(
  snapshot: Snapshot,
  place: CursorPlace,
): readonly { readonly thing: NamedThing; readonly check: CheckResult }[] {
  if (place.language === "cluster") {
    const check = snapshot.cluster(place.file);
    const names = namesIn(check.parsed.tree);
    const use = useAt(names, place.offset);
    if (use !== undefined) return [{ thing: resolveUse(use, names), check }];
    const node = nodeOfStorageObject(snapshot, place, check);
    return node === undefined ? [] : [{ thing: node, check }];
  }
  return snapshot.clustersOf(place.file).flatMap((check) => {
    const thing = nodeOfStorageObject(snapshot, place, check);
    return thing === undefined ? [] : [{ thing, check }];
  });
}

/** On `QWK_STORAGE_OBJECT_a_b`: the node `a-b`. */
function nodeOfStorageObject(snapshot: Snapshot, place: CursorPlace, check: CheckResult): NamedThing | undefined {
  const parameter = parameterAt(snapshot, place);
  if (parameter?.part !== "name" || !parameter.name.startsWith(storageObjectStem)) return undefined;
  const end = parameter.name.slice(storageObjectStem.length);
  const node = check.cluster?.nodes.find((each) => mangleHostName(each.name) === end);
  return node === undefined ? undefined : { kind: "node", name: node.name };
}

function placesIn(thing: NamedThing, check: CheckResult): readonly NamedPlace[] {
  const file = check.parsed.file;
  const uses = usesOf(thing, namesIn(check.parsed.tree)).map(
    (use): NamedPlace => ({ file, span: use.word.span, defines: use.defines }),
  );
  return thing.kind === "node" ? [...uses, ...storageObjectPlaces(thing.name, check)] : uses;
}

/** The ends of `QWK_STORAGE_OBJECT_<host>` that mean this node, in the parameter file and in `set` lines. */
export function storageObjectPlaces(nodeName: string, check: CheckResult): readonly NamedPlace[] {
  const name = storageObjectStem + mangleHostName(nodeName);
  const places: NamedPlace[] = [];
  const add = (file: string, span: { readonly start: number; readonly end: number }): void => {
    places.push({ file, span: { start: span.start + storageObjectStem.length, end: span.end }, defines: false });
  };
  for (const line of check.parameterFile?.tree.lines ?? []) {
    if (line.kind === "assignment" && line.name.text === name) add(check.parameterFile?.file ?? "", line.name.span);
  }
  for (const item of check.parsed.tree.cluster?.items ?? []) {
    if (item.kind !== "node" && item.kind !== "witness") continue;
    for (const set of item.items) {
      if (set.kind === "set" && set.parameter?.value === name && !set.parameter.quoted) {
        add(check.parsed.file, set.parameter.span);
      }
    }
  }
  return places;
}

/** On the string of `defaults "…"`: the file it names. */
function parameterFileAt(snapshot: Snapshot, { file, offset }: CursorPlace): Place | undefined {
  const check = snapshot.cluster(file);
  const word = defaultsWord(check.parsed.tree);
  const target = check.cluster?.defaultsFile;
  if (word === undefined || target === undefined || !touches(word.span, offset)) return undefined;
  return { file: target, span: { start: 0, end: 0 } };
}

export function defaultsWord(tree: ClusterFile) {
  for (const item of tree.cluster?.items ?? []) if (item.kind === "defaults") return item.path;
  return undefined;
}

/** The line of the parameter file that a `set` replaces. */
function parameterPlaces(snapshot: Snapshot, file: string, name: string): readonly Place[] {
  const parameterFile = snapshot.cluster(file).parameterFile;
  if (parameterFile === undefined) return [];
  return parameterFile.tree.lines.flatMap((line) =>
    line.kind === "assignment" && line.name.text === name ? [{ file: parameterFile.file, span: line.name.span }] : [],
  );
}
