// Asks the editor to ask again, where it understands that: what it shows beside the text may be out of date.

import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from "vscode-languageserver";

export class Refresh {
  readonly #connection: Connection;
  #workspace: ClientCapabilities["workspace"];

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  understand({ workspace }: ClientCapabilities): void {
    this.#workspace = workspace;
  }

  /** The outcomes of scenarios and proofs stand in their lenses, and beside what is expected. */
  verdicts(): void {
    if (this.#workspace?.inlayHint?.refreshSupport === true) this.#ask(InlayHintRefreshRequest.method);
    if (this.#workspace?.codeLens?.refreshSupport === true) this.#ask(CodeLensRefreshRequest.method);
    if (this.#workspace?.diagnostics?.refreshSupport === true) this.#ask(DiagnosticRefreshRequest.method);
  }

  /** Language, switches or a file on the disk changed, which the editor cannot know. */
  everything(): void {
    this.verdicts();
    if (this.#workspace?.semanticTokens?.refreshSupport === true) this.#ask(SemanticTokensRefreshRequest.method);
  }

  #ask(method: string): void {
    // An editor that is going away answers with an error, and there is nothing left to refresh.
    this.#connection.sendRequest(method).catch(() => undefined);
  }
}
