// The one door to the extension: VS Code's web view interface, typed; in a page of its own, the page.

import type { ToPanel } from "../src/panel/protocol.ts";
import { pageApi } from "./page/pageApi.ts";
import type { WebviewApi } from "./panelHost.ts";

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

export function webviewApi(): WebviewApi {
  return pageApi() ?? vscodeApi();
}

function vscodeApi(): WebviewApi {
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
