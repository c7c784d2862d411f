// Asks the editor to tell about changes on the disk: of the files of our languages, of every parameter file that a
// cluster names, wherever it lies and whatever it is called, and of the settings beside what is open.

import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import { isPlaced } from "./uri.ts";

const always: readonly FileSystemWatcher[] = [
  { globPattern: "**/*.{lk,lkdefaults}" },
  { globPattern: "**/default/LifeKeeper*" },
  { globPattern: "**/lkcluster.json" },
  // Of a folder that comes or goes nothing is said about the files in it.
  { globPattern: "**", kind: WatchKind.Create | WatchKind.Delete },
];

export class Watching {
  readonly #connection: Connection;
  readonly #asked = new Set<string>();
  #isUnderstood = false;
  #hasBegun = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  understand({ workspace }: ClientCapabilities): void {
    const watched = workspace?.didChangeWatchedFiles;
    this.#isUnderstood = watched?.dynamicRegistration === true && watched.relativePatternSupport === true;
  }

  begin(): void {
    this.#hasBegun = true;
    this.#ask(always);
  }

  /** Files by URI; those that are watched already are not asked for again. */
  include(uris: readonly string[]): void {
    if (!this.#hasBegun) return;
    const fresh = uris.filter((uri) => isPlaced(uri) && !this.#asked.has(uri));
    for (const uri of fresh) this.#asked.add(uri);
    this.#ask(
      fresh.map((uri) => {
        const slash = uri.lastIndexOf("/");
        const pattern = escaped(decodeURIComponent(uri.slice(slash + 1)));
        return { globPattern: { baseUri: uri.slice(0, slash), pattern } };
      }),
    );
  }

  #ask(watchers: readonly FileSystemWatcher[]): void {
    if (!this.#isUnderstood || watchers.length === 0) return;
    // An editor that refuses simply tells nothing; the files are read again when they are opened.
    this.#connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] })
      .catch(() => undefined);
  }
}

function escaped(name: string): string {
  return name.replace(/[*?{}[\]]/g, "[$&]");
}
