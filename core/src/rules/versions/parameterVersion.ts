// Parameters and values that a version does not have yet, or no longer.

import type { VersionText } from "../../catalogue/spec.ts";
import { readValue } from "../../catalogue/value.ts";
import { isAtLeast } from "../../catalogue/version.ts";
import type { ClusterContext, GivenParameter } from "../context.ts";
import { pair } from "../example.ts";
import type { Finding, Rule } from "../rule.ts";

export const parameterVersion: Rule = {
  code: "parameter-version",
  group: "versions",
  title: { en: "A parameter that the version does not have", ja: "このバージョンにないパラメーター" },
  documentation: {
    what: {
      en: "The cluster's version is older than the parameter or value, or newer than the last list that has it.",
      ja: "クラスターのバージョンが、そのパラメーターや値の登場より古いか、最後に記載された一覧より新しくなっています。",
    },
    why: {
      en: "A version that does not know the name silently ignores it.",
      ja: "その名前を知らないバージョンは、警告なしに無視します。",
    },
    how: {
      en: "Correct the version after `lifekeeper`, or remove the line.",
      ja: "`lifekeeper` のバージョンを直すか、行を削除してください。",
    },
  },
  sources: ["QUORUM_PARAMETERS_LIST_990", "QP100"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const parameter of context.given) yield* checkOne(context, parameter);
  },
  fires: pair("QUORUM_MODE=none\nWITNESS_MODE=none\nQWK_STORAGE_TYPE=block\n", { version: "9.2.2" }),
  reports: `
    LifeKeeper
    | QWK_STORAGE_TYPE=block
    | ^^^^^^^^^^^^^^^^^^^^^^ warning: \`QWK_STORAGE_TYPE\` exists only since LifeKeeper 9.3; this cluster runs 9.2.2, which ignores it. Correct the version, or remove the line.
  `,
  silent: pair("QUORUM_MODE=none\nWITNESS_MODE=none\nQWK_STORAGE_TYPE=block\n", { version: "9.3" }),
};

function* checkOne(
  { version, cluster }: ClusterContext,
  { name, value, place, spec }: GivenParameter,
): Iterable<Finding> {
  // The modes themselves are the matter of the support matrix.
  if (spec === undefined || name === "QUORUM_MODE" || name === "WITNESS_MODE") return;
  const reading = readValue(spec, value);
  const lives: readonly (readonly [string, { readonly since?: VersionText; readonly until?: VersionText }])[] = [
    [name, spec],
    ...(reading.kind === "choice" ? [[`${name}=${value}`, reading.choice] as const] : []),
  ];
  for (const [what, { since, until }] of lives) {
    const isTooOld = since !== undefined && !isAtLeast(version, since);
    const isGone = until !== undefined && isAtLeast(version, until);
    if (!isTooOld && !isGone) continue;
    yield {
      place,
      message: isTooOld
        ? {
            en: `\`${what}\` exists only since LifeKeeper ${since}; this cluster runs ${version.text}, which ignores it. Correct the version, or remove the line.`,
            ja: `\`${what}\` は LifeKeeper ${since} からの機能です。このクラスターは ${version.text} なので無視されます。バージョンを直すか、行を削除してください。`,
          }
        : {
            en: `\`${what}\` is not in the lists of LifeKeeper ${until} and later, and this cluster runs ${version.text}. Correct the version, or remove the line.`,
            ja: `\`${what}\` は LifeKeeper ${until} 以降の一覧にありません。このクラスターは ${version.text} です。バージョンを直すか、行を削除してください。`,
          },
      evidence: spec.evidence.version ?? "documented",
      sources: spec.sources,
      ...(isGone ? { tag: "deprecated" as const } : {}),
      ...(cluster.versionGiven ? {} : { severity: "information" as const }),
    };
  }
}
