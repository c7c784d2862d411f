// *Roll Back Cluster…*: an earlier deployment is chosen from what the nodes keep, and deployed again with the same care.

import type { DeploymentRecord } from "@lkcluster/core/plan/nodeFacts.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { type StatusReport, statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import * as vscode from "vscode";
import type { CommandSubject } from "../clusterFiles.ts";
import { currentLocale, inUserLanguage } from "../language.ts";
import { confirmPlan } from "./confirmPlan.ts";
import { connectionsFor } from "./connections.ts";
import { deployableCluster, deploySetting } from "./deployableCluster.ts";
import { learnFromReport, learnNodeStatus, statusForTree } from "./nodeStatus.ts";
import { sayOutcome } from "./outcome.ts";
import { withProgress } from "./withProgress.ts";

export async function rollback(subject: CommandSubject): Promise<void> {
  const target = await deployableCluster(subject);
  if (target === undefined) return;
  const { cluster, files, uri } = target;
  const connections = connectionsFor(uri);
  const reading = inUserLanguage({ en: `Reading ${cluster.name}`, ja: `${cluster.name} を読み取っています` });
  const status = await withProgress(reading, (watched) =>
    statusOfCluster({ cluster, files, ...connections, ...watched }),
  );
  learnNodeStatus(uri, status.nodes.map(statusForTree));
  const choice = await chooseGeneration(status);
  if (choice === undefined) return;
  const title = inUserLanguage({ en: `Rolling back ${cluster.name}`, ja: `${cluster.name} を元に戻しています` });
  const report = await withProgress(title, (watched) =>
    rollbackCluster({
      cluster,
      ...connections,
      ...watched,
      ...(choice.to === undefined ? {} : { to: choice.to }),
      confirmWithinSeconds: deploySetting(uri, "confirmWithinSeconds", 120),
      confirm: async (plan) => (await confirmPlan(plan, watched.signal)) === "deploy",
    }),
  );
  learnFromReport(uri, { ...report, outcome: report.outcome === "deployed" ? "reverted" : report.outcome });
  sayOutcome(report, undefined);
}

interface Choice extends vscode.QuickPickItem {
  /** Undefined: what was there before the last deployment. */
  readonly to: string | undefined;
}

async function chooseGeneration({ nodes }: StatusReport): Promise<Choice | undefined> {
  const records = new Map<string, DeploymentRecord>();
  for (const { facts } of nodes) {
    for (const { record, confirmed } of facts?.generations ?? []) {
      if (confirmed && record !== undefined) records.set(record.transaction, record);
    }
  }
  const newestFirst = [...records.values()].sort((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0));
  const before: Choice = {
    label: inUserLanguage({ en: "$(discard) Before the last deployment", ja: "$(discard) 最後の配備の前" }),
    to: undefined,
  };
  const earlier = newestFirst.slice(1).map(
    ({ transaction, when, who }): Choice => ({
      label: `$(history) ${timeText(when)}`,
      description: who,
      detail: transaction,
      to: transaction,
    }),
  );
  const title = inUserLanguage({ en: "Roll back to what?", ja: "どの状態に戻しますか" });
  return await vscode.window.showQuickPick([before, ...earlier], { title, ignoreFocusOut: true });
}

function timeText(when: string): string {
  const time = new Date(when);
  return Number.isNaN(time.getTime()) ? when : time.toLocaleString(currentLocale());
}
