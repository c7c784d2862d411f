// Moves every place that a rule reports by one column and every boundary of a comparison by one, one at a time, in a
// copy, and asks the tests of the rules who notices. What nobody notices fails, unless it is listed as equivalent.

import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { equivalents } from "./equivalents.ts";
import { instrumented, type Mutant, switches } from "./mutants.ts";

const root = join(import.meta.dirname, "../../..");

const tests = [
  ...["check", "boundaries", "fixes", "fixAll", "correctSamples"].map((name) => `test/core/rules/${name}.test.ts`),
  "test/core/scenario/problems.test.ts",
];

/**
 * All mutants one after the other in one process: first what the example of each rule reports and that its near miss is
 * silent, for the rules that come to the mutant at all; then, where no example notices, the tests.
 */
const jury = `
import "./switches.ts";
import Mocha from "mocha";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { checkExample } from "./test/core/rules/checkExample.ts";
import { outdented } from "./test/support/literal.ts";
import { reportOf } from "./scripts/generate/reported.ts";
const own = (rule, example) => checkExample(example).filter((problem) => problem.code === rule.code);
const isNoticed = (rule) => {
  try {
    return reportOf(rule.fires, own(rule, rule.fires)) !== outdented(rule.reports) || own(rule, rule.silent).length > 0;
  } catch { return true; }
};
const reachedBy = rules.map((rule) => {
  reached.clear();
  if (isNoticed(rule)) throw new Error(rule.code + " is wrong without any mutant");
  return [rule, new Set(reached)];
});
const mocha = new Mocha({ reporter: class {}, timeout: 60_000, bail: true });
mocha.cleanReferencesAfterRun(false);
for (const file of ${JSON.stringify(tests)}) mocha.addFile(file);
await mocha.loadFilesAsync();
const failures = () => new Promise((resolve) => mocha.run(resolve));
if (await failures() > 0) throw new Error("the tests fail without any mutant");
for (const id of process.argv.slice(2).map(Number)) {
  mutant = id;
  const by = reachedBy.find(([rule, ids]) => ids.has(id) && isNoticed(rule));
  console.log(id + " " + (by !== undefined ? "example" : (await failures()) > 0 ? "tests" : "nobody"));
}
process.exit(0);
`;

const mutants: Mutant[] = [];
const folder = mkdtempSync(join(tmpdir(), "lkcluster-mutation-"));
try {
  for (const part of ["core", "test/core", "test/support", "test/published", "scripts/generate", "samples"]) {
    mkdirSync(join(folder, part), { recursive: true });
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith("node_modules") });
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  mkdirSync(join(folder, "node_modules/@lkcluster"), { recursive: true });
  symlinkSync(join(folder, "core"), join(folder, "node_modules/@lkcluster/core"));
  for (const name of ["chevrotain", "@chevrotain", "fast-check", "pure-rand", "mocha"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  writeFileSync(join(folder, "switches.ts"), switches);
  writeFileSync(join(folder, "jury.ts"), jury);
  for (const file of globSync("core/src/rules/**/*.ts", { cwd: folder }).sort()) {
    const found = instrumented(file, readFileSync(join(folder, file), "utf8"), mutants.length);
    writeFileSync(join(folder, file), found.text);
    mutants.push(...found.mutants);
  }
  report(judge());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Who noticed which mutant. One at which the jury hangs or ends is noticed, and the others go on without it. */
function judge(): ReadonlyMap<number, string> {
  const noticed = new Map<number, string>();
  let waiting = mutants.map((_, id) => id).filter((id) => reasonFor(mutants[id]) === undefined);
  while (waiting.length > 0) {
    const run = spawnSync(process.execPath, ["jury.ts", ...waiting.map(String)], {
      cwd: folder,
      encoding: "utf8",
      timeout: 300_000,
    });
    const lines = run.stdout.split("\n").filter((line) => /^\d+ \w+$/.test(line));
    if (lines.length === 0 && noticed.size === 0) throw new Error(run.stderr);
    for (const line of lines) noticed.set(Number(line.split(" ")[0]), line.split(" ")[1] ?? "");
    waiting = waiting.slice(lines.length);
    const [stuck, ...others] = waiting;
    if (stuck !== undefined) noticed.set(stuck, "the end of the run");
    waiting = others;
  }
  return noticed;
}

function report(noticed: ReadonlyMap<number, string>): void {
  const lives = mutants.filter((_, id) => noticed.get(id) === "nobody");
  for (const { file, line, kind, code } of lives) console.log(`NOBODY noticed ${kind}: ${file}:${line}: ${code}`);
  for (const kind of ["place", "boundary below", "boundary above"] as const) {
    const all = mutants.filter((mutant) => mutant.kind === kind);
    const equivalent = all.filter((mutant) => reasonFor(mutant) !== undefined).length;
    const living = lives.filter((mutant) => mutant.kind === kind).length;
    console.log(`${kind}: ${all.length - equivalent - living} of ${all.length} noticed, ${equivalent} equivalent`);
  }
  const left = equivalents.filter((each) => !mutants.some((mutant) => isMeant(each, mutant)));
  for (const { file, code } of left) console.log(`equivalents.ts lists what is not there: ${file}: ${code}`);
  process.exitCode = lives.length + left.length === 0 ? 0 : 1;
}

function reasonFor(mutant: Mutant | undefined): string | undefined {
  return mutant === undefined ? undefined : equivalents.find((each) => isMeant(each, mutant))?.why;
}

function isMeant(each: (typeof equivalents)[number], { file, kind, code }: Mutant): boolean {
  return file.replaceAll("\\", "/") === `core/src/rules/${each.file}` && each.kind === kind && each.code === code;
}
