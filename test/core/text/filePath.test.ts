// One table for every kind of name that a file has on somebody's machine.

import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { pathOf, relativeFrom, resolveFrom } from "../../../core/src/text/filePath.ts";

const resolved: readonly (readonly [from: string, written: string, file: string])[] = [
  // Linux and macOS.
  ["/ws/c.lk", "etc/default/LifeKeeper", "/ws/etc/default/LifeKeeper"],
  ["/ws/a/c.lk", "../b/./x", "/ws/b/x"],
  ["/c.lk", "../../x", "/x"],
  ["c.lk", "../x", "../x"],
  ["/ws/c.lk", "/etc/x", "/etc/x"],
  ["/ws/c.lk", "//host/share/x", "/host/share/x"],
  ["/ws/c.lk", "a\\b", "/ws/a\\b"],
  ["/ws/c.lk", "C:/x", "/ws/C:/x"],
  // Windows: drives, both slashes, shares.
  ["C:\\ws\\c.lk", "etc/default/LifeKeeper", "C:/ws/etc/default/LifeKeeper"],
  ["C:/ws/c.lk", "etc\\default\\LifeKeeper", "C:/ws/etc/default/LifeKeeper"],
  ["C:\\ws\\a\\c.lk", "..\\..\\..\\..\\x", "C:/x"],
  ["C:\\ws\\c.lk", "D:\\data\\x", "D:/data/x"],
  ["C:\\ws\\c.lk", "d:/data/../x", "d:/x"],
  ["C:\\ws\\c.lk", "\\x", "C:/x"],
  ["C:\\ws\\c.lk", "/etc/default/LifeKeeper", "C:/etc/default/LifeKeeper"],
  ["\\\\server\\share\\ws\\c.lk", "x", "//server/share/ws/x"],
  ["\\\\server\\share\\ws\\c.lk", "..\\..\\..\\x", "//server/share/x"],
  ["//server/share/c.lk", "/x", "//server/share/x"],
  // A file never leads to another machine.
  ["C:\\ws\\c.lk", "//host/share/x", "C:/host/share/x"],
  ["C:\\ws\\c.lk", "\\\\host\\share\\x", "C:/host/share/x"],
  ["C:\\ws\\c.lk", "\\\\?\\UNC\\host\\share\\x", "C:/?/UNC/host/share/x"],
  ["\\\\server\\share\\c.lk", "\\\\host\\other\\x", "//server/share/host/other/x"],
  ["file:///ws/c.lk", "//host/share/x", "file:///host/share/x"],
  ["file:///c%3A/ws/c.lk", "\\\\host\\share\\x", "file:///c%3A/host/share/x"],
  // URIs.
  ["file:///ws/c.lk", "a b/日本", "file:///ws/a%20b/%E6%97%A5%E6%9C%AC"],
  ["file:///ws/a%20b/c.lk", "x", "file:///ws/a%20b/x"],
  ["file:///c%3A/ws/c.lk", "..\\..\\..\\x", "file:///c%3A/x"],
  ["file:///C:/ws/c.lk", "x", "file:///c%3A/ws/x"],
  ["file:///c%3A/ws/c.lk", "D:\\x", "file:///d%3A/x"],
  ["file://server/share/c.lk", "../../x", "file://server/x"],
  ["memfs:/w/c.lk", "etc/a b", "memfs:/w/etc/a%20b"],
  ["memfs:/w/c.lk", "/etc/x", "memfs:/etc/x"],
  ["memfs:/w/c.lk", "//host/share/x", "memfs:/host/share/x"],
  ["vscode-vfs://github/o/r/c.lk", "etc/default/LifeKeeper", "vscode-vfs://github/o/r/etc/default/LifeKeeper"],
];

describe("paths between files", () => {
  for (const [from, written, file] of resolved) {
    it(`${written} in ${from} is ${file}`, () => equal(resolveFrom(from, written), file));
  }

  it("no file leads out of its drive, its share or its scheme, whatever is written in it", () => {
    const word = fc.constantFrom("..", ".", "", "a", "C:", "\\", "\\\\", "/", "//", "?", "%2e%2e", "日本");
    const written = fc
      .array(word, { maxLength: 8 })
      .chain((parts) => fc.constantFrom("/", "\\").map((slash) => parts.join(slash)));
    fc.assert(
      fc.property(fc.constantFrom("C:\\w\\c.lk", "\\\\s\\h\\w\\c.lk", "file:///c%3A/w/c.lk"), written, (from, text) => {
        const file = resolveFrom(from, text);
        const own = from.startsWith("\\\\")
          ? /^(?:\/\/s\/h\/|c:\/)/i
          : from.startsWith("file")
            ? /^file:\/\/\/c%3A\//i
            : /^c:\//i;
        ok(own.test(file), `${text} in ${from}: ${file}`);
        ok(!file.includes("\\") || from.startsWith("file"), file);
      }),
      { numRuns: 2000 },
    );
  });

  it("what leads from one file to another leads back to it", () => {
    const name = fc.constantFrom("a", "b", "c d", "日本", "x%y");
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    const root = fc.constantFrom("/", "C:/", "//s/h/", "file:///", "file:///c%3A/");
    fc.assert(
      fc.property(root, path, path, (start, from, to) => {
        const spell = (text: string): string =>
          start.startsWith("file") ? text.split("/").map(encodeURIComponent).join("/") : text;
        const [a, b] = [start + spell(from), start + spell(to)];
        const way = relativeFrom(a, b);
        ok(way !== undefined);
        equal(resolveFrom(a, way), b);
      }),
    );
  });

  it("nothing relative leads from one drive, share or scheme to another", () => {
    for (const [a, b] of [
      ["C:/x", "D:/x"],
      ["//s/h/x", "//s/i/x"],
      ["file:///c%3A/x", "file:///d%3A/x"],
      ["/x", "file:///x"],
    ]) {
      equal(relativeFrom(a ?? "", b ?? ""), undefined);
    }
    equal(relativeFrom("C:/a/x", "c:/b/y"), "../b/y");
  });

  it("shows a path as its machine's people write it", () => {
    equal(pathOf("file:///ws/a%20b"), "/ws/a b");
    equal(pathOf("C:\\ws\\a"), "C:/ws/a");
    equal(pathOf("file:///c%3A/ws"), "/c:/ws");
  });
});
