// The parameters of the PostgreSQL kit.

import type { ParameterEntry } from "../spec.ts";

export const pgsqlParameters = [
  {
    name: "LKPGSQL_CONN_RETRIES",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: null,
    takesEffect: "immediately",
    requires: { en: "the PostgreSQL kit", ja: "PostgreSQL リカバリーキット" },
    summary: {
      en: "How many times to wait 5 seconds for the database to start.",
      ja: "データベースの起動を、5 秒ずつ何回待つかを指定します。",
    },
    details: {
      en: [
        "Used when the resource is brought in service and in local recovery. Raise it for databases whose crash recovery takes long: otherwise the start counts as failed while PostgreSQL is still replaying its log.",
        "The whole start may take (`LKPGSQL_CONN_RETRIES` × 5) + (3 × `LKPGSQL_STATUS_TIME`) + (`LKPGSQL_ACTION_RETRIES` × 2) seconds, 146 with all defaults (9.0.0).",
      ].join("\n\n"),
      ja: [
        "リソースの起動とローカルリカバリーで使われます。クラッシュリカバリーに時間のかかるデータベースでは増やしてください。そうしないと、PostgreSQL がログを適用している途中で起動失敗とみなされます。",
        "起動全体の上限は（`LKPGSQL_CONN_RETRIES` × 5）+（3 × `LKPGSQL_STATUS_TIME`）+（`LKPGSQL_ACTION_RETRIES` × 2）秒です。すべてデフォルトの場合は 146 秒です（9.0.0）。",
      ].join("\n\n"),
    },
    examples: ["LKPGSQL_CONN_RETRIES=24"],
    seeAlso: ["LKPGSQL_STATUS_TIME", "LKPGSQL_ACTION_RETRIES"],
    sources: ["PGSQL951J", "KB-PGSQL", "LKBLOG-PGSQL"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LKPGSQL_DISCONNECT_CLIENT",
    type: {
      kind: "flag",
      on: ["1", "true"],
      off: ["0", "false"],
      meaning: {
        on: {
          en: "Active clients are disconnected in local recovery.",
          ja: "ローカルリカバリー中に、接続中のクライアントを切断します。",
        },
        off: { en: "They are left connected.", ja: "切断しません。" },
      },
    },
    default: null,
    takesEffect: "immediately",
    requires: { en: "the PostgreSQL kit", ja: "PostgreSQL リカバリーキット" },
    summary: {
      en: "Whether local recovery disconnects active clients after `postmaster` has crashed.",
      ja: "`postmaster` がクラッシュした後のローカルリカバリーで、接続中のクライアントを切断するかどうかです。",
    },
    details: {
      en: "Clients that stay connected can keep the database from being started again (our conclusion). The page writes the values as `1` (true) and `0` (false); the words are probably explanations, so prefer the numbers.",
      ja: "クライアントが接続されたままだと、データベースを再起動できないことがあります（本製品の推論です）。ページは値を `1`（true）、`0`（false）と書いています。括弧内は説明と思われるため、数字で書いてください。",
    },
    examples: ["LKPGSQL_DISCONNECT_CLIENT=1"],
    seeAlso: ["LKPGSQL_SDIRS"],
    sources: ["PGSQL951J"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LKPGSQL_SDIRS",
    type: { kind: "list", separator: ",", item: "text" },
    default: null,
    takesEffect: "immediately",
    requires: { en: "the PostgreSQL kit", ja: "PostgreSQL リカバリーキット" },
    summary: {
      en: "A comma-separated list that governs how clients are disconnected when the database is shut down.",
      ja: "データベースの停止時にクライアントをどう切断するかを決める、カンマ区切りの一覧です。",
    },
    details: {
      en: "What an entry of the list is was cut off in the text we could read, so entries are not checked.",
      ja: "一覧の各項目が何であるかは、読めた資料では途中で切れていました。そのため項目は検査しません。",
    },
    examples: [],
    seeAlso: ["LKPGSQL_DISCONNECT_CLIENT"],
    sources: ["PGSQL951J"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "LKPGSQL_STATUS_TIME",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: null,
    requires: { en: "the PostgreSQL kit", ja: "PostgreSQL リカバリーキット" },
    summary: {
      en: "The longest time of one status check of PostgreSQL.",
      ja: "PostgreSQL の状態確認 1 回に許す時間です。",
    },
    details: {
      en: "Counts 3 times in the longest start, see `LKPGSQL_CONN_RETRIES`. Known from that formula only; its default and its file were not visible.",
      ja: "起動の上限では 3 回分として計算されます。`LKPGSQL_CONN_RETRIES` を参照してください。この計算式でだけ確認でき、デフォルトと書き込むファイルは分かっていません。",
    },
    examples: [],
    seeAlso: ["LKPGSQL_CONN_RETRIES"],
    sources: ["KB-PGSQL", "LKBLOG-PGSQL"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "unsure" },
  },
  {
    name: "LKPGSQL_ACTION_RETRIES",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: null,
    requires: { en: "the PostgreSQL kit", ja: "PostgreSQL リカバリーキット" },
    summary: {
      en: "How many times an action such as the start of PostgreSQL is tried.",
      ja: "PostgreSQL の起動などの操作を試す回数です。",
    },
    details: {
      en: "Each try adds 2 seconds to the longest start, see `LKPGSQL_CONN_RETRIES`. Known from that formula only; its default and its file were not visible.",
      ja: "試行のたびに起動の上限が 2 秒延びます。`LKPGSQL_CONN_RETRIES` を参照してください。この計算式でだけ確認でき、デフォルトと書き込むファイルは分かっていません。",
    },
    examples: [],
    seeAlso: ["LKPGSQL_CONN_RETRIES"],
    sources: ["KB-PGSQL", "LKBLOG-PGSQL"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
