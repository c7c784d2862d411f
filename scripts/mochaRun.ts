// Runs one suite of mocha tests in this process: `mochaRun.ts RESULT FILE…`. Prints every test and writes the numbers
// to RESULT, so that whoever counts need not read prose.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { projectRoot } from "./projectRoot.ts";

const [resultFile, ...files] = process.argv.slice(2);
if (resultFile === undefined || files.length === 0) throw new Error("usage: mochaRun.ts RESULT FILE…");

// The same settings as `npx mocha`; our own file, read with the type we gave it.
const settings = JSON.parse(readFileSync(join(projectRoot, ".mocharc.json"), "utf8")) as Mocha.MochaOptions;
const mocha = new Mocha({ ...settings, reporter: "spec", color: false });
for (const file of files) mocha.addFile(file);
await mocha.loadFilesAsync();
mocha
  .run((failures) => process.exit(failures === 0 ? 0 : 1))
  .on("end", function (this: Mocha.Runner) {
    const { passes = 0, failures = 0 } = this.stats ?? {};
    writeFileSync(resultFile, JSON.stringify({ passed: passes, failed: failures }));
  });
