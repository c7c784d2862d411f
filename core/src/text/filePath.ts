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
