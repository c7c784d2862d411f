// What an import tells besides the cluster file: what it could not know, what it guessed, where the nodes disagree.

import type { Localized } from "../locale/localized.ts";

const list = (names: readonly string[]): string => names.slice(0, 20).join(", ") + (names.length > 20 ? " …" : "");

export const notes = {
  missing: (names: readonly string[]): Localized => ({
    en: `Nothing was read from ${list(names)}. Import them too, so that their parameters and priorities are known.`,
    ja: `${list(names)} からは何も読み取っていません。パラメーターと優先順位を取り込むため、これらのノードも指定してください。`,
  }),
  notRunning: (name: string): Localized => ({
    en: `LifeKeeper does not run on ${name}: what that node knows of resources and paths is missing here.`,
    ja: `${name} では LifeKeeper が動作していません。このノードのリソースとパスの情報は含まれていません。`,
  }),
  noCommands: (name: string): Localized => ({
    en: `${name} printed no status: LifeKeeper's commands are not there, or the user may not run them.`,
    ja: `${name} からは状態表示を得られません。LifeKeeper のコマンドがないか、実行する権限がありません。`,
  }),
  nothingThere: (name: string): Localized => ({
    en: `${name} shows no resources and no paths.`,
    ja: `${name} にはリソースもパスも表示されていません。`,
  }),
  ownNameUnknown: (source: string, name: string): Localized => ({
    en: `${source} does not say on which node it was printed; ${name} stands for that node. Rename it, or import the output of \`lcdstatus -q\`.`,
    ja: `${source} からは、どのノードの出力か分かりません。仮に ${name} としました。名前を直すか、\`lcdstatus -q\` の出力を取り込んでください。`,
  }),
  otherName: (given: string, said: string): Localized => ({
    en: `The node that calls itself ${given} is called ${said} in its own status; ${said} is written.`,
    ja: `${given} と名乗るノードは、状態表示では ${said} です。${said} と書きました。`,
  }),
  notUnderstood: (source: string, count: number, first: string): Localized => ({
    en: `${count === 1 ? "One line" : `${count} lines`} of ${source} could not be read and ${count === 1 ? "is" : "are"} left out, the first: ${first}`,
    ja: `${source} の ${count} 行は読み取れず、含まれていません。最初の行: ${first}`,
  }),
  orphans: (source: string, tags: readonly string[]): Localized => ({
    en: `In ${source} a line is missing above ${list(tags)}: what needs ${tags.length === 1 ? "it" : "them"} is not there.`,
    ja: `${source} では ${list(tags)} の上の行が欠けており、親のリソースが分かりません。`,
  }),
  cut: (source: string): Localized => ({
    en: `${source} ends within a line: its last line may be incomplete.`,
    ja: `${source} は行の途中で終わっています。最後の行は不完全かもしれません。`,
  }),
  guessedKinds: (tags: readonly string[]): Localized => ({
    en: `Kinds guessed from tag and id, because these outputs do not show them: ${list(tags)}. Correct them; a mirror and a shared disk, for one, are proved differently.`,
    ja: `出力に種類が表示されないため、タグと ID から推測しました: ${list(tags)}。正しい種類に直してください。たとえばミラーと共有ディスクでは証明が異なります。`,
  }),
  kindsDiffer: (tag: string, kinds: readonly string[]): Localized => ({
    en: `The nodes give ${tag} different kinds: ${list(kinds)}. The first is written.`,
    ja: `${tag} の種類がノードによって異なります: ${list(kinds)}。最初のものを書きました。`,
  }),
  idsDiffer: (tag: string, ids: readonly string[]): Localized => ({
    en: `The nodes give ${tag} different ids: ${list(ids)}. The first is written.`,
    ja: `${tag} の ID がノードによって異なります: ${list(ids)}。最初のものを書きました。`,
  }),
  infoLeftOut: (tag: string): Localized => ({
    en: `The information text of ${tag} differs between the nodes or holds characters that a cluster file cannot; it is left out.`,
    ja: `${tag} のアプリケーション情報は、ノードによって異なるか、クラスターファイルに書けない文字を含むため、書いていません。`,
  }),
  otherTag: (tag: string, node: string, theirs: string): Localized => ({
    en: `${tag} is called ${theirs} on ${node}. A cluster file has one tag for all nodes.`,
    ja: `${tag} は ${node} では ${theirs} というタグです。クラスターファイルのタグは全ノードで 1 つです。`,
  }),
  pairedById: (tag: string, node: string, theirs: string): Localized => ({
    en: `${theirs} on ${node} is taken for the same resource as ${tag}, because id and primary node are the same. Check that.`,
    ja: `${node} の ${theirs} は、ID とプライマリノードが同じため、${tag} と同じリソースとみなしました。確認してください。`,
  }),
  renamed: (tag: string, node: string, name: string): Localized => ({
    en: `${tag} on ${node} is another resource with the same tag; it is called ${name} here.`,
    ja: `${node} の ${tag} は同じタグの別のリソースです。ここでは ${name} としました。`,
  }),
  dependencyDiffers: (parent: string, child: string, has: readonly string[], not: readonly string[]): Localized => ({
    en: `${parent} needs ${child} on ${list(has)}, but not on ${list(not)}. It is written as needed.`,
    ja: `${list(has)} では ${parent} が ${child} に依存していますが、${list(not)} では依存していません。依存ありとして書きました。`,
  }),
  cycle: (parent: string, child: string): Localized => ({
    en: `${parent} needs ${child}, which needs ${parent} in turn; the first of these was left out.`,
    ja: `${parent} と ${child} の依存が循環しているため、${parent} から ${child} への依存は書いていません。`,
  }),
  relatedUnplaced: (a: string, b: string): Localized => ({
    en: `dep_list relates ${a} and ${b}, but no output says which needs which, or the display does not show it. It is not written.`,
    ja: `dep_list に ${a} と ${b} の依存がありますが、向きが分からないか、状態表示にありません。この依存は書いていません。`,
  }),
  priorityDiffers: (tag: string, node: string, own: number, others: number): Localized => ({
    en: `${tag} has priority ${own} on ${node} itself, but ${others} where another node tells of it. The first is written.`,
    ja: `${tag} の優先順位は、${node} 自身では ${own}、ほかのノードからは ${others} です。前者を書きました。`,
  }),
  priorityUnknown: (tag: string, nodes: readonly string[]): Localized => ({
    en: `${tag} also runs on ${list(nodes)}, with a priority that is not known; that server is missing in its \`servers\`.`,
    ja: `${tag} は ${list(nodes)} でも動作しますが、優先順位が分からないため \`servers\` に書いていません。`,
  }),
  oneSided: (a: string, b: string, ends: string): Localized => ({
    en: `The path between ${a} and ${b} (${ends}) is known from ${a} only. Complete or check it.`,
    ja: `${a} と ${b} の間のパス（${ends}）は ${a} 側の情報しかありません。書き足すか、確認してください。`,
  }),
  pathPriorityDiffers: (a: string, b: string, ends: string): Localized => ({
    en: `${a} and ${b} give the path ${ends} different priorities. That of ${a} is written.`,
    ja: `パス ${ends} の優先順位が ${a} と ${b} で異なります。${a} の値を書きました。`,
  }),
  actionRunning: (name: string, flag: string): Localized => ({
    en: `Somebody or something was changing the cluster while ${name} was read (${flag}). Import again when that is over.`,
    ja: `${name} の読み取り中にクラスターの変更が行われていました（${flag}）。終わってから取り込み直してください。`,
  }),
  flagsLeftOut: (name: string, flags: readonly string[]): Localized => ({
    en: `Flags of ${name} that a cluster file does not describe: ${list(flags)}.`,
    ja: `${name} のフラグのうち、クラスターファイルで表せないもの: ${list(flags)}。`,
  }),
  noParameters: (names: readonly string[]): Localized => ({
    en: `No parameter file was read from ${list(names)}; the documented defaults count there until there is one.`,
    ja: `${list(names)} のパラメーターファイルは読み取っていません。指定するまでは、資料に記載のデフォルト値で扱います。`,
  }),
  parametersLeftOut: (name: string, names: readonly string[]): Localized => ({
    en: `Lines of the parameter file of ${name} that cannot be written as they are: ${list(names)}. They are left out.`,
    ja: `${name} のパラメーターファイルのうち、そのまま書けない行: ${list(names)}。含まれていません。`,
  }),
  notShown: {
    en: "What these commands never show and what you have to add: the version (`lifekeeper`), the platform, networks, how mirrors replicate (`mode`), policies of failover and recovery.",
    ja: "これらのコマンドでは分からないため、書き足す必要があるもの: バージョン（`lifekeeper`）、プラットフォーム、ネットワーク、ミラーの同期方式（`mode`）、フェイルオーバーと復旧のポリシー。",
  },
} as const;

