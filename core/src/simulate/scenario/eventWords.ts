// What happened, in words, the same in the panel, the Test Explorer and the terminal: events that follow by themselves,
// and what they changed.

import { unreachable } from "../../assert.ts";
import { type Localized, same } from "../../locale/localized.ts";
import type { Event } from "../event.ts";
import type { Change, NodeCondition } from "../trace.ts";
import { eventText } from "./eventText.ts";

/** Faults and operator actions keep the words of the cluster language in every locale. */
export function eventWords(event: Event): Localized {
  switch (event.kind) {
    case "path-dead":
      return {
        en: `Path ${event.index} to ${event.peer} is DEAD`,
        ja: `${event.peer} へのパス ${event.index} が DEAD`,
      };
    case "path-alive":
      return {
        en: `Path ${event.index} to ${event.peer} is ALIVE`,
        ja: `${event.peer} へのパス ${event.index} が ALIVE`,
      };
    case "comm-down":
      return same(`COMM_DOWN ${event.peer}`);
    case "comm-up":
      return same(`COMM_UP ${event.peer}`);
    case "handle-comm-down":
      return { en: `Handles COMM_DOWN ${event.peer}`, ja: `COMM_DOWN ${event.peer} の処理` };
    case "handle-comm-up":
      return { en: `Handles COMM_UP ${event.peer}`, ja: `COMM_UP ${event.peer} の処理` };
    case "witness-check":
      return { en: `Witness check about ${event.peer}`, ja: `${event.peer} の Witness チェック` };
    case "confirm-timeout":
      return { en: `Nobody confirmed ${event.peer} in time`, ja: `${event.peer} の確認が時間切れ` };
    case "booted":
      return { en: "Operating system is up", ja: "OS 起動完了" };
    case "lcm-avail":
      return same("LCM_AVAIL");
    case "stopped":
      return { en: "LifeKeeper has stopped", ja: "LifeKeeper 停止完了" };
    case "quick-check":
      return { en: `lkcheck: quickCheck of ${event.tag}`, ja: `lkcheck: ${event.tag} の quickCheck` };
    case "standby-check":
      return { en: `Standby health check of ${event.tag}`, ja: `${event.tag} のスタンバイノードヘルスチェック` };
    case "disk-check":
      return { en: `Disk check of ${event.tag}`, ja: `${event.tag} のディスクチェック` };
    case "reservation-won":
      return { en: `Reservation of ${event.tag} won`, ja: `${event.tag} のリザベーションを取得` };
    case "reservation-lost":
      return { en: `Reservation of ${event.tag} not won`, ja: `${event.tag} のリザベーションを取得できず` };
    case "resync-done":
      return { en: `Resync of ${event.tag} is done`, ja: `${event.tag} の再同期が完了` };
    default:
      return same(eventText(event));
  }
}

export function changeWords(change: Change): Localized {
  switch (change.kind) {
    case "node":
      return {
        en: `${change.node}: ${nodeConditionWords[change.from].en} → ${nodeConditionWords[change.to].en}`,
        ja: `${change.node}: ${nodeConditionWords[change.from].ja} → ${nodeConditionWords[change.to].ja}`,
      };
    case "resource":
      return same(`${change.tag}@${change.node}: ${change.from} → ${change.to}`);
    case "link":
      return {
        en: `${change.between.join(" ↔ ")} link ${change.index} ${change.up ? "works again" : "is cut"}`,
        ja: `${change.between.join(" ↔ ")} リンク ${change.index} ${change.up ? "復旧" : "切断"}`,
      };
    case "path":
      return {
        en: `${change.node} marks path ${change.index} to ${change.peer} ${change.to}`,
        ja: `${change.node} が ${change.peer} へのパス ${change.index} を ${change.to} と判断`,
      };
    case "view":
      return {
        en: `${change.node} considers ${change.peer} ${change.to}`,
        ja: `${change.node} は ${change.peer} を ${change.to} と認識`,
      };
    case "network":
      return {
        en: `network ${change.network} is ${change.up ? "up" : "down"}`,
        ja: `ネットワーク ${change.network} ${change.up ? "復旧" : "停止"}`,
      };
    case "storage": {
      const which =
        change.storage === undefined ? { en: "", ja: "" } : { en: ` ${change.storage}`, ja: ` ${change.storage} ` };
      return {
        en: `${change.node} ${change.reached ? "reaches" : "loses"} the quorum storage${which.en}`,
        ja: `${change.node} から Quorum ストレージ${which.ja}に${change.reached ? "到達可" : "到達不可"}`,
      };
    }
    case "host":
      return {
        en: `${change.node} ${change.reached ? "reaches" : "loses"} ${change.host}`,
        ja: `${change.node} から ${change.host} に${change.reached ? "到達可" : "到達不可"}`,
      };
    case "flag":
      return {
        en: `${change.node}: flag ${change.flag} ${change.set ? "set" : "cleared"}`,
        ja: `${change.node}: フラグ ${change.flag} を${change.set ? "設定" : "解除"}`,
      };
    case "mirror":
      return mirrorWords(change);
    case "reservation":
      return change.holder === undefined
        ? { en: `nobody holds the reservation of ${change.tag}`, ja: `${change.tag} のリザベーションの保持者なし` }
        : {
            en: `${change.holder} holds the reservation of ${change.tag}`,
            ja: `${change.holder} が ${change.tag} のリザベーションを保持`,
          };
    default:
      return unreachable(change, "a change that has no words");
  }
}

function mirrorWords({ tag, source, inSync }: Extract<Change, { kind: "mirror" }>): Localized {
  if (source === undefined) return { en: `mirror ${tag} has no source`, ja: `ミラー ${tag} のソースなし` };
  const targets = inSync.filter((node) => node !== source);
  return targets.length === 0
    ? {
        en: `mirror ${tag}: source ${source}, no target in sync`,
        ja: `ミラー ${tag}: ソース ${source}、同期済みターゲットなし`,
      }
    : {
        en: `mirror ${tag}: source ${source}, in sync with ${targets.join(", ")}`,
        ja: `ミラー ${tag}: ソース ${source}、${targets.join("、")} と同期済み`,
      };
}

export const nodeConditionWords: Readonly<Record<NodeCondition, Localized>> = {
  up: { en: "LifeKeeper running", ja: "LifeKeeper 稼働中" },
  frozen: { en: "Frozen", ja: "フリーズ中" },
  stopped: { en: "LifeKeeper stopped", ja: "LifeKeeper 停止" },
  stopping: { en: "LifeKeeper stopping", ja: "LifeKeeper 停止処理中" },
  "stopped-keeping-applications": { en: "LifeKeeper stopped, applications run", ja: "LifeKeeper のみ停止" },
  starting: { en: "LifeKeeper starting", ja: "LifeKeeper 起動中" },
  off: { en: "Powered off", ja: "電源オフ" },
  halted: { en: "Halted by fastkill", ja: "fastkill により停止" },
  restarting: { en: "Rebooting", ja: "再起動中" },
};
