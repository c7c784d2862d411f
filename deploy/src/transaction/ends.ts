// What is known and what is to be done about each node when a deployment could not go on.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { saidOf } from "../failure.ts";
import { hashOf } from "../hash.ts";
import type { NodeReport } from "../report.ts";
import type { End } from "./revert.ts";
import { keptText, type Standing, standingDetail } from "./standing.ts";
import type { Transaction } from "./transaction.ts";

/** SHA-256: when this run first read the node, when the plan was made, and what was to be there. */
interface Hashes {
  readonly first: string;
  readonly before: string;
  readonly wanted: string;
}

export function reportOf(
  [end, standing]: readonly [End, Standing],
  { first, before: old, wanted }: Hashes,
): NodeReport {
  const { node } = end;
  const detail = standingDetail(end, standing);
  switch (standing) {
    case "untouched":
      return { node, state: first === old ? "unchanged" : "reverted", before: first, after: old, detail };
    case "unread":
      // Never asked to change, but nobody saw that it did not.
      return { node, state: "unknown", before: first, after: undefined, detail, ...said(end) };
    case "back":
      return { node, state: "reverted", before: first, after: old, detail };
    case "edited":
      return { node, state: "edited", before: first, after: hashOf(end.content), detail };
    case "overwritten":
      return { node, state: "failed", before: first, after: hashOf(end.content), detail };
    case "new":
      return { node, state: "failed", before: first, after: wanted, detail, ...said(end) };
    case "kept":
      return { node, state: "changed", before: first, after: wanted, detail };
    case "told":
    case "unknown":
      return { node, state: "unknown", before: first, after: undefined, detail, ...said(end) };
  }
}

function said({ failure }: End): { readonly said?: string } {
  const words = failure === undefined ? "" : saidOf(failure);
  return words === "" ? {} : { said: words };
}

export const cleansLater: Localized = {
  en: "A node that could not be reached or tidied up may still hold staged files; its parameter file was not touched by them, and the next run cleans up.",
  ja: "接続または片付けができなかったノードには準備用のファイルが残っている可能性があります。パラメーターファイルには影響せず、次回の実行時に片付けます。",
};

export function lifekeeperAdvice({ stopped, onNew }: Transaction): readonly Localized[] {
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

export function adviceFor([end, standing]: readonly [End, Standing]): readonly Localized[] {
  const { node } = end;
  switch (standing) {
    case "unknown":
      return [
        {
          en: `${node}: make it reachable and run the deployment again; it finishes or reverts what it finds. While the machine runs, its own timer puts the old file back without a connection; a paused machine does so when it goes on, a rebooted one only by that next run.`,
          ja: `${node}: 接続できるようにしてから、もう一度デプロイしてください。見つかった未完了のデプロイを完了するか元に戻します。マシンが動作していれば、接続がなくてもノード自身のタイマーが元のファイルに戻します。一時停止したマシンは再開したときに戻し、再起動したマシンは次のデプロイで戻します。`,
        },
      ];
    case "told":
      return [
        {
          en: `${node}: it was told to keep the new file and has not answered. When it goes on, it keeps the new file or its timer puts the old one back, whichever comes first. Make it reachable and run the deployment again: that brings it to the new file.`,
          ja: `${node}: 新しいファイルの確定を指示しましたが、応答がありません。動作を再開したとき、確定の指示とタイマーのうち先に働いたほうに従い、新しいファイルのままか元のファイルに戻ります。接続できるようにしてから、もう一度デプロイしてください。新しいファイルになります。`,
        },
      ];
    case "edited":
      return [
        {
          en: `${node}: check what somebody else wrote there, then deploy again.`,
          ja: `${node}: ほかの人が書き込んだ内容を確かめてから、もう一度デプロイしてください。`,
        },
      ];
    case "overwritten": {
      const kept = keptText(end);
      return [
        {
          en: `${node}: check how somebody else changed the file${kept.en}, then deploy again.`,
          ja: `${node}: ほかの人が変更した内容を確かめてから、もう一度デプロイしてください${kept.ja}。`,
        },
      ];
    }
    case "new":
      return [
        {
          en: `${node}: run the deployment again; it finishes or reverts what it finds.`,
          ja: `${node}: もう一度デプロイしてください。見つかった未完了のデプロイを完了するか元に戻します。`,
        },
      ];
    case "untouched":
    case "unread":
    case "back":
    case "kept":
      return [];
  }
}
