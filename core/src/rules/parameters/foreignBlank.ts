// Blanks that are none to a shell: of Japanese input, of copied web pages, the mark at the start of a file.

import { parameters } from "../example.ts";
import { fix, replaced } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const names: ReadonlyMap<string, { readonly en: string; readonly ja: string }> = new Map([
  ["\u3000", { en: "a full-width space", ja: "全角空白" }],
  ["\u00a0", { en: "a no-break space", ja: "ノーブレークスペース" }],
  ["\ufeff", { en: "a byte order mark", ja: "BOM" }],
]);

export const foreignBlank: Rule = {
  code: "foreign-blank",
  group: "parameters",
  title: { en: "A blank that a shell does not treat as one", ja: "シェルで空白とみなされない文字" },
  documentation: {
    what: {
      en: "There is a full-width space, a no-break space or a byte order mark outside a comment.",
      ja: "全角空白、ノーブレークスペース、BOM のいずれかが、コメント以外の場所にあります。",
    },
    why: {
      en: "It looks like a blank, but a shell treats it as a letter: it becomes part of the name or of the value.",
      ja: "見た目では空白と区別できませんが、シェルでは文字として扱われ、名前や値の一部になります。",
    },
    how: { en: "Remove it.", ja: "削除してください。" },
  },
  sources: ["KB-DEFAULTS", "LKSCSID75"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check({ parameterFile }) {
    if (parameterFile === undefined) return;
    const { file, text, tree } = parameterFile;
    for (const line of tree.lines) {
      const written = text.slice(line.span.start, line.comment?.span.start ?? line.span.end);
      const found = /[\u3000\u00a0\ufeff]+/.exec(written);
      const name = names.get(found?.[0]?.[0] ?? "");
      if (found === null || name === undefined) continue;
      const start = line.span.start + found.index;
      const place = { file, span: { start, end: start + found[0].length } };
      yield {
        place,
        message: {
          en: `There is ${name.en} here, which a shell treats as a letter. Remove it.`,
          ja: `ここに${name.ja}があり、シェルでは文字として扱われます。削除してください。`,
        },
        fixes: [fix({ en: "Remove it", ja: "削除する" }, [replaced(place, "")], "certain")],
      };
    }
  },
  fires: parameters("QUORUM_MODE=majority\u3000\n"),
  reports: `
    LifeKeeper
    | QUORUM_MODE=majority　
    |                     ^^ warning: There is a full-width space here, which a shell treats as a letter. Remove it.
  `,
  silent: parameters("QUORUM_MODE=majority # 過半数\u3000のノード\n"),
};
