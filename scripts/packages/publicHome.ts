// Where the project lives in public. The one place to set it is `repository` in package.json; until somebody does, the
// packages carry no links into it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

export interface PublicHome {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Without a slash at its end; undefined while the project has no public address. */
  readonly repository: string | undefined;
}

export function publicHome(): PublicHome {
  const read = (file: string): Record<string, unknown> =>
    // Our own manifests.
    JSON.parse(readFileSync(join(projectRoot, file), "utf8")) as Record<string, unknown>;
  const manifest = read("package.json");
  const { url } = (manifest["repository"] ?? {}) as { readonly url?: string };
  return {
    name: String(manifest["name"]),
    version: String(manifest["version"]),
    description: String(read("package.nls.json")["description"]),
    keywords: manifest["keywords"] as readonly string[],
    repository: url?.replace(/^git\+/, "").replace(/\.git$/, ""),
  };
}
