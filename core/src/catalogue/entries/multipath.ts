// The parameters of the Device Mapper Multipath kit.

import type { ParameterEntry } from "../spec.ts";

export const multipathParameters = [
  {
    name: "DMMP_REGISTRATION_TYPE",
    type: {
      kind: "choice",
      complete: false,
      values: [
        {
          value: "hba",
          meaning: {
            en: "Registration by host bus adapter, which the HP 3PAR F400 array needs.",
            ja: "ホストバスアダプター単位で登録します。HP 3PAR F400 で必要です。",
          },
        },
      ],
    },
    default: null,
    requires: { en: "the Device Mapper Multipath kit", ja: "Device Mapper Multipath リカバリーキット" },
    summary: {
      en: "How the Device Mapper Multipath kit registers for SCSI-3 reservations.",
      ja: "Device Mapper Multipath リカバリーキットが SCSI-3 リザベーションを登録する方式です。",
    },
    details: {
      en: "Set it only when the notes about your storage array ask for it. Only the value `hba` was seen; the value that is used without the line was not.",
      ja: "使用するストレージの注意事項で求められている場合にだけ設定してください。確認できた値は `hba` だけで、この行がないときの値は分かっていません。",
    },
    examples: ["DMMP_REGISTRATION_TYPE=hba"],
    seeAlso: ["RESERVATIONS"],
    sources: ["P123"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
