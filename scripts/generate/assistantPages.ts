// The description of the language that assistants get, as a page: the npm package and the extension carry it.

import { guideSections, guideTitle } from "@lkcluster/core/assistant/guide.ts";
import { locales } from "@lkcluster/core/locale/localized.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath } from "./markdown.ts";

export const assistantPages: Generator = {
  name: "language for assistants",
  owns: [],
  files: () =>
    new Map(
      locales.map((locale) => [pagePath(locale, "for-assistants.md"), page(guideTitle[locale], guideSections(locale))]),
    ),
};
