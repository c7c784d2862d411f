// White space between a name, its `=` and its value.

import { parameters } from "../example.ts";
import { fix, replaced } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const spacesAroundEquals: Rule = {
  code: "spaces-around-equals",
  group: "parameters",
  title: { en: "Spaces around =", ja: "= の前後の空白" },
  documentation: {
    what: { en: "There is a space or tab before or after `=`.", ja: "`=` の前または後に空白やタブがあります。" },
    why: {
      en: "The file is shell-like, and a shell does not read `NAME = value` as an assignment. No source shows spaces, and none forbids them.",
      ja: "ファイルはシェル形式で、シェルは `NAME = value` を代入として読みません。空白を入れた例も、禁止する記述も資料にはありません。",
    },
    how: { en: "Remove the spaces.", ja: "空白を取り除いてください。" },
  },
  sources: ["KB-DEFAULTS", "LKSCSID75"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check({ given }) {
    for (const { line, place } of given) {
      if (line === undefined) continue;
      const between = { start: line.name.span.end, end: line.rawValue.span.start };
      if (between.end - between.start <= 1) continue;
      // An empty value has its place right after `=`; what follows it is the end of the line.
      const at = { file: place.file, span: between };
      yield {
        place: at,
        message: {
          en: `Write \`${line.name.text}=${line.rawValue.text}\` without spaces: a shell would not read this line as an assignment.`,
          ja: `空白を入れずに \`${line.name.text}=${line.rawValue.text}\` と書いてください。シェルはこの行を代入として読みません。`,
        },
        fixes: [fix({ en: "Remove the spaces", ja: "空白を取り除く" }, [replaced(at, "=")], "certain")],
      };
    }
  },
  fires: parameters("LCMHBEATTIME = 7\nLCMNUMHBEATS =4\n"),
  reports: `
    LifeKeeper
    | LCMHBEATTIME = 7
    |             ^^^ warning: Write \`LCMHBEATTIME=7\` without spaces: a shell would not read this line as an assignment.
    | LCMNUMHBEATS =4
    |             ^^ warning: Write \`LCMNUMHBEATS=4\` without spaces: a shell would not read this line as an assignment.
  `,
  silent: parameters("LCMHBEATTIME=7   # seconds\n"),
};
