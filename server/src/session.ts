// What every handler works with: the files, the settings and the language of one connected editor.

import type { CursorPlace } from "@lkcluster/core/ide/place.ts";
import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import type { LineIndex } from "@lkcluster/core/text/lineIndex.ts";
import type { Position } from "vscode-languageserver";
import type { RunNow } from "./scenarioBook.ts";
import { defaultSettings, localeOf, type Settings } from "./settings.ts";
import type { Conversion } from "./toLsp.ts";
import { normalUri } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** What takes longer to find than an answer may take. It speaks of files as they are now, or not at all. */
export interface Background {
  problems(file: string): readonly Problem[];
  /** What came out for the scenarios and proofs of a cluster file that are done, by where their titles begin. */
  verdicts(file: string): ReadonlyMap<number, Localized>;
  /** The scenarios of a cluster file that have been run, as they stand now. */
  runs(file: string): readonly RunNow[];
}

/** How a cluster file stands, in figures; what is not known yet is not counted. */
export interface Standing {
  readonly scenarios: { readonly passed: number; readonly failed: number };
  readonly failedScenarios: readonly string[];
  readonly proofs: {
    readonly of: number;
    readonly hold: number;
    readonly violated: number;
    readonly incomplete: number;
  };
}

export class Session implements Conversion {
  readonly background: Background;
  readonly workspace: Workspace;
  settings: Settings = defaultSettings;
  /** Of the editor, such as `ja`. */
  editorLanguage: string | undefined;
  /** Whether the editor makes a file when an edit asks for it. */
  canCreateFiles = false;

  constructor(background: Background, workspace: Workspace) {
    this.background = background;
    this.workspace = workspace;
  }

  get snapshot() {
    return this.workspace.snapshot;
  }

  get locale(): Locale {
    return localeOf(this.settings, this.editorLanguage);
  }

  lines(file: string): LineIndex {
    return this.snapshot.lines(file);
  }

  uriOf(file: string): string {
    return this.workspace.uriOf(file);
  }

  place(uri: string, position: Position): CursorPlace {
    const file = normalUri(uri);
    return { file, language: this.workspace.languageOf(uri), offset: this.lines(file).offsetAt(position) };
  }

  text(uri: string): string {
    return this.snapshot.read(normalUri(uri))?.text ?? "";
  }
}
