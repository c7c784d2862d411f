// Looks after what an earlier run left behind because its client died or a node rebooted: finishes it where any node
// has already been told to keep the new file, reverts it everywhere else. A deployment that is still under way is left
// alone.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { NodeFacts, UnfinishedTransaction } from "@lkcluster/core/plan/nodeFacts.ts";
import { describeFailure, isFailure, nameCause } from "./failure.ts";
import type { NodeSession } from "./nodeSession.ts";
import type { Reporter } from "./progress.ts";

export type Healing =
  /** `touched` names the nodes whose facts are old now. */
  | { readonly kind: "healed"; readonly touched: readonly string[] }
  | { readonly kind: "busy"; readonly why: Localized }
  | { readonly kind: "failed"; readonly why: Localized };

export async function heal(
  facts: readonly NodeFacts[],
  sessions: ReadonlyMap<string, NodeSession>,
  reporter: Reporter,
): Promise<Healing> {
  const held = facts.find(({ unfinished }) => unfinished?.held === true);
  if (held?.unfinished !== undefined) return { kind: "busy", why: busyText(held.node, held.unfinished) };
  const touched: string[] = [];
  for (const { node, unfinished } of facts) {
    const session = sessions.get(node);
    if (unfinished === undefined || session === undefined) continue;
    const kind = isToFinish(facts, unfinished) ? "confirm" : "revert";
    touched.push(node);
    const answer = await session.request({ kind, transaction: unfinished.transaction });
    if (isFailure(answer)) {
      reporter.failed("heal", nameCause(answer), node);
      return { kind: "failed", why: describeFailure(answer) };
    }
    reporter.note("heal", healedText(node, kind, unfinished), node);
  }
  return { kind: "healed", touched };
}

function isToFinish(facts: readonly NodeFacts[], unfinished: UnfinishedTransaction): boolean {
  if (unfinished.decision === "reverting" || unfinished.state !== "committed") return false;
  return isFinished(facts, unfinished.transaction);
}

/** A node is told to keep the new file only after all nodes had been written and verified. */
function isFinished(facts: readonly NodeFacts[], transaction: string): boolean {
  return facts.some(
    ({ unfinished, generations }) =>
      (unfinished?.transaction === transaction && unfinished.decision === "confirmed") ||
      generations.some(({ record, confirmed }) => confirmed && record?.transaction === transaction),
  );
}

function busyText(node: string, { record }: UnfinishedTransaction): Localized {
  const who = record === undefined ? "?" : `${record.who}, ${record.when}`;
  return {
    en: `${node}: another deployment is in progress (${who}).`,
    ja: `${node}: 別の配備が進行中です（${who}）。`,
  };
}

function healedText(node: string, kind: "confirm" | "revert", { record }: UnfinishedTransaction): Localized {
  const who = record === undefined ? "?" : `${record.who}, ${record.when}`;
  return kind === "confirm"
    ? {
        en: `${node}: finished the earlier deployment (${who}), which other nodes had confirmed`,
        ja: `${node}: ほかのノードで確定済みだった以前の配備（${who}）を完了しました`,
      }
    : {
        en: `${node}: reverted the earlier deployment (${who}), which nobody had confirmed`,
        ja: `${node}: 確定していなかった以前の配備（${who}）を元に戻しました`,
      };
}
