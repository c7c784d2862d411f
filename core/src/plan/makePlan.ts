// Makes the plan of a deployment from a checked cluster and what its nodes hold. Pure: the dry run is its result.

import type { Localized } from "../locale/localized.ts";
import { append } from "../many.ts";
import type { CheckedCluster, SoundCluster } from "../model/cluster.ts";
import type { FileSet } from "../model/fileSet.ts";
import type { Progress } from "../prove/explore.ts";
import { asBytes, type ByteText, textOfBytes } from "../text/byteText.ts";
import { isStoppedByDeployment } from "./aftermath.ts";
import { deadPathsBeforeInit } from "./deadPaths.ts";
import { readLines } from "./defaultsLines.ts";
import { type DeploymentPlan, isChanged, type NodePlan, type ParameterChange, type Rollout } from "./deploymentPlan.ts";
import { disagreements } from "./disagreements.ts";
import { describeDrift, findDrift } from "./drift.ts";
import { checkExtras } from "./extras.ts";
import { checkIdentities } from "./identity.ts";
import { mergeDefaults } from "./mergeDefaults.ts";
import type { NodeFacts } from "./nodeFacts.ts";
import { orderNodes } from "./nodeOrder.ts";
import { unprovedOf } from "./proofsOfFile.ts";
import { findSafeOrder, type JudgeMixed } from "./rollout.ts";
import { planSteps } from "./steps.ts";
import { effectsOf, needsAllStopped } from "./takesEffect.ts";
import { wantedOf } from "./wanted.ts";
import { goesTo, unusualPlaces } from "./whereItGoes.ts";

export interface PlanInput extends PlanContext {
  readonly cluster: CheckedCluster;
  readonly files: FileSet;
}

export interface PlanContext {
  readonly cluster: SoundCluster;
  /** Of the nodes to deploy to, in the order of the cluster file. */
  readonly facts: readonly NodeFacts[];
  /** Of the other nodes of the cluster, which are read to be judged and not written. */
  readonly others?: readonly NodeFacts[];
  /** Nodes of the cluster that could not be read; only others may be among them. */
  readonly unread?: readonly string[];
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
  const remaining = planNodes({ ...input, facts: input.others ?? [] }).nodes;
  const unproved = nodes.some(isChanged) ? yield* unprovedOf(cluster, files) : [];
  const violated = unproved.filter(({ verdict }) => verdict === "violated").map(({ text }) => text);
  const unfinished = unproved.filter(({ verdict }) => verdict === "incomplete").map(({ text }) => text);
  const plan = yield* planFor({
    ...input,
    nodes,
    remaining,
    refusals: ignoreProofs ? refusals : [...refusals, ...violated],
  });
  return {
    ...plan,
    proofsViolated: violated.length > 0,
    warnings: [...plan.warnings, ...(ignoreProofs ? violated : []), ...unfinished],
  };
}

/** What is known of a node's file, now and before. */
export type FileFacts = Pick<NodeFacts, "node" | "target" | "generations">;

export interface NodesInput extends Pick<PlanInput, "cluster" | "files" | "mode"> {
  readonly facts: readonly FileFacts[];
}

