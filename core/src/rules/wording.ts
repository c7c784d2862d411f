// Lists and counts inside messages, in each language's own way.

import { enumeration } from "../locale/enumeration.ts";
import type { Localized } from "../locale/localized.ts";

/** Names as a message shows them: `a`, `b` and `c`; `a`、`b`、`c`. Two of them: `a` and `b`; `a` と `b`. */
export function listed(items: readonly string[]): Localized {
  return enumeration(items.map(marked));
}

export function alternatives(items: readonly string[]): Localized {
  return enumeration(items.map(marked), "or");
}

function marked(item: string): string {
  return item === "" ? '""' : `\`${item}\``;
}

/** "1 node", "2 nodes". */
export function counted(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? "" : "s"}`;
}
