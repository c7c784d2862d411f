// Parameter files near a cluster file: what `defaults "…"` may name. Looks into folders and reads nothing.

import { resolveFrom } from "../text/filePath.ts";
import type { Snapshot } from "./snapshot.ts";

/** Where LifeKeeper itself keeps the file, seen from a folder that holds a copy. */
export const customaryPath = "etc/default/LifeKeeper";

/** Deep enough for `nodes/prim/etc/default/LifeKeeper`, and never a whole disk. */
const depthMax = 4;
const entriesMax = 2000;

/** Relative to the cluster file, those of its own folder first. */
export function parameterFilesNear(snapshot: Snapshot, clusterFile: string): readonly string[] {
  const found: string[] = [];
  let entries = 0;
  let folders = [""];
  for (let depth = 0; depth <= depthMax && folders.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of folders) {
      for (const { name, isFolder } of snapshot.list(folderOf(clusterFile, folder))) {
        if (++entries > entriesMax) return found;
        if (isFolder && !name.startsWith(".") && name !== "node_modules") next.push(`${folder}${name}/`);
        if (!isFolder && isParameterFile(folder, name)) found.push(folder + name);
      }
    }
    folders = next;
  }
  return found;
}

function isParameterFile(folder: string, name: string): boolean {
  if (name.endsWith(".lkdefaults")) return true;
  return (folder === "" || folder.endsWith("default/")) && /^LifeKeeper(?:\.[^/]*)?$/.test(name);
}

/** The folder of this path, which is relative to the cluster file and ends with a slash or is empty. */
export function folderOf(clusterFile: string, path: string): string {
  return resolveFrom(clusterFile, `${path}x`).replace(/\/?x$/, "");
}

/** How the path of a parameter file is written in a cluster file. */
export function writtenPath(path: string): string {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
