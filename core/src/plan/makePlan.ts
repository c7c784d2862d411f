// Makes the plan of a deployment from a checked cluster and what its nodes hold. Pure: the dry run is its result.

import type { Localized } from "../locale/localized.ts";
import type { CheckedCluster, SoundCluster } from "../model/cluster.ts";
import type { FileSet } from "../model/fileSet.ts";
import type { Progress } from "../prove/explore.ts";
import { isStoppedByDeployment } from "./aftermath.ts";
import { asBytes, type ByteText, textOfBytes } from "./byteText.ts";
import { readLines } from "./defaultsLines.ts";
import { type DeploymentPlan, isChanged, type NodePlan, type ParameterChange, type Rollout } from "./deploymentPlan.ts";
import { describeDrift, findDrift } from "./drift.ts";
import { checkIdentities } from "./identity.ts";
import { mergeDefaults } from "./mergeDefaults.ts";
import type { NodeFacts } from "./nodeFacts.ts";
import { orderNodes } from "./nodeOrder.ts";
import { unprovedOf } from "./proofsOfFile.ts";
import { findSafeOrder, type JudgeMixed } from "./rollout.ts";
import { planSteps } from "./steps.ts";
import { effectsOf, needsAllStopped } from "./takesEffect.ts";
import { wantedOf } from "./wanted.ts";

export interface PlanInput extends PlanContext {
  readonly cluster: CheckedCluster;
  readonly files: FileSet;
}

export interface PlanContext {
  readonly cluster: SoundCluster;
  /** Of the nodes to deploy to, in the order of the cluster file. */
  readonly facts: readonly NodeFacts[];
  readonly mode: "merge" | "replace";
  readonly activate: boolean;
  /** The user has said in so many words that an unproved or unsafe rollout is accepted. */
  readonly ignoreProofs: boolean;
  readonly rollback?: DeploymentPlan["rollback"];
  /** Made for the files that the nodes hold and would hold; undefined when there is no prover. */
  readonly judge?: JudgeNodes;
}

export type JudgeNodes = (cluster: SoundCluster, nodes: readonly NodePlan[]) => JudgeMixed;

/** Its caller pumps: exploring what lies between the old and the new files may take seconds. */
export function* makePlan(input: PlanInput): Generator<Progress, DeploymentPlan> {
  const { cluster, files, ignoreProofs } = input;
  const { nodes, refusals } = planNodes(input);
  const unproved = nodes.some(isChanged) ? yield* unprovedOf(cluster, files) : [];
  const violated = unproved.filter(({ verdict }) => verdict === "violated").map(({ text }) => text);
  const unfinished = unproved.filter(({ verdict }) => verdict === "incomplete").map(({ text }) => text);
  const plan = yield* planFor({ ...input, nodes, refusals: ignoreProofs ? refusals : [...refusals, ...violated] });
  return {
    ...plan,
    proofsViolated: violated.length > 0,
    warnings: [...plan.warnings, ...(ignoreProofs ? violated : []), ...unfinished],
  };
}

/** What each node holds and would hold, and why it cannot be told where it cannot. */
export function planNodes({ cluster, files, facts, mode }: Pick<PlanInput, "cluster" | "files" | "facts" | "mode">): {
  readonly nodes: readonly NodePlan[];
  readonly refusals: readonly Localized[];
} {
  const refusals: Localized[] = [];
  const nodes: NodePlan[] = [];
  for (const node of cluster.nodes) {
    const held = facts.find((fact) => fact.node === node.name);
    if (held === undefined) continue;
    const wanted = wantedOf(cluster, files, node);
    if (!wanted.ok) refusals.push(wanted.why);
    else if (held.target.kind === "other") refusals.push(notRegular(node.name, held.target.what));
    else {
      const before = held.target.kind === "file" ? held.target.content : undefined;
      const merged =
        mode === "replace" || before === undefined
          ? ({ ok: true, content: wanted.file } as const)
          : mergeDefaults(before, wanted.lines);
      if (!merged.ok) refusals.push(...merged.twice.map(({ name, lines }) => givenTwice(node.name, name, lines)));
      else {
        const sets = wanted.lines.map(({ name }) => textOfBytes(name));
        nodes.push(nodePlan(held, before, merged.content, sets));
      }
    }
  }
  return { nodes, refusals };
}

