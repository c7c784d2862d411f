// A plan as a file: made now, looked at by others, carried out later. Carrying it out makes the plan again from what it
// was made from, on the nodes as they are then, so that every check is made that a fresh plan gets; when anything comes
// out differently it is stale.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { CheckedCluster } from "@lkcluster/core/model/cluster.ts";
import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import type { CheckSettings } from "@lkcluster/core/rules/settings.ts";
import { planOf } from "./deployCluster.ts";
import { hashOf } from "./hash.ts";
import { type Fingerprint, type PlanBody, writePlanFile } from "./planFile.ts";
import type { PlanKey } from "./planSeal.ts";
import type { DeployReport } from "./report.ts";
import { type Carrying, type ClusterRequest, type PlanRequest, targetsOf } from "./request.ts";
import { withNodes } from "./withNodes.ts";

export interface PlanSource
  extends Pick<PlanRequest, "cluster" | "files" | "nodes" | "mode" | "activate" | "ignoreProofs"> {
  /** What the cluster was checked with besides the settings beside it. */
  readonly settings: CheckSettings;
}

/** The text of a plan file. `facts` are those of all nodes that the plan was made from. */
export function savePlan(
  plan: DeploymentPlan,
  facts: readonly NodeFacts[],
  { cluster, files, settings, nodes, mode = "merge", activate = false, ignoreProofs = false }: PlanSource,
  key: PlanKey | undefined,
): string {
  const body: PlanBody = {
    cluster: cluster.file,
    files: filesReadFor(cluster.file, files, settings),
    severity: settings.severity ?? {},
    mode,
    activate,
    ignoreProofs,
    nodes: nodes ?? null,
    made: fingerprintOf(plan, facts),
  };
  return writePlanFile(body, key);
}

/** Checking again tells which files count. */
function filesReadFor(clusterFile: string, files: FileSet, settings: CheckSettings): PlanBody["files"] {
  const read = new Map<string, string>();
  const watched: FileSet = {
    read(name) {
      const found = files.read(name);
      if (found !== undefined) read.set(name, found.text);
      return found;
    },
  };
  checkCluster(watched, clusterFile, settings);
  return [...read].map(([name, text]) => ({ name, text }));
}

function fingerprintOf(plan: DeploymentPlan, facts: readonly NodeFacts[]): Fingerprint {
  return {
    nodes: facts.map(({ node, target, lifekeeper, lifekeeperName }) => {
      const planned = plan.nodes.find((each) => each.node === node);
      const held = hashOf(target.kind === "file" ? target.content : undefined);
      const before = target.kind === "other" ? target.what : held;
      const after = planned === undefined ? before : hashOf(planned.after);
      return { node, before, after, lifekeeper, name: lifekeeperName ?? "" };
    }),
    order: plan.order,
    rollout: plan.rollout.kind,
    steps: plan.steps.map(({ kind, node }) => (node === undefined ? kind : `${kind} ${node}`)),
  };
}

export interface SavedCluster {
  readonly cluster: CheckedCluster;
  readonly files: FileSet;
}

/** The cluster that the plan was made for, checked again; undefined when it has errors, as a forged one may. */
export function clusterOfPlan({ cluster: file, files: texts, severity, nodes }: PlanBody): SavedCluster | undefined {
  const files = filesOf(Object.fromEntries(texts.map(({ name, text }) => [name, text])));
  const { checked: cluster } = checkCluster(files, file, { severity });
  const isWhole = nodes?.every((name) => cluster?.nodes.some((node) => node.name === name)) ?? true;
  return cluster === undefined || !isWhole ? undefined : { cluster, files };
}

export type DeployPlanRequest = Omit<ClusterRequest, "cluster" | "nodes"> &
  Carrying &
  Pick<PlanRequest, "judge"> &
  SavedCluster & { readonly body: PlanBody; readonly seal: "sealed" | "unsealed" };

export function deploySavedPlan(request: DeployPlanRequest): Promise<DeployReport> {
  const { body, seal } = request;
  const { mode, activate, ignoreProofs, nodes, made } = body;
  const again = { ...request, mode, activate, ignoreProofs, ...(nodes === null ? {} : { nodes }) };
  return withNodes<DeployReport>(
    request,
    targetsOf(again),
    { ...request, command: "deploy a saved plan" },
    {
      refused: (report) => report,
      prepared: async (prepared) => {
        const plan = await prepared.plan(planOf(again, prepared));
        if (plan === undefined) return prepared.cancelled();
        const now = fingerprintOf(plan, [...prepared.facts, ...prepared.others]);
        // What a fresh plan would be refused for is said rather than that something has changed.
        const stale = plan.refusals.length > 0 ? [] : differences(made, now);
        if (stale.length > 0) return prepared.refuse([staleText(stale)]);
        const warnings = seal === "sealed" ? plan.warnings : [unsealedText, ...plan.warnings];
        return prepared.carryOut({ ...plan, warnings }, request);
      },
    },
  );
}

function differences(made: Fingerprint, now: Fingerprint): readonly Localized[] {
  const found: Localized[] = [];
  const told = (of: (node: Fingerprint["nodes"][number]) => string, en: string, ja: string): void => {
    const names = new Set([...made.nodes, ...now.nodes].map(({ node }) => node));
    const value = (all: Fingerprint, name: string): string | undefined => {
      const node = all.nodes.find((each) => each.node === name);
      return node === undefined ? undefined : of(node);
    };
    const differ = [...names].filter((name) => value(made, name) !== value(now, name)).join(", ");
    if (differ !== "") found.push({ en: `${en}: ${differ}`, ja: `${ja}: ${differ}` });
  };
  told(({ before }) => before, "the parameter file has changed", "パラメーターファイルの変更");
  told(({ name }) => name, "LifeKeeper calls itself otherwise", "LifeKeeper の名前の変更");
  told(({ lifekeeper }) => lifekeeper, "LifeKeeper was started or stopped", "LifeKeeper の起動または停止");
  if (found.length > 0) return found;
  told(({ after }) => after, "another file would be written", "書き込む内容の変更");
  if (made.order.join() !== now.order.join() || made.steps.join() !== now.steps.join())
    found.push({ en: "the steps are others", ja: "手順の変更" });
  if (made.rollout !== now.rollout)
    found.push({ en: "the proof of the rollout is another", ja: "途中の状態の証明の変更" });
  return found;
}

function staleText(what: readonly Localized[]): Localized {
  const en = what.map((text) => text.en).join("; ");
  const ja = what.map((text) => text.ja).join("、");
  return {
    en: `The plan is stale. Since it was made: ${en}. Make a new plan.`,
    ja: `計画が古くなっています。作成後の変化（${ja}）があるため、計画を作り直してください。`,
  };
}

export const unsealedText: Localized = {
  en: "This plan does not carry your seal: it was made by another user or on another machine. Check where it goes and every difference.",
  ja: "この計画にはあなたのシールがありません。別のユーザーまたは別のマシンで作られたものです。デプロイ先とすべての差分を確かめてください。",
};