/** What each node holds and would hold, and why it cannot be told where it cannot. */
export function planNodes({ cluster, files, facts, mode }: NodesInput): {
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
      if (!merged.ok)
        append(
          refusals,
          merged.twice.map(({ name, lines }) => givenTwice(node.name, name, lines)),
        );
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
  input: PlanContext & {
    readonly nodes: readonly NodePlan[];
    /** What the nodes that are not written hold, and would hold if they were; as far as that can be told. */
    readonly remaining: readonly NodePlan[];
    readonly refusals: readonly Localized[];
  },
): Generator<Progress, DeploymentPlan> {
  const { cluster, facts, mode, activate, nodes, others = [], unread = [] } = input;
  const everywhere = [...facts, ...others];
  const changed = nodes.filter(isChanged);
  const names = changed.flatMap(({ changes }) => changes.map(({ name }) => name));
  const effects = effectsOf(names);
  const orders = orderNodes(cluster, facts);
  const writeOrder = orders.write.filter((name) => changed.some(({ node }) => node === name));
  const { order, rollout } = yield* chooseRollout(input, writeOrder, names);
  const identities = checkIdentities(
    everywhere,
    cluster.nodes.map(({ name }) => name),
  );
  const extras = checkExtras(
    facts,
    changed.map(({ node }) => node),
  );
  const refusals = [...identities.refusals, ...extras.refusals, ...input.refusals];
  const running = facts.filter(isRunning).map(({ node }) => node);
  const runningElsewhere = others.filter(isRunning).map(({ node }) => node);
  if (rollout.kind === "all-stopped") {
    const stays = activate ? runningElsewhere : [...running, ...runningElsewhere];
    if (stays.length > 0) refusals.push(stopFirst(names, stays));
    if (unread.length > 0) refusals.push(unknownWhetherRunning(names, unread));
  }
  const removed = nodes.filter((node) => isChanged(node) && node.after === undefined).map(({ node }) => node);
  const interrupted = facts.filter(isStoppedByDeployment).map(({ node }) => node);
  const steps = planSteps({ order, removed, effects, rollout, activate, running, interrupted, orders });
  const vmdk = cluster.resources.filter(({ application, kind }) => /vmdk/i.test(`${application}/${kind}`));
  if (vmdk.length > 0 && steps.some(({ kind }) => kind === "stop"))
    refusals.push(vmdkText(vmdk.map(({ name }) => name)));
  if (steps.some(({ kind }) => kind === "qwk-storage-init")) append(refusals, deadPathsBeforeInit(everywhere));
  const mustNot = rollout.kind === "unsafe" || (rollout.kind === "unproved" && touchesStorageMode(nodes));
  if (mustNot && !input.ignoreProofs && everywhere.some(isRunning)) refusals.push(rollout.text);
  return {
    cluster: cluster.name,
    mode,
    activate,
    rollback: input.rollback,
    nodes,
    others: [
      ...others.map(({ node }) => ({ node, read: true })),
      ...unread.map((node) => ({ node, read: false })),
    ].sort((a, b) => placeOf(cluster, a.node) - placeOf(cluster, b.node)),
    goesTo: goesTo(cluster, nodes),
    order,
    effects,
    rollout,
    proofsViolated: false,
    steps,
    refusals,
    warnings: [
      ...unusualPlaces(cluster, facts),
      ...extras.warnings,
      ...identities.warnings,
      ...nodes.flatMap(warningsOf),
      ...warningsOfOthers(nodes, input.remaining, others, unread),
    ],
  };
}

function isRunning({ lifekeeper }: NodeFacts): boolean {
  return lifekeeper === "running";
}

function placeOf({ nodes }: SoundCluster, name: string): number {
  return nodes.findIndex((node) => node.name === name);
}

function* chooseRollout(
  input: PlanContext & { readonly nodes: readonly NodePlan[]; readonly remaining: readonly NodePlan[] },
  preferred: readonly string[],
  names: readonly string[],
): Generator<Progress, { readonly order: readonly string[]; readonly rollout: Rollout }> {
  const together = needsAllStopped(names);
  if (together.length > 0) return { order: preferred, rollout: { kind: "all-stopped", text: allStopped(together) } };
  const live = effectsOf(names).find(({ takesEffect }) => takesEffect === "immediately");
  const { cluster, judge, facts, others = [], unread = [], nodes, remaining } = input;
  const mayRun = [...facts, ...others].some(isRunning) || unread.length > 0;
  // Nodes that keep other files than they would get: then the last state is a mixed one too, and it stays.
  const staysMixed = remaining.some(isChanged) || remaining.length < others.length || unread.length > 0;
  // With one file to rename there is no moment between the first and the last.
  if (live === undefined || !mayRun || preferred.length === 0 || (preferred.length < 2 && !staysMixed))
    return { order: preferred, rollout: { kind: "trivial" } };
  if (touchesStorageMode(nodes)) return { order: preferred, rollout: { kind: "unproved", text: storageText } };
  if (judge === undefined) return { order: preferred, rollout: { kind: "unproved", text: noProver } };
  const unjudged = [
    ...unread,
    ...others.map(({ node }) => node).filter((name) => !remaining.some(({ node }) => node === name)),
  ];
  if (unjudged.length > 0) return { order: preferred, rollout: { kind: "unproved", text: cannotBeJudged(unjudged) } };
  return yield* findSafeOrder(
    preferred,
    judge(cluster, [...nodes, ...remaining]),
    staysMixed ? "stays-mixed" : "ends-new",
  );
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
  ja: "storage モードとほかのモードとの間の変更は直ちに有効になりますが、ストレージは qwk_storage_init を実行するまで有効になりません。その間の動作を示す資料はありません。資料にある順序で全ノードの LifeKeeper を停止してからデプロイし、各ノードで qwk_storage_init を実行した後、LifeKeeper を起動してください。",
};

