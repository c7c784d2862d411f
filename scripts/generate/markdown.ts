// Small pieces of Markdown that the pages share.

import type { Locale } from "@lkcluster/core/locale/localized.ts";

export const referenceRoot = "docs/reference";

export function pagePath(locale: Locale, name: string): string {
  return `${referenceRoot}/${locale}/${name}`;
}

/** A whole page: a note for whoever wants to edit it, the title, the blocks. */
export function page(title: string, blocks: readonly string[]): string {
  const note = "<!-- Made by `npm run generate` from the catalogue. Edit there, not here. -->";
  return `${[note, `# ${title}`, ...blocks.filter((block) => block !== "")].join("\n\n")}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** A cell holds no line break, and a bar in it would end it. */
function cell(text: string): string {
  return text.replaceAll("\n", " ").replaceAll("|", "\\|");
}

/** The anchor that the usual renderers give a heading: lower case, punctuation gone, blanks to hyphens. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
