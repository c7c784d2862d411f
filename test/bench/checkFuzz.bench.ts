// Throws damaged files at the whole check: a million by default, seeded, or as many as the argument says. A problem
// outside its file, an exception or an answer that takes a second ends it with the input that did it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";

const wanted = Number(process.argv[2] ?? process.env["FUZZ_INPUTS"] ?? 1_000_000);
const slowMs = 1000;

let state = 20_250_101;
/** A whole number below `below`; a linear congruential generator, so that every run is the same. */
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

function pick<T>(items: readonly T[]): T {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

const folders = readdirSync("samples", { withFileTypes: true }).filter((entry) => entry.isDirectory());
const samples = folders.map(({ name }) => {
  const folder = join("samples", name);
  const cluster = readdirSync(folder).find((each) => each.endsWith(".lk"));
  if (cluster === undefined) throw new Error(`${folder} has no cluster file`);
  return {
    cluster: readFileSync(join(folder, cluster), "utf8"),
    defaults: readFileSync(join(folder, "etc/default/LifeKeeper"), "utf8"),
  };
});
// Short texts make many inputs possible; the examples of the rules hold every construct.
const pairs = rules
  .flatMap((rule) => [rule.fires, rule.silent])
  .map((example) => ({
    cluster: example["cluster.lk"],
    defaults: example["LifeKeeper"] ?? "",
  }));
const pieces = [
  "{",
  "}",
  '"',
  "=",
  ",",
  "<->",
  "#",
  "\n",
  "\0",
  "\r",
  "on",
  "uses",
  "resource",
  "set",
  "-1",
  "9999999999",
  "名",
  "𠮷",
  " ",
];

function damaged(text: string): string {
  let result = text;
  for (let times = 1 + random(3); times > 0; times--) {
    const at = random(result.length + 1);
    const other = random(result.length + 1);
    const [from, to] = at < other ? [at, other] : [other, at];
    switch (random(6)) {
      case 0:
        result = result.slice(0, at);
        break;
      case 1:
        result = result.slice(0, at) + result.slice(at + 1);
        break;
      case 2:
        result = result.slice(0, at) + pick(pieces) + result.slice(at);
        break;
      case 3:
        result = result.slice(0, from) + result.slice(to);
        break;
      case 4:
        result = result.slice(0, to) + result.slice(from, Math.min(to, from + 200)) + result.slice(to);
        break;
      default:
        result = result.slice(0, at) + String.fromCharCode(random(0x3100)) + result.slice(at + 1);
    }
  }
  return result;
}

function assertInside(problems: readonly Problem[], texts: Readonly<Record<string, string>>): void {
  for (const problem of problems) {
    for (const { file, span } of [problem, ...problem.related, ...problem.fixes.flatMap((fix) => fix.edits)]) {
      const length = texts[file]?.length ?? -1;
      if (span.start < 0 || span.start > span.end || span.end > length) {
        throw new Error(`${problem.code} speaks of ${file} ${span.start}..${span.end}, which has ${length}`);
      }
    }
  }
}

/** Every beginning of every sample, and every slip of one character in it. */
function* systematically(): Generator<Readonly<Record<string, string>>> {
  for (const sample of samples) {
    const cluster = sample.cluster.replace('"etc/default/LifeKeeper"', '"LifeKeeper"');
    for (const [name, text] of [
      ["c.lk", cluster],
      ["LifeKeeper", sample.defaults],
    ] as const) {
      const whole = { "c.lk": cluster, LifeKeeper: sample.defaults };
      for (let at = 0; at <= text.length; at++) {
        yield { ...whole, [name]: text.slice(0, at) };
        for (const slip of ["", "}", '"', "x"])
          yield { ...whole, [name]: text.slice(0, at) + slip + text.slice(at + 1) };
      }
    }
  }
}

let systematic = 0;
for (const texts of systematically()) {
  try {
    assertInside(checkCluster(filesOf(texts), "c.lk").problems, texts);
  } catch (error) {
    process.stdout.write(`${JSON.stringify(texts)}\n`);
    throw error;
  }
  systematic++;
}
process.stdout.write(`${systematic} beginnings and slips of the samples\n`);

const started = performance.now();
let slowest = 0;
let inputs = 0;
for (; inputs < wanted; inputs++) {
  // Parameter files are cheap and get most of the inputs; whole clusters are the thorough ones.
  const kind = inputs % 10;
  const { cluster, defaults } = kind === 0 ? pick(samples) : pick(pairs);
  const texts: Record<string, string> = { LifeKeeper: damaged(defaults) };
  const isCluster = kind < 2 && cluster !== undefined;
  if (isCluster) {
    texts["c.lk"] = damaged(cluster).replace('"etc/default/LifeKeeper"', '"LifeKeeper"');
  }
  const before = performance.now();
  try {
    const result = isCluster ? checkCluster(filesOf(texts), "c.lk") : checkDefaults(filesOf(texts), "LifeKeeper");
    assertInside(result.problems, texts);
  } catch (error) {
    process.stdout.write(`input ${inputs}:\n${JSON.stringify(texts)}\n`);
    throw error;
  }
  const took = performance.now() - before;
  slowest = Math.max(slowest, took);
  if (took > slowMs) {
    process.stdout.write(`input ${inputs} took ${took.toFixed(0)} ms:\n${JSON.stringify(texts)}\n`);
    process.exitCode = 1;
  }
}
const seconds = (performance.now() - started) / 1000;
process.stdout.write(
  `${inputs} damaged inputs in ${seconds.toFixed(0)} s (${Math.round(inputs / seconds)}/s), slowest ${slowest.toFixed(0)} ms\n`,
);
