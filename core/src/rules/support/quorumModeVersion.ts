// Modes that a version does not have yet, or no longer.

import { evaluateSupport } from "../../support/matrix.ts";
import { placeOf } from "../context.ts";
import { hostsQuorum, pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const quorumModeVersion: Rule = {
  code: "quorum-mode-version",
  group: "support",
  title: { en: "A quorum mode that the version does not have", ja: "このバージョンにない Quorum モード" },
  documentation: {
    what: {
      en: "`storage` has existed since 9.3. `tcp_remote` is listed up to 9.9.0 and is missing from the list of modes of 10.0.",
      ja: "`storage` は 9.3 からあります。`tcp_remote` は 9.9.0 まで記載があり、10.0 のモード一覧にはありません。",
    },
    why: {
      en: "A node that does not know the mode does not decide as the cluster was designed. We conclude from the list that 10.0 removed `tcp_remote`; no release note that says so was found.",
      ja: "そのモードを知らないノードは、設計どおりに判断しません。10.0 で `tcp_remote` がなくなったというのは一覧からの推論で、明記したリリースノートは見つかっていません。",
    },
    how: {
      en: "Choose a mode of that version, or correct the version after `lifekeeper`.",
      ja: "そのバージョンにあるモードを選ぶか、`lifekeeper` のバージョンを直してください。",
    },
  },
  sources: ["QW922", "QP931", "QUORUM_PARAMETERS_LIST_990", "QP100"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const configuration of context.configurations) {
      const { quorumMode, witnessMode } = configuration.quorum;
      const { version, cluster } = context;
      const verdict = evaluateSupport({ quorumMode, witnessMode, nodeCount: undefined, witnessNodeCount: 0, version });
      if (verdict.kind !== "unsupported") continue;
      for (const reason of verdict.reasons) {
        if (reason.kind !== "too-old" && reason.kind !== "removed") continue;
        const place = placeOf(context, configuration, "QUORUM_MODE");
        yield {
          place,
          message:
            reason.kind === "too-old"
              ? {
                  en: `\`QUORUM_MODE=${quorumMode}\` exists only since LifeKeeper ${reason.version}, but this cluster runs ${version.text}. Choose another mode, or correct the version.`,
                  ja: `\`QUORUM_MODE=${quorumMode}\` は LifeKeeper ${reason.version} からの機能ですが、このクラスターは ${version.text} です。別のモードを選ぶか、バージョンを直してください。`,
                }
              : {
                  en: `\`QUORUM_MODE=${quorumMode}\` is not listed for LifeKeeper ${reason.version} and later, and this cluster ${cluster.versionGiven ? `runs ${version.text}` : `names no version, so ${version.text} is assumed`}. Choose another mode.`,
                  ja: `LifeKeeper ${reason.version} 以降のモード一覧に \`QUORUM_MODE=${quorumMode}\` はありません。このクラスターは${cluster.versionGiven ? ` ${version.text} です` : `バージョンの指定がなく、${version.text} とみなしています`}。別のモードを選んでください。`,
                },
          evidence: reason.row.evidence,
          sources: reason.row.sources,
          ...(reason.kind === "removed" ? { tag: "deprecated" as const } : {}),
          related:
            place.file === cluster.file
              ? []
              : [
                  {
                    ...cluster.place,
                    message: {
                      en: "the version is that of this cluster",
                      ja: "バージョンはこのクラスターのものです",
                    },
                  },
                ],
          ...(cluster.versionGiven ? {} : { severity: "information" as const }),
        };
      }
    }
  },
  fires: pair(hostsQuorum, { version: "10.0" }),
  reports: `
    LifeKeeper
    | QUORUM_MODE=tcp_remote
    | ^^^^^^^^^^^^^^^^^^^^^^ warning: \`QUORUM_MODE=tcp_remote\` is not listed for LifeKeeper 10.0 and later, and this cluster runs 10.0. Choose another mode.
    cluster.lk
    | cluster example {
    |         ------- the version is that of this cluster
  `,
  silent: pair(storageQuorum, { version: "9.3.1" }),
};
