// The list beside the documents of a project: what each was when it was written, by its SHA-256. A file that is
// something else by now has been worked in, or is nobody's of ours, and is not replaced.

export const folderListName = "documents.json";

/** How every such list begins. */
export const folderListMark: RegExp = /^\{\n {2}"madeBy": "lkcluster export"/;

export function folderListText(hashes: ReadonlyMap<string, string>): string {
  const sha256 = Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ madeBy: "lkcluster export", sha256 }, undefined, 2)}\n`;
}

/** By name; empty for what is no such list: then nothing there is known to be ours. */
export function readFolderList(text: string): ReadonlyMap<string, string> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null || !("sha256" in read)) return new Map();
    const { sha256 } = read;
    if (typeof sha256 !== "object" || sha256 === null) return new Map();
    return new Map(Object.entries(sha256).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return new Map();
  }
}

/** True where a file may be put: nothing is there, or what we wrote, or the very same. */
export function mayReplace(
  there: string | undefined,
  { before, now }: { readonly before: string | undefined; readonly now: string },
): boolean {
  return there === undefined || there === before || there === now;
}
