// URIs of the disk as paths of this machine, and back.

import { fileURLToPath, pathToFileURL } from "node:url";
import { normalUri } from "../uri.ts";

/** Undefined for anything that is no file on a disk. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith("file://")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function uriOfPath(path: string): string {
  return normalUri(pathToFileURL(path).href);
}
