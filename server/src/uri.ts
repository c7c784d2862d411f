// URIs as names of files. Editors spell the same URI differently; everything inside the server uses one spelling.

/** The spelling that `resolveFrom` of core makes, so that a file is found however it is asked for. */
export function normalUri(uri: string): string {
  const parts = /^([a-z][a-z0-9+.-]+:(?:\/\/[^/]*)?)(\/.*)$/i.exec(uri);
  if (parts === null) return uri;
  const [, start = "", path = ""] = parts;
  return start + path.split("/").map(respelled).join("/");
}

/** True for what has a place among other files: in a document without a name, a relative path leads nowhere. */
export function isPlaced(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\//i.test(uri);
}

function respelled(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    // Not an encoded URI at all: it stands for itself.
    return encodeURIComponent(part);
  }
}
