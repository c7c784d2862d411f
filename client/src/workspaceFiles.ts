// The files of the workspace as core wants them: what is open in the editor counts, for the rest whatever VS Code keeps
// them in, a disk or a virtual workspace. Files are named by their URI.

import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";
import * as vscode from "vscode";

/** A parameter or cluster file is never larger; reading more would only stop the editor. */
const sizeMaxBytes = 16 * 1024 * 1024;

/** What a computation over files met that is not read yet. */
class NotReadYet {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }
}

/**
 * What `work` makes of the files, which it reads as if all were there. At one that is not, it is stopped, the file is read
 * and it begins again, so that it may do nothing but compute. The files it was given stay as they were for it.
 */
export async function withFiles<T>(work: (files: FileSet) => T): Promise<T> {
  const known = new Map<string, SourceFile | undefined>();
  for (;;) {
    let isOver = false;
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    const read = (file: string): SourceFile | undefined => {
      if (known.has(file)) return known.get(file);
      const source = openSource(open, file);
      if (source === undefined && !isOver) throw new NotReadYet(file);
      if (source !== undefined) known.set(file, source);
      return source;
    };
    try {
      const made = work({ read });
      isOver = true;
      return made;
    } catch (stopped) {
      if (!(stopped instanceof NotReadYet)) throw stopped;
      known.set(stopped.file, await stored(stopped.file));
    }
  }
}

/** One file; undefined when there is none, or none that is text. */
export async function readFile(file: vscode.Uri): Promise<SourceFile | undefined> {
  return await withFiles(({ read }) => read(file.toString()));
}

function openSource(open: ReadonlyMap<string, vscode.TextDocument>, file: string): SourceFile | undefined {
  const document = open.get(vscode.Uri.parse(file).toString());
  return document === undefined ? undefined : { file, text: document.getText(), version: document.version };
}

async function stored(file: string): Promise<SourceFile | undefined> {
  // Beside a document that has no name yet there is nothing.
  if (!/^[a-z][a-z0-9+.-]+:\//i.test(file)) return undefined;
  const uri = vscode.Uri.parse(file);
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    // A device has no end and a pipe may wait for ever; a cluster file of somebody else may name either.
    if ((type & vscode.FileType.File) === 0 || size > sizeMaxBytes) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { file, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), version: mtime };
  } catch {
    // Missing or not text: the check of whoever names the file says so.
    return undefined;
  }
}
