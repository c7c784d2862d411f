// An order for a folder of documents, as it goes to a thread and comes back: plain data, so that whoever waits for it
// need not know how workbooks are made.

import type { Locale } from "../locale/localized.ts";
import type { DocumentId } from "./document.ts";

export const documentFormats = ["xlsx", "md", "html"] as const;

export type DocumentFormat = (typeof documentFormats)[number];

export interface FolderOrder {
  readonly clusterFile: string;
  /** Everything that a check of the cluster file reads. */
  readonly files: readonly { readonly file: string; readonly text: string; readonly version: number }[];
  readonly only: readonly DocumentId[];
  readonly formats: readonly DocumentFormat[];
  readonly locale: Locale;
}

export interface ProjectFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FolderNews =
  | { readonly kind: "making"; readonly document: DocumentId; readonly done: number; readonly of: number }
  | { readonly kind: "made"; readonly files: readonly ProjectFile[] }
  /** The cluster file has errors that leave nothing to tell of. */
  | { readonly kind: "unsound" }
  /** A bug of ours. */
  | { readonly kind: "failed"; readonly why: string };
