// `# lkcluster-disable-next-line CODE …` in either language: the named rules say nothing about the next line.
// What was held back stays known, so that a list of it can be shown.

import type { Problem } from "../problem.ts";
import { indexLines } from "../text/lineIndex.ts";
import { nearest } from "../text/suggest.ts";

const comment = /^[ \t]*#[ \t]*lkcluster-disable-next-line(?:[ \t]+(.*))?$/;

/** By zero-based line that is meant: the codes, or "all" when the comment names none. */
export type Suppressions = ReadonlyMap<number, ReadonlySet<string> | "all">;

function findSuppressions(text: string): Suppressions {
  const found = new Map<number, ReadonlySet<string> | "all">();
  if (!text.includes("lkcluster-disable-next-line")) return found;
  const lines = text.split(/\r\n|\r|\n/);
  // Comments stack: each counts for the first line after it that is no such comment.
  let waiting: Set<string> | "all" | undefined;
  for (const [number, line] of lines.entries()) {
    const match = comment.exec(line);
    if (match === null) {
      if (waiting !== undefined) found.set(number, waiting);
      waiting = undefined;
      continue;
    }
    // Words after a dash say why, for the reader.
    const codes =
      (match[1] ?? "")
        .split(/\s-+\s/)[0]
        ?.split(/[\s,]+/)
        .filter((code) => code !== "") ?? [];
    if (codes.length === 0 || waiting === "all") waiting = "all";
    else waiting = new Set([...(waiting ?? []), ...codes]);
  }
  return found;
}

/** Codes in such comments that are no rule's: what was meant to be held back is told, and the reader wonders why. */
export function unknownSuppressions(file: string, text: string, codes: readonly string[]): readonly Problem[] {
  if (!text.includes("lkcluster-disable-next-line")) return [];
  const known = new Set(codes);
  return [...text.matchAll(/^[ \t]*#[ \t]*lkcluster-disable-next-line[ \t]+(.*)$/gm)].flatMap((match) => {
    const list = match[1] ?? "";
    const start = match.index + match[0].length - list.length;
    const named = list.split(/\s-+\s/)[0] ?? "";
    return [...named.matchAll(/[^\s,]+/g)]
      .filter((code) => !known.has(code[0]))
      .map((code): Problem => {
        const span = { start: start + code.index, end: start + code.index + code[0].length };
        const close = nearest(code[0], codes);
        return {
          file,
          span,
          code: "unknown-suppression",
          severity: "hint",
          message: {
            en: `There is no rule \`${code[0]}\` to suppress.${close === undefined ? "" : ` Did you mean \`${close}\`?`}`,
            ja: `\`${code[0]}\` という名前の抑止できるルールはありません。${close === undefined ? "" : `\`${close}\` のことですか。`}`,
          },
          evidence: "documented",
          sources: [],
          related: [],
          fixes:
            close === undefined
              ? []
              : [
                  {
                    title: { en: `Change to ${close}`, ja: `${close} に変更する` },
                    edits: [{ file, span, newText: close }],
                    certain: false,
                  },
                ],
        };
      });
  });
}

/** Splits the problems of one file into those that are told and those that a comment holds back. */
export function applySuppressions(
  text: string,
  problems: readonly Problem[],
): { readonly told: readonly Problem[]; readonly suppressed: readonly Problem[] } {
  const suppressions = findSuppressions(text);
  if (suppressions.size === 0) return { told: problems, suppressed: [] };
  const index = indexLines(text);
  const isSuppressed = ({ span, code }: Problem): boolean => {
    const codes = suppressions.get(index.positionAt(span.start).line);
    return codes !== undefined && (codes === "all" || codes.has(code));
  };
  return {
    told: problems.filter((problem) => !isSuppressed(problem)),
    suppressed: problems.filter(isSuppressed),
  };
}
