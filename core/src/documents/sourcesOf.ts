// The sources that a document names anywhere, each once, for its last page.

import type { SourceKey } from "../catalogue/sources.ts";
import { type Document, groundOf } from "./document.ts";

export function sourcesOf({ sections }: Document): readonly SourceKey[] {
  const cells = sections.flatMap(({ notes, table }) => [...notes, ...(table?.rows.flat() ?? [])]);
  return [...groundOf(cells).sources].sort((a, b) => (a < b ? -1 : 1));
}
