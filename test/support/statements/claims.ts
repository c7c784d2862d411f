// Reads sentences for what they claim about nodes, in English and in Japanese. A sentence that speaks of every node, or of
// nothing, in words that are not known here is a claim that nobody has judged, and is reported as such.

import type { Locale } from "@lkcluster/core/locale/localized.ts";

export type Claim =
  | { readonly claims: "written"; readonly nodes: readonly string[] }
  | { readonly claims: "every-node"; readonly holds: "new" | "earlier" | "this" | "old" }
  | { readonly claims: "nothing-changed" | "nothing-else-changed" }
  | { readonly claims: "read-back" | "read-back-over-new-connection" }
  | { readonly claims: "stands"; readonly what: Stand; readonly nodes: readonly string[] }
  | { readonly claims: "timer-puts-back"; readonly nodes: readonly string[] }
  | { readonly claims: "unknown-words"; readonly words: string };

export type Stand = "old" | "new" | "overwritten" | "edited" | "unread" | "unknown";

interface Form {
  readonly en: RegExp;
  readonly ja: RegExp;
  readonly means: (groups: readonly string[]) => readonly Claim[];
}

const names = (list: string | undefined): readonly string[] =>
  (list ?? "").split(/, |、/).filter((name) => name !== "");

const forms: readonly Form[] = [
  {
    en: /Deployed to (.+?); every node of \S+ holds the new configuration, read back over a new connection\./g,
    ja: /([^\s。][^。]*?) にデプロイしました。\S+ の全ノードが新しい構成であることを新しい接続で確認しました。/g,
    means: ([list]) => [
      { claims: "written", nodes: names(list) },
      { claims: "every-node", holds: "new" },
      { claims: "read-back-over-new-connection" },
    ],
  },
  {
    en: /Rolled back on (.+?); every node of \S+ holds the earlier configuration, read back over a new connection\./g,
    ja: /([^\s。][^。]*?) を以前の世代に戻しました。\S+ の全ノードが以前の構成であることを新しい接続で確認しました。/g,
    means: ([list]) => [
      { claims: "written", nodes: names(list) },
      { claims: "every-node", holds: "earlier" },
      { claims: "read-back-over-new-connection" },
    ],
  },
  {
    en: /Every node of \S+ already holds this configuration\./g,
    ja: /\S+ の全ノードはすでにこの構成です。/g,
    means: () => [{ claims: "every-node", holds: "this" }],
  },
  {
    en: /Reverted: every node of \S+ holds its old file again, read back\./g,
    ja: /元に戻しました。\S+ の全ノードが元のファイルであることを読み戻して確認しました。/g,
    means: () => [{ claims: "every-node", holds: "old" }, { claims: "read-back" }],
  },
  {
    en: /[Ee]very node of \S+ holds this configuration now\./g,
    ja: /\S+ の全ノードがこの構成になりました。/g,
    means: () => [{ claims: "every-node", holds: "this" }],
  },
  {
    en: /Deployed to (.+?); .+? of \S+ holds? the new configuration, read back over a new connection\./g,
    ja: /([^\s。][^。]*?) にデプロイしました。\S+ の .+? が新しい構成であることを新しい接続で確認しました。/g,
    means: ([list]) => [{ claims: "written", nodes: names(list) }, { claims: "read-back-over-new-connection" }],
  },
  {
    en: /Rolled back on (.+?); .+? of \S+ holds? the earlier configuration, read back over a new connection\./g,
    ja: /([^\s。][^。]*?) を以前の世代に戻しました。\S+ の .+? が以前の構成であることを新しい接続で確認しました。/g,
    means: ([list]) => [{ claims: "written", nodes: names(list) }, { claims: "read-back-over-new-connection" }],
  },
  {
    en: /Reverted: .+? of \S+ holds? (?:its old file|their old files) again, read back\./g,
    ja: /元に戻しました。\S+ の .+? が元のファイルであることを読み戻して確認しました。/g,
    means: () => [{ claims: "read-back" }],
  },
  {
    en: /Nothing else was changed\./g,
    ja: /ほかには何も変更していません。/g,
    means: () => [{ claims: "nothing-else-changed" }],
  },
  { en: /Nothing was changed\./g, ja: /何も変更していません。/g, means: () => [{ claims: "nothing-changed" }] },
  {
    en: /(?:The nodes may not agree|Nothing of this deployment is in place)\. ((?:[A-Z][^.;]*: [^.;]+)(?:; [^.;]+: [^.;]+)*)\./g,
    ja: /(?:ノード間で構成が一致していない可能性があります|このデプロイのファイルはどのノードにも置かれていません)。([^。]+: [^。]+)。/g,
    means: ([list]) => stands(list ?? ""),
  },
  {
    en: /(\S+): make it reachable [^.]*; it finishes or reverts what it finds\. While the machine runs, its own timer puts the old file back without a connection; a paused machine does so when it goes on, a rebooted one only by that next run\./g,
    ja: /(\S+): 接続できるようにしてから、[^。]*。見つかった未完了のデプロイを完了するか元に戻します。マシンが動作していれば、接続がなくてもノード自身のタイマーが元のファイルに戻します。一時停止したマシンは再開したときに戻し、再起動したマシンは次のデプロイで戻します。/g,
    means: ([node]) => [{ claims: "timer-puts-back", nodes: names(node) }],
  },
];

