// Markdown for a pull request or a job's summary: what matters first, long parts folded, an end in sight. Names in it may be
// a stranger's: nothing becomes a link, a picture, HTML or a call to somebody by his name.

import { isSourceAddress } from "@lkcluster/core/catalogue/sources.ts";
import { safeMarkdown } from "@lkcluster/core/text/shown.ts";
import type { Run } from "../command.ts";

export type Part = string | Folded;

export interface Folded {
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
}

/** GitHub takes comments of 65,536 characters; whoever posts one adds a little of his own. */
const charactersMax = 60_000;
/** More than this is folded. */
const linesShown = 12;

/** Past commands' own way of making Markdown safe, which knows no HTML that is ours. */
export function writeMarkdown(run: Run, parts: readonly Part[]): void {
  run.io.passOn(markdownPage(parts, words.cut[run.locale]));
}

function markdownPage(parts: readonly Part[], cut: string): string {
  let text = "";
  for (const part of parts) {
    const shown = typeof part === "string" ? `${safe(part).trim()}\n` : folded(part);
    if (text.length + shown.length > charactersMax) return `${text}${text === "" ? "" : "\n"}${cut}\n`;
    text += text === "" ? shown : `\n${shown}`;
  }
  return text;
}

/** A short part needs no fold. */
function folded({ summary, body }: Folded): string {
  const inner = safe(body).trim();
  if (inner.split("\n").length <= linesShown) return `**${safe(summary)}**\n\n${inner}\n`;
  return `<details>\n<summary>${escaped(safe(summary))}</summary>\n\n${inner}\n\n</details>\n`;
}

/** `@name` would tell somebody of that name; in code it does not. */
function safe(markdown: string): string {
  return safeMarkdown(markdown, isSourceAddress).replace(/(`[^`\n]*`)|@(?=[\w-])/g, (all, code: string | undefined) =>
    code === undefined ? `${all}<!-- -->` : all,
  );
}

function escaped(text: string): string {
  return text.replaceAll("<!-- -->", "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const words = {
  cut: {
    en: "The rest is left out: it would be too long here. `--format json` has all of it.",
    ja: "長すぎるため、残りは省きました。`--format json` ですべて確認できます。",
  },
} as const;
