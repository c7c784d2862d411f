// *Roll Back Cluster…*: an earlier deployment is chosen by what going back to it would change, and what the nodes held
// then is deployed again with the same care.

import { changesText } from "@lkcluster/core/plan/changesText.ts";
import { labelText } from "@lkcluster/core/text/shown.ts";
import { rollbackCluster, type WayBackChoice, waysBack } from "@lkcluster/deploy/rollbackCluster.ts";
import * as vscode from "vscode";
import type { CommandSubject } from "../clusterFiles.ts";
import { currentLocale, inUserLanguage } from "../language.ts";
import { learnNodeStatus } from "../nodeStatus.ts";
import { notify } from "../notify.ts";
import { confirmMending } from "./confirmMending.ts";
import { connectionsFor } from "./connections.ts";
import { deployableCluster, deploySetting } from "./deployableCluster.ts";
import { standingsAfter } from "./nodeStanding.ts";
import { sayOutcome } from "./outcome.ts";
import { DeploymentPage } from "./page/deploymentPage.ts";
import { watchedBy, withProgress } from "./withProgress.ts";

export async function rollback(subject: CommandSubject): Promise<void> {
  const target = await deployableCluster(subject);
  if (target === undefined) return;
  const { cluster, files, uri } = target;
  const connections = connectionsFor(uri);
  const reading = inUserLanguage({ en: `Reading ${cluster.name}`, ja: `${cluster.name} を読み取っています` });
  const choices = await withProgress(reading, (watched) => waysBack({ cluster, ...connections, ...watched }));
  if (!isList(choices)) {
    sayOutcome(choices, undefined, undefined);
    return;
  }
  if (choices.length === 0) {
    void notify.information(
      inUserLanguage({
        en: `Nothing has been deployed to ${cluster.name} yet.`,
        ja: `${cluster.name} にはまだデプロイしていません。`,
      }),
    );
    return;
  }
  const choice = await choose(choices);
  if (choice === undefined) return;
  const title = inUserLanguage({ en: `Rolling back ${cluster.name}`, ja: `${cluster.name} を元に戻しています` });
  const { report, page } = await withProgress(title, async (watched, cancel) => {
    const page = DeploymentPage.begin(
      uri,
      { cluster: cluster.name, way: "roll-back" },
      { cancel, rollBack: () => undefined },
    );
    const report = await rollbackCluster({
      cluster,
      ...connections,
      ...watchedBy(page, watched),
      ...(choice.to === undefined ? {} : { to: choice.to }),
      confirmWithinSeconds: deploySetting(uri, "confirmWithinSeconds", 120),
      mend: confirmMending,
      confirm: async (plan) => (await page.ask(plan, watched.signal)) === "deploy",
    });
    page.ended(report);
    return { report, page };
  });
  const mode = deploySetting<"merge" | "replace">(uri, "mode", "merge");
  learnNodeStatus(uri, standingsAfter({ cluster, files, mode }, report), "keep");
  sayOutcome(report, page, undefined);
}

/** The union holds one array, which the compiler does not see through `readonly`. */
function isList<T>(value: readonly T[] | object): value is readonly T[] {
  return Array.isArray(value);
}

interface Choice extends vscode.QuickPickItem {
  /** Undefined: what was there before the last deployment. */
  readonly to: string | undefined;
}

async function choose(choices: readonly WayBackChoice[]): Promise<Choice | undefined> {
  const title = inUserLanguage({ en: "Roll back to what?", ja: "どの状態に戻しますか" });
  return await vscode.window.showQuickPick(choices.map(itemOf), { title, ignoreFocusOut: true, matchOnDetail: true });
}

/** Exported for the test that fills it with hostile names. */
export function itemOf({ to, way, nodes }: WayBackChoice): Choice {
  const isOpen = !("en" in nodes);
  const icon = isOpen ? (to === undefined ? "discard" : "history") : "circle-slash";
  const label =
    to === undefined ? inUserLanguage(beforeLast) : way === undefined ? to.slice(0, 10) : timeText(way.record.when);
  return {
    label: `$(${icon}) ${labelText(label)}`,
    detail: labelText(inUserLanguage(isOpen ? changesText(nodes) : nodes)),
    to,
  };
}

const beforeLast = { en: "Before the last deployment", ja: "最後のデプロイの前" } as const;

function timeText(when: string): string {
  const time = new Date(when);
  return Number.isNaN(time.getTime()) ? when : time.toLocaleString(currentLocale());
}
