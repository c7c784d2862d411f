// Paths between files: of Linux and macOS, of Windows with its drives, shares and two kinds of slash, and URIs. Every name
// that comes out has `/` between its parts, which Windows understands too. Never touches a file system.

/**
 * The file that `relative` names when it is written in `from`. Absolute paths stand for themselves. What is written in a
 * file never leads to another machine: on Windows, asking for `//host/share/x` alone would sign the user in there, so that
 * several slashes at the beginning count as one.
 */
export function resolveFrom(from: string, relative: string): string {
  const base = split(from);
  const wanted = base.isWindows ? relative.replaceAll("\\", "/") : relative;
  const drive = base.isWindows ? /^[a-z]:(?=\/)/i.exec(wanted)?.[0] : undefined;
  const root = drive === undefined ? base.root : base.scheme === "" ? drive : `/${drive}`;
  const isAbsolute = drive !== undefined || wanted.startsWith("/");
  const parts = isAbsolute ? [""] : base.parts.slice(0, -1);
  for (const part of wanted.slice(drive?.length ?? 0).split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "" && parts.at(-1) !== "..") parts.pop();
    else if (parts.at(-1) !== "") parts.push("..");
  }
  // A drive without a slash behind it is the folder that a program happens to be in there.
  return joined({ ...base, root, parts: parts.length === 1 && parts[0] === "" ? ["", ""] : parts });
}

/**
 * How `from` names `target` relative to itself, with names as people read them: the other way round of `resolveFrom`.
 * Undefined when nothing relative leads from one to the other.
 */
export function relativeFrom(from: string, target: string): string | undefined {
  const [base, goal] = [split(from), split(target)];
  const isElsewhere = base.scheme !== goal.scheme || base.root.toLowerCase() !== goal.root.toLowerCase();
  if (isElsewhere || (base.parts[0] === "") !== (goal.parts[0] === "")) return undefined;
  const folder = base.parts.slice(0, -1);
  let shared = 0;
  while (shared < folder.length && shared < goal.parts.length - 1 && folder[shared] === goal.parts[shared]) shared++;
  return [...folder.slice(shared).map(() => ".."), ...goal.parts.slice(shared)].join("/");
}

/** The path of a file on its machine, with names as people read them. */
export function pathOf(file: string): string {
  const { root, parts } = split(file);
  return root + parts.join("/");
}

interface SplitPath {
  /** `file://`, `vscode-vfs://github`, `memfs:`; empty for a path. A scheme has two letters at least, a drive has one. */
  readonly scheme: string;
  /** `C:`, `//host/share`, in a URI `/c:`; empty where there is one tree. No `..` leads out of it. */
  readonly root: string;
  readonly isWindows: boolean;
  /** Decoded; the first is empty in an absolute path. */
  readonly parts: readonly string[];
}

function split(file: string): SplitPath {
  const scheme = /^[a-z][a-z0-9+.-]+:(?:\/\/[^/]*(?=\/|$)|(?=\/))/i.exec(file)?.[0] ?? "";
  const rest = file.slice(scheme.length);
  if (scheme !== "") {
    const drive = /^\/[a-z](?::|%3a)(?=\/)/i.exec(rest)?.[0] ?? "";
    const parts = rest.slice(drive.length).split("/").map(decoded);
    return { scheme, root: decoded(drive), isWindows: drive !== "", parts };
  }
  const path = /^[a-z]:[\\/]|^\\\\/i.test(rest) ? rest.replaceAll("\\", "/") : rest;
  const root = /^(?:[a-z]:(?=\/)|\/\/[^/]+\/[^/]+)/i.exec(path)?.[0] ?? "";
  return { scheme, root, isWindows: root !== "", parts: path.slice(root.length).split("/") };
}

function joined({ scheme, root, parts }: SplitPath): string {
  if (scheme === "") return root + parts.join("/");
  // As editors spell a drive in a URI.
  return scheme + root.toLowerCase().replace(":", "%3A") + parts.map(encodeURIComponent).join("/");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not an encoded URI at all: it stands for itself.
    return part;
  }
}
