// A long piece of work on the nodes: its steps in a notification with *Cancel*, every step in the output channel.

import { notificationText } from "@lkcluster/core/text/shown.ts";
import type { ProgressEvent } from "@lkcluster/deploy/report.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { output } from "../output.ts";

export interface Watched {
  readonly signal: AbortSignal;
  readonly onProgress: (event: ProgressEvent) => void;
}

/** Cancelling asks the work to stop and waits for it: a deployment then reverts what it did, and says so. */
export function withProgress<T>(name: string, work: (watched: Watched) => Promise<T>): Thenable<T> {
  // It is a notification, in which VS Code makes links of names like any other text.
  const title = notificationText(name);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    const cancelling = token.onCancellationRequested(() => {
      controller.abort();
      progress.report({ message: inUserLanguage({ en: "putting everything back …", ja: "元に戻しています…" }) });
    });
    try {
      return await work({
        signal: controller.signal,
        onProgress: ({ state, text }) => {
          const step = inUserLanguage(text);
          if (state !== "goes-on") output()[state === "failed" ? "warn" : "info"](step);
          if (state !== "done") progress.report({ message: notificationText(step) });
        },
      });
    } finally {
      cancelling.dispose();
    }
  });
}
