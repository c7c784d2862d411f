// The words of the panel's frame: bars, tabs, buttons, empty views.

import type { Localized } from "@lkcluster/core/locale/localized.ts";

export const panelWords = {
  panel: { en: "LifeKeeper simulator", ja: "LifeKeeper シミュレーター" },
  loading: { en: "Reading the cluster…", ja: "クラスターを読み込んでいます…" },
  unsound: {
    en: "This cluster cannot be simulated yet. Correct these problems in the file; the panel follows your edits.",
    ja: "このクラスターはまだシミュレーションできません。ファイルの次の問題を修正してください。編集はすぐに反映されます。",
  },
  behind: {
    en: "The file has errors. What is shown is its last version that could be simulated.",
    ja: "ファイルにエラーがあります。表示しているのは、シミュレーションできた最後の内容です。",
  },
  noCluster: {
    en: "The file has no cluster yet. Write 'cluster name { … }' with nodes, communication paths and resources.",
    ja: "ファイルにまだクラスターがありません。'cluster 名前 { … }' にノード、コミュニケーションパス、リソースを書いてください。",
  },
  line: { en: "line", ja: "行" },
  unsupported: {
    en: "The check finds errors in this cluster, but it can still be simulated.",
    ja: "このクラスターにはエラーがありますが、シミュレーションは実行できます。",
  },
  topology: { en: "Topology", ja: "トポロジー" },
  asDrawing: { en: "As a drawing", ja: "図で表示" },
  asTable: { en: "As a table", ja: "表で表示" },
  asLcdstatus: { en: "As lcdstatus prints it", ja: "lcdstatus の形式で表示" },
  timeline: { en: "Time line", ja: "タイムライン" },
  hierarchies: { en: "Hierarchies", ja: "リソース階層" },
  sequence: { en: "Sequence", ja: "シーケンス図" },
  prove: { en: "Prove", ja: "証明" },
  advise: { en: "Advise", ja: "構成の比較" },
  scenario: { en: "Start from", ja: "開始点" },
  usual: { en: "The usual state", ja: "通常の状態" },
  run: { en: "Run", ja: "実行" },
  runs: { en: "Runs", ja: "実行の一覧" },
  first: { en: "Go to the start", ja: "最初へ" },
  previous: { en: "One step back", ja: "1 つ戻る" },
  next: { en: "One step forward", ja: "1 つ進む" },
  last: { en: "Go to the end", ja: "最後へ" },
  play: { en: "Play", ja: "再生" },
  pause: { en: "Pause", ja: "一時停止" },
  undo: { en: "Undo", ja: "元に戻す" },
  redo: { en: "Redo", ja: "やり直し" },
  restart: { en: "Start over", ja: "最初からやり直す" },
  share: { en: "Save and copy…", ja: "保存とコピー…" },
  saveScenario: { en: "Save the run as a scenario in the file", ja: "この実行をシナリオとしてファイルに保存" },
  copyText: { en: "Copy as text", ja: "テキストとしてコピー" },
  copyMarkdown: { en: "Copy as Markdown", ja: "Markdown としてコピー" },
  copyScenario: { en: "Copy as a scenario", ja: "シナリオとしてコピー" },
  copyCommand: { en: "Copy as an lkcluster command", ja: "lkcluster のコマンドとしてコピー" },
  copyTopologySvg: { en: "Copy the drawing as SVG", ja: "図を SVG としてコピー" },
  copyTopologyPng: { en: "Copy the drawing as PNG", ja: "図を PNG としてコピー" },
  copySequencePng: { en: "Copy the sequence diagram as PNG", ja: "シーケンス図を PNG としてコピー" },
  saveTopologyPng: { en: "Save the drawing as PNG…", ja: "図を PNG として保存…" },
  copySequenceSvg: { en: "Copy the sequence diagram as SVG", ja: "シーケンス図を SVG としてコピー" },
  saveSequencePng: { en: "Save the sequence diagram as PNG…", ja: "シーケンス図を PNG として保存…" },
  headline: { en: "What this step comes to", ja: "このステップの結果" },
  copyHeadline: { en: "Copy this summary", ja: "要約をコピー" },
  showMoment: { en: "Show this moment", ja: "この時点を表示" },
  allBars: { en: "Show all hierarchies", ja: "すべてのリソース階層を表示" },
  affectedBars: { en: "Show only what changes", ja: "変化のあるものだけ表示" },
  moments: { en: "Moment of the run", ja: "実行の時点" },
  start: { en: "Start", ja: "開始" },
  failTogether: { en: "Fail together", ja: "同時に障害を起こす" },
  clearMarks: { en: "Clear the selection", ja: "選択を解除" },
  marked: { en: "marked", ja: "個を選択中" },
  tooLong: {
    en: "This run is longer than the panel shows; what comes later is left out.",
    ja: "この実行はパネルに表示できる長さを超えています。後の部分は省略されています。",
  },
  resize: { en: "Size of the drawing", ja: "図の大きさ" },
} as const satisfies Record<string, Localized>;

