// The parameters of logging: since 8.0 LifeKeeper writes through syslog.

import type { ParameterEntry } from "../spec.ts";

export const loggingParameters = [
  {
    name: "LKSYSLOGTAG",
    type: { kind: "text" },
    default: "LifeKeeper",
    since: "8.0",
    summary: {
      en: "The tag of LifeKeeper's messages in syslog.",
      ja: "syslog に書き込まれる LifeKeeper のメッセージのタグです。",
    },
    details: {
      en: "Came with 8.0, when logging moved to syslog. A backup (`lkbackup`) made before 8.0 brings back a file without it: save the file before you restore such a backup, and merge `LKSYSLOGTAG` and `LKSYSLOGSELECTOR` into the restored one.",
      ja: "ログ出力が syslog に移った 8.0 で加わりました。8.0 より前に作成したバックアップ（`lkbackup`）を戻すと、この行のないファイルに置き換わります。復元の前にファイルを保存しておき、`LKSYSLOGTAG` と `LKSYSLOGSELECTOR` を復元後のファイルに書き戻してください。",
    },
    examples: ["LKSYSLOGTAG=LifeKeeper"],
    seeAlso: ["LKSYSLOGSELECTOR"],
    sources: ["P248", "P67"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "inferred" },
  },
  {
    name: "LKSYSLOGSELECTOR",
    type: { kind: "text" },
    default: "local6",
    since: "8.0",
    summary: {
      en: "The syslog facility that LifeKeeper logs to.",
      ja: "LifeKeeper がログを出力する syslog のファシリティです。",
    },
    details: {
      en: [
        "The installation sets up syslog, rsyslog or syslog-ng so that facility `local6` goes to `/var/log/lifekeeper.log`. Change it with `lklogconfig`, which keeps syslog's own configuration in step; editing only this line could send the messages where nothing collects them (our conclusion).",
        "As with `LKSYSLOGTAG`, a backup made before 8.0 does not hold it.",
      ].join("\n\n"),
      ja: [
        "インストール時に、ファシリティ `local6` が `/var/log/lifekeeper.log` へ出力されるよう、syslog、rsyslog または syslog-ng が設定されます。変更には `lklogconfig` を使ってください。syslog 側の設定も合わせて変わります。この行だけを書き換えると、メッセージがどこにも記録されなくなるおそれがあります（本製品の推論です）。",
        "`LKSYSLOGTAG` と同じく、8.0 より前のバックアップには含まれていません。",
      ].join("\n\n"),
    },
    examples: ["LKSYSLOGSELECTOR=local6"],
    seeAlso: ["LKSYSLOGTAG"],
    sources: ["P248", "P67"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
