// A document as an Excel workbook: a cover with a revision history, its tables, and the sources. The same document gives
// the same bytes: no clock is asked, the caller says which moment.

import type { Document, Section } from "@lkcluster/core/documents/document.ts";
import { words } from "@lkcluster/core/documents/words.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { visible } from "@lkcluster/core/text/shown.ts";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { ladderSheet } from "./ladderSheet.ts";
import { addText, planSheets, sourceSheet, tableSheet } from "./sections.ts";
import { type MadeSheet, Sheet } from "./sheet.ts";
import { sheetNames } from "./sheetNames.ts";
import { fontNames, fontSize } from "./styles.ts";

interface Titled {
  readonly title: string;
  readonly sheet: MadeSheet;
}

/** Never fails: what a sheet cannot hold is cut, and says so. */
export function writeWorkbook(document: Document, locale: Locale, moment: Date): Promise<Uint8Array> {
  const { title, subject } = document;
  const { beginning, sheets } = planSheets(document.sections);
  const sources = sourceSheet(document, locale);
  const all: readonly Titled[] = [
    { title: words.cover[locale], sheet: cover(document, beginning, locale) },
    ...sheets.flatMap((plan): readonly Titled[] => {
      const [first] = plan.tables;
      const name = (plan.tables.length === 1 ? first?.title : title)?.[locale] ?? "";
      const drawing = first?.drawing;
      const table = { title: drawing === undefined ? name : words.list[locale], sheet: tableSheet(plan, name, locale) };
      return drawing === undefined
        ? [table]
        : [{ title: name, sheet: ladderSheet(name, drawing.ladder, locale) }, table];
    }),
    ...(sources === undefined ? [] : [{ title: words.sourceList[locale], sheet: sources }]),
  ];
  const names = sheetNames(all.map((one) => one.title));
  // One size of paper for the whole of it: as wide as its widest table needs to be read.
  const widest = Math.max(
    ...all.map(({ sheet }) => (sheet.columns ?? []).reduce((sum, one) => sum + (one.width ?? 0), 0)),
  );
  const footer = { oddFooter: `&L${escapedFooter(subject.cluster)}&C${escapedFooter(title[locale])}&R&P / &N` };
  return writeXlsx({
    sheets: all.map(
      ({ sheet }, at): WriteSheet => ({
        ...sheet,
        name: names[at] ?? `${at + 1}`,
        headerFooter: footer,
        pageSetup: { ...paper(widest), ...sheet.pageSetup },
      }),
    ),
    properties: {
      title: `${title[locale]}: ${visible(subject.cluster)}`,
      creator: "lkcluster",
      created: moment,
      modified: moment,
    },
    defaultFont: { name: fontNames[locale], size: fontSize },
  });
}

function paper(widest: number): NonNullable<WriteSheet["pageSetup"]> {
  return {
    paperSize: widest > 170 ? "a3" : "a4",
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
  };
}

function cover(document: Document, beginning: readonly Section[], locale: Locale): MadeSheet {
  const { title, purpose, subject } = document;
  const sheet = new Sheet(locale, [22, 16, 60, 16, 16]);
  const line = (name: string, text: string): void => {
    sheet.addWide(text, "text", { from: 1, before: [{ text: name, look: "label" }] });
  };
  sheet.add([{ text: title[locale], look: "title" }], 34);
  sheet.add([{ text: subject.cluster, look: "subtitle" }], 24);
  sheet.add([]);
  sheet.addWide(purpose[locale], "text");
  sheet.add([]);
  line(words.cluster[locale], subject.cluster);
  line(words.version[locale], subject.version);
  for (const { name, sha256 } of subject.files) line(words.file[locale], `${name}  (SHA-256 ${sha256})`);
  sheet.add([]);
  sheet.add([{ text: words.revisions[locale], look: "heading" }], 22);
  const heads = [words.revision, words.date, words.change, words.author, words.approver];
  sheet.add(heads.map((word) => ({ text: word[locale], look: "head" })));
  for (let revision = 0; revision < 8; revision++)
    sheet.add(
      heads.map(() => ({ text: "", look: "fill" })),
      18,
    );
  for (const section of beginning) addText(sheet, section, locale);
  return sheet.made();
}

/** `&` begins a code in headers and footers, which hold 255 characters at most. */
function escapedFooter(text: string): string {
  return visible(text).slice(0, 60).replaceAll("&", "&&");
}
