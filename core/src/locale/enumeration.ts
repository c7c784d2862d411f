// Several names in one sentence, in each language's own way.

import type { Localized } from "./localized.ts";

/** "a, b and c"; a、b、c. Two of them: "a and b"; a と b. */
export function enumeration(items: readonly string[], word: "and" | "or" = "and"): Localized {
  const last = items.at(-1) ?? "";
  return {
    en: items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`,
    ja: items.length === 2 ? items.join(word === "and" ? " と " : " または ") : items.join("、"),
  };
}

/** In brackets and tables: "a, b, c"; a、b、c. */
export function series(items: readonly string[]): Localized {
  return { en: items.join(", "), ja: items.join("、") };
}
