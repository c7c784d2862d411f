// Renaming a thing everywhere: its definition, its uses, for a node the end of QWK_STORAGE_OBJECT_<host>, for a host
// its entry in QUORUM_HOSTS.

import { mangleHostName } from "../catalogue/parameters.ts";
import type { Localized } from "../locale/localized.ts";
import { writtenName } from "../model/names.ts";
import type { FileEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { namesIn, useAt, usesOf } from "./names.ts";
import { placesInParameters, thingAt } from "./navigation.ts";
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
    return refused({ en: "There is no name here that can be changed.", ja: "ここには変更できる名前がありません。" });
  }
  const { thing, model } = found;
  const name = newName.trim().replace(/^"(.*)"$/s, "$1");
  if (name === "") return refused({ en: "A name cannot be empty.", ja: "名前を空にはできません。" });
  if (/[\p{Cc}]/u.test(name)) {
    return refused({ en: "A name cannot contain control characters.", ja: "名前に制御文字は使えません。" });
  }
  if (thing.kind === "host" && /[\s,"']/.test(name)) {
    return refused({
      en: "A host is written host:port, without blanks, commas and quotes.",
      ja: "ホストは host:port の形で書きます。空白、カンマ、引用符は使えません。",
    });
  }
  const names = namesIn(model.parsed.tree);
  const taken = names.some((use) => use.defines && use.name === name && use.kinds.includes(thing.kind));
  if (taken && name !== thing.name) {
    return refused({ en: `The name ${name} is already used.`, ja: `${name} という名前はすでに使われています。` });
  }
  const file = model.parsed.file;
  const written = writtenName(name);
  const edits: FileEdit[] = usesOf(thing, names).map((use) => ({ file, span: use.word.span, newText: written }));
  const newText = thing.kind === "node" ? mangleHostName(name) : name;
  for (const each of placesInParameters(thing, model)) edits.push({ file: each.file, span: each.span, newText });
  return { kind: "edits", edits };
}

function refused(why: Localized): RenameResult {
  return { kind: "refused", why };
}
