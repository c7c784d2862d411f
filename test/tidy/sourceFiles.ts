// The project's own files as the tidy tests read them: what git tracks or would track, nothing generated.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

export function projectFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: projectRoot,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split("\n").filter((file) => file !== "" && existsSync(projectRoot + file));
}

export function sourceFiles(): readonly string[] {
  return projectFiles().filter((file) => file.endsWith(".ts"));
}

export function read(file: string): string {
  return readFileSync(projectRoot + file, "utf8");
}

/** What a module imports, types included: specifiers as written. */
export function importsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/^\s*(?:import|export)\b[^"';]*?from\s*["']([^"']+)["']/gm))
    found.push(match[1] ?? "");
  for (const match of text.matchAll(/^\s*import\s*["']([^"']+)["']/gm)) found.push(match[1] ?? "");
  for (const match of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)) found.push(match[1] ?? "");
  return found;
}
