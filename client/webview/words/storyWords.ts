// The words of the time line as a story.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Phase } from "../timeline/story.ts";

export const phaseWords: Readonly<Record<Phase, Localized>> = {
  done: { en: "done", ja: "操作・障害" },
  detected: { en: "detected", ja: "検知" },
  decided: { en: "decided", ja: "判断" },
  acted: { en: "acted", ja: "動作" },
};

export const storyWords = {
  filters: { en: "What the time line shows", ja: "タイムラインの表示内容" },
  search: { en: "Search", ja: "検索" },
  node: { en: "Node", ja: "ノード" },
  everyNode: { en: "All nodes", ja: "すべてのノード" },
  decisions: { en: "Decisions only", ja: "判断のみ" },
  compare: { en: "Compare from here", ja: "ここから比較" },
  routine: (count: number): Localized => ({ en: `Routine (${count})`, ja: `定常動作（${count}）` }),
  differs: (from: string, to: string): Localized => ({
    en: `What differs between ${from} and ${to}`,
    ja: `${from} と ${to} の違い`,
  }),
  nothing: { en: "Nothing.", ja: "違いはありません。" },
  chooseOther: { en: "Choose another moment.", ja: "別の時点を選んでください。" },
  speed: (times: number): Localized => ({ en: `Speed: ${times}×`, ja: `速度: ${times} 倍` }),
};
