// The entrance to the reference, in both languages.

import { glossary } from "@lkcluster/core/catalogue/glossary.ts";
import { parameters } from "@lkcluster/core/catalogue/parameters.ts";
import { resourceKinds } from "@lkcluster/core/catalogue/resourceKinds.ts";
import { sources } from "@lkcluster/core/catalogue/sources.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { readings } from "@lkcluster/core/simulate/readings.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath, referenceRoot } from "./markdown.ts";

export const indexPages: Generator = {
  name: "index",
  owns: [],
  files: () =>
    new Map([
      [`${referenceRoot}/README.md`, entrance()],
      ...locales.map((locale) => [pagePath(locale, "README.md"), index(locale)] as const),
    ]),
};

function entrance(): string {
  return page("Reference / リファレンス", ["- [English](en/README.md)\n- [日本語](ja/README.md)"]);
}

function index(locale: Locale): string {
  const ja = locale === "ja";
  const rows = ja
    ? [
        `[パラメーター](parameters/README.md): ${parameters.length} 個`,
        `[ルール](rules/README.md): ${rules.length} 個`,
        "[サポートされる組み合わせ](support-matrix.md)",
        `[リソースの種類](resource-kinds.md): ${resourceKinds.length} 種`,
        "[クラスター言語](cluster-language.md)、[アシスタント向けの説明](for-assistants.md)",
        `[解釈](readings.md): ${readings.length} 個`,
        `[用語集](glossary.md): ${glossary.length} 語（用語、状態、イベント、フラグ、コマンド、ログのコード、リカバリーキット）`,
        `[出典](sources.md): ${Object.keys(sources).length} 件`,
      ]
    : [
        `[Parameters](parameters/README.md): ${parameters.length}`,
        `[Rules](rules/README.md): ${rules.length}`,
        "[Support matrix](support-matrix.md)",
        `[Kinds of resources](resource-kinds.md): ${resourceKinds.length}`,
        "[The cluster language](cluster-language.md), [the same for assistants](for-assistants.md)",
        `[Readings](readings.md): ${readings.length}`,
        `[Glossary](glossary.md): ${glossary.length} words (terms, states, events, flags, commands, log codes, recovery kits)`,
        `[Sources](sources.md): ${Object.keys(sources).length}`,
      ];
  return page(ja ? "リファレンス" : "Reference", [
    ja
      ? "本製品が知っていることのすべてです。エディターのホバー、補完、`lkcluster explain` と同じ内容です。"
      : "Everything this product knows. Hover, completion and `lkcluster explain` say the same in the same words.",
    rows.map((row) => `- ${row}`).join("\n"),
    ja
      ? "本製品は独立したプロジェクトです。LifeKeeper と DataKeeper は SIOS Technology Corp. の商標であり、同社とは関係がありません。"
      : "This is an independent project. LifeKeeper and DataKeeper are trademarks of SIOS Technology Corp.; the project is not affiliated with it.",
  ]);
}
