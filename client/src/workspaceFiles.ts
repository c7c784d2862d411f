// The files of the workspace as core wants them: what is open in the editor counts, the disk for the rest.

import { readFileSync, statSync } from "node:fs";
import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";
import * as vscode from "vscode";

/** A parameter or cluster file is never larger; reading more would only stop the editor. */
const sizeMaxBytes = 16 * 1024 * 1024;

/** Files are named by their URI. */
export function workspaceFiles(): FileSet {
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  return {
    read: (file) => {
      const uri = vscode.Uri.parse(file);
      const document = open.get(uri.toString());
      if (document !== undefined) return { file, text: document.getText(), version: document.version };
      return uri.scheme === "file" ? readFromDisk(file, uri.fsPath) : undefined;
    },
  };
}

function readFromDisk(file: string, path: string): SourceFile | undefined {
  try {
    const found = statSync(path);
    // A device has no end and a pipe may wait for ever; a cluster file of somebody else may name either.
    if (!found.isFile() || found.size > sizeMaxBytes) return undefined;
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    return { file, text, version: found.mtimeMs };
  } catch {
    // Missing or not text: the check of whoever names the file says so.
    return undefined;
  }
}
