// The documents of a project by name, in the order in which they are handed over. Who only lists them needs no more.

import type { Localized } from "../locale/localized.ts";
import type { DocumentId } from "./document.ts";

export const documentTitles = {
  topology: { en: "System diagram", ja: "構成図" },
  parameters: { en: "Parameter sheet", ja: "パラメーターシート" },
  ports: { en: "Communication requirements", ja: "通信要件一覧" },
  availability: { en: "Availability", ja: "可用性一覧" },
  procedure: { en: "Work procedure", ja: "作業手順書" },
  tests: { en: "Failure test specification", ja: "障害試験項目書" },
  "as-built": { en: "Comparison with the machines", ja: "実機との突合" },
  operations: { en: "Operation manual", ja: "運用手順書" },
} as const satisfies Record<DocumentId, Localized>;

// The keys of a literal are exactly its names.
export const documentIds = Object.keys(documentTitles) as readonly DocumentId[];
