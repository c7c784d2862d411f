// Where a name is defined and used, within a cluster and between a cluster and its parameter file.

import { mangleHostName } from "../catalogue/parameters.ts";
import type { Place } from "../problem.ts";
import type { ClusterFile, SetItem } from "../syntax/cluster/tree.ts";
import { type Span, touches } from "../text/span.ts";
import { type NamedThing, namesIn, resolveUse, useAt, usesOf } from "./names.ts";
import { parameterAt } from "./parameterAt.ts";
import type { CursorPlace } from "./place.ts";
import type { ClusterModel, Snapshot } from "./snapshot.ts";

export interface NamedPlace extends Place {
  readonly defines: boolean;
}

/** The stem of the parameter whose end is the name of a node. */
const storageObjectStem = "QWK_STORAGE_OBJECT_";

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
  if (found.length > 0) return found.flatMap(({ thing, model }) => placesIn(thing, model));
  const parameter = parameterAt(snapshot, place);
  return parameter?.part === "name" ? settingsOf(snapshot, place, parameter.name) : [];
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
    const thing = namedByParameter(snapshot, place, model);
    return thing === undefined ? [] : [{ thing, model }];
  }
  return snapshot.clustersOf(place.file).flatMap((model) => {
    const thing = namedByParameter(snapshot, place, model);
    return thing === undefined ? [] : [{ thing, model }];
  });
}

/** What the name or the value of a parameter speaks of. */
function namedByParameter(snapshot: Snapshot, place: CursorPlace, model: ClusterModel): NamedThing | undefined {
  return nodeOfStorageObject(snapshot, place, model) ?? hostOfList(snapshot, place, model);
}

/** On an entry of `QUORUM_HOSTS` that the cluster file speaks of too. */
function hostOfList(snapshot: Snapshot, place: CursorPlace, model: ClusterModel): NamedThing | undefined {
  const parameter = parameterAt(snapshot, place);
  if (parameter?.part !== "value" || parameter.name !== hostList || parameter.valueSpan === undefined) return undefined;
  const text = snapshot.read(place.file)?.text.slice(parameter.valueSpan.start, parameter.valueSpan.end) ?? "";
  const entry = hostsIn(text, parameter.valueSpan.start).find(({ span }) => touches(span, place.offset));
  const isNamed = namesIn(model.parsed.tree).some((use) => use.kinds.includes("host") && use.name === entry?.name);
  return entry === undefined || !isNamed ? undefined : { kind: "host", name: entry.name };
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
  return [...uses, ...placesInParameters(thing, model)];
}

/** Where parameters name the thing: the ends of names for a node, entries of a list for a host. */
export function placesInParameters(thing: NamedThing, model: ClusterModel): readonly NamedPlace[] {
  if (thing.kind === "node") return storageObjectPlaces(thing.name, model);
  return thing.kind === "host" ? hostPlaces(thing.name, model) : [];
}

const hostList = "QUORUM_HOSTS";

/** The entries of `QUORUM_HOSTS` that are this host, in the parameter file and in `set` lines. */
function hostPlaces(host: string, model: ClusterModel): readonly NamedPlace[] {
  const file = model.parsed.file;
  const parameterFile = model.parameterFile;
  const values = [
    ...(parameterFile?.tree.lines ?? []).flatMap((line) =>
      line.kind === "assignment" && line.name.text === hostList
        ? [{ file: parameterFile?.file ?? file, text: line.rawValue.text, start: line.rawValue.span.start }]
        : [],
    ),
    ...setsOf(model).flatMap(({ parameter, value }) =>
      parameter?.value === hostList && value !== undefined
        ? [{ file, text: model.parsed.text.slice(value.span.start, value.span.end), start: value.span.start }]
        : [],
    ),
  ];
  return values.flatMap(({ file: where, text, start }) =>
    hostsIn(text, start).flatMap(({ name, span }) => (name === host ? [{ file: where, span, defines: false }] : [])),
  );
}

/** The entries of a list as it is written, quotes around it or not. */
function hostsIn(text: string, start: number): readonly { readonly name: string; readonly span: Span }[] {
  return [...text.matchAll(/[^,\s"']+/g)].map(({ 0: name, index }) => ({
    name,
    span: { start: start + index, end: start + index + name.length },
  }));
}

/** Every line that gives a parameter its value: those of the parameter file and each node's own. */
function settingsOf(snapshot: Snapshot, { file, language }: CursorPlace, name: string): readonly NamedPlace[] {
  const models = language === "cluster" ? [snapshot.model(file)] : snapshot.clustersOf(file);
  const own = language === "cluster" ? snapshot.model(file).parameterFile : snapshot.parameterFile(file);
  const shared = (own?.tree.lines ?? []).flatMap((line): readonly NamedPlace[] =>
    line.kind === "assignment" && line.name.text === name
      ? [{ file: own?.file ?? file, span: line.name.span, defines: true }]
      : [],
  );
  const sets = models.flatMap((model) =>
    setsOf(model).flatMap(({ parameter }): readonly NamedPlace[] =>
      parameter?.value === name ? [{ file: model.parsed.file, span: parameter.span, defines: false }] : [],
    ),
  );
  return [...shared, ...sets];
}

function setsOf({ parsed }: ClusterModel): readonly SetItem[] {
  return (parsed.tree.cluster?.items ?? []).flatMap((item) =>
    item.kind === "node" || item.kind === "witness" ? item.items.filter((each) => each.kind === "set") : [],
  );
}

/** The ends of `QWK_STORAGE_OBJECT_<host>` that mean this node, in the parameter file and in `set` lines. */
function storageObjectPlaces(nodeName: string, model: ClusterModel): readonly NamedPlace[] {
  const name = storageObjectStem + mangleHostName(nodeName);
  const places: NamedPlace[] = [];
  const add = (file: string, span: { readonly start: number; readonly end: number }): void => {
    places.push({ file, span: { start: span.start + storageObjectStem.length, end: span.end }, defines: false });
  };
  for (const line of model.parameterFile?.tree.lines ?? []) {
    if (line.kind === "assignment" && line.name.text === name) add(model.parameterFile?.file ?? "", line.name.span);
  }
  for (const { parameter } of setsOf(model)) {
    if (parameter?.value === name && !parameter.quoted) add(model.parsed.file, parameter.span);
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
