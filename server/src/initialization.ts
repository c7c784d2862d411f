// What an editor may tell us at the start, beside what the protocol says.

import type { InitializeParams } from "vscode-languageserver";

export interface InitializationOptions {
  /** `locale`: the language in which to speak, when the editor's own is not meant. */
  readonly language: string | undefined;
  /** `diagnostics: "pull"`: the editor asks for problems and does not want to be told. */
  readonly pullsDiagnostics: boolean;
  /** `standing: true`: the editor wants `lifekeeper/standing`, as it shows how each open cluster file stands. */
  readonly wantsStanding: boolean;
  /** `readsFiles: true`: it answers the requests of `editorFiles.ts`. */
  readonly readsFiles: boolean;
}

export function optionsOf({ initializationOptions, locale }: InitializeParams): InitializationOptions {
  const given: unknown = initializationOptions;
  const options = typeof given === "object" && given !== null ? given : {};
  const wanted = "locale" in options && typeof options.locale === "string" ? options.locale : undefined;
  return {
    language: wanted ?? locale,
    pullsDiagnostics: "diagnostics" in options && options.diagnostics === "pull",
    wantsStanding: "standing" in options && options.standing === true,
    readsFiles: "readsFiles" in options && options.readsFiles === true,
  };
}
