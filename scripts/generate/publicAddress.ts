// Where the project lives in public, for what the command line writes into reports: from the one place that says it.

import { publicHome } from "../packages/publicHome.ts";
import type { Generator } from "./generator.ts";

export const publicAddress: Generator = {
  name: "public address",
  owns: [],
  files: () => new Map([["cli/src/output/publicAddress.ts", text()]]),
};

function text(): string {
  const { repository } = publicHome();
  return [
    "// Made by `npm run generate` from `repository` in package.json. Edit there, not here.",
    "",
    "/** Without a slash at its end; undefined while the project has no public address. */",
    `export const publicAddress: string | undefined = ${repository === undefined ? "undefined" : JSON.stringify(repository)};`,
    "",
  ].join("\n");
}