/** The part that a rollback shares: order, effects, steps, and what speaks against it. */
export function* planFor(
  input: PlanContext & { readonly nodes: readonly NodePlan[]; readonly refusals: readonly Localized[] },
): Generator<Progress, DeploymentPlan> {
  const { cluster, facts, mode, activate, nodes } = input;
  const changed = nodes.filter(isChanged);
  const names = changed.flatMap(({ changes }) => changes.map(({ name }) => name));
  const effects = effectsOf(names);
  const orders = orderNodes(cluster, facts);
  const writeOrder = orders.write.filter((name) => changed.some(({ node }) => node === name));
  const { order, rollout } = yield* chooseRollout(input, writeOrder, names);
  const identities = checkIdentities(
    facts,
    cluster.nodes.map(({ name }) => name),
  );
  const refusals = [...identities.refusals, ...input.refusals];
  const running = facts.filter(({ lifekeeper }) => lifekeeper === "running").map(({ node }) => node);
  if (rollout.kind === "all-stopped" && running.length > 0 && !activate) refusals.push(stopFirst(names, running));
  const removed = nodes.filter((node) => isChanged(node) && node.after === undefined).map(({ node }) => node);
  const interrupted = facts.filter(isStoppedByDeployment).map(({ node }) => node);
  const steps = planSteps({ order, removed, effects, rollout, activate, running, interrupted, orders });
  const vmdk = cluster.resources.filter(({ application, kind }) => /vmdk/i.test(`${application}/${kind}`));
  if (vmdk.length > 0 && steps.some(({ kind }) => kind === "stop"))
    refusals.push(vmdkText(vmdk.map(({ name }) => name)));
  const mustNot = rollout.kind === "unsafe" || (rollout.kind === "unproved" && touchesStorageMode(nodes));
  if (mustNot && !input.ignoreProofs && running.length > 0) refusals.push(rollout.text);
  return {
    cluster: cluster.name,
    mode,
    activate,
    rollback: input.rollback,
    nodes,
    order,
    effects,
    rollout,
    proofsViolated: false,
    steps,
    refusals,
    warnings: [...identities.warnings, ...nodes.flatMap(warningsOf)],
  };
}

function* chooseRollout(
  { cluster, judge, facts, nodes }: PlanContext & { readonly nodes: readonly NodePlan[] },
  preferred: readonly string[],
  names: readonly string[],
): Generator<Progress, { readonly order: readonly string[]; readonly rollout: Rollout }> {
  const together = needsAllStopped(names);
  if (together.length > 0) return { order: preferred, rollout: { kind: "all-stopped", text: allStopped(together) } };
  const live = effectsOf(names).find(({ takesEffect }) => takesEffect === "immediately");
  const running = facts.some(({ lifekeeper }) => lifekeeper === "running");
  // With one file to rename there is no moment between the first and the last.
  if (live === undefined || !running || preferred.length < 2) return { order: preferred, rollout: { kind: "trivial" } };
  if (touchesStorageMode(nodes)) return { order: preferred, rollout: { kind: "unproved", text: storageText } };
  if (judge === undefined) return { order: preferred, rollout: { kind: "unproved", text: noProver } };
  return yield* findSafeOrder(preferred, judge(cluster, nodes));
}

/** The storage modes count at once, their storage only after qwk_storage_init: no exploration covers that moment. */
function touchesStorageMode(nodes: readonly NodePlan[]): boolean {
  return nodes.some(({ changes }) =>
    changes.some(
      ({ name, before, after }) =>
        (name === "QUORUM_MODE" || name === "WITNESS_MODE") && (before === "storage" || after === "storage"),
    ),
  );
}

const storageText: Localized = {
  en: "A change to or from the storage modes takes effect at once, but the storage itself only after qwk_storage_init, and no document describes the time in between. Stop LifeKeeper on all nodes in the documented order, deploy, run qwk_storage_init on every node, and start it again.",
  ja: "storage モードとほかのモードとの間の変更は直ちに有効になりますが、ストレージは qwk_storage_init を実行するまで有効になりません。その間の動作を示す資料はありません。資料にある順序で全ノードの LifeKeeper を停止してから配備し、各ノードで qwk_storage_init を実行した後、LifeKeeper を起動してください。",
};

