// The audit file beside the cluster file: one line of JSON for every request to a node and every step, with its end.
// No file contents and nothing a user typed ever come here.

import { appendFileSync, mkdirSync } from "node:fs";
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
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
      } catch (error) {
        broken = true;
        onFailure(error);
      }
    },
  };
}
