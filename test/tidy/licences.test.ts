// What the product ships may be given away under MIT: every runtime dependency says a licence that allows it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { projectRoot } from "./sourceFiles.ts";

interface LockEntry {
  readonly dev?: boolean;
  readonly license?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const compatible = new Set([
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "BlueOak-1.0.0",
  "0BSD",
  "MIT OR Apache-2.0",
]);

describe("licences", () => {
  it("every runtime dependency is compatible with MIT", () => {
    const lock = JSON.parse(readFileSync(`${projectRoot}package-lock.json`, "utf8")) as {
      readonly packages: Readonly<Record<string, LockEntry>>;
    };
    const wrong = Object.entries(lock.packages)
      .filter(([path, entry]) => path.startsWith("node_modules/") && entry.dev !== true && entry.link !== true)
      .filter(([, entry]) => !compatible.has(entry.license ?? "none"))
      .map(([path, entry]) => `${path}: ${entry.license ?? "none"}`);
    assert.deepEqual(wrong, []);
  });

  it("the lock file holds every platform's package, so that npm ci works on each of them", () => {
    const lock = JSON.parse(readFileSync(`${projectRoot}package-lock.json`, "utf8")) as {
      readonly packages: Readonly<Record<string, LockEntry>>;
    };
    const locked = Object.keys(lock.packages);
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !locked.some((other) => other.endsWith(`node_modules/${name}`)))
        .map((name) => `${path} needs ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it("the lock file names no registry", () => {
    assert.doesNotMatch(readFileSync(`${projectRoot}package-lock.json`, "utf8"), /"resolved": "https?:/);
  });
});