export function nodePlan(
  held: NodeFacts,
  before: ByteText | undefined,
  after: ByteText | undefined,
  sets: readonly string[],
): NodePlan {
  const last = held.generations.findLast(({ confirmed }) => confirmed)?.record?.names ?? [];
  const now = readLines(after);
  return {
    node: held.node,
    before,
    after,
    changes: compare(before, after),
    sets,
    drift: findDrift(held, after),
    noLongerSet: last.filter((name) => now.has(name) && !sets.includes(name)),
  };
}

function compare(before: ByteText | undefined, after: ByteText | undefined): readonly ParameterChange[] {
  const old = readLines(before);
  const now = readLines(after);
  const text = (bytes: ByteText | undefined): string | undefined =>
    bytes === undefined ? undefined : textOfBytes(bytes);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => ({ name: textOfBytes(asBytes(name)), before: text(old.get(name)), after: text(now.get(name)) }));
}

function warningsOf({ node, before, after, drift, noLongerSet }: NodePlan): readonly Localized[] {
  const warnings: Localized[] = [];
  if (before !== undefined && after === undefined) warnings.push(takenAway(node));
  if (drift.kind === "theirs" || drift.kind === "both") {
    const what = describeDrift(drift);
    warnings.push({ en: `${node}: ${what.en}.`, ja: `${node}: ${what.ja}。` });
  }
  if (noLongerSet.length > 0) {
    const names = noLongerSet.join(", ");
    warnings.push({
      en: `${node}: no longer set here, but left on the node: ${names}.`,
      ja: `${node}: ここでは設定しなくなりましたが、ノードには残ります: ${names}。`,
    });
  }
  return warnings;
}

function takenAway(node: string): Localized {
  return {
    en: `${node}: the parameter file is removed, because there was none before; every parameter then has its default.`,
    ja: `${node}: パラメーターファイルは以前なかったため、削除します。削除後は全パラメーターがデフォルト値になります。`,
  };
}

function notRegular(node: string, what: string): Localized {
  return {
    en: `${node}: the parameter file is not a regular file or a link to one (${what}).`,
    ja: `${node}: パラメーターファイルが通常のファイル（またはそれへのリンク）ではありません（${what}）。`,
  };
}

function givenTwice(node: string, name: ByteText, lines: readonly number[]): Localized {
  const at = lines.map((line) => line + 1).join(", ");
  const word = textOfBytes(name);
  return {
    en: `${node}: its file gives ${word} more than once (lines ${at}). Which one takes effect is not documented. Remove all but one there.`,
    ja: `${node}: ファイルに ${word} が複数回あります（${at} 行目）。どれが有効になるかは資料にないため、ノード側で 1 行だけ残してください。`,
  };
}

function allStopped(names: readonly string[]): Localized {
  const list = names.join(", ");
  return {
    en: `${list} must be equal on all nodes and take effect when LifeKeeper starts: all nodes stop, all files are written, all nodes start.`,
    ja: `${list} は全ノードで同じ値でなければならず、LifeKeeper の起動時に有効になります。全ノードを停止し、全ファイルを書き込んでから起動します。`,
  };
}

function stopFirst(names: readonly string[], running: readonly string[]): Localized {
  const list = needsAllStopped(names).join(", ");
  const where = running.join(", ");
  return {
    en: `${list} may only be edited while LifeKeeper is stopped on all nodes, but it is running on ${where}. Stop it there, or deploy with activation, which stops, writes and starts in the documented order.`,
    ja: `${list} は全ノードで LifeKeeper を停止してから編集する必要がありますが、${where} で稼働中です。停止してから配備するか、資料にある順序で停止・書き込み・起動を行う有効化付きで配備してください。`,
  };
}

/** The vendor forbids `lkstop -f` there: the node halts. */
function vmdkText(tags: readonly string[]): Localized {
  const list = tags.join(", ");
  return {
    en: `LifeKeeper must not be stopped with lkstop -f where there are VMDK resources (${list}): the node would halt. Deploy without activation and restart it by the vendor's own procedure.`,
    ja: `VMDK リソース（${list}）がある場合、lkstop -f で LifeKeeper を停止するとノードが停止します。有効化なしで配備し、製品の手順で再起動してください。`,
  };
}

const noProver: Localized = {
  en: "The mixed states between the first and the last rename were not explored.",
  ja: "最初の置き換えから最後の置き換えまでの混在状態は探索していません。",
};
