// The parameters of the LifeKeeper API.

import type { ParameterEntry } from "../spec.ts";

export const apiParameters = [
  {
    name: "API_SSL_PORT",
    type: { kind: "integer", ranges: [{ min: 1, max: 65535 }], unit: "port" },
    default: "778",
    mustAgree: "all",
    summary: {
      en: "The TCP port of LifeKeeper's API over SSL.",
      ja: "LifeKeeper API（SSL）の TCP ポートです。",
    },
    details: {
      en: "The management console and the servers it manages must use the same port. Port 778 also serves `lkpolicy` and the web GUI, so let a changed port through every firewall between the nodes. The range 1 to 65535 is that of any TCP port.",
      ja: "管理コンソールと管理対象のサーバーで同じポートを使う必要があります。ポート 778 は `lkpolicy` や Web GUI でも使われるため、変更した場合はノード間のすべてのファイアウォールで新しいポートを通してください。範囲の 1 ～ 65535 は TCP ポートとしてのものです。",
    },
    examples: ["API_SSL_PORT=778"],
    sources: ["API932J", "KB-PORTS", "BALA"],
    evidence: {
      entry: "documented",
      file: "documented",
      values: "inferred",
      default: "documented",
      // The page asks for one port on the console and on a server; that all nodes then agree follows.
      mustAgree: "inferred",
    },
  },
] as const satisfies readonly ParameterEntry[];
