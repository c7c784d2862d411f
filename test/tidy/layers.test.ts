// Reads every import against the table of ARCHITECTURE.md: shells do not know each other, core knows nobody,
// and inside core only the left is imported by the right.

import assert from "node:assert/strict";
import { posix } from "node:path";
import { importsOf, read, sourceFiles } from "./sourceFiles.ts";

interface Package {
  readonly folder: string;
  readonly may: readonly string[];
  /** Rooms of one machine, a Node or a browser: what they may import besides. Nobody outside of them imports them. */
  readonly edges?: Readonly<Record<string, readonly string[]>>;
}

/** Per package: own packages and outside packages it may import. A trailing * is a prefix. */
const packages: readonly Package[] = [
  { folder: "core/src/", may: ["chevrotain"] },
  { folder: "deploy/", may: ["@lkcluster/core/*", "node:*"] },
  { folder: "office/src/", may: ["@lkcluster/core/*", "hucre/xlsx"] },
  {
    folder: "server/src/",
    may: ["@lkcluster/core/*", "vscode-languageserver", "vscode-languageserver-textdocument"],
    edges: { "node/": ["vscode-languageserver/node", "node:*"], "browser/": ["vscode-languageserver/browser"] },
  },
  {
    folder: "client/src/",
    may: ["@lkcluster/core/*", "vscode", "vscode-languageclient"],
    edges: {
      "node/": ["client/src/deploy/", "vscode-languageclient/node", "node:*"],
      "deploy/": ["@lkcluster/deploy/*", "node:*"],
      "browser/": ["vscode-languageclient/browser"],
    },
  },
  {
    folder: "client/webview/",
    may: ["@lkcluster/core/*", "lit", "lit/*", "@vscode-elements/elements", "@vscode-elements/elements/*"],
  },
  {
    folder: "cli/src/",
    may: [
      "@lkcluster/core/*",
      "@lkcluster/deploy/*",
      "@lkcluster/office/*",
      "commander",
      "picocolors",
      "string-width",
      "node:*",
      // Its own version.
      "../package.json",
    ],
  },
];

/** Inside core: a folder or file may import itself and everything in a layer to its left. */
const coreLayers: readonly (readonly string[])[] = [
  ["text", "locale", "evidence.ts", "assert.ts", "many.ts"],
  ["problem.ts", "catalogue", "support", "language", "actual"],
  ["syntax"],
  ["model"],
  ["rules", "simulate"],
  ["prove"],
  ["testplan"],
  ["plan"],
  ["adopt"],
  ["documents"],
  ["ide"],
  ["report", "assistant"],
];

/** The web views and the extension host share the message types of each page, and nothing else. */
const pageProtocols: readonly string[] = ["client/src/panel/protocol.ts", "client/src/deploy/page/protocol.ts"];

describe("layers", () => {
  it("ARCHITECTURE.md draws the layers of core as they are here, and has a room for each folder", () => {
    const page = read("ARCHITECTURE.md");
    const drawn = coreLayers.map((layer) => layer.map((name) => name.replace(".ts", "")).join(", ")).join(" < ");
    assert.ok(page.includes(`\n${drawn}\n`), drawn);
    const folders = coreLayers.flat().filter((name) => !name.endsWith(".ts"));
    assert.deepEqual(
      folders.filter((name) => !page.includes(`| \`core/src/${name}\``)),
      [],
    );
  });

  for (const { folder, may, edges = {} } of packages) {
    it(`${folder} imports only what it may`, () => {
      const wrong = sourceFiles()
        .filter((file) => file.startsWith(folder))
        .flatMap((file) =>
          importsOf(read(file))
            .filter((specifier) => !isAllowed(file, specifier, folder, may, edges))
            .map((specifier) => `${file}: ${specifier}`),
        );
      assert.deepEqual(wrong, []);
    });
  }

  it("core: left may be imported by right, never the reverse", () => {
    const wrong: string[] = [];
    for (const file of sourceFiles().filter((name) => name.startsWith("core/src/"))) {
      const own = layerOf(file);
      assert.ok(own >= 0, `${file} is in no layer of test/tidy/layers.test.ts: put it in a room or name its layer`);
      for (const specifier of importsOf(read(file)).filter((name) => name.startsWith("."))) {
        const target = posix.join(posix.dirname(file), specifier);
        const sameRoom = roomOf(target) === roomOf(file);
        const lower = layerOf(target) < own;
        // The first layers hold leaves that may look at each other.
        const leaves = own <= 1 && layerOf(target) <= own;
        if (!sameRoom && !lower && !leaves) wrong.push(`${file} -> ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});

function isAllowed(
  file: string,
  specifier: string,
  folder: string,
  packageMay: readonly string[],
  edges: Readonly<Record<string, readonly string[]>>,
): boolean {
  const edgeOf = (path: string): string | undefined =>
    Object.keys(edges).find((edge) => path.startsWith(folder + edge));
  const own = edgeOf(file);
  const may = [...packageMay, ...(own === undefined ? [] : (edges[own] ?? []))];
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(file), specifier);
    const edge = edgeOf(target);
    if (edge !== undefined && edge !== own) return may.includes(folder + edge);
    return (
      target.startsWith(folder) ||
      may.includes(specifier) ||
      (pageProtocols.includes(target) && folder === "client/webview/")
    );
  }
  return may.some((name) => (name.endsWith("*") ? specifier.startsWith(name.slice(0, -1)) : specifier === name));
}

function roomOf(file: string): string {
  return file.split("/")[2] ?? "";
}

function layerOf(file: string): number {
  return coreLayers.findIndex((rooms) => rooms.includes(roomOf(file)));
}
