// Runs the Promela model of majority mode in Spin: generates the verifier, compiles it, searches breadth first.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SpinResult {
  /** Without those inside atomic steps: what the model means. */
  readonly states: number;
  /** All that Spin stores. */
  readonly stored: number;
  readonly transitions: number;
  readonly errors: number;
  readonly compileMs: number;
  readonly searchMs: number;
}

/** Undefined when Spin or a C compiler is not installed. */
export function runSpin(faults: number): SpinResult | undefined {
  if (!isInstalled("spin") || !isInstalled("gcc")) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "lkcluster-spin-"));
  try {
    copyFileSync(join(import.meta.dirname, "majority.pml"), join(folder, "majority.pml"));
    const started = performance.now();
    run(folder, "spin", ["-a", `-DK=${faults}`, "majority.pml"]);
    run(folder, "gcc", ["-O2", "-DSAFETY", "-DBFS", "-DMEMLIM=1024", "-o", "pan", "pan.c"]);
    const compiled = performance.now();
    const output = run(folder, "./pan", ["-N", "safe", "-w20"]);
    const searched = performance.now();
    const figure = (pattern: RegExp): number => Number(pattern.exec(output)?.[1] ?? Number.NaN);
    return {
      states: figure(/(\d+) nominal states/),
      stored: figure(/(\d+) states, stored/),
      transitions: figure(/(\d+) transitions/),
      errors: figure(/errors: (\d+)/),
      compileMs: compiled - started,
      searchMs: searched - compiled,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function isInstalled(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    // `which` answers with its exit code; that is the whole decision.
    return false;
  }
}

export function run(folder: string, program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 120_000,
  });
}
