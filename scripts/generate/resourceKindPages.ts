// The page of the kinds of resources.

import { describeKindBody } from "@lkcluster/core/catalogue/describeKind.ts";
import { resourceKinds, typeOf } from "@lkcluster/core/catalogue/resourceKinds.ts";
import { evidenceNames } from "@lkcluster/core/catalogue/words.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import type { Generator } from "./generator.ts";
import { anchor, page, pagePath, table } from "./markdown.ts";

export const resourceKindPages: Generator = {
  name: "resource kinds",
  owns: [],
  files: () => new Map(locales.map((locale) => [pagePath(locale, "resource-kinds.md"), kindsPage(locale)])),
};

function kindsPage(locale: Locale): string {
  const ja = locale === "ja";
  const head = ja ? ["種類", "名前", "確かさ"] : ["Kind", "Name", "Evidence"];
  const rows = resourceKinds.map((kind) => [
    `[\`${typeOf(kind)}\`](#${anchor(typeOf(kind))})`,
    kind.name[locale],
    evidenceNames[kind.evidence][locale],
  ]);
  return page(ja ? "リソースの種類" : "Kinds of resources", [
    ja
      ? "クラスターファイルでは `application/kind` の形で書きます。資料で名前を確認できない種類は「不確か」としています。ここにない種類も書けます。"
      : "Written as `application/kind` in a cluster file. Kinds whose name no source confirms are graded unsure; kinds that are not here may be written as well.",
    table(head, rows),
    ...resourceKinds.flatMap((kind) => [
      `## \`${typeOf(kind)}\``,
      `**${kind.name[locale]}**`,
      describeKindBody(kind, locale),
    ]),
  ]);
}
