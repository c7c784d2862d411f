// Says how a deployment ended: one notification that names the outcome; every detail stands on the page of the deployment,
// and in the output channel.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { labelText } from "@lkcluster/core/text/shown.ts";
import { nodeStateWords } from "@lkcluster/deploy/outcomeWords.ts";
import type { DeployReport, Outcome } from "@lkcluster/deploy/report.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";
import { guarded, output } from "../output.ts";

export interface WayOut {
  readonly label: Localized;
  readonly go: () => Promise<void>;
}

/**
 * Shows the outcome and does not wait: a notification may stay for hours, and the next command must not. `page`: where
 * every detail stands.
 */
export function sayOutcome(
  report: DeployReport,
  page: { reveal(): void } | undefined,
  wayOut: WayOut | undefined,
): void {
  writeReport(report);
  // Whoever has just said no need not be told that it was an error.
  if (report.declined && report.outcome === "refused") {
    vscode.window.setStatusBarMessage(labelText(inUserLanguage(report.message)), 5000);
    return;
  }
  const details = inUserLanguage({ en: "Show Details", ja: "詳細を表示" });
  const anyway = wayOut === undefined ? undefined : inUserLanguage(wayOut.label);
  const message = [report.message, ...unreadCauses(report), ...report.advice].map(inUserLanguage).join(" ");
  const shown = loudness[report.outcome](message, ...(anyway === undefined ? [] : [anyway]), details);
  void shown.then(async (choice) => {
    if (choice === details) {
      if (page === undefined) output().show();
      else page.reveal();
    } else if (choice !== undefined) await guarded("deploy", () => wayOut?.go());
  });
}

/** In the output channel they stand with each node; a notification has only one place. */
function unreadCauses({ nodes }: DeployReport): readonly Localized[] {
  return nodes
    .filter(({ state }) => state === "unknown")
    .map(({ node, detail }) => ({ en: `${node}: ${detail.en}`, ja: `${node}: ${detail.ja}` }));
}

type Say = (message: string, ...actions: string[]) => Thenable<string | undefined>;

const loudness: Readonly<Record<Outcome, Say>> = {
  deployed: notify.information,
  unchanged: notify.information,
  reverted: notify.warning,
  refused: notify.error,
  healed: notify.warning,
  // An error with a button stays until somebody has dealt with it.
  mixed: notify.error,
};

function writeReport({ message, advice, nodes, outcome, declined }: DeployReport): void {
  const lines = [
    inUserLanguage(message),
    ...advice.map((text) => `→ ${inUserLanguage(text)}`),
    ...nodes.flatMap(({ node, state, detail, said }) => [
      `  ${node}: ${inUserLanguage(nodeStateWords[state])} – ${inUserLanguage(detail)}`,
      ...(said === undefined ? [] : [`    ${said.replaceAll("\n", "\n    ")}`]),
    ]),
  ];
  const level =
    outcome === "mixed" || (outcome === "refused" && !declined)
      ? "error"
      : outcome === "reverted" || outcome === "healed"
        ? "warn"
        : "info";
  for (const line of lines) output()[level](line);
}
