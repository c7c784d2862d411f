// A name given twice in one parameter file.

import type { GivenParameter } from "../context.ts";
import { parameters } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";

export const duplicateParameter: Rule = {
  code: "duplicate-parameter",
  group: "parameters",
  title: { en: "A parameter given twice", ja: "パラメーターの重複" },
  documentation: {
    what: {
      en: "The same name appears in the file more than once.",
      ja: "同じ名前がファイルに 2 回以上書かれています。",
    },
    why: {
      en: "The file is shell-like, so most likely the last line is in force, although no source says so. A change to an earlier line then has no effect.",
      ja: "ファイルはシェル形式なので、有効なのはおそらく最後の行です（明記した資料はありません）。その場合、前の行を書き換えても何も変わりません。",
    },
    how: { en: "Keep one line.", ja: "1 行だけを残してください。" },
  },
  sources: ["KB-DEFAULTS", "LKSCSID75"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check({ given, parameterFile }) {
    const text = parameterFile?.text ?? "";
    const groups = new Map<string, GivenParameter[]>();
    for (const parameter of given) {
      if (parameter.origin !== "file") continue;
      const group = groups.get(parameter.name);
      if (group === undefined) groups.set(parameter.name, [parameter]);
      else group.push(parameter);
    }
    for (const group of [...groups.values()]) yield* checkGroup(group, text);
  },
  fires: parameters("LCMHBEATTIME=7\nLCMHBEATTIME=8\n"),
  reports: `
    LifeKeeper
    | LCMHBEATTIME=7
    | ^^^^^^^^^^^^^^ warning: \`LCMHBEATTIME\` is given again below as \`8\`, and most likely the last line is in force. Keep only one.
    | LCMHBEATTIME=8
    | -------------- given again here
  `,
  silent: parameters("LCMHBEATTIME=7\n# LCMHBEATTIME=8\n"),
};

function* checkGroup(group: readonly GivenParameter[], text: string): Iterable<Finding> {
  const last = group.at(-1);
  if (last === undefined) return;
  for (const earlier of group.slice(0, -1)) {
    const isSame = earlier.value === last.value;
    const remove = fix(
      { en: "Remove this line", ja: "この行を削除する" },
      [removedLine(text, earlier.place)],
      isSame ? "certain" : "a choice",
    );
    const keep = fix(
      { en: "Keep this line and remove the last one", ja: "この行を残し、最後の行を削除する" },
      [removedLine(text, last.place)],
      "a choice",
    );
    yield {
      place: earlier.place,
      message: isSame
        ? {
            en: `\`${earlier.name}\` is given again below with the same value. Remove one of the two lines.`,
            ja: `\`${earlier.name}\` は後の行にも同じ値で書かれています。どちらかの行を削除してください。`,
          }
        : {
            en: `\`${earlier.name}\` is given again below as \`${last.value || "empty"}\`, and most likely the last line is in force. Keep only one.`,
            ja: `\`${earlier.name}\` は後の行で \`${last.value || "空"}\` と書かれており、おそらく最後の行が有効です。1 行だけを残してください。`,
          },
      related: [{ ...last.place, message: { en: "given again here", ja: "ここにも書かれています" } }],
      fixes: isSame ? [remove] : [remove, keep],
      tag: "unnecessary",
    };
  }
}
