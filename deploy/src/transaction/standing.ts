// What each node holds when a deployment could not go on: its old file, the new one, or what somebody else wrote, and
// whether this deployment had ever put anything in place there.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { causeOf } from "../failure.ts";
import type { End } from "./revert.ts";
import type { Transaction } from "./transaction.ts";

/**
 * `untouched`, `back`: the old file, never replaced or put back. `unread`: could not be read, and was never asked to
 * change. `edited`: somebody else changed the old file meanwhile, ours was never in place. `overwritten`: somebody
 * changed ours after it was in place. `new`: ours is still there. `unknown`: ours may be there. `kept`: ours is there and
 * stays. `told`: it was told that ours stays, and nobody knows whether it heard that.
 */
export type Standing = "untouched" | "back" | "unread" | "edited" | "overwritten" | "new" | "kept" | "told" | "unknown";

export function standingOf(
  { node, file, put }: End,
  { committed, confirmed, told }: Pick<Transaction, "committed" | "confirmed" | "told">,
): Standing {
  if (confirmed.has(node) && (file === "new" || file === "unknown")) return "kept";
  // It was asked to put the new file in place, whatever became of that.
  const asked = committed.has(node);
  // What the node wrote down counts; without it, whoever was asked may have done it.
  const touched = asked && put !== false;
  switch (file) {
    case "old":
      return touched ? "back" : "untouched";
    case "unknown":
      return told.has(node) ? "told" : asked ? "unknown" : "unread";
    case "new":
      return touched ? "new" : "edited";
    case "other":
      return touched ? "overwritten" : "edited";
  }
}

/** Our file may be there, or was there when somebody else changed it: nobody can say that all nodes agree. */
export function mayHoldOurs(standing: Standing): boolean {
  return ["new", "overwritten", "unknown", "kept", "told"].includes(standing);
}

export function standingDetail(end: End, standing: Standing): Localized {
  const said = end.failure === undefined ? undefined : causeOf(end.failure);
  switch (standing) {
    case "untouched":
      return { en: "not changed", ja: "変更なし" };
    case "back":
      return { en: "old file in place again, verified", ja: "元のファイルに戻したことを確認しました" };
    case "edited":
      return {
        en: "somebody else changed the file in the meantime; it was left as it is, and ours was never in place",
        ja: "デプロイ中にほかの人がファイルを変更しました。こちらのファイルは一度も置かず、そのままにしました",
      };
    case "overwritten": {
      const kept = keptText(end);
      return {
        en: `somebody else changed the new file after it was in place; it was left as it is${kept.en}`,
        ja: `新しいファイルに置き換えた後、ほかの人が変更しました。そのままにしています${kept.ja}`,
      };
    }
    case "new":
      return said ?? { en: "holds the new file", ja: "新しいファイルのままです" };
    case "kept":
      return { en: "new file in place, confirmed", ja: "新しいファイルに確定しました" };
    case "told":
    case "unread":
    case "unknown":
      return said ?? { en: "could not be read", ja: "読み取れませんでした" };
  }
}

/** Where the old file is, so that nothing is lost. */
export function keptText({ keptAs }: End): Localized {
  if (keptAs === undefined) return { en: "", ja: "" };
  const folder = `gen-${String(keptAs).padStart(6, "0")}/old`;
  return {
    en: ` (the old file is kept on the node: ${folder})`,
    ja: `（元のファイルはノードに残っています: ${folder}）`,
  };
}

/** One sentence that says of every node what it holds. */
export function standingsText(standings: readonly (readonly [End, Standing])[]): Localized {
  const parts = groups.flatMap(({ of, en, ja }): readonly Localized[] => {
    const names = standings.filter(([, standing]) => of.includes(standing)).map(([{ node }]) => node);
    return names.length === 0 ? [] : [{ en: `${en}: ${names.join(", ")}`, ja: `${ja}: ${names.join(", ")}` }];
  });
  const agree = standings.every(([, standing]) => !mayHoldOurs(standing));
  const opening: Localized = agree
    ? { en: "Nothing of this deployment is in place.", ja: "このデプロイのファイルはどのノードにも置かれていません。" }
    : { en: "The nodes may not agree.", ja: "ノード間で構成が一致していない可能性があります。" };
  return {
    en: `${opening.en} ${capitalised(parts.map(({ en }) => en).join("; "))}.`,
    ja: `${opening.ja}${parts.map(({ ja }) => ja).join("、")}。`,
  };
}

const groups: readonly { readonly of: readonly Standing[]; readonly en: string; readonly ja: string }[] = [
  { of: ["untouched", "back"], en: "old file", ja: "元のファイル" },
  { of: ["kept"], en: "new file, confirmed", ja: "新しいファイル（確定済み）" },
  { of: ["new"], en: "new file", ja: "新しいファイル" },
  {
    of: ["overwritten"],
    en: "new file, changed by somebody else since",
    ja: "新しいファイルをほかの人が変更したもの",
  },
  { of: ["edited"], en: "what somebody else wrote in the meantime", ja: "デプロイ中にほかの人が書き込んだもの" },
  {
    of: ["unread"],
    en: "not reached, and never asked to replace its file",
    ja: "接続できずファイルの置き換えも依頼していない",
  },
  { of: ["unknown", "told"], en: "not known", ja: "不明" },
];

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
