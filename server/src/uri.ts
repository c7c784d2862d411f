// URIs as names of files. Editors spell the same URI differently; everything inside the server uses one spelling.

import { fileURLToPath, pathToFileURL } from "node:url";

/** The spelling that `resolveFrom` of core makes, so that a file is found however it is asked for. */
export function normalUri(uri: string): string {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(\/.*)$/i.exec(uri);
  if (parts === null) return uri;
  const [, start = "", path = ""] = parts;
  return start + path.split("/").map(respelled).join("/");
}

function respelled(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    // Not an encoded URI at all: it stands for itself.
    return encodeURIComponent(part);
  }
}

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
