// API_SSL_PORT is one number on two machines.

import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";

export const apiPort: Rule = {
  code: "api-port",
  group: "parameters",
  title: { en: "A changed API port", ja: "API のポートの変更" },
  documentation: {
    what: {
      en: "`API_SSL_PORT` must be the same on the server and on the SteelEye Management Console.",
      ja: "`API_SSL_PORT` は、サーバーと SteelEye Management Console で同じ値にします。",
    },
    why: {
      en: "Otherwise the console cannot reach the server.",
      ja: "異なると、コンソールからサーバーに接続できません。",
    },
    how: { en: "Set the same port in both places.", ja: "両方に同じポートを設定してください。" },
  },
  sources: ["API932J"],
  evidence: "documented",
  severity: "information",
  about: "parameters",
  *check({ given }) {
    for (const { value, place, name } of given) {
      if (name === "API_SSL_PORT" && value !== "778" && value !== "")
        yield {
          place,
          message: {
            en: `The API then listens on \`${value}\`. Set the same port on the management console.`,
            ja: `API のポートが \`${value}\` になります。管理コンソールにも同じポートを設定してください。`,
          },
        };
    }
  },
  fires: parameters("API_SSL_PORT=1778\n"),
  reports: `
    LifeKeeper
    | API_SSL_PORT=1778
    | ^^^^^^^^^^^^^^^^^ information: The API then listens on \`1778\`. Set the same port on the management console.
  `,
  silent: parameters("REMOTETIMEOUT=600\n"),
};
