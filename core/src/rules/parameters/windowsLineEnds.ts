// A parameter file that was written on Windows.

import { parameters } from "../example.ts";
import { fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const windowsLineEnds: Rule = {
  code: "windows-line-ends",
  group: "parameters",
  title: { en: "Windows line ends", ja: "Windows の改行" },
  documentation: {
    what: {
      en: "Lines of the parameter file end with CR LF.",
      ja: "パラメーターファイルの行が CR LF で終わっています。",
    },
    why: {
      en: "The file is shell-like, and to a shell the CR is part of the value: `majority` followed by a CR is not a mode. No source shows such a file, and none says that its readers accept it.",
      ja: "ファイルはシェル形式で、シェルでは CR が値の一部になります。`majority` の後に CR が付いた値はモードとして認識されません。このような例も、読み飛ばされるという記述も資料にはありません。",
    },
    how: { en: "Save the file with LF only.", ja: "改行を LF にして保存してください。" },
  },
  sources: ["KB-DEFAULTS", "LKSCSID75"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check({ parameterFile }) {
    if (parameterFile === undefined) return;
    const { file, text } = parameterFile;
    const first = text.indexOf("\r");
    if (first < 0) return;
    const count = text.split("\r").length - 1;
    const rest = { file, span: { start: first, end: text.length }, newText: text.slice(first).replace(/\r\n?/g, "\n") };
    yield {
      place: { file, span: { start: first, end: first + 1 } },
      message: {
        en: `${count} ${count === 1 ? "line ends" : "lines end"} with a carriage return, which becomes part of the value in a shell. Save the file with LF.`,
        ja: `${count} 行の末尾に CR があり、シェルでは値の一部になります。改行を LF にして保存してください。`,
      },
      fixes: [fix({ en: "Use LF", ja: "LF にする" }, [rest], "a choice")],
    };
  },
  fires: parameters("QUORUM_MODE=majority\r\nLCMHBEATTIME=7\r\n"),
  reports: `
    LifeKeeper
    | QUORUM_MODE=majority
    |                     ^ warning: 2 lines end with a carriage return, which becomes part of the value in a shell. Save the file with LF.
  `,
  silent: parameters("QUORUM_MODE=majority\nLCMHBEATTIME=7\n"),
};
