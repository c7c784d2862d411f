// Reading files that are not open in the editor. Nothing is written, and what cannot be read is simply not there.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { append } from "@lkcluster/core/many.ts";
import type { FolderEntry } from "@lkcluster/core/model/fileSet.ts";
import type { Files } from "../machine.ts";
import { soon } from "../timers.ts";
import { pathOfUri, uriOfPath } from "./fileUri.ts";

/** Read anew each time: whoever reads keeps what was read until something tells of a change. */
export const disk: Files = {
  reaches: (uri) => uri.startsWith("file://"),
  readText: (uri) => onDisk(uri, readText, undefined),
  listFolder: (uri) => onDisk(uri, listFolder, []),
  isFolder: (uri) => onDisk(uri, isFolder, false),
  clusterFilesBelow: (folder) => onDisk(folder, (path) => findClusterFiles(path).map(uriOfPath), []),
  search(folders, found) {
    const looking = lookForClusterFiles(folders.flatMap((uri) => pathOfUri(uri) ?? []));
    const next = (): void => {
      const turn = looking.next();
      if (turn.done === true) found(turn.value.map(uriOfPath));
      else soon(next);
    };
    next();
  },
  forget: () => undefined,
};

function onDisk<T>(uri: string, read: (path: string) => T, otherwise: T): T {
  const path = pathOfUri(uri);
  return path === undefined ? otherwise : read(path);
}

/** What the parsers refuse to read is not worth reading either; in bytes, four per character at most. */
const bytesMax = 8_000_000;

/** The text of a file; undefined when there is none, when it is too large, or when it is not UTF-8. */
export function readText(path: string): string | undefined {
  try {
    const found = statSync(path);
    // A device has no end and a pipe may wait for ever; a cluster file of somebody else may name either.
    if (!found.isFile() || found.size > bytesMax) return undefined;
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

const filesMax = 500;
const entriesMax = 50_000;

/** Every cluster file below a folder, within bounds: a home folder as workspace must not stop the editor. */
export function findClusterFiles(folder: string): readonly string[] {
  const search = lookForClusterFiles([folder]);
  for (;;) {
    const turn = search.next();
    if (turn.done === true) return turn.value;
  }
}

/** As `findClusterFiles`, for a caller with other things to do: one folder at a time. The bounds hold for each root. */
function* lookForClusterFiles(roots: readonly string[]): Generator<undefined, readonly string[]> {
  const found: string[] = [];
  for (const root of roots) append(found, yield* lookInto(root));
  return found;
}

function* lookInto(root: string): Generator<undefined, readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  let entries = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const entry of list(next)) {
      if (++entries > entriesMax || found.length >= filesMax) return found;
      const path = join(next, entry.name);
      if (entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith(".")) waiting.push(path);
      if (entry.isFile() && entry.name.endsWith(".lk")) found.push(path);
    }
    yield;
  }
  return found;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function listFolder(path: string): readonly FolderEntry[] {
  return list(path)
    .slice(0, entriesMax)
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
