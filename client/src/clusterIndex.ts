// The cluster files that are known: what each cluster is called and which parameter file it names. Kept up while files
// change, so that whoever asks about a parameter file gets an answer at once.

import { defaultsWord } from "@lkcluster/core/ide/navigation.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { resolveFrom } from "@lkcluster/core/text/filePath.ts";
import * as vscode from "vscode";
import { isClusterFile, watchClusterFiles } from "./clusterFiles.ts";
import { findClusterFiles } from "./findClusterFiles.ts";
import { Newest } from "./newest.ts";
import { guarded } from "./output.ts";
import { readFile } from "./workspaceFiles.ts";

export interface KnownCluster {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly parameterFile: vscode.Uri | undefined;
}

/** Long enough that a word is finished. */
const typingPauseMs = 250;

export class ClusterIndex implements vscode.Disposable {
  readonly #clusters = new Map<string, KnownCluster>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #newest = new Newest();
  readonly #listening: vscode.Disposable;

  readonly onChange: vscode.Event<void> = this.#changed.event;

  constructor() {
    const soon = (document: vscode.TextDocument): void => {
      if (!isClusterFile(document)) return;
      const key = document.uri.toString();
      clearTimeout(this.#waiting.get(key));
      this.#waiting.set(
        key,
        setTimeout(() => this.#note(document.uri), typingPauseMs),
      );
    };
    this.#listening = vscode.Disposable.from(
      watchClusterFiles({ changed: (uri) => this.#note(uri), gone: (uri) => this.#forget(uri) }),
      vscode.workspace.onDidOpenTextDocument(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // Outside of the workspace a cluster is known while it is open.
        if (isClusterFile(document) && vscode.workspace.getWorkspaceFolder(document.uri) === undefined) {
          this.#forget(document.uri);
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void guarded("read clusters", () => this.readAll())),
    );
  }

  async readAll(): Promise<void> {
    const open = vscode.workspace.textDocuments.filter(isClusterFile).map(({ uri }) => uri);
    await Promise.all([...(await findClusterFiles()), ...open].map((uri) => this.#read(uri)));
  }

  get all(): readonly KnownCluster[] {
    return [...this.#clusters.values()];
  }

  /** Those whose `defaults` leads to this file. */
  naming(file: vscode.Uri): readonly KnownCluster[] {
    return this.all
      .filter(({ parameterFile }) => parameterFile?.toString() === file.toString())
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #note(uri: vscode.Uri): void {
    void guarded("read clusters", () => this.#read(uri));
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    this.#waiting.delete(key);
    const isNewest = this.#newest.begin(key);
    const text = (await readFile(uri))?.text;
    if (!isNewest()) return;
    if (text === undefined) {
      this.#forget(uri);
      return;
    }
    const { tree } = parseCluster(key, text);
    const path = defaultsWord(tree)?.value;
    const name = tree.cluster?.name?.value ?? uri.path.slice(uri.path.lastIndexOf("/") + 1);
    const parameterFile = path === undefined ? undefined : vscode.Uri.parse(resolveFrom(key, path));
    this.#clusters.set(key, { uri, name, parameterFile });
    this.#changed.fire();
  }

  /** A file, or a folder with what lay in it. */
  #forget(gone: vscode.Uri): void {
    for (const [key, { uri }] of [...this.#clusters]) {
      if (uri.path === gone.path || uri.path.startsWith(`${gone.path}/`)) this.#clusters.delete(key);
    }
    this.#changed.fire();
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#listening.dispose();
    this.#changed.dispose();
  }
}
