// Names of sheets as Excel takes them: at most 31 characters, none of \ / ? * [ ] :, no apostrophe at an end, each once.

import { visibleLine } from "@lkcluster/core/text/shown.ts";

const lengthMax = 31;

export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title, at) => {
    const name = [...visibleLine(title).replace(/[\\/?*[\]:]/g, "-")].slice(0, lengthMax - 5).join("");
    const plain = name.replace(/^'+|'+$/g, "").trim() || String(at + 1);
    // Excel does not tell names apart by their case.
    const own = taken.has(plain.toLowerCase()) ? `${plain} (${at + 1})` : plain;
    taken.add(own.toLowerCase());
    return own;
  });
}
