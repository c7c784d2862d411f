// Turns what was read back at the end of a deployment into its outcome and the words for it.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { saidOf } from "../failure.ts";
import { hashOf } from "../hash.ts";
import type { DeployReport, NodeReport } from "../report.ts";
import { unchangedNode } from "../unchanged.ts";
import type { End } from "./revert.ts";
import { keptText, mayHoldOurs, type Standing, standingDetail, standingOf, standingsText } from "./standing.ts";
import type { Transaction, Trouble } from "./transaction.ts";

export function deployedReport({ plan, id, changed, facts, started }: Transaction): DeployReport {
  const stopped = facts
    .filter(({ node, lifekeeper }) => lifekeeper === "stopped" && !started.has(node))
    .map(({ node }) => node);
  const names = changed.map(({ node }) => node).join(", ");
  return {
    outcome: "deployed",
    transaction: id,
    message:
      plan.rollback === undefined
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
            detail:
              after === undefined
                ? { en: "file removed, verified", ja: "ファイルがなくなったことを確認しました" }
                : { en: "new file in place, verified", ja: "新しいファイルを確認しました" },
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
  const { plan, id, committed } = transaction;
  const standings = ends.map((end): [End, Standing] => [end, standingOf(end, committed.has(end.node))]);
  const nodes = plan.nodes.flatMap(({ node, before, after }): readonly NodeReport[] => {
    const found = standings.find(([end]) => end.node === node);
    return found === undefined ? [] : [reportOf(found, hashOf(before), hashOf(after))];
  });
  const base = { transaction: id, nodes, plan };
  const wrong = standings.filter(([, standing]) => mayHoldOurs(standing));
  const lifekeeper = lifekeeperAdvice(transaction);
  const advice = [
    ...standings.flatMap(adviceFor),
    ...(standings.some(([{ left }, standing]) => left || standing === "unread") ? [cleansLater] : []),
    ...lifekeeper,
  ];
  if (wrong.length > 0 || lifekeeper.length > 0) {
    const opening = wrong.length > 0 ? standingsText(standings) : filesAreBack;
    return { ...base, outcome: "mixed", message: follow(opening, trouble.why), advice };
  }
  const edited = standings.some(([, standing]) => standing === "edited");
  const asked = standings.some(([, standing]) => standing === "back") || transaction.halted.size > 0;
  const opening = edited ? standingsText(standings) : asked ? revertedText(plan.cluster) : nothingChanged;
  return { ...base, outcome: asked ? "reverted" : "refused", message: follow(opening, trouble.why), advice };
}

function reportOf([end, standing]: readonly [End, Standing], before: string, wanted: string): NodeReport {
  const { node } = end;
  const detail = standingDetail(end, standing);
  switch (standing) {
    case "untouched":
      return unchangedNode(node, before);
    case "unread":
      return { node, state: "unchanged", before, after: before, detail, ...said(end) };
    case "back":
      return { node, state: "reverted", before, after: before, detail };
    case "edited":
      return { node, state: "edited", before, after: hashOf(end.content), detail };
    case "overwritten":
      return { node, state: "failed", before, after: hashOf(end.content), detail };
    case "new":
      return { node, state: "failed", before, after: wanted, detail, ...said(end) };
    case "unknown":
      return { node, state: "unknown", before, after: undefined, detail, ...said(end) };
  }
}

function said({ failure }: End): { readonly said?: string } {
  const words = failure === undefined ? "" : saidOf(failure);
  return words === "" ? {} : { said: words };
}

function follow(first: Localized, then: Localized): Localized {
  return { en: `${first.en} ${then.en}`, ja: `${first.ja}${then.ja}` };
}

const nothingChanged: Localized = { en: "Nothing was changed.", ja: "何も変更していません。" };

const filesAreBack: Localized = {
  en: "The files are back, but LifeKeeper does not run everywhere as before.",
  ja: "ファイルは元に戻りましたが、LifeKeeper が配備前のように動作していないノードがあります。",
};

function revertedText(cluster: string): Localized {
  return {
    en: `Reverted: every node of ${cluster} holds its old file again, read back.`,
    ja: `元に戻しました。${cluster} の全ノードが元のファイルであることを読み戻して確認しました。`,
  };
}

const cleansLater: Localized = {
  en: "A node that could not be reached or tidied up may still hold staged files; its parameter file was not touched by them, and the next run cleans up.",
  ja: "接続または片付けができなかったノードには準備用のファイルが残っている可能性があります。パラメーターファイルには影響せず、次回の実行時に片付けます。",
};

function lifekeeperAdvice({ stopped, onNew }: Transaction): readonly Localized[] {
  const down = [...stopped].join(", ");
  const running = [...onNew].filter((node) => !stopped.has(node)).join(", ");
  return [
    ...(down === ""
      ? []
      : [
          {
            en: `Start LifeKeeper on ${down}; the status of the cluster shows the command.`,
            ja: `${down} で LifeKeeper を起動してください。コマンドはクラスターの状態とともに表示されます。`,
          },
        ]),
    ...(running === ""
      ? []
      : [
          {
            en: `Restart LifeKeeper on ${running}: it was started on the new values.`,
            ja: `${running} の LifeKeeper は新しい値で起動しています。再起動してください。`,
          },
        ]),
  ];
}

function adviceFor([end, standing]: readonly [End, Standing]): readonly Localized[] {
  const { node } = end;
  switch (standing) {
    case "unknown":
      return [
        {
          en: `${node}: make it reachable and run the deployment again; it finishes or reverts what it finds. The node's own timer puts the old file back even without a connection.`,
          ja: `${node}: 接続できるようにしてから、もう一度配備してください。見つかった未完了の配備を完了するか元に戻します。接続がなくても、ノード自身のタイマーが元のファイルに戻します。`,
        },
      ];
    case "edited":
      return [
        {
          en: `${node}: check what somebody else wrote there, then deploy again.`,
          ja: `${node}: ほかの人が書き込んだ内容を確かめてから、もう一度配備してください。`,
        },
      ];
    case "overwritten": {
      const kept = keptText(end);
      return [
        {
          en: `${node}: check how somebody else changed the file${kept.en}, then deploy again.`,
          ja: `${node}: ほかの人が変更した内容を確かめてから、もう一度配備してください${kept.ja}。`,
        },
      ];
    }
    case "new":
      return [
        {
          en: `${node}: run the deployment again; it finishes or reverts what it finds.`,
          ja: `${node}: もう一度配備してください。見つかった未完了の配備を完了するか元に戻します。`,
        },
      ];
    case "untouched":
    case "unread":
    case "back":
      return [];
  }
}
