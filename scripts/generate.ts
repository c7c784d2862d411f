// Writes every generated file, or with --check says which ones are stale and changes nothing.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Generator } from "./generate/generator.ts";
import { ruleList } from "./generate/ruleList.ts";
import { projectRoot } from "./projectRoot.ts";

export interface StaleFile {
  readonly path: string;
  readonly why: "missing" | "different" | "left over";
  /** Undefined for a file that should go. */
  readonly text: string | undefined;
}

/** What differs between what the generators say and what lies in `root`. */
export function findStale(root: string, from: readonly Generator[]): readonly StaleFile[] {
  const wanted = new Map(from.flatMap((generator) => [...generator.files()]));
  const stale: StaleFile[] = [];
  for (const [path, text] of wanted) {
    const place = join(root, path);
    if (!existsSync(place)) stale.push({ path, why: "missing", text });
    else if (readFileSync(place, "utf8") !== text) stale.push({ path, why: "different", text });
  }
  for (const folder of from.flatMap((generator) => generator.owns)) {
    for (const path of filesBelow(root, folder)) {
      if (!wanted.has(path)) stale.push({ path, why: "left over", text: undefined });
    }
  }
  return stale;
}

function filesBelow(root: string, folder: string): readonly string[] {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

function write(root: string, { path, text }: StaleFile): void {
  const place = join(root, path);
  if (text === undefined) {
    rmSync(place);
    return;
  }
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

function bring(generators: readonly Generator[], check: boolean): number {
  const stale = findStale(projectRoot, generators);
  for (const file of stale) process.stdout.write(`${check ? "stale" : "wrote"}: ${file.path} (${file.why})\n`);
  if (check && stale.length > 0) {
    process.stdout.write(`${stale.length} generated files are stale: run npm run generate\n`);
    process.exit(1);
  }
  for (const file of stale) write(projectRoot, file);
  return stale.length;
}

if (import.meta.main) {
  const check = process.argv.includes("--check");
  // First and alone, because the others import it, and it may name a rule that has just gone.
  const ofList = bring([ruleList], check);
  const { generators } = await import("./generate/registry.ts");
  const stale = ofList + bring(generators, check);
  const count = generators.flatMap((each) => [...each.files()]).length;
  process.stdout.write(`${stale} of ${count} generated files ${check ? "stale" : "written"}\n`);
}
