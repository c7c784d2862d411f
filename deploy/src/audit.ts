// The audit file beside the cluster file: one line of JSON for every request to a node and every step, with its end, and
// for every run: who began it and for what, the hashes of its plan and files, its proof, how it ended on each node.
// No file contents and nothing a user typed ever come here.

import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AuditSink } from "./report.ts";

export function auditFileBeside(clusterFile: string): string {
  return join(dirname(clusterFile), ".lkcluster", "audit.jsonl");
}

/**
 * Writing never throws: a full disk here must not stop a deployment that is half way there. `onFailure` is told once.
 */
export function fileAudit(path: string, onFailure: (error: unknown) => void): AuditSink {
  let broken = false;
  return {
    write(entry) {
      if (broken) return;
      try {
        append(path, `${JSON.stringify(entry)}\n`);
      } catch (error) {
        broken = true;
        onFailure(error);
      }
    },
  };
}

/**
 * A workspace from somebody else may hold a link of this name that leads to a file which a shell runs, or a pipe that
 * nobody reads: neither is written to. The folder is made by itself, because making a whole path never ends below /proc.
 */
function append(path: string, line: string): void {
  const folder = dirname(path);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) mkdirSync(folder, { mode: 0o700 });
  else if (!found.isDirectory()) throw new Error(`${folder} is not a folder`);
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is not a regular file`);
    writeSync(file, line);
  } finally {
    closeSync(file);
  }
}
