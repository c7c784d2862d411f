// Storage quorum without saying what kind of storage.

import { type Configuration, givenValue, placeOf } from "../context.ts";
import { parameters, storageQuorum } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const storageTypeMissing: Rule = {
  code: "storage-type-missing",
  group: "storage",
  title: { en: "Storage quorum without QWK_STORAGE_TYPE", ja: "QWK_STORAGE_TYPE のない storage モード" },
  documentation: {
    what: {
      en: "With `QUORUM_MODE=storage`, `QWK_STORAGE_TYPE` must be `block`, `file` or `aws_s3`.",
      ja: "`QUORUM_MODE=storage` では、`QWK_STORAGE_TYPE` に `block`、`file`、`aws_s3` のいずれかが必要です。",
    },
    why: {
      en: "It has no default, and `qwk_storage_init` cannot prepare the objects without it.",
      ja: "デフォルト値がなく、これがないと `qwk_storage_init` で QWK オブジェクトを初期化できません。",
    },
    how: {
      en: "Add the line, then run `qwk_storage_init` on every node.",
      ja: "行を追加し、すべてのノードで `qwk_storage_init` を実行してください。",
    },
  },
  sources: ["QP931", "QP100", "STORAGE_MODE_990"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check(context) {
    for (const configuration of context.configurations.filter(lacksType)) {
      yield {
        place: placeOf(
          context,
          configuration,
          givenValue(configuration, "QWK_STORAGE_TYPE") ? "QWK_STORAGE_TYPE" : "QUORUM_MODE",
        ),
        message: {
          en: "Storage quorum needs `QWK_STORAGE_TYPE`: `block`, `file` or `aws_s3`. It has no default.",
          ja: "storage モードには `QWK_STORAGE_TYPE`（`block`、`file`、`aws_s3` のいずれか）が必要です。デフォルト値はありません。",
        },
        fixes: (["block", "file", "aws_s3"] as const).map((type) =>
          fix(
            { en: `Set QWK_STORAGE_TYPE to ${type}`, ja: `QWK_STORAGE_TYPE を ${type} にする` },
            assigned(context, configuration, [["QWK_STORAGE_TYPE", type]]),
            "a choice",
          ),
        ),
      };
    }
  },
  fires: parameters(storageQuorum.replace("QWK_STORAGE_TYPE=block\n", "")),
  reports: `
    LifeKeeper
    | QUORUM_MODE=storage
    | ^^^^^^^^^^^^^^^^^^^ error: Storage quorum needs \`QWK_STORAGE_TYPE\`: \`block\`, \`file\` or \`aws_s3\`. It has no default.
  `,
  silent: parameters(storageQuorum),
};

function lacksType({ quorum, values }: Configuration): boolean {
  return quorum.quorumMode === "storage" && (values.get("QWK_STORAGE_TYPE")?.value ?? "") === "";
}
