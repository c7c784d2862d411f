// The entries of the menus: what can fail, what an operator can do, what can be repaired.

import type { Localized } from "@lkcluster/core/locale/localized.ts";

export const menuGroups = {
  faults: { en: "Faults", ja: "障害" },
  operations: { en: "Operations", ja: "操作" },
  repairs: { en: "Repairs", ja: "復旧" },
} as const satisfies Record<string, Localized>;

export const menuWords = {
  crash: { en: "Crash", ja: "クラッシュ" },
  freeze: { en: "Freeze", ja: "フリーズ" },
  isolate: { en: "Lose the whole network", ja: "ネットワークをすべて失う" },
  thaw: { en: "Resume", ja: "フリーズから復帰" },
  boot: { en: "Power on", ja: "電源を入れる" },
  bootAlone: { en: "Power on without network", ja: "ネットワークなしで電源を入れる" },
  shutdown: { en: "Shut down", ja: "シャットダウン" },
  reboot: { en: "Reboot", ja: "再起動" },
  stop: { en: "Stop LifeKeeper", ja: "LifeKeeper を停止" },
  stopAllowing: { en: "Stop LifeKeeper, allowing failover", ja: "フェイルオーバーを許して LifeKeeper を停止" },
  stopKeeping: { en: "Stop LifeKeeper, keeping applications", ja: "アプリケーションを残して LifeKeeper を停止" },
  start: { en: "Start LifeKeeper", ja: "LifeKeeper を起動" },
  healNode: { en: "Heal everything of this node", ja: "このノードの障害をすべて復旧" },
  cutAll: { en: "Cut all paths of the pair", ja: "両ノード間のパスをすべて切断" },
  healAll: { en: "Heal all paths of the pair", ja: "両ノード間のパスをすべて復旧" },
  failNetwork: { en: "Network fails", ja: "ネットワーク障害" },
  healNetwork: { en: "Network works again", ja: "ネットワーク復旧" },
  failDomain: { en: "Everything in it fails", ja: "ドメイン全体の障害" },
  healDomain: { en: "Everything in it works again", ja: "ドメイン全体の復旧" },
  loseStorageEverywhere: { en: "No node reaches it", ja: "どのノードからも到達不可" },
  regainStorageEverywhere: { en: "Every node reaches it", ja: "すべてのノードから到達可" },
  loseHostEverywhere: { en: "No node reaches it", ja: "どのノードからも到達不可" },
  regainHostEverywhere: { en: "Every node reaches it", ja: "すべてのノードから到達可" },
  failRecovered: { en: "Fails, local recovery succeeds", ja: "障害（ローカルリカバリー成功）" },
  failBeyond: { en: "Fails beyond local recovery", ja: "障害（ローカルリカバリー失敗）" },
  timeoutCheck: { en: "A check times out", ja: "チェックがタイムアウト" },
  failStandby: { en: "Standby health check fails", ja: "スタンバイノードのヘルスチェックが失敗" },
  fill: { en: "File system fills up", ja: "ファイルシステムの容量が逼迫" },
  free: { en: "File system has space again", ja: "ファイルシステムに空きができる" },
  refuseRestore: { en: "The next restore fails", ja: "次の restore が失敗" },
  refuseRemove: { en: "The next remove fails", ja: "次の remove が失敗" },
  inService: { en: "Bring in service here", ja: "ここでサービス中にする" },
  outOfService: { en: "Take out of service", ja: "サービス休止にする" },
  retstate: { en: "Set back to OSU (retstate)", ja: "OSU に戻す（retstate）" },
  breakMirror: { en: "Break the mirror", ja: "ミラーを切断" },
  forceMirror: { en: "Force the mirror online here", ja: "ここでミラーを強制オンライン" },
  takeReservation: { en: "Takes the reservation in a contest", ja: "競合時にリザベーションを取得する" },
  holdReservation: {
    en: "The holder keeps the reservation in a contest",
    ja: "競合時も保持者がリザベーションを保持する",
  },
  confirmYes: { en: "Confirm: the peer has failed", ja: "確認: 相手は障害である" },
  confirmNo: { en: "Deny: the peer has not failed", ja: "否認: 相手は障害ではない" },
  why: { en: "Why it is so", ja: "この状態の理由" },
  showInFile: { en: "Show in the file", ja: "ファイルで表示" },
} as const satisfies Record<string, Localized>;

export function onNodeWords(what: "lose" | "regain", node: string): Localized {
  return what === "lose"
    ? { en: `${node} loses it`, ja: `${node} から到達不可` }
    : { en: `${node} reaches it again`, ja: `${node} から到達可` };
}

export function hostOnNodeWords(what: "lose" | "regain", host: string): Localized {
  return what === "lose"
    ? { en: `Loses ${host}`, ja: `${host} に到達不可` }
    : { en: `Reaches ${host} again`, ja: `${host} に到達可` };
}

export function storageOnNodeWords(what: "lose" | "regain"): Localized {
  return what === "lose"
    ? { en: "Loses the quorum storage", ja: "Quorum ストレージに到達不可" }
    : { en: "Reaches the quorum storage again", ja: "Quorum ストレージに到達可" };
}

export function linkWords(what: "cut" | "heal", index: number, network: string | undefined): Localized {
  const on = network === undefined ? "" : ` (${network})`;
  return what === "cut"
    ? { en: `Cut path ${index}${on}`, ja: `パス ${index}${on} を切断` }
    : { en: `Heal path ${index}${on}`, ja: `パス ${index}${on} を復旧` };
}

export const nothingToDo: Localized = {
  en: "There is nothing to do here at this moment.",
  ja: "この時点でできる操作はありません。",
};

export function forceMirrorWords(node: string): Localized {
  return { en: `Force it online on ${node}`, ja: `${node} で強制オンライン` };
}
