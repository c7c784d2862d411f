// Reservations off, and nothing in their place.

import { type Configuration, givenValue } from "../context.ts";
import { pair, parameters, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const reservationsNoneFencing: Rule = {
  code: "reservations-none-fencing",
  group: "resources",
  title: { en: "RESERVATIONS=none without quorum", ja: "Quorum のない RESERVATIONS=none" },
  documentation: {
    what: {
      en: "`RESERVATIONS=none` needs a quorum mode or STONITH; `QUORUM_MODE=none` alone leaves the shared disk unguarded.",
      ja: "`RESERVATIONS=none` は Quorum モードまたは STONITH と組み合わせて使います。`QUORUM_MODE=none` だけでは共有ディスクが保護されません。",
    },
    why: {
      en: "Without reservations, two nodes can mount the disk at the same time when their paths are cut.",
      ja: "リザベーションがないと、パスが切れたときに 2 台のノードが同時にディスクをマウントできてしまいます。",
    },
    how: {
      en: "Use `QUORUM_MODE=majority` or `QUORUM_MODE=storage`.",
      ja: "`QUORUM_MODE=majority` か `QUORUM_MODE=storage` を使ってください。",
    },
  },
  sources: ["KB-ANY", "KB-PLAT", "DISR951"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check(context) {
    for (const configuration of context.configurations) {
      const off = givenValue(configuration, "RESERVATIONS");
      if (off?.value !== "none" || configuration.quorum.quorumMode !== "none" || isFenced(configuration)) continue;
      const mode = givenValue(configuration, "QUORUM_MODE");
      yield {
        place: off.place,
        message: {
          en: "With `RESERVATIONS=none` something else must guard the shared disk, and there is no quorum check. Use a quorum mode or STONITH.",
          ja: "`RESERVATIONS=none` では共有ディスクを守る別の仕組みが必要ですが、Quorum チェックがありません。Quorum モードか STONITH を使ってください。",
        },
        related:
          mode === undefined
            ? []
            : [{ ...mode.place, message: { en: "quorum is off here", ja: "ここで Quorum が無効にされています" } }],
        // A parameter file alone does not show STONITH.
        ...(configuration.nodes.length === 0 ? { severity: "warning" as const } : {}),
      };
    }
  },
  fires: parameters("QUORUM_MODE=none\nWITNESS_MODE=none\nRESERVATIONS=none\n"),
  reports: `
    LifeKeeper
    | RESERVATIONS=none
    | ^^^^^^^^^^^^^^^^^ warning: With \`RESERVATIONS=none\` something else must guard the shared disk, and there is no quorum check. Use a quorum mode or STONITH.
    | QUORUM_MODE=none
    | ---------------- quorum is off here
  `,
  silent: pair(`${storageQuorum}RESERVATIONS=none\n`),
};

function isFenced({ nodes }: Configuration): boolean {
  const data = nodes.filter((node) => node.role === "node");
  return nodes.length > 0 && data.every((node) => node.stonith);
}
