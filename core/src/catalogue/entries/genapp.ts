// Parameters of a NAS mounter script for generic applications: an add-on of the vendor's services, not of the product.

import type { ParameterEntry } from "../spec.ts";

export const genappParameters = [
  {
    name: "GLOBAL_NAS_APP_SKIP_REMOVE",
    belongsTo: "add-on",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: {
          en: "The add-on leaves file systems mounted when its resources go out of service.",
          ja: "リソースの停止時に、ファイルシステムをアンマウントしません。",
        },
        off: { en: "It unmounts them.", ja: "アンマウントします。" },
      },
    },
    default: "1",
    requires: { en: "the NAS mounter add-on", ja: "追加スクリプト（NAS マウンター）" },
    summary: {
      en: "Add-on (NAS mounter): leaves the file systems of all its resources mounted on removal.",
      ja: "追加スクリプト（NAS マウンター）用です。すべてのリソースで停止時のアンマウントを省きます。",
    },
    details: {
      en: "For mount points that other applications use as well. Read by a script of the vendor's services (2018), not by LifeKeeper. One resource can be treated differently with `SKIP_REMOVE_` and its tag.",
      ja: "ほかのアプリケーションも使うマウントポイントのための設定です。LifeKeeper ではなく、ベンダーのサービス部門のスクリプト（2018 年）が参照します。リソースごとの指定には `SKIP_REMOVE_` にタグを続けた名前を使います。",
    },
    examples: ["GLOBAL_NAS_APP_SKIP_REMOVE=1"],
    seeAlso: ["SKIP_REMOVE_"],
    sources: ["NASMOUNTER", "GENAPP"],
    evidence: { entry: "documented", file: "documented", values: "inferred", default: "unsure" },
  },
  {
    name: "SKIP_REMOVE_",
    variableEnd: { placeholder: "tag" },
    belongsTo: "add-on",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: {
          en: "The add-on leaves this resource's file system mounted.",
          ja: "このリソースのファイルシステムをアンマウントしません。",
        },
        off: { en: "It unmounts it.", ja: "アンマウントします。" },
      },
    },
    default: "1",
    requires: { en: "the NAS mounter add-on", ja: "追加スクリプト（NAS マウンター）" },
    summary: {
      en: "Add-on (NAS mounter): leaves the file system of one resource mounted on removal.",
      ja: "追加スクリプト（NAS マウンター）用です。指定したリソースで停止時のアンマウントを省きます。",
    },
    details: {
      en: "The name ends with the tag of the resource. Read by a script of the vendor's services (2018), not by LifeKeeper.",
      ja: "名前の末尾はリソースのタグです。LifeKeeper ではなく、ベンダーのサービス部門のスクリプト（2018 年）が参照します。",
    },
    examples: ["SKIP_REMOVE_my_sapmnt_share=1"],
    seeAlso: ["GLOBAL_NAS_APP_SKIP_REMOVE"],
    sources: ["NASMOUNTER", "GENAPP"],
    evidence: { entry: "documented", file: "documented", values: "inferred", default: "unsure" },
  },
  {
    name: "NAS_APP_DEBUG",
    belongsTo: "add-on",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "The add-on writes more messages.", ja: "メッセージを詳しく出力します。" },
        off: { en: "It does not.", ja: "詳しい出力をしません。" },
      },
    },
    default: "0",
    requires: { en: "the NAS mounter add-on", ja: "追加スクリプト（NAS マウンター）" },
    summary: {
      en: "Add-on (NAS mounter): writes more messages.",
      ja: "追加スクリプト（NAS マウンター）用です。メッセージを詳しく出力します。",
    },
    details: {
      en: "Read by a script of the vendor's services (2018), not by LifeKeeper. For tracing a problem only.",
      ja: "LifeKeeper ではなく、ベンダーのサービス部門のスクリプト（2018 年）が参照します。問題の調査にだけ使ってください。",
    },
    examples: ["NAS_APP_DEBUG=0"],
    sources: ["NASMOUNTER", "GENAPP"],
    evidence: { entry: "documented", file: "documented", values: "inferred", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
