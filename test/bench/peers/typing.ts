// Types into a language server, one character in and out again, and prints what it took.

import { type Edit, LanguageServer, type Program, type Timed } from "./languageServer.ts";
import type { LargeFile } from "./largeFiles.ts";

const warmUps = 20;
const measured = 60;

export interface Typing {
  readonly startMs: number;
  readonly firstMs: number;
  readonly p50: number;
  readonly p95: number;
  /** Per edit, of all threads of the server. */
  readonly cpuMs: number;
  readonly residentMb: number;
}

/** One character in, and out again, each waited for: the first, twenty that warm up, and those that count. */
export async function typeInto(program: Program, text: string, edit: Edit): Promise<Typing> {
  const server = await LanguageServer.start(program, text);
  const out: Edit = { at: edit.at, length: edit.by.length, by: "" };
  const times: Timed[] = [];
  let cpuMs = 0;
  for (let turn = 0; turn <= warmUps + measured; turn++) {
    if (turn === warmUps + 1) cpuMs = server.cpuMs;
    times.push(await server.edit(turn % 2 === 0 ? edit : out));
  }
  cpuMs = (server.cpuMs - cpuMs) / measured;
  const { startMs, residentMb } = server;
  await server.stop();
  const walls = times
    .slice(warmUps + 1)
    .map(({ wallMs }) => wallMs)
    .sort((a, b) => a - b);
  const at = (share: number): number => walls[Math.floor(share * (walls.length - 1))] ?? Number.NaN;
  return { startMs, firstMs: times[0]?.wallMs ?? Number.NaN, p50: at(0.5), p95: at(0.95), cpuMs, residentMb };
}

export const columns = "start ms  first ms    p50    p95  cpu/edit     MB";

export function row({ startMs, firstMs, p50, p95, cpuMs, residentMb }: Typing): string {
  return [
    startMs.toFixed(0).padStart(8),
    firstMs.toFixed(1).padStart(10),
    p50.toFixed(1).padStart(7),
    p95.toFixed(1).padStart(7),
    cpuMs.toFixed(1).padStart(10),
    residentMb.toFixed(0).padStart(7),
  ].join("");
}

/** Both edits of a file. */
export async function typeBoth(
  program: Program,
  { text, breaks, changes }: LargeFile,
): Promise<{ readonly breaks: Typing; readonly changes: Typing }> {
  const typed = { breaks: await typeInto(program, text, breaks), changes: await typeInto(program, text, changes) };
  console.log(`${program.name}, an edit that breaks a line`.padEnd(58) + row(typed.breaks));
  console.log(`${program.name}, an edit that changes what it says`.padEnd(58) + row(typed.changes));
  return typed;
}
