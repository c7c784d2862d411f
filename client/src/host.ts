// What the extension needs of what it runs in, a desktop or a browser: everything else in this folder, but the desktop's
// own rooms, knows neither.

import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

export interface Host {
  /** The client of a server that is not started yet. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** What only this one has. */
  registerOwn(): void;
}
