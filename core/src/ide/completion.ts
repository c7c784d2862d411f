// What may be written at a place, in either language. Documentation comes later, when an entry is looked at.

import type { Locale } from "../locale/localized.ts";
import { completeCluster } from "./clusterCompletion.ts";
import type { CompletionItem } from "./completionItem.ts";
import { completeDefaults } from "./defaultsCompletion.ts";
import type { CursorPlace } from "./place.ts";
import type { Snapshot } from "./snapshot.ts";
import { completeSuppression } from "./suppressionCompletion.ts";

export function complete(snapshot: Snapshot, place: CursorPlace, locale: Locale): readonly CompletionItem[] {
  const inComment = completeSuppression(snapshot.read(place.file)?.text ?? "", place.offset, locale);
  if (inComment !== undefined) return inComment;
  return place.language === "cluster"
    ? completeCluster(snapshot, place.file, place.offset, locale)
    : completeDefaults(snapshot, place.file, place.offset, locale);
}
