// Settings that belong to the setup script.

import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const doNotEdit: Rule = {
  code: "do-not-edit",
  group: "parameters",
  title: { en: "A setting that is not to be edited", ja: "手で編集しない設定" },
  documentation: {
    what: {
      en: "`LK_SERV_ENV` is written by the setup script and must not be changed by hand, nor deployed with `set`.",
      ja: "`LK_SERV_ENV` はセットアップスクリプトが書き込む設定で、手で変更したり `set` で配布したりしてはいけません。",
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
  check: ({ given, parsed }) =>
    given
      .filter(({ name, origin }) => name === "LK_SERV_ENV" && origin === "set")
      .map(({ place }) => ({
        place,
        message: {
          en: "`LK_SERV_ENV` is written by LifeKeeper's setup and must not be set by hand.",
          ja: "`LK_SERV_ENV` は LifeKeeper のセットアップが書き込む値です。手で設定してはいけません。",
        },
        fixes: [fix({ en: "Remove the line", ja: "この行を削除する" }, [removedLine(parsed.text, place)], "certain")],
      })),
  fires: trio("", { a: "set LK_SERV_ENV = linux" }),
  silent: trio("", { a: "set LCMPORT = 0" }),
};
