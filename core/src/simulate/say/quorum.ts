// Reasons: quorum checks and what follows from a lost quorum.

import type { LossAction } from "../../support/modes.ts";
import { hasStorageAccess, hostsReached, livingCount } from "../reach.ts";
import type { Work } from "../work.ts";
import { tell } from "./why.ts";

export function sayQuorum(work: Work, node: number, held: boolean): void {
  if (work.tracer === undefined) return;
  const rule = held ? "quorum-held" : "quorum-lost";
  const verdict = held
    ? { en: "quorum is held", ja: "Quorum を保持しています" }
    : { en: "quorum is lost", ja: "Quorum を失いました" };
  const { model, cells } = work;
  if (!model.quorumPackage) {
    tell(work, node, "quorum-not-checked", {
      text: {
        en: "No quorum check is made: the Quorum/Witness package is not installed.",
        ja: "Quorum/Witness パッケージがないため、Quorum チェックは行われません。",
      },
    });
    return;
  }
  switch (model.configurations[node]?.quorumMode) {
    case "majority": {
      const reached = livingCount(model, cells, node);
      const total = model.nodes.length;
      tell(work, node, rule, {
        text: {
          en: `${reached} of ${total} nodes can be reached, itself included: ${held ? "more than half" : "not more than half"}, ${verdict.en}.`,
          ja: `自ノードを含め ${total} ノード中 ${reached} ノードに到達できます。${held ? "過半数のため" : "過半数ではないため"}、${verdict.ja}。`,
        },
        facts: { mode: "majority", reached, total, held },
        parameter: "QUORUM_MODE",
      });
      return;
    }
    case "tcp_remote": {
      const reached = hostsReached(model, cells, node);
      const total = (model.hostsOfNode[node] ?? []).length;
      tell(work, node, rule, {
        text: {
          en: `${reached} of ${total} quorum hosts answer: ${held ? "more than half" : "not more than half"}, ${verdict.en}.`,
          ja: `Quorum ホスト ${total} 台中 ${reached} 台が応答しました。${held ? "過半数のため" : "過半数ではないため"}、${verdict.ja}。`,
        },
        facts: { mode: "tcp_remote", reached, total, held },
        parameter: "QUORUM_MODE",
      });
      return;
    }
    case "storage": {
      const reached = hasStorageAccess(model, cells, node);
      tell(work, node, rule, {
        text: {
          en: `The quorum storage ${reached ? "can" : "cannot"} be accessed: ${verdict.en}.`,
          ja: `Quorum ストレージにアクセス${reached ? "できます" : "できません"}。${verdict.ja}。`,
        },
        facts: { mode: "storage", reached: reached ? 1 : 0, total: 1, held },
        parameter: "QUORUM_MODE",
      });
      return;
    }
    default:
      tell(work, node, rule, {
        text: {
          en: "QUORUM_MODE is off, so the check always succeeds.",
          ja: "QUORUM_MODE が無効なため、チェックは常に成功します。",
        },
        facts: { mode: "none", held },
        parameter: "QUORUM_MODE",
      });
  }
}

/** `active`: something was in service on the node; that a standby takes the action too is a reading. */
export function sayLossAction(work: Work, node: number, action: LossAction | "none", active: boolean): void {
  if (work.tracer === undefined) return;
  const decided = {
    facts: { action },
    parameter: "QUORUM_LOSS_ACTION",
    ...(active ? {} : { reading: "standby-loss-action" as const }),
  };
  switch (action) {
    case "fastkill":
      tell(work, node, "loss-fastkill", {
        text: {
          en: "Halts at once, without shutdown tasks, and stays off until somebody starts it.",
          ja: "シャットダウン処理を行わず、直ちに停止します。手動で起動するまで停止したままです。",
        },
        ...decided,
      });
      return;
    case "fastboot":
      tell(work, node, "loss-fastboot", {
        text: {
          en: "Restarts at once, without shutdown tasks.",
          ja: "シャットダウン処理を行わず、直ちに再起動します。",
        },
        ...decided,
      });
      return;
    case "osu":
      tell(work, node, "loss-osu", {
        text: {
          en: "Stays up and takes its resources out of service.",
          ja: "稼働を続け、リソースをサービス休止にします。",
        },
        ...decided,
      });
      return;
    case "none":
      tell(work, node, "loss-none", {
        text: {
          en: "Holds nothing in service and takes no loss action.",
          ja: "サービス中のリソースがないため、喪失時の動作を行いません。",
        },
        ...decided,
      });
  }
}
