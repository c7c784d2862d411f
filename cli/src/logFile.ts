// Reads a log of any size as a stream: lines are looked at one by one, and of those that we know the newest are kept.

import { createReadStream, statSync } from "node:fs";
import { type LogLine, readLogLine } from "@lkcluster/core/actual/logLine.ts";
import { decodeText, type Encoding } from "@lkcluster/deploy/decodeText.ts";

/** A longer line is none of LifeKeeper's; what follows is skipped to its end. */
const lineMaxBytes = 8192;

export interface LogFile {
  readonly kept: readonly LogLine[];
  readonly lines: number;
  readonly known: number;
  /** Not in the format of LifeKeeper's log, or longer than a line of it. */
  readonly foreign: number;
  /** Other than UTF-8, by their names. */
  readonly encodings: readonly Encoding[];
}

export type LogRefusal = "missing" | "not-a-file" | "compressed";

export async function readLogFile(path: string, keep: number): Promise<LogFile | LogRefusal> {
  try {
    // A device or a pipe may have no end.
    if (!statSync(path).isFile()) return "not-a-file";
    const reader = lineReader(keep);
    let isFirst = true;
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b) return "compressed";
      isFirst = false;
      reader.add(chunk);
    }
    return reader.end();
  } catch {
    // Gone, not ours to read, or on a disk that fails: for the user the same.
    return "missing";
  }
}

function lineReader(keep: number) {
  let rest: Buffer = Buffer.alloc(0);
  let isLong = false;
  let lines = 0;
  let known = 0;
  // Twice as many as are kept, so that letting the oldest go costs nothing a line.
  let kept: LogLine[] = [];
  const encodings = new Set<Encoding>();
  const take = (bytes: Uint8Array, tooLong: boolean): void => {
    lines += 1;
    if (tooLong || bytes.length > lineMaxBytes) return;
    const { text, encoding } = decodeText(bytes);
    const read = readLogLine(text.replace(/\r$/, ""));
    if (read === undefined) return;
    known += 1;
    if (encoding !== undefined && encoding !== "utf-8") encodings.add(encoding);
    kept.push(read);
    if (kept.length >= keep * 2) kept = kept.slice(-keep);
  };
  return {
    add(chunk: Buffer): void {
      const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let to = all.indexOf(10); to >= 0; to = all.indexOf(10, from)) {
        take(all.subarray(from, to), isLong);
        isLong = false;
        from = to + 1;
      }
      isLong = isLong || all.length - from > lineMaxBytes;
      rest = isLong ? Buffer.alloc(0) : Buffer.from(all.subarray(from));
    },
    end(): LogFile {
      if (rest.length > 0 || isLong) take(rest, isLong);
      return { kept: kept.slice(-keep), lines, known, foreign: lines - known, encodings: [...encodings] };
    },
  };
}
