// Words that several documents need, each in one place.

import type { Localized } from "../locale/localized.ts";

export const words = {
  node: { en: "Node", ja: "ノード" },
  none: { en: "none", ja: "なし" },
  yes: { en: "yes", ja: "あり" },
  no: { en: "no", ja: "なし" },
  empty: { en: "(empty)", ja: "（空）" },
  notSaid: { en: "not given", ja: "指定なし" },
  notSet: { en: "not set", ja: "未設定" },
  notDocumented: { en: "not documented", ja: "資料に記載なし" },
  notRead: { en: "not read", ja: "未取得" },
  kind: { en: "kind", ja: "種別" },
  priority: { en: "priority", ja: "優先順位" },
  lines: { en: "Written in", ja: "記載箇所" },
  sources: { en: "Source", ja: "出典" },
  sourceList: { en: "Sources", ja: "出典一覧" },
  cover: { en: "Cover", ja: "表紙" },
  list: { en: "List", ja: "一覧" },
  cluster: { en: "Cluster", ja: "クラスター" },
  version: { en: "LifeKeeper version", ja: "LifeKeeper のバージョン" },
  file: { en: "File", ja: "ファイル" },
  revisions: { en: "Revision history", ja: "改版履歴" },
  revision: { en: "Revision", ja: "版" },
  date: { en: "Date", ja: "日付" },
  change: { en: "Change", ja: "変更内容" },
  author: { en: "Author", ja: "作成" },
  approver: { en: "Approved by", ja: "承認" },
  key: { en: "Key", ja: "略号" },
  titleOfSource: { en: "Title", ja: "題名" },
  address: { en: "Address", ja: "URL" },
} as const satisfies Record<string, Localized>;

export function onOff(on: boolean): Localized {
  return on ? { en: "on", ja: "有効" } : { en: "off", ja: "無効" };
}

/** `text`, or what stands for it when there is none. */
export function or(text: Localized, otherwise: Localized): Localized {
  return text.en === "" ? otherwise : text;
}
