// Turns what was read back at the end of a deployment into its outcome and the words for it.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { describeFailure } from "../failure.ts";
import { hashOf } from "../hash.ts";
import type { DeployReport, NodeReport } from "../report.ts";
import { unchangedNode } from "../unchanged.ts";
import type { End } from "./revert.ts";
import type { Transaction, Trouble } from "./transaction.ts";

export function deployedReport({ plan, id, changed, rollbackTo, facts }: Transaction): DeployReport {
  const stopped = facts.filter(({ lifekeeper }) => lifekeeper === "stopped").map(({ node }) => node);
  const names = changed.map(({ node }) => node).join(", ");
  return {
    outcome: "deployed",
    transaction: id,
    message:
      rollbackTo === undefined
        ? {
            en: `Deployed to ${names}; every node of ${plan.cluster} holds the new configuration, read back over a new connection.`,
            ja: `${names} に配備しました。${plan.cluster} の全ノードが新しい構成であることを新しい接続で確認しました。`,
          }
        : {
            en: `Rolled back on ${names}; every node of ${plan.cluster} holds the earlier configuration, read back over a new connection.`,
            ja: `${names} を以前の世代に戻しました。${plan.cluster} の全ノードが以前の構成であることを新しい接続で確認しました。`,
          },
    advice: [
      ...plan.steps.filter(({ kind }) => kind === "later").map(({ text }) => text),
      ...(stopped.length === 0 ? [] : [stoppedText(stopped)]),
    ],
    nodes: plan.nodes.map(({ node, before, after }) =>
      before === after
        ? unchangedNode(node, hashOf(before))
        : {
            node,
            state: "changed",
            before: hashOf(before),
            after: hashOf(after),
            detail: { en: "new file in place, verified", ja: "新しいファイルを確認しました" },
          },
    ),
    plan,
  };
}

function stoppedText(nodes: readonly string[]): Localized {
  const names = nodes.join(", ");
  return {
    en: `LifeKeeper was stopped on ${names} before, and was left so.`,
    ja: `${names} の LifeKeeper は配備前から停止しており、そのままにしました。`,
  };
}

export function failedReport(transaction: Transaction, trouble: Trouble, ends: readonly End[]): DeployReport {
  const { plan, id, committed, stopped } = transaction;
  const nodes = plan.nodes.map(({ node, before, after }) => {
    const end = ends.find((known) => known.node === node);
    return endedNode(end, hashOf(before), before !== after && committed.has(node), hashOf(after));
  });
  const wrong = ends.filter(
    ({ file, left, node }) => (file === "unknown" && committed.has(node)) || isWrong(file) || left,
  );
  const base = { transaction: id, nodes, plan };
  if (wrong.length > 0 || stopped.size > 0) {
    return { ...base, outcome: "mixed", message: mixedMessage(trouble, wrong), advice: mixedAdvice(wrong, stopped) };
  }
  const asked = committed.size > 0;
  return {
    ...base,
    outcome: asked ? "reverted" : "refused",
    message: asked
      ? {
          en: `Reverted: every node of ${plan.cluster} holds its old file again, read back. ${trouble.why.en}`,
          ja: `元に戻しました。${plan.cluster} の全ノードが元のファイルであることを読み戻して確認しました。${trouble.why.ja}`,
        }
      : { en: `Nothing was changed. ${trouble.why.en}`, ja: `何も変更していません。${trouble.why.ja}` },
    advice: ends.some(({ file }) => file === "unknown") ? [cleansLater] : [],
  };
}

function isWrong(file: End["file"]): boolean {
  return file === "new" || file === "other";
}

const cleansLater: Localized = {
  en: "A node that could not be reached may still hold staged files; its parameter file was never touched, and the next run cleans up.",
  ja: "接続できなかったノードには準備用のファイルが残っている可能性があります。パラメーターファイルには触れておらず、次回の実行時に片付けます。",
};

function mixedMessage(trouble: Trouble, wrong: readonly End[]): Localized {
  const names = wrong.map(({ node }) => node).join(", ");
  const which: Localized =
    names === ""
      ? {
          en: "The files are back, but LifeKeeper could not be started again.",
          ja: "ファイルは元に戻りましたが、LifeKeeper を起動し直せませんでした。",
        }
      : {
          en: `The nodes may not agree: it could not be shown that ${names} holds the old file.`,
          ja: `ノード間で構成が一致していない可能性があります。${names} が元のファイルであることを確認できませんでした。`,
        };
  return { en: `${which.en} ${trouble.why.en}`, ja: `${which.ja}${trouble.why.ja}` };
}

function mixedAdvice(wrong: readonly End[], stopped: ReadonlySet<string>): readonly Localized[] {
  const advice = wrong.map(adviceFor);
  if (stopped.size === 0) return advice;
  const names = [...stopped].join(", ");
  return [...advice, { en: `Start LifeKeeper on ${names}.`, ja: `${names} で LifeKeeper を起動してください。` }];
}

function endedNode(end: End | undefined, before: string, wasCommitted: boolean, wanted: string): NodeReport {
  const node = end?.node ?? "";
  const said = end?.failure === undefined ? undefined : describeFailure(end.failure);
  switch (end?.file) {
    case "old":
      return wasCommitted
        ? {
            node,
            state: "reverted",
            before,
            after: before,
            detail: { en: "old file in place again, verified", ja: "元のファイルに戻したことを確認しました" },
          }
        : unchangedNode(node, before);
    case "new":
      return {
        node,
        state: "failed",
        before,
        after: wanted,
        detail: said ?? { en: "holds the new file", ja: "新しいファイルのままです" },
      };
    case "other":
      return {
        node,
        state: "failed",
        before,
        after: hashOf(end.content),
        detail: said ?? { en: "holds a file that is neither old nor new", ja: "新旧どちらでもないファイルです" },
      };
    case "unknown":
    case undefined:
      // Without a request to commit the parameter file cannot have been touched by this run.
      return {
        node,
        state: wasCommitted ? "unknown" : "unchanged",
        before,
        after: wasCommitted ? undefined : before,
        detail: said ?? { en: "could not be read", ja: "読み取れませんでした" },
      };
  }
}

function adviceFor({ node, file }: End): Localized {
  switch (file) {
    case "unknown":
      return {
        en: `${node}: make it reachable and run the deployment again; it finishes or reverts what it finds. The node's own timer puts the old file back even without a connection.`,
        ja: `${node}: 接続できるようにしてから、もう一度配備してください。見つかった未完了の配備を完了するか元に戻します。接続がなくても、ノード自身のタイマーが元のファイルに戻します。`,
      };
    case "other":
      return {
        en: `${node}: somebody else changed the file during the deployment; it was left as it is. Compare it, then deploy again.`,
        ja: `${node}: 配備中に別の手段でファイルが変更されたため、そのままにしました。内容を確かめてから、もう一度配備してください。`,
      };
    case "new":
    case "old":
      return {
        en: `${node}: run the deployment again; it finishes or reverts what it finds.`,
        ja: `${node}: もう一度配備してください。見つかった未完了の配備を完了するか元に戻します。`,
      };
  }
}