const standWords: readonly { readonly what: Stand; readonly en: string; readonly ja: string }[] = [
  { what: "new", en: "new file, confirmed", ja: "新しいファイル（確定済み）" },
  { what: "overwritten", en: "new file, changed by somebody else since", ja: "新しいファイルをほかの人が変更したもの" },
  { what: "edited", en: "what somebody else wrote in the meantime", ja: "デプロイ中にほかの人が書き込んだもの" },
  {
    what: "unread",
    en: "not reached, and never asked to replace its file",
    ja: "接続できずファイルの置き換えも依頼していない",
  },
  { what: "unknown", en: "not known", ja: "不明" },
  { what: "old", en: "old file", ja: "元のファイル" },
  { what: "new", en: "new file", ja: "新しいファイル" },
];

function stands(list: string): readonly Claim[] {
  const claims: Claim[] = [];
  for (const part of list.split(/; |、(?=[^:、]*: )/)) {
    const [words = "", who = ""] = part.split(": ");
    const known = standWords.find(({ en, ja }) => en === words.toLowerCase() || ja === words);
    claims.push(
      known === undefined
        ? { claims: "unknown-words", words: part }
        : { claims: "stands", what: known.what, nodes: names(who) },
    );
  }
  return claims;
}

/** Words that say something of all nodes, or of none. */
const universal: Readonly<Record<Locale, RegExp>> = {
  en: /every node|all (?:the )?nodes|each node|everywhere|no node\b|nothing\b|any node|whole cluster/i,
  ja: /全ノード|すべてのノード|全ての|各ノード|どのノード|何も/,
};

/** Sentences with such words that ask for something, or that explain a refusal, and say nothing about what nodes hold. */
const harmless: readonly RegExp[] = [
  /may only be edited while LifeKeeper is stopped on all nodes/,
  /全ノードで LifeKeeper を停止してから編集する必要があります/,
  /Stop LifeKeeper on all nodes in the documented order, deploy/,
  /資料にある順序で全ノードの LifeKeeper を停止してからデプロイ/,
  /or deploy all nodes together/,
  /または全ノードをまとめてデプロイ/,
  /No node has a generation to go back to\./,
  /戻せる世代がどのノードにもありません。/,
  /The files are back, but LifeKeeper does not run everywhere as before\./,
  /Nothing fails over there until it runs\./,
  /Nothing was sent\./,
  /何も送信していません。/,
];

export function claimsIn(text: string, locale: Locale): readonly Claim[] {
  const claims: Claim[] = [];
  let rest = text;
  for (const form of forms) {
    rest = rest.replace(form[locale], (...match: unknown[]) => {
      const groups = match.slice(1).filter((each): each is string => typeof each === "string");
      claims.push(...form.means(groups.slice(0, -1)));
      return " ";
    });
  }
  for (const words of harmless) rest = rest.replace(new RegExp(words, "g"), " ");
  const found = universal[locale].exec(rest);
  if (found !== null) claims.push({ claims: "unknown-words", words: rest.trim() });
  return claims;
}
