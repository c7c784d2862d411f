// What the extension needs of what it runs in, a desktop or a browser: everything else in this folder, but the desktop's
// own rooms, knows neither.

import type { FolderNews, FolderOrder } from "@lkcluster/core/documents/folderOrder.ts";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** Makes one folder of documents. */
export interface DocumentThread {
  /** `failed`: the thread itself has ended, with these words. */
  start(order: FolderOrder, hear: (news: FolderNews) => void): void;
  /** Whatever it is doing. */
  end(): void;
}

export interface Host {
  /** The client of a server that is not started yet. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  createDocumentThread(): DocumentThread;
  /** What only this one has. */
  registerOwn(): void;
}
