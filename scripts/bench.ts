// `npm run bench [name…]`: runs the measurements in test/bench one after the other, so that none disturbs another.
// The name of a folder stands for all in it.

import { globSync } from "node:fs";
import { run } from "./childProcess.ts";
import { projectRoot } from "./projectRoot.ts";

const all = globSync("test/bench/**/*.bench.ts", { cwd: projectRoot }).sort();
const names = process.argv.slice(2);
const nameOf = (file: string): string => file.replaceAll("\\", "/").slice("test/bench/".length, -".bench.ts".length);
const isMeant = (file: string, name: string): boolean => nameOf(file) === name || nameOf(file).startsWith(`${name}/`);
const unknown = names.filter((name) => !all.some((file) => isMeant(file, name)));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(", ")}; there are ${all.map(nameOf).join(", ")}.\n`);
  process.exit(2);
}
// Of all of them each ends soon; one that is asked for by its name may take an hour.
const secondsMax = names.length === 0 ? 600 : 3600;
let failed = 0;
for (const file of all.filter((one) => names.length === 0 || names.some((name) => isMeant(one, name)))) {
  process.stdout.write(`\n${nameOf(file)}\n`);
  const result = await run(process.execPath, [file], {
    cwd: projectRoot,
    timeoutMs: secondsMax * 1000,
    output: "show",
  });
  if (result.code === 0) continue;
  failed++;
  process.stderr.write(
    result.timedOut ? `${file}: not finished after ${secondsMax} s\n` : `${file}: ended with ${result.code}\n`,
  );
}
process.exit(failed === 0 ? 0 : 1);
