// The cluster files that are known: what each cluster is called and which parameter file it names. Kept up while files
// change, so that whoever asks about a parameter file gets an answer at once.

import { defaultsWord } from "@lkcluster/core/ide/navigation.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { resolveFrom } from "@lkcluster/core/text/filePath.ts";
import * as vscode from "vscode";
import { findClusterFiles, isClusterFile, watchClusterFiles } from "./clusterFiles.ts";
import { workspaceFiles } from "./workspaceFiles.ts";

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
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #listening: vscode.Disposable;

  readonly onChange: vscode.Event<void> = this.#changed.event;

  constructor() {
    const soon = (document: vscode.TextDocument): void => {
      if (!isClusterFile(document)) return;
      const key = document.uri.toString();
      clearTimeout(this.#waiting.get(key));
      this.#waiting.set(
        key,
        setTimeout(() => this.#read(document.uri), typingPauseMs),
      );
    };
    this.#listening = vscode.Disposable.from(
      watchClusterFiles({ changed: (uri) => this.#read(uri), gone: (uri) => this.#forget(uri) }),
      vscode.workspace.onDidOpenTextDocument(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // Outside of the workspace a cluster is known while it is open.
        if (isClusterFile(document) && vscode.workspace.getWorkspaceFolder(document.uri) === undefined) {
          this.#forget(document.uri);
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.readAll()),
    );
  }

  async readAll(): Promise<void> {
    for (const uri of await findClusterFiles()) this.#read(uri);
    for (const document of vscode.workspace.textDocuments) if (isClusterFile(document)) this.#read(document.uri);
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

  #read(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#waiting.delete(key);
    const text = workspaceFiles().read(key)?.text;
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
