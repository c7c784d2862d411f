// A virtual workspace: files that are on nobody's disk. They are fetched once and then live in memory.

import * as vscode from "vscode";

export const scheme = "memfs";

interface File {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const answer = await fetch(new URL("/workspace.json", context.extensionUri.toString(true)));
  // Written by the server of the tests.
  const texts = (await answer.json()) as Readonly<Record<string, string>>;
  const files = new Map<string, File>();
  const keep = (path: string, bytes: Uint8Array): unknown => files.set(path, { bytes, mtime: Date.now() });
  for (const [path, text] of Object.entries(texts)) keep(`/folder${path}`, new TextEncoder().encode(text));
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const tell = (uri: vscode.Uri, type: vscode.FileChangeType): void => changed.fire([{ uri, type }]);
  const below = (path: string): readonly string[] => [...files.keys()].filter((file) => file.startsWith(`${path}/`));
  const find = (uri: vscode.Uri): File => {
    const file = files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose: () => undefined }),
    stat: (uri) => {
      if (below(uri.path).length > 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const { bytes, mtime } = find(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
    },
    readDirectory: ({ path }) => {
      const names = below(path).map((file) => file.slice(path.length + 1).split("/"));
      return [
        ...new Map(
          names.map(([name = "", ...rest]) => [
            name,
            rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File,
          ]),
        ),
      ];
    },
    createDirectory: () => undefined,
    readFile: (uri) => find(uri).bytes,
    writeFile: (uri, bytes) => {
      const isNew = !files.has(uri.path);
      keep(uri.path, bytes);
      tell(uri, isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed);
    },
    delete: (uri) => {
      for (const path of [uri.path, ...below(uri.path)]) files.delete(path);
      tell(uri, vscode.FileChangeType.Deleted);
    },
    rename: (from, to) => {
      keep(to.path, find(from).bytes);
      files.delete(from.path);
      tell(to, vscode.FileChangeType.Created);
      tell(from, vscode.FileChangeType.Deleted);
    },
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, provider));
}
