// `npm run bench [name…]`: runs the measurements in test/bench one after the other, so that none disturbs another.

import { globSync } from "node:fs";
import { basename } from "node:path";
import { run } from "./childProcess.ts";
import { projectRoot } from "./projectRoot.ts";

const all = globSync("test/bench/**/*.bench.ts", { cwd: projectRoot }).sort();
const names = process.argv.slice(2);
const nameOf = (file: string): string => basename(file, ".bench.ts");
const unknown = names.filter((name) => !all.some((file) => nameOf(file) === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(", ")}; there are ${all.map(nameOf).join(", ")}.\n`);
  process.exit(2);
}
let failed = 0;
for (const file of all.filter((one) => names.length === 0 || names.includes(nameOf(one)))) {
  process.stdout.write(`\n${nameOf(file)}\n`);
  const result = await run(process.execPath, [file], { cwd: projectRoot, timeoutMs: 600_000, output: "show" });
  if (result.code === 0) continue;
  failed++;
  process.stderr.write(
    result.timedOut ? `${file}: not finished after 600 s\n` : `${file}: ended with ${result.code}\n`,
  );
}
process.exit(failed === 0 ? 0 : 1);
