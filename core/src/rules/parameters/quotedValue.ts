// Quotes around a value.

import { parameters } from "../example.ts";
import { fix, replaced } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const quotedValue: Rule = {
  code: "quoted-value",
  group: "parameters",
  title: { en: "A value in quotes", ja: "引用符で囲んだ値" },
  documentation: {
    what: { en: "The value is in single or double quotes.", ja: "値が引用符で囲まれています。" },
    why: {
      en: "Sources show quotes in this file only once, for `RESERVATIONS`. A shell removes them; a reader that is not a shell keeps them as part of the value.",
      ja: "このファイルで引用符を使った例は、資料には `RESERVATIONS` の 1 か所しかありません。シェルは引用符を取り除きますが、シェルでない読み手は値の一部とみなします。",
    },
    how: {
      en: "Remove the quotes where the value has no spaces.",
      ja: "空白を含まない値なら、引用符を取り除いてください。",
    },
  },
  sources: ["LKSCSID75", "P126"],
  evidence: "unsure",
  severity: "hint",
  about: "parameters",
  *check({ given }) {
    for (const { line, name, value, place } of given) {
      // The 8.x manual itself writes RESERVATIONS="none".
      if (line?.quote === undefined || name === "RESERVATIONS") continue;
      const at = { file: place.file, span: line.rawValue.span };
      const isPlain = /^[\w./:,@+-]*$/.test(value);
      yield {
        place: at,
        message: {
          en: `No source shows quotes around this value. ${isPlain ? `Write \`${name}=${value}\`.` : "Check that every program that reads the file removes them."}`,
          ja: `この値に引用符を使った例は資料にありません。${isPlain ? `\`${name}=${value}\` と書いてください。` : "ファイルを読むすべてのプログラムが引用符を取り除くか確認してください。"}`,
        },
        fixes: isPlain
          ? [fix({ en: "Remove the quotes", ja: "引用符を取り除く" }, [replaced(at, value)], "certain")]
          : [],
      };
    }
  },
  fires: parameters('LCMHBEATTIME="7"\n'),
  reports: `
    LifeKeeper
    | LCMHBEATTIME="7"
    |              ^^^ hint: No source shows quotes around this value. Write \`LCMHBEATTIME=7\`.
  `,
  silent: parameters('LCMHBEATTIME=7\nRESERVATIONS="none"\n'),
};
