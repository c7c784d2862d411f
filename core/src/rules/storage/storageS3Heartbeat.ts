// Over S3 a longer heartbeat is advised, though only by the manuals of another edition.

import { placeOf } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const storageS3Heartbeat: Rule = {
  code: "storage-s3-heartbeat",
  group: "storage",
  title: { en: "A short storage heartbeat over Amazon S3", ja: "Amazon S3 での短いストレージのハートビート" },
  documentation: {
    what: {
      en: "With `QWK_STORAGE_TYPE=aws_s3` a `QWK_STORAGE_HBEATTIME` of 7 or more is advised.",
      ja: "`QWK_STORAGE_TYPE=aws_s3` では `QWK_STORAGE_HBEATTIME` を 7 以上にすることが勧められています。",
    },
    why: {
      en: "Only the manuals of the Windows edition say so, so this is only a hint.",
      ja: "記載があるのは Windows 版のマニュアルだけなので、ヒントにとどめます。",
    },
    how: { en: "Set it to 7.", ja: "7 にしてください。" },
  },
  sources: ["WINQP", "Q-WIN"],
  evidence: "unsure",
  severity: "hint",
  about: "parameters",
  *check(context) {
    const hasty = context.configurations.filter(
      ({ quorum }) =>
        quorum.quorumMode === "storage" && quorum.storageType === "aws_s3" && quorum.storageHeartbeatMs < 7000,
    );
    for (const configuration of hasty) {
      yield {
        place: placeOf(
          context,
          configuration,
          configuration.values.get("QWK_STORAGE_HBEATTIME")?.place ? "QWK_STORAGE_HBEATTIME" : "QWK_STORAGE_TYPE",
        ),
        message: {
          en: `For S3 the Windows manuals advise a \`QWK_STORAGE_HBEATTIME\` of 7 or more; here it is ${configuration.quorum.storageHeartbeatMs / 1000}.`,
          ja: `S3 では \`QWK_STORAGE_HBEATTIME\` を 7 以上にすることが Windows 版のマニュアルで勧められています。現在は ${configuration.quorum.storageHeartbeatMs / 1000} です。`,
        },
        fixes: [
          fix(
            { en: "Set QWK_STORAGE_HBEATTIME to 7", ja: "QWK_STORAGE_HBEATTIME を 7 にする" },
            assigned(context, configuration, [["QWK_STORAGE_HBEATTIME", "7"]]),
            "a choice",
          ),
        ],
      };
    }
  },
  fires: pair(
    storageQuorum
      .replace("=block", "=aws_s3")
      .replace("/dev/disk/by-id/quorum-part1", "bucket/a")
      .replace("/dev/disk/by-id/quorum-part2", "bucket/b"),
    { platform: "aws" },
  ),
  reports: `
    LifeKeeper
    | QWK_STORAGE_TYPE=aws_s3
    | ^^^^^^^^^^^^^^^^^^^^^^^ hint: For S3 the Windows manuals advise a \`QWK_STORAGE_HBEATTIME\` of 7 or more; here it is 6.
  `,
  silent: pair(
    `${storageQuorum.replace("=block", "=aws_s3").replace("/dev/disk/by-id/quorum-part1", "bucket/a").replace("/dev/disk/by-id/quorum-part2", "bucket/b")}QWK_STORAGE_HBEATTIME=7\n`,
    { platform: "aws" },
  ),
};
