// The words of the deployment page that are not the plan's or the report's own.

import type { Localized } from "@lkcluster/core/locale/localized.ts";

interface Sentence<Part> {
  readonly en: (part: Part) => string;
  readonly ja: (part: Part) => string;
}

const counted = (count: number): string => (count === 1 ? "one node changes" : `${count} nodes change`);

export const pageWords = {
  deploy: { en: (cluster) => `Deploy ${cluster}`, ja: (cluster) => `${cluster} のデプロイ` } satisfies Sentence<string>,
  "roll-back": {
    en: (cluster) => `Roll back ${cluster}`,
    ja: (cluster) => `${cluster} のロールバック`,
  } satisfies Sentence<string>,
  works: { en: "Under way", ja: "実行中" },
  asks: { en: "Waits for your answer", ja: "回答を待っています" },
  stopping: {
    en: "Stopping: what is not confirmed yet is put back",
    ja: "停止しています。まだ確定していないものは元に戻します",
  },
  cancel: { en: "Cancel", ja: "キャンセル" },
  differences: { en: "What changes, and where it goes", ja: "変更内容とデプロイ先" },
  notYet: { en: "The nodes are being read.", ja: "ノードを読み取っています。" },
  whatHappens: { en: "What happens", ja: "実行される内容" },
  unchanged: { en: "nothing changes here", ja: "変更なし" },
  inEditor: { en: "Show in the Diff Editor", ja: "差分エディターで表示" },
  differenceOf: { en: (node) => `Difference on ${node}`, ja: (node) => `${node} の差分` } satisfies Sentence<string>,
  question: {
    deploy: {
      en: (count) => `Carry this out? ${counted(count)}`,
      ja: (count) => `実行しますか（${count} 台のノードが変わります）`,
    } satisfies Sentence<number>,
    "roll-back": {
      en: (count) => `Roll back? ${counted(count)}`,
      ja: (count) => `元に戻しますか（${count} 台のノードが変わります）`,
    } satisfies Sentence<number>,
  },
  answers: {
    deploy: {
      promise: {
        en: "All nodes get the new file, or none does.",
        ja: "全ノードが新しいファイルになるか、どのノードも変わらないかのどちらかです。",
      },
      yes: { en: "Deploy", ja: "デプロイする" },
      no: { en: "Do Not Deploy", ja: "デプロイしない" },
    },
    "roll-back": {
      promise: {
        en: "All nodes get the earlier file, or none does.",
        ja: "全ノードが以前のファイルに戻るか、どのノードも変わらないかのどちらかです。",
      },
      yes: { en: "Roll Back", ja: "元に戻す" },
      no: { en: "Do Not Roll Back", ja: "元に戻さない" },
    },
  },
  activate: { en: "Deploy and Activate…", ja: "デプロイして有効化…" },
  nodes: { en: "How each node ended", ja: "ノードごとの結果" },
  columns: [
    { en: "node", ja: "ノード" },
    { en: "state", ja: "状態" },
    { en: "file before", ja: "変更前のファイル" },
    { en: "file after", ja: "変更後のファイル" },
    { en: "what is known", ja: "分かっていること" },
  ],
  audit: { en: "Audit id:", ja: "監査 ID:" },
  copy: { en: "Copy as Markdown", ja: "Markdown でコピー" },
  rollBack: { en: "Roll Back…", ja: "元に戻す…" },
  waits: {
    en: (what, seconds) => `waiting since ${seconds} s: ${what}`,
    ja: (what, seconds) => `${seconds} 秒待っています: ${what}`,
  } as { readonly [locale in "en" | "ja"]: (what: string, seconds: number) => string },
  running: { en: "under way,", ja: "実行中、" },
  done: { en: "done,", ja: "完了、" },
  failed: { en: "failed,", ja: "失敗、" },
} as const satisfies Record<string, Localized | object>;
