// Mends what an earlier run left behind because its client died or a node rebooted. An act of its own: it is shown and
// agreed to before, told node by node afterwards, and never part of what is called "nothing was changed".

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Leftover } from "@lkcluster/core/plan/leftover.ts";
import { whoseText } from "@lkcluster/core/plan/leftover.ts";
import type { UnfinishedTransaction } from "@lkcluster/core/plan/nodeFacts.ts";
import { describeFailure, isFailure, nameCause } from "./failure.ts";
import type { NodeSession } from "./nodeSession.ts";
import type { Reporter } from "./progress.ts";
import type { Mended } from "./report.ts";

export interface Mending {
  readonly mended: readonly Mended[];
  /** Why it could not be brought to its end; what had been done stands in `mended`. */
  readonly failed: Localized | undefined;
}

export async function mendLeftovers(
  leftovers: readonly Leftover[],
  sessions: ReadonlyMap<string, NodeSession>,
  reporter: Reporter,
): Promise<Mending> {
  const mended: Mended[] = [];
  for (const { transaction, record, nodes } of leftovers) {
    for (const { node, act, state } of nodes) {
      const session = sessions.get(node);
      if (session === undefined) continue;
      const answer = await session.request({ kind: act === "finish" ? "confirm" : "revert", transaction });
      if (isFailure(answer)) {
        reporter.failed("heal", nameCause(answer), node);
        return { mended: [...mended, { node, transaction, act: "failed" }], failed: describeFailure(answer) };
      }
      const done = answer.kind === "confirmed" ? "finished" : endOf(state, answer.file);
      mended.push({ node, transaction, act: done });
      reporter.note("heal", mendedText(node, done, whoseText(record)), node);
    }
  }
  return { mended, failed: undefined };
}

/** Where the new file was never put in place, or not any more, nothing is put back. */
function endOf(state: UnfinishedTransaction["state"], file: "old" | "foreign"): Mended["act"] {
  return file === "foreign" ? "left-as-edited" : state === "committed" ? "put-back" : "tidied";
}

function mendedText(node: string, act: Mended["act"], who: string): Localized {
  return act === "finished"
    ? {
        en: `${node}: finished the earlier deployment (${who})`,
        ja: `${node}: 以前のデプロイ（${who}）を完了しました`,
      }
    : {
        en: `${node}: ended the earlier deployment (${who})`,
        ja: `${node}: 以前のデプロイ（${who}）を終わらせました`,
      };
}
