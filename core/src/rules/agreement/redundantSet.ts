// A `set` that says what counts on the node anyway.

import { defaultOf } from "../../catalogue/parameters.ts";
import type { ClusterContext, GivenParameter } from "../context.ts";
import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const redundantSet: Rule = {
  code: "redundant-set",
  group: "agreement",
  title: { en: "A set that changes nothing", ja: "何も変えない set" },
  documentation: {
    what: {
      en: "A node's `set` repeats the value that the parameter file already gives.",
      ja: "ノードの `set` が、パラメーターファイルと同じ値を指定しています。",
    },
    why: {
      en: "When the file is changed later, this node keeps the old value, and nobody notices.",
      ja: "後でファイルを変更したとき、このノードだけ古い値のまま取り残されます。",
    },
    how: { en: "Remove the line.", ja: "行を削除してください。" },
  },
  sources: ["CORE990"],
  evidence: "inferred",
  severity: "hint",
  about: "cluster",
  *check(context) {
    for (const parameter of context.given) {
      if (parameter.origin !== "set" || valueWithout(context, parameter) !== parameter.value) continue;
      yield {
        place: parameter.place,
        message: {
          en: `\`${parameter.name}\` is \`${parameter.value}\` even without this line. Remove the line.`,
          ja: `\`${parameter.name}\` は、この行がなくても \`${parameter.value}\` です。行を削除してください。`,
        },
        fixes: [
          fix(
            { en: "Remove the line", ja: "この行を削除する" },
            [removedLine(context.parsed.text, parameter.place)],
            "a choice",
          ),
        ],
        tag: "unnecessary",
      };
    }
  },
  fires: trio("", { a: "set QUORUM_LOSS_ACTION = osu", defaults: "QUORUM_LOSS_ACTION=osu\n" }),
  reports: `
    cluster.lk
    |   node a { address 192.0.2.11 set QUORUM_LOSS_ACTION = osu }
    |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: \`QUORUM_LOSS_ACTION\` is \`osu\` even without this line. Remove the line.
  `,
  silent: trio("", { a: "set QUORUM_LOSS_ACTION = osu", defaults: "QUORUM_LOSS_ACTION=fastboot\n" }),
};

function valueWithout({ given, version, cluster }: ClusterContext, { name, spec }: GivenParameter): string | undefined {
  const inFile = given.filter((each) => each.origin === "file" && each.name === name).at(-1);
  if (inFile !== undefined) return inFile.value;
  // Without a parameter file, `set` is where things are said, and a default said aloud is no repetition.
  if (cluster.defaultsFile === undefined || spec === undefined || spec.kit === "quorum") return undefined;
  return defaultOf(spec, version) ?? undefined;
}
