// What the panel needs of whoever shows it: VS Code, or a page of its own.

import type { ToHost, ToPanel } from "../src/panel/protocol.ts";

/** What VS Code keeps for this panel across reloads. */
export interface Saved {
  readonly clusterFile: string;
  readonly arrangement: unknown;
}

export interface WebviewApi {
  post(message: ToHost): void;
  load(): unknown;
  save(saved: Saved): void;
  listen(receive: (message: ToPanel) => void): void;
}
