// What blocks and choices of the cluster language are called in a page about it, and how its words and forms are read.

import type { Localized } from "../locale/localized.ts";
import type { ChoiceKind } from "./choices.ts";
import type { BlockKind } from "./statement.ts";

export const blockNames: Readonly<Record<BlockKind, Localized>> = {
  file: { en: "In a file", ja: "ファイル" },
  cluster: { en: "In `cluster`", ja: "`cluster` の中" },
  domain: { en: "In `domain`", ja: "`domain` の中" },
  node: { en: "In `node` and `witness`", ja: "`node` と `witness` の中" },
  path: { en: "In `path`", ja: "`path` の中" },
  storage: { en: "In `storage`", ja: "`storage` の中" },
  resource: { en: "In `resource`", ja: "`resource` の中" },
  scenario: { en: "In `scenario`", ja: "`scenario` の中" },
  prove: { en: "In `prove`", ja: "`prove` の中" },
};

export const choiceNames: Readonly<Record<ChoiceKind, Localized>> = {
  platform: { en: "`platform`", ja: "`platform`" },
  quorumPackage: { en: "`quorum-package`", ja: "`quorum-package`" },
  shutdown: { en: "`shutdown` of a node", ja: "ノードの `shutdown`" },
  switchback: { en: "`switchback`", ja: "`switchback`" },
  onOff: { en: "`failover`, `local-recovery`", ja: "`failover`、`local-recovery`" },
  mode: { en: "`mode` of a mirror", ja: "ミラーの `mode`" },
  operation: { en: "`refuse`", ja: "`refuse`" },
  answer: { en: "`confirm`", ja: "`confirm`" },
  state: { en: "State of a resource", ja: "リソースの状態" },
  nodeCondition: { en: "State of a node", ja: "ノードの状態" },
  never: { en: "`never`", ja: "`never`" },
  sometimes: { en: "`sometimes`", ja: "`sometimes`" },
  fault: { en: "Kinds of faults", ja: "障害の種類" },
};

export const wordsText: Localized = {
  en: 'How `*.lk` files are written. Comments run from `#` to the end of the line. White space and line breaks only separate. A name that equals a keyword is written in `"…"`. Times are written `500ms`, `20s`, `2m`, `1h`.',
  ja: '`*.lk` ファイルの書き方です。`#` から行末まではコメントです。空白と改行は区切りにすぎません。キーワードと同じ名前は `"…"` で囲んで書きます。時間は `500ms`、`20s`、`2m`、`1h` のように書きます。',
};

export const formText: Localized = {
  en: "In the forms, `<…>` stands for a value, `[…]` for what may be left out.",
  ja: "書式の `<…>` には値を、`[…]` は省略できる部分を表します。",
};
