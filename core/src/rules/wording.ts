// Lists and counts inside messages, in each language's own way.

import type { Localized } from "../locale/localized.ts";

/** "a, b and c"; 「a、b、c」. */
export function listed(items: readonly string[]): Localized {
  const last = items.at(-1) ?? "";
  return {
    en: items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`,
    ja: items.join("、"),
  };
}

export function alternatives(items: readonly string[]): Localized {
  const last = items.at(-1) ?? "";
  return {
    en: items.length < 2 ? last : `${items.slice(0, -1).join(", ")} or ${last}`,
    ja: items.join("、"),
  };
}

/** "1 node", "2 nodes". */
export function counted(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? "" : "s"}`;
}
