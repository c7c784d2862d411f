// Paths between files, for file-system paths and URIs alike. Never touches a file system.

/** The file that `relative` names when it is written in `from`. Absolute paths stand for themselves. */
export function resolveFrom(from: string, relative: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(from)?.[0] ?? "";
  const encode = (part: string): string => (scheme === "" ? part : encodeURIComponent(part));
  if (relative.startsWith("/")) return scheme + relative.split("/").map(encode).join("/");
  const base = from.slice(scheme.length).split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") base.push(encode(part));
    else if (base.length > 0 && base.at(-1) !== "" && base.at(-1) !== "..") base.pop();
    else if (base.at(-1) !== "") base.push("..");
  }
  return scheme + base.join("/");
}

/**
 * How `from` names `target` relative to itself, with names as people read them: the other way round of `resolveFrom`.
 * Undefined when nothing relative leads from one to the other.
 */
export function relativeFrom(from: string, target: string): string | undefined {
  const [base, goal] = [split(from), split(target)];
  if (base.scheme !== goal.scheme || (base.parts[0] === "") !== (goal.parts[0] === "")) return undefined;
  const folder = base.parts.slice(0, -1);
  let shared = 0;
  while (shared < folder.length && shared < goal.parts.length - 1 && folder[shared] === goal.parts[shared]) shared++;
  return [...folder.slice(shared).map(() => ".."), ...goal.parts.slice(shared)].join("/");
}

/** The path of a file on its machine, with names as people read them. */
export function pathOf(file: string): string {
  return split(file).parts.join("/");
}

function split(file: string): { readonly scheme: string; readonly parts: readonly string[] } {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(file)?.[0] ?? "";
  const parts = file.slice(scheme.length).split("/");
  return { scheme, parts: scheme === "" ? parts : parts.map(decoded) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not an encoded URI at all: it stands for itself.
    return part;
  }
}