export const timelineWords = {
  time: { en: "Time", ja: "時刻" },
  node: { en: "Node", ja: "ノード" },
  event: { en: "Event", ja: "イベント" },
  changed: { en: "What changed", ja: "変化" },
  why: { en: "Why", ja: "理由" },
  empty: {
    en: "Nothing has happened yet. Click a node, a path or a network in the drawing and choose what fails.",
    ja: "まだ何も起きていません。図のノード、パス、ネットワークをクリックし、起こす障害を選んでください。",
  },
  parameter: { en: "Parameter", ja: "パラメーター" },
  facts: { en: "Facts", ja: "判断材料" },
  reading: { en: "Reading", ja: "解釈" },
  otherAnswer: { en: "Play it with the other answer", ja: "別の解釈で実行" },
  sources: { en: "Sources", ja: "出典" },
  evidence: { en: "Evidence", ja: "根拠" },
  place: { en: "Place", ja: "該当箇所" },
  openLine: { en: "Show the line in the file", ja: "ファイルの該当行を表示" },
  fromDefault: { en: "default", ja: "デフォルト値" },
  fromFile: { en: "parameter file", ja: "パラメーターファイル" },
  fromSet: { en: "set in the cluster file", ja: "クラスターファイルの set" },
} as const satisfies Record<string, Localized>;

export const evidenceWords = {
  documented: { en: "documented", ja: "資料に記載あり" },
  inferred: { en: "inferred from documents", ja: "資料からの推論" },
  unsure: { en: "not documented: a reading decides", ja: "資料に記載なし（解釈による）" },
} as const satisfies Record<"documented" | "inferred" | "unsure", Localized>;

export const hierarchyWords = {
  tag: { en: "Tag", ja: "タグ" },
  id: { en: "ID", ja: "ID" },
  none: {
    en: "The cluster has no resources. Write 'resource TAG TYPE { servers … }' in it.",
    ja: "クラスターにリソースがありません。'resource タグ 種類 { servers … }' を書いてください。",
  },
  notServer: { en: "not a server of it", ja: "対象外のノード" },
  priority: { en: "priority", ja: "優先順位" },
  mirrorSource: { en: "source", ja: "ソース" },
  mirrorTarget: { en: "in sync", ja: "同期済み" },
  mirrorResync: { en: "resyncing", ja: "再同期中" },
  mirrorOut: { en: "not in sync", ja: "未同期" },
  corrupt: { en: "data_corrupt", ja: "data_corrupt" },
  reservation: { en: "reservation", ja: "リザベーション" },
  under: { en: "needed by", ja: "親リソース:" },
} as const satisfies Record<string, Localized>;

/** `1:05.0`: minutes, seconds and tenths. */
export function timeText(ms: number): string {
  const tenths = Math.round(ms / 100);
  const minutes = Math.floor(tenths / 600);
  const rest = tenths - minutes * 600;
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, "0")}.${rest % 10}`;
}
