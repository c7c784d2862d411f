// Completion of the path in `defaults "…"`: parameter files that are near, and the folders on the way to others.

import type { Localized } from "../locale/localized.ts";
import { type Span, spanOf } from "../text/span.ts";
import type { CompletionItem } from "./completionItem.ts";
import { customaryPath, folderOf, parameterFilesNear, writtenPath } from "./parameterFiles.ts";
import type { Snapshot } from "./snapshot.ts";

export interface FilePlace {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly offset: number;
  /** The word or string around the cursor, quotes included. */
  readonly span: Span;
}

interface Details {
  readonly found: Localized;
  readonly customary: Localized;
}

const details: Details = {
  found: { en: "parameter file", ja: "パラメーターファイル" },
  customary: { en: "parameter file, not there yet", ja: "パラメーターファイル（未作成）" },
};

export function fileItems(place: FilePlace, locale: "en" | "ja"): readonly CompletionItem[] {
  const { snapshot, file, offset, span } = place;
  const near = parameterFilesNear(snapshot, file);
  const offered = near.includes(customaryPath) ? near : [...near, customaryPath];
  const whole = offered.map(
    (path, rank): CompletionItem => ({
      label: path,
      kind: "file",
      detail: (near.includes(path) ? details.found : details.customary)[locale],
      newText: writtenPath(path),
      isSnippet: false,
      span,
      rank,
    }),
  );
  const text = snapshot.read(file)?.text ?? "";
  if (text[span.start] !== '"') return whole;
  const typed = text.slice(span.start + 1, offset);
  const folder = typed.slice(0, typed.lastIndexOf("/") + 1);
  const end = span.end > offset && text[span.end - 1] === '"' ? span.end - 1 : span.end;
  return [...whole, ...entriesOf(place, folder, spanOf(span.start + 1 + folder.length, end))];
}

/** What lies in the folder that is written already; only the part behind its slash is replaced. */
function entriesOf({ snapshot, file }: FilePlace, folder: string, span: Span): readonly CompletionItem[] {
  return snapshot.list(folderOf(file, folder)).flatMap(({ name, isFolder }, at): readonly CompletionItem[] => {
    // A name with a quote in it can be typed, and is not worth its own rules here.
    if (name.startsWith(".") || /["\\]/.test(name) || (!isFolder && name.endsWith(".lk"))) return [];
    const label = isFolder ? `${name}/` : name;
    const rank = (isFolder ? 100 : 2000) + Math.min(at, 999);
    return [{ label, kind: isFolder ? "folder" : "file", newText: label, isSnippet: false, span, rank }];
  });
}
