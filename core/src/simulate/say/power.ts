// Reasons: machines that restart.

import { restartMs } from "../model.ts";
import type { Work } from "../work.ts";
import { seconds, tell } from "./why.ts";

export function sayForcedRestart(work: Work, node: number, because: "removal" | "reservation"): void {
  if (work.tracer === undefined) return;
  tell(work, node, because === "removal" ? "forced-restart" : "reservation-taken", {
    text:
      because === "removal"
        ? {
            en: "A removal failed: the node is restarted by force, so that another one can take over safely.",
            ja: "リソースを停止できないため、ほかのノードが安全に引き継げるよう、ノードを強制的に再起動します。",
          }
        : {
            en: "Another node has taken its reservation: the node is restarted by force.",
            ja: "リザベーションをほかのノードに奪われたため、ノードを強制的に再起動します。",
          },
    facts: { because },
  });
}

export function sayBooted(work: Work, node: number): void {
  if (work.tracer === undefined) return;
  tell(work, node, "booted", {
    text: {
      en: `Is up again (the time a restart takes is assumed: ${seconds(restartMs)} s) and starts LifeKeeper.`,
      ja: `再起動し（所要時間は ${seconds(restartMs)} 秒と仮定）、LifeKeeper を開始します。`,
    },
  });
}
