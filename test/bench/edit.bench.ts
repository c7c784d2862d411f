// What an edit costs in the language server as it is shipped: from the change to its diagnostics, for an edit that breaks
// a line and one that changes the model, after twenty that warm up; how much it holds, and how much more while it proves.
// Wall time tells little on a busy machine; beside it stands the work of all its threads.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setInterval } from "node:timers/promises";
import { LanguageServer } from "./peers/languageServer.ts";
import { largeCluster, largeParameters } from "./peers/largeFiles.ts";
import { buildOurServer } from "./peers/ourServer.ts";
import { columns, row, typeBoth, typeInto } from "./peers/typing.ts";

const ours = await buildOurServer();
const large = largeCluster();
const parameters = largeParameters();
console.log(`${"".padEnd(58)}${columns}`);
console.log(`${large.text.split("\n").length} lines of a cluster; p50 at most 8, p95 14, first 60 ms, 200 MB`);
await typeBoth(ours.cluster, large);
console.log(`${parameters.text.split("\n").length} lines of a parameter file`);
await typeBoth(ours.parameters, parameters);

const text = readFileSync(join(import.meta.dirname, "../../samples/aws-hulft/hulft.lk"), "utf8");
console.log("a small file; at most 105 MB");
const small = await typeInto(ours.cluster, text, { at: text.indexOf("node "), length: 0, by: "x" });
console.log("lkcluster, samples/aws-hulft".padEnd(58) + row(small));

/** The most that a server holds beyond what it held, while it proves what it is asked for. */
async function proving(name: string, proved: string, asks: boolean): Promise<void> {
  const server = await LanguageServer.start(ours.cluster, proved);
  const before = server.residentMb;
  if (asks) await server.ask("lifekeeper.proveStandard");
  let most = before;
  let looks = 0;
  for await (const _ of setInterval(100)) {
    most = Math.max(most, server.residentMb);
    if (++looks === 80) break;
  }
  console.log(`${name.padEnd(58)}${before.toFixed(0)} MB, ${(most - before).toFixed(0)} more`);
  await server.stop();
}

console.log("eight seconds of proofs; at most 100 MB more");
// Without the parameter file, which lies elsewhere: a cluster whose values are unknown is not proved.
await proving("a small file", text.replace(/^ *defaults .*$/m, ""), false);
await proving("the large file, as it is opened", large.text, false);
await proving("the large file, when its proofs are asked for", large.text, true);
await proving(
  "the large file, with a proof",
  `${large.text}prove "p" {\n  never split-brain\n  up to 3 faults\n}\n`,
  false,
);
process.exit(0);
