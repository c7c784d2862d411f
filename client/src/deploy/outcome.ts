// Says how a deployment ended: one notification that names the outcome, and every detail in the output channel.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { nodeStateWords } from "@lkcluster/deploy/outcomeWords.ts";
import type { DeployReport, Outcome } from "@lkcluster/deploy/report.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { guarded, output } from "../output.ts";

export interface WayOut {
  readonly label: Localized;
  readonly go: () => Promise<void>;
}

/** Shows the outcome and does not wait: a notification may stay for hours, and the next command must not. */
export function sayOutcome(report: DeployReport, wayOut: WayOut | undefined): void {
  writeReport(report);
  const details = inUserLanguage({ en: "Show Details", ja: "詳細を表示" });
  const anyway = wayOut === undefined ? undefined : inUserLanguage(wayOut.label);
  const message = [report.message, ...report.advice].map(inUserLanguage).join(" ");
  const shown = loudness[report.outcome](message, ...(anyway === undefined ? [] : [anyway]), details);
  void shown.then(async (choice) => {
    if (choice === details) output().show();
    else if (choice !== undefined) await guarded("deploy", () => wayOut?.go());
  });
}

type Say = (message: string, ...actions: string[]) => Thenable<string | undefined>;

const loudness: Readonly<Record<Outcome, Say>> = {
  deployed: (message, ...actions) => vscode.window.showInformationMessage(message, ...actions),
  unchanged: (message, ...actions) => vscode.window.showInformationMessage(message, ...actions),
  reverted: (message, ...actions) => vscode.window.showWarningMessage(message, ...actions),
  refused: (message, ...actions) => vscode.window.showErrorMessage(message, ...actions),
  // An error with a button stays until somebody has dealt with it.
  mixed: (message, ...actions) => vscode.window.showErrorMessage(message, ...actions),
};

function writeReport({ message, advice, nodes, outcome }: DeployReport): void {
  const lines = [
    inUserLanguage(message),
    ...advice.map((text) => `→ ${inUserLanguage(text)}`),
    ...nodes.map(
      ({ node, state, detail }) => `  ${node}: ${inUserLanguage(nodeStateWords[state])} – ${inUserLanguage(detail)}`,
    ),
  ];
  const level = outcome === "mixed" || outcome === "refused" ? "error" : outcome === "reverted" ? "warn" : "info";
  for (const line of lines) output()[level](line);
}
