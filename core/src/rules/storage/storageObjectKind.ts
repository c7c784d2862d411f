// Quorum objects in a place that does not fit QWK_STORAGE_TYPE.

import type { Localized } from "../../locale/localized.ts";
import type { StorageType } from "../../support/modes.ts";
import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const storageObjectKind: Rule = {
  code: "storage-object-kind",
  group: "storage",
  title: { en: "A QWK object that does not fit the storage type", ja: "種類の合わない QWK オブジェクトの場所" },
  documentation: {
    what: {
      en: "The place of a QWK object does not fit `QWK_STORAGE_TYPE`: a device for `file` or `aws_s3`, no device for `block`, or a file where every machine has its own.",
      ja: "QWK オブジェクトの場所が `QWK_STORAGE_TYPE` と合いません。`file` や `aws_s3` でデバイスを指定している、`block` でデバイス以外を指定している、マシンごとに別のものになるファイルを指定している、のいずれかです。",
    },
    why: {
      en: "`block` takes a device file, `file` a file on a file system that all nodes share, `aws_s3` an object. All objects of a cluster lie on the same type of storage.",
      ja: "`block` はデバイスファイル、`file` は全ノードで共有するファイルシステム上のファイル、`aws_s3` はオブジェクトを指定します。クラスターのオブジェクトはすべて同じ種類のストレージに置きます。",
    },
    how: {
      en: "Correct the type or the place, then run `qwk_storage_init`.",
      ja: "種類か場所を直し、`qwk_storage_init` を実行してください。",
    },
  },
  sources: ["QP100", "STO951", "SCSK"],
  evidence: "documented",
  severity: "warning",
  about: "parameters",
  *check({ configurations }) {
    for (const { values, quorum } of configurations) {
      const { storageType } = quorum;
      if (quorum.quorumMode !== "storage" || storageType === undefined) continue;
      for (const { name, value, place } of [...values.values()]) {
        if (!name.startsWith("QWK_STORAGE_OBJECT_") || value === "" || place === undefined) continue;
        const wrong = misfit(storageType, value);
        if (wrong === undefined) continue;
        yield {
          place,
          message: {
            en: `\`QWK_STORAGE_TYPE=${storageType}\`, but \`${value}\` is ${wrong.en}. Correct one of the two.`,
            ja: `\`QWK_STORAGE_TYPE=${storageType}\` ですが、\`${value}\` は${wrong.ja}です。どちらかを直してください。`,
          },
          // What a device is called is stated; that no file has such a name is our conclusion.
          ...(storageType === "block" ? {} : { evidence: "inferred" as const }),
        };
      }
    }
  },
  fires: pair(storageQuorum.replace("=block", "=file")),
  reports: `
    LifeKeeper
    | QWK_STORAGE_OBJECT_a=/dev/disk/by-id/quorum-part1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`QWK_STORAGE_TYPE=file\`, but \`/dev/disk/by-id/quorum-part1\` is a device. Correct one of the two.
    | QWK_STORAGE_OBJECT_b=/dev/disk/by-id/quorum-part2
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`QWK_STORAGE_TYPE=file\`, but \`/dev/disk/by-id/quorum-part2\` is a device. Correct one of the two.
  `,
  silent: pair(storageQuorum.replace("=block", "=file").replaceAll("/dev/disk/by-id/", "/mnt/quorum/")),
};

function misfit(type: StorageType, value: string): Localized | undefined {
  const isDevice = value.startsWith("/dev/") && !value.startsWith("/dev/shm/");
  switch (type) {
    case "block":
      return isDevice ? undefined : { en: "not a device file", ja: "デバイスファイル以外の場所" };
    case "file":
      if (isDevice) return { en: "a device", ja: "デバイス" };
      if (/^\/(?:tmp|run|dev\/shm|proc|sys)\//.test(value)) {
        return { en: "where every machine has its own files", ja: "マシンごとに別のファイルになる場所" };
      }
      return value.startsWith("/") ? undefined : { en: "not an absolute path", ja: "絶対パス以外の場所" };
    case "aws_s3":
      return isDevice ? { en: "a device", ja: "デバイス" } : undefined;
  }
}
