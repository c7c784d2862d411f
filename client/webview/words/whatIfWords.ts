// The words of what would follow if one more thing failed, and of runs side by side.

export const whatIfWords = {
  tab: { en: "What if", ja: "影響予測" },
  now: { en: "What if one of these fails now?", ja: "いま、どれか 1 つに障害が起きたら" },
  next: { en: "What if one more thing fails at this moment?", ja: "この時点で、さらに 1 つ障害が起きたら" },
  fault: { en: "Fault", ja: "障害" },
  effect: { en: "What follows", ja: "結果" },
  searching: { en: "Playing every fault…", ja: "すべての障害を再生しています…" },
  none: { en: "There is nothing left here that can fail.", ja: "ここで起こし得る障害はもうありません。" },
  play: { en: "Let it happen", ja: "この障害を起こす" },
  runs: { en: "Runs side by side", ja: "実行の比較" },
  showRun: { en: "Show this run", ja: "この実行を表示" },
  shown: { en: "shown", ja: "表示中" },
};
