// How long PostgreSQL may take to start follows from three settings.

import { wholeNumber } from "../../model/quorumConfiguration.ts";
import { givenValue } from "../context.ts";
import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";

export const postgresStartLimit: Rule = {
  code: "postgres-start-limit",
  group: "parameters",
  title: { en: "The start limit of PostgreSQL", ja: "PostgreSQL の起動の制限時間" },
  documentation: {
    what: {
      en: "PostgreSQL may take `LKPGSQL_CONN_RETRIES` × 5 + 3 × `LKPGSQL_STATUS_TIME` + `LKPGSQL_ACTION_RETRIES` × 2 seconds to start; 146 with the defaults.",
      ja: "PostgreSQL の起動の制限時間は `LKPGSQL_CONN_RETRIES` × 5 + 3 × `LKPGSQL_STATUS_TIME` + `LKPGSQL_ACTION_RETRIES` × 2 秒です。デフォルト値では 146 秒になります。",
    },
    why: {
      en: "A database that needs longer after a crash fails to come in service. A recovery can easily exceed a limit shorter than the default.",
      ja: "クラッシュ後の起動にそれ以上かかると、リソースの起動に失敗します。デフォルトより短い制限は、リカバリーだけで超えることがあります。",
    },
    how: { en: "Raise one of the three.", ja: "3 つのいずれかを大きくしてください。" },
  },
  sources: ["KB-PGSQL", "PGSQL951J"],
  evidence: "documented",
  severity: "information",
  about: "parameters",
  *check({ configurations }) {
    for (const configuration of configurations) {
      const names = ["LKPGSQL_CONN_RETRIES", "LKPGSQL_STATUS_TIME", "LKPGSQL_ACTION_RETRIES"] as const;
      const given = names.map((name) => givenValue(configuration, name));
      const [retries, status, action] = given.map((value) => wholeNumber(value?.value ?? ""));
      const first = given[0];
      // The defaults of the three are not published, only the sum that they make; so all three must be given.
      if (first === undefined || retries === undefined || status === undefined || action === undefined) continue;
      const limit = retries * 5 + 3 * status + action * 2;
      if (limit >= 146) continue;
      yield {
        place: first.place,
        message: {
          en: `With these three settings PostgreSQL has ${limit} seconds to start; the default is 146. A recovery after a crash may need longer.`,
          ja: `この 3 つの設定では PostgreSQL の起動の制限時間は ${limit} 秒です（デフォルトは 146 秒）。クラッシュ後のリカバリーにはそれ以上かかることがあります。`,
        },
      };
    }
  },
  fires: parameters("LKPGSQL_CONN_RETRIES=20\nLKPGSQL_STATUS_TIME=11\nLKPGSQL_ACTION_RETRIES=6\n"),
  reports: `
    LifeKeeper
    | LKPGSQL_CONN_RETRIES=20
    | ^^^^^^^^^^^^^^^^^^^^^^^ information: With these three settings PostgreSQL has 145 seconds to start; the default is 146. A recovery after a crash may need longer.
  `,
  silent: parameters("LKPGSQL_CONN_RETRIES=20\nLKPGSQL_STATUS_TIME=10\nLKPGSQL_ACTION_RETRIES=8\n"),
};
