// Says how a deployment ended: one notification that names the outcome, and every detail in the output channel.

import type { DeployReport, Outcome } from "@lkcluster/deploy/report.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { output } from "../output.ts";
import type { WayOut } from "./deployCommand.ts";

/** Gives back what the user allows after a refusal; undefined when there is nothing left to do. */
export async function sayOutcome(
  report: DeployReport,
  wayOut: WayOut | undefined,
): Promise<WayOut["allowed"] | undefined> {
  writeReport(report);
  const details = inUserLanguage({ en: "Show Details", ja: "詳細を表示" });
  const anyway = wayOut === undefined ? undefined : inUserLanguage(wayOut.label);
  const message = [report.message, ...report.advice].map(inUserLanguage).join(" ");
  const choice = await loudness[report.outcome](message, ...(anyway === undefined ? [] : [anyway]), details);
  if (choice === details) output().show();
  return choice !== undefined && choice === anyway ? wayOut?.allowed : undefined;
}

type Say = (message: string, ...actions: string[]) => Thenable<string | undefined>;

const loudness: Readonly<Record<Outcome, Say>> = {
  deployed: (message, ...actions) => vscode.window.showInformationMessage(message, ...actions),
  unchanged: (message, ...actions) => vscode.window.showInformationMessage(message, ...actions),
  reverted: (message, ...actions) => vscode.window.showWarningMessage(message, ...actions),
  refused: (message, ...actions) => vscode.window.showErrorMessage(message, ...actions),
  // Somebody must act now, so it does not fade away.
  mixed: (message, ...actions) => vscode.window.showErrorMessage(message, { modal: true }, ...actions),
};

function writeReport({ message, advice, nodes, outcome }: DeployReport): void {
  const lines = [
    inUserLanguage(message),
    ...advice.map((text) => `→ ${inUserLanguage(text)}`),
    ...nodes.map(({ node, state, detail }) => `  ${node}: ${state}. ${inUserLanguage(detail)}`),
  ];
  const level = outcome === "mixed" || outcome === "refused" ? "error" : outcome === "reverted" ? "warn" : "info";
  for (const line of lines) output()[level](line);
}
