// The parameters of the NAS kit.

import type { ParameterEntry } from "../spec.ts";

export const nasParameters = [
  {
    name: "LKNFSTIMEOUT",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: null,
    requires: { en: "the NAS kit", ja: "NAS リカバリーキット" },
    summary: {
      en: "The timeout of the NAS kit when it accesses the NFS server.",
      ja: "NAS リカバリーキットが NFS サーバーにアクセスするときのタイムアウトです。",
    },
    details: {
      en: "The configuration page of 9.8.0 names it; its unit, its default and the file it belongs in were cut off in the text we could read. That it stands in this file is our conclusion.",
      ja: "9.8.0 の構成に関するページに名前があります。単位、デフォルト、書き込むファイルは、読めた資料では途中で切れていました。このファイルに書くことは本製品の推論です。",
    },
    examples: [],
    sources: ["NAS980"],
    evidence: { entry: "documented", file: "unsure", values: "unsure", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
