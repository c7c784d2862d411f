// Settings that belong to the setup script.

import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const doNotEdit: Rule = {
  code: "do-not-edit",
  group: "parameters",
  title: { en: "A setting that must not be edited by hand", ja: "手動で編集してはいけない設定" },
  documentation: {
    what: {
      en: "The setup script writes `LK_SERV_ENV`. It must not be changed by hand or deployed with `set`.",
      ja: "`LK_SERV_ENV` はセットアップスクリプトが書き込む設定で、手動で変更したり `set` で配布したりしてはいけません。",
    },
    why: {
      en: "It describes the environment in which LifeKeeper was installed on that node.",
      ja: "そのノードで LifeKeeper をインストールした環境を表す値だからです。",
    },
    how: { en: "Remove the `set` line.", ja: "`set` の行を削除してください。" },
  },
  sources: ["CORE990"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check({ given, parsed }) {
    for (const { place, name, origin } of given) {
      if (name === "LK_SERV_ENV" && origin === "set")
        yield {
          place,
          message: {
            en: "LifeKeeper's setup writes `LK_SERV_ENV`. Do not set it by hand; remove this line.",
            ja: "`LK_SERV_ENV` は LifeKeeper のセットアップが書き込む値で、手動で設定してはいけません。この行を削除してください。",
          },
          fixes: [fix({ en: "Remove the line", ja: "この行を削除する" }, [removedLine(parsed.text, place)], "certain")],
        };
    }
  },
  fires: trio("", { a: "set LK_SERV_ENV = linux" }),
  reports: `
    cluster.lk
    |   node a { address 192.0.2.11 set LK_SERV_ENV = linux }
    |                               ^^^^^^^^^^^^^^^^^^^^^^^ error: LifeKeeper's setup writes \`LK_SERV_ENV\`. Do not set it by hand; remove this line.
  `,
  silent: trio("", { a: "set LCMPORT = 0" }),
};
