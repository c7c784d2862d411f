// Hover on the type of a resource, such as `gen/filesys`.

import { describeKind } from "../catalogue/describeKind.ts";
import { findResourceKind } from "../catalogue/resourceKinds.ts";
import type { Locale } from "../locale/localized.ts";
import type { WordAt } from "./wordAt.ts";

export function describeType(word: WordAt, locale: Locale): string | undefined {
  const kind = word.text.includes("/") ? findResourceKind(word.text) : undefined;
  return kind === undefined ? undefined : describeKind(kind, locale);
}
