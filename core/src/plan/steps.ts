// The steps of a plan in words, in the order in which they happen.

import type { Localized } from "../locale/localized.ts";
import type { Effect, PlanStep, Rollout } from "./deploymentPlan.ts";
import type { NodeOrders } from "./nodeOrder.ts";
import { describeEffect } from "./takesEffect.ts";

export interface StepInput {
  readonly order: readonly string[];
  /** Those of them whose file is taken away instead of replaced. */
  readonly removed: readonly string[];
  readonly effects: readonly Effect[];
  readonly rollout: Rollout;
  readonly activate: boolean;
  /** Nodes on which LifeKeeper runs now. */
  readonly running: readonly string[];
  /** Nodes on which an earlier deployment stopped it and did not come to start it again. */
  readonly interrupted: readonly string[];
  readonly orders: NodeOrders;
}

export function planSteps(input: StepInput): readonly PlanStep[] {
  const { order, removed, rollout } = input;
  if (order.length === 0) return [];
  const { stop, start, initialise } = activationOf(input);
  const all = order.join(", ");
  return [
    step("stage", undefined, {
      en: `Write the new file beside the old one on ${all}, and read it back`,
      ja: `${all} で、元のファイルの横に新しいファイルを書き、読み戻して確かめます`,
    }),
    step("arm", undefined, {
      en: "Arm a timer on each of them that puts the old file back unless it is confirmed",
      ja: "確認がなければ元のファイルに戻すタイマーを各ノードに仕掛けます",
    }),
    ...stop.map((node) =>
      step("stop", node, {
        en: `Stop LifeKeeper on ${node}, keeping its applications running`,
        ja: `${node} の LifeKeeper を、アプリケーションを動かしたまま停止します`,
      }),
    ),
    ...order.map((node) =>
      step(
        "commit",
        node,
        removed.includes(node)
          ? {
              en: `Remove the parameter file on ${node}; it is kept as a generation`,
              ja: `${node} のパラメーターファイルを削除します（世代として残します）`,
            }
          : { en: `Rename the new file into place on ${node}`, ja: `${node} で新しいファイルに置き換えます` },
      ),
    ),
    ...(rollout.kind === "all-stopped" ? start : []),
    step("verify", undefined, {
      en: "Check over new connections: the file, LifeKeeper, communication paths and resource states",
      ja: "新しい接続で、ファイル、LifeKeeper、コミュニケーションパス、リソースの状態を確かめます",
    }),
    ...initialise,
    ...(rollout.kind === "all-stopped" ? [] : start),
    step("confirm", undefined, {
      en: "Confirm on all nodes: timers off, old files kept as a generation",
      ja: "全ノードで確定し、タイマーを解除して元のファイルを世代として残します",
    }),
    ...laterSteps(input),
  ];
}

/** What activation runs: nothing unless it was asked for, and only what the changed parameters need. */
function activationOf({ effects, rollout, activate, running, interrupted, orders }: StepInput): {
  readonly stop: readonly string[];
  readonly start: readonly PlanStep[];
  readonly initialise: readonly PlanStep[];
} {
  const has = (kind: Effect["takesEffect"]): boolean => effects.some(({ takesEffect }) => takesEffect === kind);
  if (!activate) return { stop: [], start: [], initialise: [] };
  const runs = (nodes: readonly string[]): readonly string[] => nodes.filter((node) => running.includes(node));
  const down = orders.start.filter((node) => running.includes(node) || interrupted.includes(node));
  const starts = down.map((node) =>
    step("start", node, {
      en: `Start LifeKeeper on ${node} and wait for it`,
      ja: `${node} の LifeKeeper を起動し、完了を待ちます`,
    }),
  );
  const restarts = runs(orders.stop).map((node) =>
    step("stop", node, {
      en: `Stop LifeKeeper on ${node}, keeping its applications running`,
      ja: `${node} の LifeKeeper を、アプリケーションを動かしたまま停止します`,
    }),
  );
  return {
    stop: rollout.kind === "all-stopped" ? runs(orders.stop) : [],
    start:
      rollout.kind === "all-stopped"
        ? starts
        : has("lifekeeper-restart")
          ? [...restarts, ...starts]
          : starts.filter(({ node }) => node !== undefined && interrupted.includes(node)),
    initialise: has("qwk-storage-init")
      ? runs(orders.start).map((node) =>
          step("qwk-storage-init", node, {
            en: `Run qwk_storage_init on ${node}`,
            ja: `${node} で qwk_storage_init を実行します`,
          }),
        )
      : [],
  };
}

/** What is left to the administrator because activation was not asked for. */
function laterSteps({ effects, activate }: StepInput): readonly PlanStep[] {
  return effects
    .filter(({ takesEffect }) => {
      if (takesEffect === "immediately") return false;
      return !(activate && (takesEffect === "lifekeeper-restart" || takesEffect === "qwk-storage-init"));
    })
    .map((effect) => {
      const text = describeEffect(effect);
      return step("later", undefined, { en: `Afterwards: ${text.en}`, ja: `デプロイの後: ${text.ja}` });
    });
}

function step(kind: PlanStep["kind"], node: string | undefined, text: Localized): PlanStep {
  return { kind, node, text };
}
