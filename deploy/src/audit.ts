// The audit file beside the cluster file: one line of JSON for every request to a node and every step, with its end.
// No file contents and nothing a user typed ever come here.

import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AuditSink } from "./report.ts";

export function auditFileBeside(clusterFile: string): string {
  return join(dirname(clusterFile), ".lkcluster", "audit.jsonl");
}

export function fileAudit(path: string): AuditSink {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return {
    write(entry) {
      appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    },
  };
}
