// The words of what needs attention at a moment of the run.

import type { Localized } from "@lkcluster/core/locale/localized.ts";

export const reservationWords = {
  question: (tag: string): Localized => ({
    en: `Two nodes contend for the reservation of ${tag}. Who wins?`,
    ja: `${tag} のリザベーションが競合しています。どちらが取得しますか。`,
  }),
  takes: (node: string): Localized => ({ en: `${node} takes it`, ja: `${node} が取得` }),
  keeps: (holder: string | undefined): Localized => ({
    en: `${holder ?? "The holder"} keeps it`,
    ja: `${holder ?? "保持者"} が保持`,
  }),
};

export const confirmWords = {
  question: (node: string, peer: string): Localized => ({
    en: `${node} asks an administrator before it takes over: has ${peer} failed?`,
    ja: `${node} が引き継ぐ前に管理者の確認を求めています。${peer} は障害ですか。`,
  }),
  yes: { en: "Yes, take over", ja: "はい（引き継ぐ）" },
  no: { en: "No, block the failover", ja: "いいえ（引き継がない）" },
} as const;

export const editedWords = {
  now: { en: "After your edit:", ja: "編集後:" },
  before: { en: "Before:", ja: "編集前:" },
} as const;

export function activeOnWords(tag: string, nodes: readonly string[]): Localized {
  return {
    en: `${tag} is in service on ${nodes.join(" and ")} at the same time.`,
    ja: `${tag} が ${nodes.join(" と ")} で同時にサービス中です。`,
  };
}