export const refusals = {
  empty: (source: string): Localized => ({
    en: `${source} is empty. Save the output of \`lcdstatus\` or \`lcdstatus -q\` there.`,
    ja: `${source} は空です。\`lcdstatus\` または \`lcdstatus -q\` の出力を保存してください。`,
  }),
  foreign: (source: string): Localized => ({
    en: `${source} is no output that import knows. It reads \`lcdstatus\`, \`lcdstatus -q\`, \`lcdstatus -e\`, and \`ins_list\`, \`dep_list\`, \`eqv_list\`, \`net_list\`, \`sys_list\`, \`flg_list\` with the line in which the command was typed.`,
    ja: `${source} は取り込める出力ではありません。読み取れるのは、\`lcdstatus\`、\`lcdstatus -q\`、\`lcdstatus -e\` と、コマンドを入力した行を含む \`ins_list\`、\`dep_list\`、\`eqv_list\`、\`net_list\`、\`sys_list\`、\`flg_list\` の出力です。`,
  }),
  windows: (source: string): Localized => ({
    en: `${source} was printed by LifeKeeper for Windows. Only LifeKeeper for Linux can be imported.`,
    ja: `${source} は LifeKeeper for Windows の出力です。取り込めるのは LifeKeeper for Linux だけです。`,
  }),
  notRunning: (source: string): Localized => ({
    en: `${source}: LifeKeeper does not run there, so it shows nothing. Start it (\`lkstart\`) and save the output again.`,
    ja: `${source}: LifeKeeper が動作していないため、何も表示されていません。起動（\`lkstart\`）してから、出力を保存し直してください。`,
  }),
  nothingThere: (source: string): Localized => ({
    en: `${source} has the headings of a status, but no resources and no paths. There is nothing to import.`,
    ja: `${source} は見出しだけで、リソースもパスもありません。取り込むものがありません。`,
  }),
  indentsLost: (source: string): Localized => ({
    en: `In ${source} the blanks between the columns were lost, as when a web page is copied, and with them which resource needs which. Save the output of \`lcdstatus -q\` as the terminal shows it, or that of \`lcdstatus\`.`,
    ja: `${source} は、Web ページからのコピーなどで列の間の空白が失われ、リソースの依存関係が分かりません。端末に表示されたままの \`lcdstatus -q\` の出力か、\`lcdstatus\` の出力を保存してください。`,
  }),
  tooLarge: {
    en: "What these outputs describe is larger than a cluster file may be. Import fewer of them.",
    ja: "これらの出力の内容は、クラスターファイルの上限を超えます。取り込む出力を減らしてください。",
  },
} as const;