export function nodePlan(
  held: FileFacts,
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
    drift: findDrift(held, after, sets),
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

/** What a deployment to some nodes leaves behind: values that must be equal, and what nobody could look at. */
function warningsOfOthers(
  nodes: readonly NodePlan[],
  remaining: readonly NodePlan[],
  others: readonly NodeFacts[],
  unread: readonly string[],
): readonly Localized[] {
  const warnings: Localized[] = [];
  if (unread.length > 0) warnings.push(notRead(unread));
  const held = [
    ...nodes.map(({ node, after }) => ({ node, values: readLines(after) })),
    ...others.map(({ node, target }) => ({
      node,
      values: readLines(target.kind === "file" ? target.content : undefined),
    })),
  ];
  append(
    warnings,
    disagreements(held, "then").map(({ text }) => text),
  );
  const differ = remaining.filter(isChanged).map(({ node }) => node);
  if (differ.length > 0) warnings.push(leftAsTheyAre(differ));
  return warnings;
}

function notRead(nodes: readonly string[]): Localized {
  const list = nodes.join(", ");
  return {
    en: `${list} could not be read and is not written, so nothing is said about it.`,
    ja: `${list} は読み取れませんでした。書き込みの対象ではなく、状態は分かりません。`,
  };
}

function leftAsTheyAre(nodes: readonly string[]): Localized {
  const list = nodes.join(", ");
  return {
    en: `${list} is not written and keeps another configuration than it would get.`,
    ja: `${list} には書き込みません。デプロイした場合とは異なる構成のままになります。`,
  };
}

function unknownWhetherRunning(names: readonly string[], nodes: readonly string[]): Localized {
  const list = needsAllStopped(names).join(", ");
  const where = nodes.join(", ");
  return {
    en: `${list} may only be edited while LifeKeeper is stopped on all nodes, and whether it runs on ${where} could not be found out.`,
    ja: `${list} は全ノードで LifeKeeper を停止してから編集する必要がありますが、${where} で動作しているかどうかを確かめられませんでした。`,
  };
}

function cannotBeJudged(nodes: readonly string[]): Localized {
  const list = nodes.join(", ");
  return {
    en: `What ${list} holds or would hold is not known, so the mixed cluster that this leaves could not be explored.`,
    ja: `${list} の現在またはデプロイ後の構成が分からないため、このデプロイの後に残る混在状態は探索できませんでした。`,
  };
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
    ja: `${list} は全ノードで LifeKeeper を停止してから編集する必要がありますが、${where} で稼働中です。停止してからデプロイするか、資料にある順序で停止・書き込み・起動を行う有効化付きでデプロイしてください。`,
  };
}

/** The vendor forbids `lkstop -f` there: the node halts. */
function vmdkText(tags: readonly string[]): Localized {
  const list = tags.join(", ");
  return {
    en: `LifeKeeper must not be stopped with lkstop -f where there are VMDK resources (${list}): the node would halt. Deploy without activation and restart it by the vendor's own procedure.`,
    ja: `VMDK リソース（${list}）がある場合、lkstop -f で LifeKeeper を停止するとノードが停止します。有効化なしでデプロイし、製品の手順で再起動してください。`,
  };
}

const noProver: Localized = {
  en: "The mixed states between the first and the last rename were not explored.",
  ja: "最初の置き換えから最後の置き換えまでの混在状態は探索していません。",
};
