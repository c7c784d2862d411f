// The language server as it is shipped: built, small, with its compiled code kept between starts as VS Code has it.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAll, distRoot } from "../../../scripts/build.ts";
import { LanguageServer, type Program } from "./languageServer.ts";

export interface OurPrograms {
  readonly cluster: Program;
  readonly parameters: Program;
}

export async function buildOurServer(): Promise<OurPrograms> {
  await buildAll({ production: true });
  const ours = {
    name: "lkcluster",
    command: [process.execPath, join(distRoot, "server/main.cjs"), "--stdio"],
    env: { NODE_COMPILE_CACHE: mkdtempSync(join(tmpdir(), "lkcluster-bench-")) },
  };
  const cluster = { ...ours, languageId: "lifekeeper-cluster", file: "large.lk" };
  // What a first start compiles, the next ones have.
  await (await LanguageServer.start(cluster, "cluster c {\n}\n")).stop();
  return { cluster, parameters: { ...ours, languageId: "lifekeeper-defaults", file: "LifeKeeper" } };
}
