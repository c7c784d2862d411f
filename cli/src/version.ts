// The version of lkcluster, from the one place that says it.

import { readFileSync } from "node:fs";

// What our own package.json says is known to be there.
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  readonly version: string;
};

export const version = manifest.version;
