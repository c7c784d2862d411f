// The one door to the extension: VS Code's web view interface, typed.

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

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

export function webviewApi(): WebviewApi {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    load: () => api.getState(),
    save: (saved) => api.setState(saved),
    listen: (receive) => {
      // Only the host can post to a web view; the type is its promise, kept by protocol.ts.
      window.addEventListener("message", (event: MessageEvent<ToPanel>) => receive(event.data));
    },
  };
}
