// A version that the product has no facts about.

import { isKnownVersion, knownVersions } from "../../support/version.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const unknownVersion: Rule = {
  code: "unknown-version",
  group: "versions",
  title: { en: "A version without documents", ja: "資料のないバージョン" },
  documentation: {
    what: {
      en: "No parameter list, release note or support table of the version after `lifekeeper` is among the sources of this product; single pages may be.",
      ja: "`lifekeeper` に書かれたバージョンのパラメーター一覧、リリースノート、サポート表は、本製品の出典に含まれていません（個別のページが含まれることはあります）。",
    },
    why: {
      en: "What this product says about it is taken from the versions around it.",
      ja: "このバージョンについての説明は、前後のバージョンからの類推です。",
    },
    how: { en: "Check the number.", ja: "番号を確認してください。" },
  },
  sources: ["REL95"],
  evidence: "unsure",
  severity: "hint",
  about: "cluster",
  *check({ cluster, version, parsed }) {
    const item = parsed.tree.cluster?.items.find((each) => each.kind === "lifekeeper");
    if (!cluster.versionGiven || isKnownVersion(version) || item?.kind !== "lifekeeper") return;
    yield {
      place: { file: parsed.file, span: item.version?.span ?? item.span },
      message: {
        en: `This product knows the parameters of LifeKeeper ${knownVersions[0]} to ${knownVersions.at(-1)}, and ${version.text} is none of these versions: what it says is taken from those nearest. Check the number.`,
        ja: `本製品がパラメーターを確認しているのは LifeKeeper ${knownVersions[0]} から ${knownVersions.at(-1)} までで、${version.text} は含まれません。近いバージョンの内容で説明します。番号を確認してください。`,
      },
    };
  },
  fires: trio("", { version: "9.4.7" }),
  reports: `
    cluster.lk
    |   lifekeeper 9.4.7
    |              ^^^^^ hint: This product knows the parameters of LifeKeeper 9.0.0 to 10.0, and 9.4.7 is none of these versions: what it says is taken from those nearest. Check the number.
  `,
  silent: trio("", { version: "9.4.1" }),
};
