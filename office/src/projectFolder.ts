// The documents of a project as the files of one folder, in every form that was asked for. Nothing is written here.

import { makeDocument } from "@lkcluster/core/documents/all.ts";
import type { Document, DocumentId } from "@lkcluster/core/documents/document.ts";
import type { DocumentFormat, ProjectFile } from "@lkcluster/core/documents/folderOrder.ts";
import type { Material } from "@lkcluster/core/documents/material.ts";
import { renderHtml } from "@lkcluster/core/documents/renderHtml.ts";
import { renderMarkdown } from "@lkcluster/core/documents/renderMarkdown.ts";
import { documentIds } from "@lkcluster/core/documents/titles.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { writeWorkbook } from "./workbook.ts";

/** What a workbook calls the moment of its making: the same for the same input. */
export const usualMomentMs: number = Date.UTC(2000, 0, 1);

export interface FolderWish {
  readonly formats: readonly DocumentFormat[];
  /** All of them when undefined. */
  readonly only?: readonly DocumentId[];
  readonly locale: Locale;
  /** Stands in a workbook as the moment of its making. */
  readonly moment: Date;
  /** Told before each is made. */
  readonly onDocument?: (document: DocumentId, done: number, of: number) => void;
}

export async function projectFolder(material: Material, wish: FolderWish): Promise<readonly ProjectFile[]> {
  const files: ProjectFile[] = [];
  const wanted = documentIds.filter((one) => wish.only?.includes(one) !== false);
  for (const [done, id] of wanted.entries()) {
    wish.onDocument?.(id, done, wanted.length);
    const document = makeDocument(id, material);
    for (const format of wish.formats) {
      files.push({ name: `${id}.${format}`, bytes: await written(document, format, wish) });
    }
    for (const { drawing } of document.sections) {
      if (drawing === undefined) continue;
      files.push({ name: `${id}.svg`, bytes: utf8(`${drawing.svg[wish.locale]}\n`) });
      files.push({ name: `${id}.mmd`, bytes: utf8(drawing.mermaid) });
    }
  }
  return files;
}

async function written(
  document: Document,
  format: DocumentFormat,
  { locale, moment }: FolderWish,
): Promise<Uint8Array> {
  switch (format) {
    case "xlsx":
      return writeWorkbook(document, locale, moment);
    case "md":
      return utf8(renderMarkdown(document, locale));
    case "html":
      return utf8(renderHtml(document, locale));
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
