// The documents of a project as the files of one folder, in every form that was asked for. Nothing is written here.

import { documentIds, makeDocument } from "@lkcluster/core/documents/all.ts";
import type { Document, DocumentId } from "@lkcluster/core/documents/document.ts";
import type { Material } from "@lkcluster/core/documents/material.ts";
import { renderHtml } from "@lkcluster/core/documents/renderHtml.ts";
import { renderMarkdown } from "@lkcluster/core/documents/renderMarkdown.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { writeWorkbook } from "./workbook.ts";

export const documentFormats = ["xlsx", "md", "html"] as const;

export type DocumentFormat = (typeof documentFormats)[number];

export interface FolderWish {
  readonly formats: readonly DocumentFormat[];
  /** All of them when undefined. */
  readonly only?: readonly DocumentId[];
  readonly locale: Locale;
  /** Stands in a workbook as the moment of its making. */
  readonly moment: Date;
}

export interface ProjectFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function projectFolder(material: Material, wish: FolderWish): Promise<readonly ProjectFile[]> {
  const files: ProjectFile[] = [];
  for (const id of documentIds.filter((one) => wish.only?.includes(one) !== false)) {
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
