// Reasons: resources that fail, and policies.

import type { Localized } from "../../locale/localized.ts";
import type { RuleId } from "../trace.ts";
import type { Work } from "../work.ts";
import { nameOf, tagOf, tell } from "./why.ts";

type How =
  | "recovered"
  | "temporal-limit"
  | "not-recovered"
  | "recovery-off"
  | "fails-over"
  | "policy"
  | "blocked"
  | "no-target"
  | "halts"
  | "target-without-quorum";

const rules: Readonly<Record<How, RuleId>> = {
  recovered: "local-recovery",
  "temporal-limit": "temporal-recovery",
  "not-recovered": "resource-failed",
  "recovery-off": "resource-failed",
  "fails-over": "resource-failover",
  policy: "policy-no-failover",
  blocked: "failover-blocked",
  "no-target": "no-target",
  halts: "halt-on-error",
  "target-without-quorum": "restore-refused",
};

export function sayFailure(work: Work, node: number, index: number, how: How, target = -1): void {
  if (work.tracer === undefined) return;
  const resource = work.model.resources[index]?.source;
  const isReserved = (work.model.resources[index]?.reservation ?? -1) >= 0;
  const tag = tagOf(work, index);
  const to = nameOf(work, target);
  const count = resource?.temporalRecovery?.count ?? 0;
  const minutes = (resource?.temporalRecovery?.periodMs ?? 0) / 60_000;
  tell(work, node, rules[how], {
    text: textOf(how, tag, nameOf(work, node), to, count, minutes),
    facts: { tag, how, ...(target < 0 ? {} : { target: to }) },
    place: how === "blocked" ? work.model.cluster.nodes[node]?.place : resource?.place,
    ...(how === "recovered" || how === "not-recovered"
      ? { parameter: isReserved ? "FAILFASTTIMER" : "LKCHECKINTERVAL" }
      : {}),
    ...(how === "halts" ? { parameter: resource?.kind.toLowerCase() === "vmdk" ? "VMDK_ERROR" : "SCSIERROR" } : {}),
    ...(how === "target-without-quorum" ? { reading: "resource-failover-quorum" as const } : {}),
  });
}

function textOf(how: How, tag: string, node: string, to: string, count: number, minutes: number): Localized {
  switch (how) {
    case "recovered":
      return {
        en: `The check finds that ${tag} has failed; local recovery repairs it.`,
        ja: `チェックで ${tag} の障害を検知しました。ローカルリカバリーで回復します。`,
      };
    case "temporal-limit":
      return {
        en: `${tag} has failed again: local recovery number ${count} within ${minutes} minutes becomes a failover.`,
        ja: `${tag} の障害を再び検知しました。${minutes} 分以内で ${count} 回目のローカルリカバリーになるため、フェイルオーバーします。`,
      };
    case "not-recovered":
      return {
        en: `The check finds that ${tag} has failed; local recovery cannot repair it.`,
        ja: `チェックで ${tag} の障害を検知しました。ローカルリカバリーでは回復しません。`,
      };
    case "recovery-off":
      return {
        en: `The check finds that ${tag} has failed; its local recovery is switched off.`,
        ja: `チェックで ${tag} の障害を検知しました。ローカルリカバリーは無効です。`,
      };
    case "fails-over":
      return {
        en: `${tag} fails over with its hierarchy to ${to}, the highest-priority living server.`,
        ja: `${tag} をリソース階層ごと、稼働中で優先順位が最も高い ${to} にフェイルオーバーします。`,
      };
    case "policy":
      return {
        en: `The policy of ${tag} is Failover off: it stays failed here and nothing moves.`,
        ja: `${tag} のポリシーは Failover オフです。障害のまま残り、何も移動しません。`,
      };
    case "blocked":
      return {
        en: `Block Resource Failover is set on ${node}: ${tag} stays failed here.`,
        ja: `${node} には Block Resource Failover が設定されています。${tag} は障害のまま残ります。`,
      };
    case "no-target":
      return {
        en: `No living server is left for ${tag}: recovery stops.`,
        ja: `${tag} を引き継げる稼働中のサーバーがないため、回復処理を終了します。`,
      };
    case "halts":
      return {
        en: `An error of ${tag} halts ${node} at once, so that another node takes over.`,
        ja: `${tag} のエラーのため ${node} を直ちに停止し、ほかのノードに引き継がせます。`,
      };
    case "target-without-quorum":
      return {
        en: `${node} has no quorum and does not bring ${tag} in service.`,
        ja: `${node} に Quorum がないため、${tag} をサービス中にしません。`,
      };
  }
}

export function sayStandbyFailed(work: Work, node: number, index: number): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  tell(work, node, "standby-failed", {
    text: {
      en: `The health check of the standby fails: ${tag} is OSF here and is not checked again until retstate.`,
      ja: `スタンバイノードのヘルスチェックが失敗しました。${tag} はここで OSF になり、retstate を実行するまでチェックされません。`,
    },
    facts: { tag },
    place: work.model.resources[index]?.source.place,
  });
}

export function sayCheckTimeout(work: Work, index: number): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  tell(work, -1, "check-timeout", {
    text: {
      en: `The check of ${tag} timed out. That is not a failure: it is checked again at the next interval.`,
      ja: `${tag} のチェックがタイムアウトしました。障害とはみなさず、次の間隔で再びチェックします。`,
    },
    facts: { tag },
    place: work.model.resources[index]?.source.place,
  });
}

export function sayFileSystem(work: Work, node: number, index: number, isFull: boolean): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  tell(work, node, "file-system-full", {
    text: isFull
      ? {
          en: `${tag} is above its warning limit: it becomes ISU as a warning and stays monitored.`,
          ja: `${tag} の使用率が警告値を超えました。警告として ISU になりますが、監視は続きます。`,
        }
      : {
          en: `${tag} is below its warning limit again and returns to ISP.`,
          ja: `${tag} の使用率が警告値を下回り、ISP に戻りました。`,
        },
    facts: { tag },
    place: work.model.resources[index]?.source.place,
  });
}
