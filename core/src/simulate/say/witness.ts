// Reasons: witness checks.

import { series } from "../../locale/enumeration.ts";
import { seeingAlive } from "../witness.ts";
import type { Work } from "../work.ts";
import { nameOf, namesIn, seconds, tell } from "./why.ts";

/** `how`: nodes were asked, the suspect's object was read, or the check is off. */
export function sayWitness(
  work: Work,
  node: number,
  peer: number,
  how: "nodes" | "object" | "off",
  asked: number,
  alive: boolean,
): void {
  if (work.tracer === undefined) return;
  const about = nameOf(work, peer);
  const rule = alive ? "witness-alive" : "witness-dead";
  const verdict = alive ? "alive" : "dead";
  switch (how) {
    case "off":
      tell(work, node, "witness-off", {
        text: {
          en: `The witness check is off: ${about} counts as dead.`,
          ja: `Witness チェックは無効です。${about} は停止したとみなされます。`,
        },
        facts: { about, asks: [], verdict: "dead" },
        parameter: "WITNESS_MODE",
      });
      return;
    case "object":
      tell(work, node, rule, {
        text: alive
          ? {
              en: `The object of ${about} in the quorum storage is being updated: ${about} is alive, so nothing is taken over.`,
              ja: `Quorum ストレージ上の ${about} のオブジェクトは更新されています。${about} は稼働中とみなし、引き継ぎません。`,
            }
          : {
              en: `The object of ${about} in the quorum storage is no longer updated: ${about} is dead.`,
              ja: `Quorum ストレージ上の ${about} のオブジェクトが更新されなくなりました。${about} は停止したと判断します。`,
            },
        facts: { about, asks: [`storage:${about}`], verdict },
        parameter: "WITNESS_MODE",
      });
      return;
    case "nodes":
      sayAsked(work, node, peer, asked, alive);
  }
}

function sayAsked(work: Work, node: number, peer: number, asked: number, alive: boolean): void {
  const about = nameOf(work, peer);
  const verdict = alive ? "alive" : "dead";
  const asks = namesIn(work, asked);
  if (asked === 0) {
    tell(work, node, alive ? "witness-alive" : "witness-dead", {
      text: {
        en: `There is nobody left to ask about ${about}: it counts as ${verdict}.`,
        ja: `${about} について問い合わせる相手が残っていません。${alive ? "稼働中" : "停止した"}とみなします。`,
      },
      facts: { about, asks, verdict },
      parameter: "WITNESS_MODE",
      reading: "nobody-to-ask",
    });
    return;
  }
  const sayingAlive = namesIn(work, seeingAlive(work, asked, peer));
  tell(work, node, alive ? "witness-alive" : "witness-dead", {
    text: alive
      ? {
          en: `${series(sayingAlive).en} still see${sayingAlive.length === 1 ? "s" : ""} ${about}: it is alive, so nothing is taken over.`,
          ja: `${series(sayingAlive).ja} からは ${about} が見えています。稼働中とみなし、引き継ぎません。`,
        }
      : {
          en: `${series(asks).en} see${asks.length === 1 ? "s" : ""} ${about} as failed too: it counts as dead.`,
          ja: `${series(asks).ja} からも ${about} は障害に見えます。停止したと判断します。`,
        },
    facts: { about, asks, verdict },
    parameter: "WITNESS_MODE",
  });
}

export function sayWitnessWatch(work: Work, node: number, peer: number): void {
  if (work.tracer === undefined) return;
  const about = nameOf(work, peer);
  const { storageHeartbeatMs = 0, storageHeartbeatCount = 0 } = work.model.configurations[node] ?? {};
  const total = seconds(storageHeartbeatMs * storageHeartbeatCount);
  tell(work, node, "witness-watch", {
    text: {
      en: `Watches the object of ${about}: ${storageHeartbeatCount} checks without an update (${seconds(storageHeartbeatMs)} s × ${storageHeartbeatCount} = ${total} s) mean that it is dead.`,
      ja: `${about} のオブジェクトを監視します。${storageHeartbeatCount} 回続けて更新がなければ（${seconds(storageHeartbeatMs)} 秒 × ${storageHeartbeatCount} = ${total} 秒）停止と判断します。`,
    },
    facts: { about, watchSeconds: total },
    parameter: "QWK_STORAGE_NUMHBEATS",
    ...(work.model.readings["storage-watch"] === "always" ? {} : { reading: "storage-watch" as const }),
  });
}

export function sayStoppedPeer(work: Work, node: number, peer: number): void {
  if (work.tracer === undefined) return;
  const name = nameOf(work, peer);
  tell(work, node, "no-failover-flag", {
    text: {
      en: `${name} was stopped in an orderly way (flag !nofailover!${name}): no failover.`,
      ja: `${name} は正常に停止されました（フラグ !nofailover!${name}）。フェイルオーバーしません。`,
    },
    facts: { peer: name, flag: `!nofailover!${name}` },
  });
}
