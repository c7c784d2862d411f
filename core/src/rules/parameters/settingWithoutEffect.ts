// A setting that nothing reads in the chosen mode.

import { findParameter } from "../../catalogue/parameters.ts";
import { besideJapanese } from "../../locale/japanese.ts";
import type { Localized } from "../../locale/localized.ts";
import { type Configuration, type Context, givenValue } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const settingWithoutEffect: Rule = {
  code: "setting-without-effect",
  group: "parameters",
  title: { en: "A setting without effect in this mode", ja: "このモードでは効果のない設定" },
  documentation: {
    what: {
      en: "`QUORUM_HOSTS` and `QUORUM_TIMEOUT_SECS` apply only with `tcp_remote`; the `QWK_STORAGE_` parameters only when both modes are `storage`; `CONFIRMSODEF` and `CONFIRMSOTO` only on a node with Confirm Failover.",
      ja: "`QUORUM_HOSTS` と `QUORUM_TIMEOUT_SECS` は `tcp_remote` のときだけ、`QWK_STORAGE_` で始まるパラメーターは両モードが `storage` のときだけ、`CONFIRMSODEF` と `CONFIRMSOTO` は Confirm Failover を設定したノードでだけ有効です。",
    },
    why: {
      en: "A reader of the file believes that the line applies. Often it is the mode that was forgotten.",
      ja: "ファイルを読む人は有効だと思い込みます。モードの変更を忘れている場合もよくあります。",
    },
    how: {
      en: "Change the mode, or remove or comment out the line.",
      ja: "モードを変えるか、行を削除またはコメントにしてください。",
    },
  },
  sources: ["QUORUM_PARAMETERS_LIST_990", "QP100", "CFB980"],
  evidence: "documented",
  severity: "information",
  about: "parameters",
  *check(context) {
    for (const configuration of context.configurations) {
      for (const value of [...configuration.values.values()]) {
        if (value.origin === "default") continue;
        // A line of the shared file may count on another node.
        const countsSomewhere = context.configurations.some(
          (each) =>
            each.values.get(value.name)?.place === value.place && needed(context, each, value.name) === undefined,
        );
        const need = needed(context, configuration, value.name);
        const place = givenValue(configuration, value.name)?.place;
        if (need === undefined || place === undefined || countsSomewhere) continue;
        yield {
          place,
          message: {
            en: `\`${value.name}\` has no effect here: it applies only ${need.en}.`,
            ja: `\`${value.name}\` はここでは効果がありません。有効なのは${besideJapanese(need.ja)}だけです。`,
          },
          tag: "unnecessary",
        };
      }
    }
  },
  fires: pair(`${storageQuorum}QUORUM_HOSTS=gateway:443,dns1:53,dns2:53\n`),
  reports: `
    LifeKeeper
    | QUORUM_HOSTS=gateway:443,dns1:53,dns2:53
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: \`QUORUM_HOSTS\` has no effect here: it applies only with \`QUORUM_MODE=tcp_remote\`.
  `,
  silent: pair(storageQuorum),
};

const hostsNeed: Localized = { en: "with `QUORUM_MODE=tcp_remote`", ja: "`QUORUM_MODE=tcp_remote` のとき" };
const storageNeed: Localized = {
  en: "when `QUORUM_MODE` and `WITNESS_MODE` are both `storage`",
  ja: "`QUORUM_MODE` と `WITNESS_MODE` がともに `storage` のとき",
};
const packageNeed: Localized = {
  en: "with the Quorum/Witness package, but the cluster file says `quorum-package none`",
  ja: "Quorum/Witness パッケージがあるとき（クラスターファイルでは `quorum-package none`）",
};
const confirmNeed: Localized = { en: "on nodes with `confirm-failover`", ja: "`confirm-failover` を設定したノード" };

function needed({ cluster }: Context, { quorum, nodes, values }: Configuration, name: string): Localized | undefined {
  // A file alone that gives no mode may be a part of a file, or belong to nodes whose cluster file sets the mode.
  if (cluster === undefined && values.get("QUORUM_MODE")?.origin === "default") return undefined;
  if (cluster?.quorumPackage === false) {
    return findParameter(name)?.spec.kit === "quorum" ? packageNeed : undefined;
  }
  if (name === "QUORUM_HOSTS" || name === "QUORUM_TIMEOUT_SECS") {
    return quorum.quorumMode === "tcp_remote" ? undefined : hostsNeed;
  }
  if (name.startsWith("QWK_STORAGE_")) {
    // With storage on one side only, the combination is the problem.
    return quorum.quorumMode === "storage" || quorum.witnessMode === "storage" ? undefined : storageNeed;
  }
  if ((name === "CONFIRMSODEF" || name === "CONFIRMSOTO") && cluster !== undefined) {
    return nodes.some((node) => node.confirmsFailoverOf.length > 0) ? undefined : confirmNeed;
  }
  return undefined;
}
