// The page of the cluster language: every statement by the block it stands in, and what its choices mean.

import { describeStatement } from "@lkcluster/core/ide/keywordHover.ts";
import { type ChoiceKind, choices, choiceText } from "@lkcluster/core/language/choices.ts";
import type { BlockKind } from "@lkcluster/core/language/statement.ts";
import { statements } from "@lkcluster/core/language/statements.ts";
import { type Locale, type Localized, locales } from "@lkcluster/core/locale/localized.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath, table } from "./markdown.ts";

export const languagePages: Generator = {
  name: "cluster language",
  owns: [],
  files: () => new Map(locales.map((locale) => [pagePath(locale, "cluster-language.md"), languagePage(locale)])),
};

const blockNames: Readonly<Record<BlockKind, Localized>> = {
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

const choiceNames: Readonly<Record<ChoiceKind, Localized>> = {
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

function languagePage(locale: Locale): string {
  const ja = locale === "ja";
  // The keys of these literals are their own keys and no others.
  const blocks = Object.keys(statements) as BlockKind[];
  const kinds = Object.keys(choices) as ChoiceKind[];
  return page(ja ? "クラスター言語" : "The cluster language", [
    ja
      ? '`*.lk` ファイルの書き方です。`#` から行末まではコメントです。空白と改行は区切りにすぎません。キーワードと同じ名前は `"…"` で囲んで書きます。時間は `500ms`、`20s`、`2m`、`1h` のように書きます。'
      : 'How `*.lk` files are written. Comments run from `#` to the end of the line. White space and line breaks only separate. A name that equals a keyword is written in `"…"`. Times are written `500ms`, `20s`, `2m`, `1h`.',
    ja
      ? "書式の `<…>` には値を、`[…]` は省略できる部分を表します。"
      : "In the forms, `<…>` stands for a value, `[…]` for what may be left out.",
    ...blocks
      .filter((block) => statements[block].length > 0)
      .flatMap((block) => [
        `## ${blockNames[block][locale]}`,
        ...statements[block].flatMap((statement) => [
          `### \`${statement.keyword}\``,
          describeStatement(statement, locale, false),
        ]),
      ]),
    `## ${ja ? "選べる語" : "Choices"}`,
    ...kinds.flatMap((kind) => [
      `### ${choiceNames[kind][locale]}`,
      table(
        ja ? ["語", "意味"] : ["Word", "Meaning"],
        choices[kind].map((word) => [`\`${word}\``, choiceText(kind, word)?.[locale] ?? ""]),
      ),
    ]),
  ]);
}
