// The page of sources: every public document that a fact of the catalogue or a rule names.

import { sourceTitle } from "@lkcluster/core/catalogue/describeParts.ts";
import { type SourceKey, sources } from "@lkcluster/core/catalogue/sources.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath, table } from "./markdown.ts";

export const sourcePages: Generator = {
  name: "sources",
  owns: [],
  files: () => new Map(locales.map((locale) => [pagePath(locale, "sources.md"), sourcesPage(locale)])),
};

function sourcesPage(locale: Locale): string {
  const ja = locale === "ja";
  // The keys of a literal are its own keys and no others.
  const keys = Object.keys(sources) as SourceKey[];
  const rows = keys.map((key) => {
    const { url } = sources[key];
    return [`\`${key}\``, sourceTitle(key, locale), url === null ? "" : `<${url}>`];
  });
  return page(ja ? "出典" : "Sources", [
    ja
      ? `本製品の事実とルールは、次の公開資料 ${rows.length} 件に基づきます。多くのマニュアルページは先頭部分だけを読めました。\`P\` と数字の資料は 8.x マニュアルのページごとの写しで、掲載元では別の製品名で分類されています。アドレスのない資料は、印刷物または写しで読んだものです。`
      : `The facts and rules of this product rest on these ${rows.length} public documents. Of most manual pages only the beginning could be read. \`P\` with a number is a page of a copy of the 8.x manual, which its host files under another product's name. A document without an address was read in print or as a copy.`,
    table(ja ? ["記号", "題名", "アドレス"] : ["Key", "Title", "Address"], rows),
  ]);
}
