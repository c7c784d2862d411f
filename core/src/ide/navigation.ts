// Where a name is defined and used, within a cluster and between a cluster and its parameter file.

import { mangleHostName } from "../catalogue/parameters.ts";
import type { Place } from "../problem.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import { touches } from "../text/span.ts";
import { type NamedThing, namesIn, resolveUse, useAt, usesOf } from "./names.ts";
import { parameterAt } from "./parameterAt.ts";
import type { CursorPlace } from "./place.ts";
import type { ClusterModel, Snapshot } from "./snapshot.ts";

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
  return found.flatMap(({ thing, model }) => placesIn(thing, model));
}

export function thingAt(
  snapshot: Snapshot,
  place: CursorPlace,
): readonly { readonly thing: NamedThing; readonly model: ClusterModel }[] {
  if (place.language === "cluster") {
    const model = snapshot.model(place.file);
    const names = namesIn(model.parsed.tree);
    const use = useAt(names, place.offset);
    if (use !== undefined) return [{ thing: resolveUse(use, names), model }];
    const node = nodeOfStorageObject(snapshot, place, model);
    return node === undefined ? [] : [{ thing: node, model }];
  }
  return snapshot.clustersOf(place.file).flatMap((model) => {
    const thing = nodeOfStorageObject(snapshot, place, model);
    return thing === undefined ? [] : [{ thing, model }];
  });
}

/** On `QWK_STORAGE_OBJECT_a_b`: the node `a-b`. */
function nodeOfStorageObject(snapshot: Snapshot, place: CursorPlace, model: ClusterModel): NamedThing | undefined {
  const parameter = parameterAt(snapshot, place);
  if (parameter?.part !== "name" || !parameter.name.startsWith(storageObjectStem)) return undefined;
  const end = parameter.name.slice(storageObjectStem.length);
  const node = model.cluster?.nodes.find((each) => mangleHostName(each.name) === end);
  return node === undefined ? undefined : { kind: "node", name: node.name };
}

function placesIn(thing: NamedThing, model: ClusterModel): readonly NamedPlace[] {
  const file = model.parsed.file;
  const uses = usesOf(thing, namesIn(model.parsed.tree)).map(
    (use): NamedPlace => ({ file, span: use.word.span, defines: use.defines }),
  );
  return thing.kind === "node" ? [...uses, ...storageObjectPlaces(thing.name, model)] : uses;
}

/** The ends of `QWK_STORAGE_OBJECT_<host>` that mean this node, in the parameter file and in `set` lines. */
export function storageObjectPlaces(nodeName: string, model: ClusterModel): readonly NamedPlace[] {
  const name = storageObjectStem + mangleHostName(nodeName);
  const places: NamedPlace[] = [];
  const add = (file: string, span: { readonly start: number; readonly end: number }): void => {
    places.push({ file, span: { start: span.start + storageObjectStem.length, end: span.end }, defines: false });
  };
  for (const line of model.parameterFile?.tree.lines ?? []) {
    if (line.kind === "assignment" && line.name.text === name) add(model.parameterFile?.file ?? "", line.name.span);
  }
  for (const item of model.parsed.tree.cluster?.items ?? []) {
    if (item.kind !== "node" && item.kind !== "witness") continue;
    for (const set of item.items) {
      if (set.kind === "set" && set.parameter?.value === name && !set.parameter.quoted) {
        add(model.parsed.file, set.parameter.span);
      }
    }
  }
  return places;
}

/** On the string of `defaults "…"`: the file it names. */
function parameterFileAt(snapshot: Snapshot, { file, offset }: CursorPlace): Place | undefined {
  const model = snapshot.model(file);
  const word = defaultsWord(model.parsed.tree);
  const target = model.cluster?.defaultsFile;
  if (word === undefined || target === undefined || !touches(word.span, offset)) return undefined;
  return { file: target, span: { start: 0, end: 0 } };
}

export function defaultsWord(tree: ClusterFile) {
  for (const item of tree.cluster?.items ?? []) if (item.kind === "defaults") return item.path;
  return undefined;
}

/** The line of the parameter file that a `set` replaces. */
function parameterPlaces(snapshot: Snapshot, file: string, name: string): readonly Place[] {
  const parameterFile = snapshot.model(file).parameterFile;
  if (parameterFile === undefined) return [];
  return parameterFile.tree.lines.flatMap((line) =>
    line.kind === "assignment" && line.name.text === name ? [{ file: parameterFile.file, span: line.name.span }] : [],
  );
}
