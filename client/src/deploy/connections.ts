// How this window reaches the nodes: the user's own ssh, its questions in our dialogs, and a record of every request in
// the output channel and in a file of the workspace. Never file contents, never what somebody typed.

import { hostname, userInfo } from "node:os";
import { auditFileBeside, fileAudit } from "@lkcluster/deploy/audit.ts";
import type { Hosts } from "@lkcluster/deploy/host.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import type { AuditSink } from "@lkcluster/deploy/report.ts";
import * as vscode from "vscode";
import { output } from "../output.ts";
import { askQuestion } from "./questions.ts";

export interface Connections {
  readonly hosts: Hosts;
  readonly audit: AuditSink;
  /** For the record on the nodes. */
  readonly who: string;
}

export function connectionsFor(cluster: vscode.Uri): Connections {
  const audit = auditOf(cluster);
  const configFile = vscode.workspace.getConfiguration("lifekeeper.deploy").get<string>("sshConfigFile", "");
  return {
    hosts: openSshHosts({ questions: askQuestion, audit, ...(configFile === "" ? {} : { configFile }) }),
    audit,
    who: `${userInfo().username}@${hostname()}`,
  };
}

function auditOf(cluster: vscode.Uri): AuditSink {
  // A read-only workspace must not stop a deployment that may be half way; the output channel has the record.
  const file = cluster.scheme === "file" ? fileAudit(auditFileBeside(cluster.fsPath), noAuditFile) : undefined;
  return {
    write: (entry) => {
      const { node, event, status } = entry;
      output().debug(`${node ?? "*"}: ${event}: ${status}`);
      file?.write(entry);
    },
  };
}

function noAuditFile(error: unknown): void {
  output().warn(`audit file: ${String(error)}`);
}
