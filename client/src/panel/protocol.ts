// What the extension and the simulator panel say to each other. Both sides import this and nothing else of each
// other. Documents go in whole, never as differences; no results come back: the panel simulates and proves itself.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { SourceFile } from "@lkcluster/core/model/fileSet.ts";
import type { FileEdit } from "@lkcluster/core/text/edit.ts";
import type { Span } from "@lkcluster/core/text/span.ts";

export type PanelTab = "timeline" | "what-if" | "hierarchies" | "sequence" | "prove" | "advise";

/** Of the user's settings, those that the panel obeys. */
export interface PanelSettings {
  /** `lifekeeper.proofs.whileTyping`: without being asked for. */
  readonly provesUnasked: boolean;
  /** `lifekeeper.proofs.statesMax`. */
  readonly proofStatesMax: number;
  /** False in a page of its own: nothing is offered that would change a text. */
  readonly canEdit: boolean;
}

/** Until the host has said otherwise; a test holds them to the manifest. */
export const usualSettings: PanelSettings = { provesUnasked: true, proofStatesMax: 200_000, canEdit: true };

export type ToPanel =
  /** The cluster file, and the parameter files it names as far as they can be read. */
  | {
      readonly kind: "documents";
      readonly locale: Locale;
      readonly clusterFile: string;
      readonly documents: readonly SourceFile[];
      readonly settings: PanelSettings;
    }
  /** Someone asked for this outside the panel: a code lens, a command, a test. */
  | { readonly kind: "show"; readonly what: Shown };

export type Shown =
  | { readonly kind: "tab"; readonly tab: PanelTab }
  /** `asTour`: for somebody who sees a run for the first time. */
  | { readonly kind: "scenario"; readonly title: string; readonly asTour?: boolean }
  /** Its counterexample is replayed as soon as it is found. */
  | { readonly kind: "proof"; readonly title: string };

export type ToHost =
  /** The panel listens; the answer is `documents`. */
  | { readonly kind: "ready" }
  | { readonly kind: "reveal"; readonly file: string; readonly span: Span }
  /** Changes the user asked for; `versions` are those of the texts they were made for. */
  | {
      readonly kind: "edit";
      readonly title: string;
      readonly edits: readonly FileEdit[];
      readonly versions: Readonly<Record<string, number>>;
    }
  | { readonly kind: "copy"; readonly text: string }
  /** Text as it is, or binary content in base 64. */
  | {
      readonly kind: "save";
      readonly name: string;
      readonly encoding: "utf-8" | "base64";
      readonly content: string;
    };
