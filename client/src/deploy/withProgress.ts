// A long piece of work on the nodes: its steps in a notification with *Cancel*, every step in the output channel.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
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
export function withProgress<T>(name: string, work: (watched: Watched, cancel: () => void) => Promise<T>): Thenable<T> {
  // It is a notification, in which VS Code makes links of names like any other text.
  const title = notificationText(name);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    const cancel = (): void => {
      controller.abort();
      progress.report({ message: inUserLanguage(stopping) });
    };
    const cancelling = token.onCancellationRequested(cancel);
    const watched: Watched = {
      signal: controller.signal,
      onProgress: ({ state, text }) => {
        const step = inUserLanguage(text);
        if (state !== "goes-on") output()[state === "failed" ? "warn" : "info"](step);
        if (state !== "done") progress.report({ message: notificationText(step) });
      },
    };
    try {
      return await work(watched, cancel);
    } finally {
      cancelling.dispose();
    }
  });
}

/** From the first node that has confirmed on, nothing is taken back any more. */
const stopping = {
  en: "stopping: what is not confirmed yet is put back …",
  ja: "停止しています。まだ確定していないものは元に戻します…",
} as const satisfies Localized;

/** The same, told to the page of the deployment too. */
export function watchedBy(page: { progress(event: ProgressEvent): void }, watched: Watched): Watched {
  return {
    ...watched,
    onProgress: (event) => {
      watched.onProgress(event);
      page.progress(event);
    },
  };
}
