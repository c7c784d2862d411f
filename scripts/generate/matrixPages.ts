// The page of the support matrix: which modes go together, on how many nodes, in which versions.

import { sourceLines } from "@lkcluster/core/catalogue/describeParts.ts";
import type { SourceKey } from "@lkcluster/core/catalogue/sources.ts";
import { evidenceNames } from "@lkcluster/core/catalogue/words.ts";
import { type Locale, type Localized, locales } from "@lkcluster/core/locale/localized.ts";
import {
  type CombinationRow,
  combinationRows,
  type DataLayout,
  fencingRows,
  nodesMaxOfCluster,
  storageTypeRows,
  versionRows,
} from "@lkcluster/core/support/matrix.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath, table } from "./markdown.ts";

export const matrixPages: Generator = {
  name: "support matrix",
  owns: [],
  files: () => new Map(locales.map((locale) => [pagePath(locale, "support-matrix.md"), matrixPage(locale)])),
};

function matrixPage(locale: Locale): string {
  const ja = locale === "ja";
  return page(ja ? "サポートされる組み合わせ" : "Support matrix", [
    ja
      ? `\`QUORUM_MODE\` と \`WITNESS_MODE\` の組み合わせと、必要なノード数です。Witness 専用ノードも数えます。クラスターは最大 ${nodesMaxOfCluster} ノードです。`
      : `Combinations of \`QUORUM_MODE\` and \`WITNESS_MODE\`, and the nodes they need, witness-only nodes counted. A cluster has at most ${nodesMaxOfCluster} nodes.`,
    combinations(locale),
    `## ${ja ? "バージョン" : "Versions"}`,
    versions(locale),
    `## ${ja ? "Quorum 用ストレージの種類" : "Kinds of quorum storage"}`,
    ja
      ? "資料にある組み合わせです。ここにないものは「不明」で、誤りとは限りません。"
      : "Combinations that documents name. What is not here is unknown, not wrong.",
    storageTypes(locale),
    ...fencingRows.flatMap((row) => [
      `## ${fencingNames[row.fencing][locale]}`,
      `- ${row.platforms.join(", ")} (${evidenceNames[row.evidence][locale]})`,
    ]),
    sourceLines(usedSources(), locale),
  ]);
}

function combinations(locale: Locale): string {
  const quorumModes = [...new Set(combinationRows.map((row) => row.quorumMode))];
  const witnessModes = [...new Set(combinationRows.map((row) => row.witnessMode))];
  return table(
    ["WITNESS_MODE \\ QUORUM_MODE", ...quorumModes.map((mode) => `\`${mode}\``)],
    witnessModes.map((witnessMode) => [
      `\`${witnessMode}\``,
      ...quorumModes.map((quorumMode) =>
        nodesText(
          combinationRows.find((row) => row.quorumMode === quorumMode && row.witnessMode === witnessMode),
          locale,
        ),
      ),
    ]),
  );
}

function nodesText(row: CombinationRow | undefined, locale: Locale): string {
  const ja = locale === "ja";
  if (row === undefined || !row.allowed) return ja ? "不可" : "no";
  if (row.nodesMax < nodesMaxOfCluster) {
    return ja ? `可: ${row.nodesMin} ～ ${row.nodesMax} ノード` : `yes: ${row.nodesMin} to ${row.nodesMax} nodes`;
  }
  if (row.nodesMin <= 1) return ja ? "可" : "yes";
  return ja ? `可: ${row.nodesMin} ノード以上` : `yes: ${row.nodesMin} nodes or more`;
}

function versions(locale: Locale): string {
  const ja = locale === "ja";
  return versionRows
    .map((row) => {
      const life = [
        row.since === undefined ? "" : ja ? `${row.since} 以降` : `since ${row.since}`,
        row.until === undefined ? "" : ja ? `${row.until} より前` : `before ${row.until}`,
      ].filter((text) => text !== "");
      const evidence = evidenceNames[row.evidence][locale];
      return `- \`QUORUM_MODE=${row.quorumMode}\`: ${life.join(ja ? "、" : ", ")}${ja ? `（${evidence}）` : ` (${evidence})`}`;
    })
    .join("\n");
}

const dataNames: Readonly<Record<DataLayout, Localized>> = {
  mirror: { en: "DataKeeper mirror", ja: "DataKeeper ミラー" },
  "shared-without-reservation": { en: "shared disk without reservations", ja: "リザベーションを使わない共有ディスク" },
  "shared-with-reservation": { en: "shared disk with reservations", ja: "リザベーションを使う共有ディスク" },
  none: { en: "neither", ja: "いずれもなし" },
};

const fencingNames: Readonly<Record<(typeof fencingRows)[number]["fencing"], Localized>> = {
  stonith: { en: "STONITH", ja: "STONITH" },
  "scsi-reservation": { en: "SCSI reservations", ja: "SCSI リザベーション" },
};

function storageTypes(locale: Locale): string {
  const ja = locale === "ja";
  return table(
    ja ? ["データ", "QWK_STORAGE_TYPE", "プラットフォーム"] : ["Data", "QWK_STORAGE_TYPE", "Platforms"],
    storageTypeRows.map((row) => [dataNames[row.data][locale], `\`${row.storageType}\``, row.platforms.join(", ")]),
  );
}

function usedSources(): readonly SourceKey[] {
  return [
    ...new Set([...combinationRows, ...versionRows, ...storageTypeRows, ...fencingRows].flatMap((row) => row.sources)),
  ];
}
