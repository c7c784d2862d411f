// Renaming a thing everywhere: its definition, its uses, and for a node the end of QWK_STORAGE_OBJECT_<host>.

import { mangleHostName } from "../catalogue/parameters.ts";
import type { Localized } from "../locale/localized.ts";
import { writtenName } from "../model/names.ts";
import type { FileEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { namesIn, useAt, usesOf } from "./names.ts";
import { storageObjectPlaces, thingAt } from "./navigation.ts";
import type { CursorPlace } from "./place.ts";
import type { Snapshot } from "./snapshot.ts";

/** What would be renamed, and how it is called now; undefined when nothing there has a name of the user's. */
export function renameable(
  snapshot: Snapshot,
  place: CursorPlace,
): { readonly span: Span; readonly name: string } | undefined {
  if (place.language !== "cluster") return undefined;
  const [found] = thingAt(snapshot, place);
  const use = useAt(namesIn(snapshot.parsed(place.file).tree), place.offset);
  return found === undefined || use === undefined ? undefined : { span: use.word.span, name: found.thing.name };
}

export type RenameResult =
  | { readonly kind: "edits"; readonly edits: readonly FileEdit[] }
  | { readonly kind: "refused"; readonly why: Localized };

export function rename(snapshot: Snapshot, place: CursorPlace, newName: string): RenameResult {
  const [found] = thingAt(snapshot, place);
  if (found === undefined || place.language !== "cluster") {
    return refused({ en: "There is no name here that could be changed.", ja: "ここには変更できる名前がありません。" });
  }
  const { thing, model } = found;
  const name = newName.trim().replace(/^"(.*)"$/s, "$1");
  if (name === "") return refused({ en: "A name cannot be empty.", ja: "名前を空にはできません。" });
  if (/[\p{Cc}]/u.test(name)) {
    return refused({ en: "A name cannot hold control characters.", ja: "名前に制御文字は使えません。" });
  }
  const names = namesIn(model.parsed.tree);
  const taken = names.some((use) => use.defines && use.name === name && use.kinds.includes(thing.kind));
  if (taken && name !== thing.name) {
    return refused({ en: `The name ${name} is taken.`, ja: `${name} という名前はすでに使われています。` });
  }
  const file = model.parsed.file;
  const written = writtenName(name);
  const edits: FileEdit[] = usesOf(thing, names).map((use) => ({ file, span: use.word.span, newText: written }));
  if (thing.kind === "node") {
    const newText = mangleHostName(name);
    for (const each of storageObjectPlaces(thing.name, model))
      edits.push({ file: each.file, span: each.span, newText });
  }
  return { kind: "edits", edits };
}

function refused(why: Localized): RenameResult {
  return { kind: "refused", why };
}
