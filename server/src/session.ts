// What every handler works with: the files, the settings and the language of one connected editor.

import type { CursorPlace } from "@lkcluster/core/ide/place.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { LineIndex } from "@lkcluster/core/text/lineIndex.ts";
import type { Position } from "vscode-languageserver/node";
import { defaultSettings, localeOf, type Settings } from "./settings.ts";
import type { Conversion } from "./toLsp.ts";
import { normalUri } from "./uri.ts";
import { Workspace } from "./workspace.ts";

export class Session implements Conversion {
  readonly workspace = new Workspace();
  settings: Settings = defaultSettings;
  /** Of the editor, such as `ja`. */
  editorLanguage: string | undefined;

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
