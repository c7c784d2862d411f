// The one output channel of the extension, and the one place where our own mistakes end.

import * as vscode from "vscode";
import { inUserLanguage } from "./language.ts";
import { notify } from "./notify.ts";

let channel: vscode.LogOutputChannel | undefined;

export function output(): vscode.LogOutputChannel {
  channel ??= vscode.window.createOutputChannel("LifeKeeper", { log: true });
  return channel;
}

/** Runs what the user asked for. A failure nobody expected is shown once, with the way to its details. */
export async function guarded<T>(what: string, work: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    output().error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const show = inUserLanguage({ en: "Show Output", ja: "出力を表示" });
    const message = inUserLanguage({
      en: `LifeKeeper could not finish '${what}'. This is a bug in the extension. See its output for details.`,
      ja: `「${what}」を完了できませんでした。拡張機能の不具合です。詳細は出力を確認してください。`,
    });
    void notify.error(message, show).then((choice) => {
      if (choice === show) output().show();
    });
    return undefined;
  }
}
