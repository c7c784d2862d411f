// What the server needs of what it runs on, a Node or a browser: everything else in this folder knows neither.

import type { FolderEntry } from "@lkcluster/core/model/fileSet.ts";
import type { FromThread, ToThread } from "./proving/protocol.ts";

export interface Machine {
  /** The disk; undefined where there is none: then every file is the editor's to read. */
  readonly disk: Files | undefined;
  readonly startThread: StartThread;
  /** Short, and different for different texts. */
  readonly digest: (text: string) => string;
}

/** Files by URI, in the spelling of `normalUri`. Nothing is written, and what cannot be read is simply not there. */
export interface Files {
  /** False: of such a URI nothing can be known here. */
  reaches(uri: string): boolean;
  /** Undefined when there is none, when it is too large, or when it is not UTF-8. */
  readText(uri: string): string | undefined;
  /** In the order of the names; nothing when it cannot be read. */
  listFolder(uri: string): readonly FolderEntry[];
  isFolder(uri: string): boolean;
  /** At once, within bounds. */
  clusterFilesBelow(folder: string): readonly string[];
  /** As `clusterFilesBelow`, without keeping anybody waiting. Throws nothing. */
  search(folders: readonly string[], found: (files: readonly string[]) => void): void;
  /** Something else changed it: what was read before no longer counts. */
  forget(uri: string): void;
}

/** Why a thread ended before its time. */
export type Failure = { readonly kind: "memory" | "stuck" } | { readonly kind: "crash"; readonly text: string };

export interface Thread {
  post(message: ToThread): void;
  /** Done when it is gone. Nothing is heard of it any more. */
  end(): Promise<void>;
}

export interface ThreadEvents {
  readonly heard: (message: FromThread) => void;
  /** At most once, and nothing after it. */
  readonly failed: (failure: Failure) => void;
}

/** Starts the program that proves. Throws where a system allows no further thread. */
export type StartThread = (memoryMb: number, events: ThreadEvents) => Thread;
