// Lists and counts inside messages, in each language's own way.

import type { Localized } from "../locale/localized.ts";

/** Names as a message shows them: `a`, `b` and `c`; `a`、`b`、`c`. Two of them: `a` and `b`; `a` と `b`. */
export function listed(items: readonly string[]): Localized {
  return joined(items.map(marked), "and");
}

export function alternatives(items: readonly string[]): Localized {
  return joined(items.map(marked), "or");
}

function marked(item: string): string {
  return item === "" ? '""' : `\`${item}\``;
}

function joined(items: readonly string[], word: "and" | "or"): Localized {
  const last = items.at(-1) ?? "";
  return {
    en: items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`,
    ja: items.length === 2 ? items.join(word === "and" ? " と " : " または ") : items.join("、"),
  };
}

/** "1 node", "2 nodes". */
export function counted(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? "" : "s"}`;
}
