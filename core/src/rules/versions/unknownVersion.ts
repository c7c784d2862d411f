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
      en: "We have read no document of the version after `lifekeeper`.",
      ja: "`lifekeeper` に書かれたバージョンの資料は確認していません。",
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
  check({ cluster, version, parsed }) {
    const item = parsed.tree.cluster?.items.find((each) => each.kind === "lifekeeper");
    if (!cluster.versionGiven || isKnownVersion(version) || item?.kind !== "lifekeeper") return [];
    return [
      {
        place: { file: parsed.file, span: item.version?.span ?? item.span },
        message: {
          en: `We have read no document of LifeKeeper ${version.text}. Check the number; known versions run from ${knownVersions[0]} to ${knownVersions.at(-1)}.`,
          ja: `LifeKeeper ${version.text} の資料は確認していません。番号を確認してください。確認済みのバージョンは ${knownVersions[0]} から ${knownVersions.at(-1)} です。`,
        },
      },
    ];
  },
  fires: trio("", { version: "9.4.7" }),
  reports: `
    cluster.lk
    |   lifekeeper 9.4.7
    |              ^^^^^ hint: We have read no document of LifeKeeper 9.4.7. Check the number; known versions run from 9.0.0 to 10.0.
  `,
  silent: trio("", { version: "9.4.1" }),
};
