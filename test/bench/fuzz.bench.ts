// Both parsers and both formatters on a million inputs: samples torn apart, keyword soup, any characters. Nothing may
// throw or hang, and every place lies inside of its text. FUZZ_INPUTS and FUZZ_SEED choose other ones.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connectives, openers } from "@lkcluster/core/language/keywords.ts";
import { formatCluster } from "@lkcluster/core/syntax/cluster/format.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { formatDefaults } from "@lkcluster/core/syntax/defaults/format.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import fc from "fast-check";

const inputs = Number(process.env["FUZZ_INPUTS"] ?? 1_000_000);
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
const root = join(import.meta.dirname, "../..");

const samples = ["samples", "test/published"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (entry.name.endsWith(".lk") || entry.name.startsWith("LifeKeeper")))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")),
);

const pieces = [...Object.values(openers).flat(), ...connectives, "{", "}", ",", "=", "<->", "|", '"', "#", "\n", " "];
const more = ["a", "gen/app", "10.0.0.1", "5s", "日本", "\u0000", "\ufeff", "\u3000", "\r", "\\", "\ud800", '"x y"'];
const soup = fc
  .array(fc.tuple(fc.constantFrom(...pieces, ...more), fc.constantFrom(" ", "", "\n")), { maxLength: 40 })
  .map((parts) => parts.map(([piece, blank]) => piece + blank).join(""));
const torn = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat({ max: 60 }), fc.constantFrom(...pieces, ...more, ""))
  .map(([text, at, length, piece]) => {
    // A window of the sample: whole ones would make a million inputs take a day.
    const start = at % Math.max(1, text.length - 200);
    const window = text.slice(start, start + 200);
    const cut = at % 200;
    return window.slice(0, cut) + piece + window.slice(cut + length);
  });
const any = fc.string({ unit: "binary", maxLength: 80 });

function check(text: string): void {
  for (const parsed of [parseCluster("a.lk", text), parseDefaults("f", text)]) {
    for (const { span, message } of parsed.problems) {
      const inside = span.start >= 0 && span.start <= span.end && span.end <= text.length;
      if (!inside) throw new Error(`a place outside of the text: ${message.en}`);
    }
  }
  const formatted = formatCluster(text);
  if (formatCluster(formatted) !== formatted) throw new Error("formatting a cluster file twice differs");
  const parameters = formatDefaults(text);
  if (formatDefaults(parameters) !== parameters) throw new Error("formatting a parameter file twice differs");
}

const start = performance.now();
let slowest = 0;
fc.assert(
  fc.property(fc.oneof(soup, torn, any), (text) => {
    const before = performance.now();
    check(text);
    slowest = Math.max(slowest, performance.now() - before);
  }),
  { numRuns: inputs, seed },
);
const seconds = (performance.now() - start) / 1000;
console.log(`${inputs} inputs in ${seconds.toFixed(1)} s, ${Math.round(inputs / seconds)} per second, seed ${seed}`);
console.log(`slowest ${slowest.toFixed(1)} ms; nothing thrown, every place inside of its text`);
