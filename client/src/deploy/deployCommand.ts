// *Deploy to Cluster…* and *Show Deployment Plan*.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type DeploymentPlan, isChanged } from "@lkcluster/core/plan/deploymentPlan.ts";
import { deployCluster, planCluster } from "@lkcluster/deploy/deployCluster.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import * as vscode from "vscode";
import type { CommandSubject } from "../clusterFiles.ts";
import { inUserLanguage } from "../language.ts";
import { learnNodeStatus } from "../nodeStatus.ts";
import { notify } from "../notify.ts";
import { confirmMending } from "./confirmMending.ts";
import { connectionsFor } from "./connections.ts";
import { type DeployableCluster, deployableCluster, deploySetting } from "./deployableCluster.ts";
import { standingsAfter } from "./nodeStanding.ts";
import { oneAtATime } from "./oneAtATime.ts";
import { sayOutcome } from "./outcome.ts";
import { DeploymentPage } from "./page/deploymentPage.ts";
import type { PageAnswer } from "./page/protocol.ts";
import { showPlanDifferences } from "./planDocuments.ts";
import { watchedBy, withProgress } from "./withProgress.ts";

/** What the user allows beyond the ordinary, each after a question of its own. */
interface Allowed {
  readonly activate?: true;
  readonly ignoreProofs?: true;
}

export async function deploy(subject: CommandSubject): Promise<void> {
  const target = await deployableCluster(subject);
  if (target !== undefined) await deployAllowed(target, {});
}

async function deployAllowed(target: DeployableCluster, allowed: Allowed): Promise<void> {
  const { report, answer, page } = await deployOnce(target, allowed);
  if (answer === "activate") return await deployAllowed(target, { ...allowed, activate: true });
  learnNodeStatus(target.uri, standingsAfter(requestFor(target), report), "keep");
  const wayOut = report.outcome === "refused" ? wayOutOf(report.plan, allowed) : undefined;
  sayOutcome(report, page, wayOut && { ...wayOut, go: () => oneAtATime(() => deployAllowed(target, wayOut.allowed)) });
}

function deployOnce(
  target: DeployableCluster,
  allowed: Allowed,
): Thenable<{ readonly report: DeployReport; readonly answer: PageAnswer | undefined; readonly page: DeploymentPage }> {
  const { cluster, uri } = target;
  const title = inUserLanguage({ en: `Deploying ${cluster.name}`, ja: `${cluster.name} をデプロイしています` });
  return withProgress(title, async (watched, cancel) => {
    const page = DeploymentPage.begin(
      uri,
      { cluster: cluster.name, way: "deploy" },
      { cancel, rollBack: () => rollBack(uri) },
    );
    let answer: PageAnswer | undefined;
    const report = await deployCluster({
      ...requestFor(target),
      ...connectionsFor(uri),
      ...watchedBy(page, watched),
      ...allowed,
      confirmWithinSeconds: deploySetting(uri, "confirmWithinSeconds", 120),
      mend: confirmMending,
      confirm: async (plan) => {
        answer = await page.ask(plan, watched.signal);
        return answer === "deploy";
      },
    });
    page.ended(report);
    return { report, answer, page };
  });
}

function rollBack(uri: vscode.Uri): void {
  void vscode.commands.executeCommand("lifekeeper.rollback", uri);
}

function requestFor({ cluster, files, uri }: DeployableCluster) {
  return { cluster, files, mode: deploySetting<"merge" | "replace">(uri, "mode", "merge") };
}

/** A refusal that the user may decide otherwise, in so many words. */
function wayOutOf(
  plan: DeploymentPlan | undefined,
  allowed: Allowed,
): { readonly label: Localized; readonly allowed: Allowed } | undefined {
  if (plan === undefined) return undefined;
  if (plan.rollout.kind === "all-stopped" && allowed.activate !== true) {
    return {
      label: { en: "Stop All, Write, Start All…", ja: "全ノードを停止して書き込み、起動…" },
      allowed: { ...allowed, activate: true },
    };
  }
  const isUnproved = plan.rollout.kind === "unsafe" || plan.proofsViolated;
  if (!isUnproved || allowed.ignoreProofs === true) return undefined;
  return {
    label: { en: "Deploy Without This Proof…", ja: "証明なしでデプロイ…" },
    allowed: { ...allowed, ignoreProofs: true },
  };
}

export async function showPlan(subject: CommandSubject): Promise<void> {
  const target = await deployableCluster(subject);
  if (target === undefined) return;
  const title = inUserLanguage({
    en: `Reading ${target.cluster.name}`,
    ja: `${target.cluster.name} を読み取っています`,
  });
  const result = await withProgress(title, (watched) =>
    planCluster({ ...requestFor(target), ...connectionsFor(target.uri), ...watched }),
  );
  if (result.kind === "refused") {
    sayOutcome(result.report, undefined, undefined);
    return;
  }
  const { plan } = result;
  if (plan.refusals.length > 0) {
    void notify.error(plan.refusals.map(inUserLanguage).join(" "));
  } else if (plan.nodes.some(isChanged)) {
    await showPlanDifferences(plan);
  } else {
    void notify.information(
      inUserLanguage({
        en: "Every node holds this configuration already.",
        ja: "すべてのノードがすでにこの構成です。",
      }),
    );
  }
}
