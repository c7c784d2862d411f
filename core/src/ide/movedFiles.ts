// Files or folders that get another name or place: the paths in `defaults "…"` follow them.

import type { FileEdit } from "../text/edit.ts";
import { pathOf, relativeFrom } from "../text/filePath.ts";
import { defaultsWord } from "./navigation.ts";
import { writtenPath } from "./parameterFiles.ts";
import type { Snapshot } from "./snapshot.ts";

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Edits in the files as they are called now, before anything is moved. */
export function editsForMoves(snapshot: Snapshot, moves: readonly Move[]): readonly FileEdit[] {
  return snapshot.clusterFiles.flatMap((file): readonly FileEdit[] => {
    const { parsed, cluster } = snapshot.model(file);
    const word = defaultsWord(parsed.tree);
    const target = cluster?.defaultsFile;
    if (word === undefined || target === undefined) return [];
    const [newFile, newTarget] = [moved(file, moves), moved(target, moves)];
    if (newFile === file && newTarget === target) return [];
    // An absolute path does not care where the cluster file lies.
    const isAbsolute = word.value.startsWith("/");
    if (isAbsolute && newTarget === target) return [];
    const path = isAbsolute ? pathOf(newTarget) : relativeFrom(newFile, newTarget);
    if (path === undefined || path === relativeFrom(file, target)) return [];
    return [{ file, span: word.span, newText: writtenPath(path) }];
  });
}

/** Where a file is afterwards; a folder takes along what is in it. */
function moved(file: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (file === from) return to;
    if (file.startsWith(`${from}/`)) return to + file.slice(from.length);
  }
  return file;
}
