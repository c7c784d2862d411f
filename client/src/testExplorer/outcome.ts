// How one scenario or proof ended, in VS Code's words.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { plainText } from "@lkcluster/core/locale/plainText.ts";
import { largest } from "@lkcluster/core/many.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import { safeMarkdown, visible } from "@lkcluster/core/text/shown.ts";
import type { Span } from "@lkcluster/core/text/span.ts";
import * as vscode from "vscode";
import type { Verdict } from "../clusterStates.ts";
import { inUserLanguage } from "../language.ts";

export interface Outcome {
  /** `cannot-run`: the file has errors, so nothing was tried. */
  readonly kind: "passed" | "failed" | "cannot-run" | "cancelled";
  /** Of a proof that ran. */
  readonly verdict?: Verdict;
  readonly messages: readonly vscode.TestMessage[];
  /** For the output of the run. */
  readonly log: string;
}

export function messageAt(uri: vscode.Uri, text: string, span: Span, message: vscode.TestMessage): vscode.TestMessage {
  const lines = indexLines(text);
  const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
  message.location = new vscode.Location(uri, new vscode.Range(start.line, start.character, end.line, end.character));
  return message;
}

/** What keeps a file from being simulated at all. */
export function cannotRun(
  problems: readonly {
    readonly file: string;
    readonly span: Span;
    readonly message: Localized;
    readonly severity: string;
  }[],
  textOf: (file: string) => string,
): Outcome {
  const errors = problems.filter(({ severity }) => severity === "error");
  return {
    kind: "cannot-run",
    messages: errors.map(({ file, span, message }) =>
      messageAt(vscode.Uri.parse(file), textOf(file), span, new vscode.TestMessage(plainText(inUserLanguage(message)))),
    ),
    log: "",
  };
}

/** Markdown that shows any text as it is. */
export function codeBlock(text: string): string {
  const fence = "`".repeat(largest([3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)]));
  return `${fence}text\n${visible(text)}\n${fence}`;
}

/** Any text as it is, in the middle of Markdown. */
export function asMarkdown(text: string): string {
  return new vscode.MarkdownString().appendText(visible(text)).value;
}

/** Paragraphs of a message, the first of which VS Code shows alone; then a link to see it happen in the simulator. */
export function messageWithReplay(
  uri: vscode.Uri,
  replayed: { readonly kind: "scenario" | "proof"; readonly title: string },
  [first = "", ...rest]: readonly string[],
): vscode.TestMessage {
  // A bracket in a title would end the link before its time.
  const args = encodeURIComponent(JSON.stringify([uri.toString(), replayed])).replace(/[()']/g, escape);
  const label = inUserLanguage({ en: "Replay in the simulator", ja: "シミュレーターで再現" });
  const link = `[${label}](command:lifekeeper.openSimulator?${args})`;
  const [head, second, ...more] = [first, ...rest].map((text) => safeMarkdown(text));
  const shown = [head ?? "", ...(second === undefined ? [] : [second]), link, ...more];
  const words = new vscode.MarkdownString(shown.join("\n\n"));
  words.isTrusted = { enabledCommands: ["lifekeeper.openSimulator"] };
  return new vscode.TestMessage(words);
}
