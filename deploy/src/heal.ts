// Looks after what an earlier run left behind because its client died or a node rebooted: finishes it where any node
// has already been told to keep the new file, reverts it everywhere else. A deployment that is still under way is left
// alone.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { NodeFacts, UnfinishedTransaction } from "@lkcluster/core/plan/nodeFacts.ts";
import { describeFailure, isFailure } from "./failure.ts";
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
      const why = describeFailure(answer);
      reporter.failed("heal", why, node);
      return { kind: "failed", why };
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

export function describeUnfinished(node: string, unfinished: UnfinishedTransaction): Localized {
  const { record, state, held } = unfinished;
  if (held) return busyText(node, unfinished);
  const who = record === undefined ? "?" : `${record.who}, ${record.when}`;
  const put: Localized =
    state === "committed"
      ? { en: "its new file is in place and unconfirmed", ja: "新しいファイルが未確定のまま置かれています" }
      : { en: "its old file is in place", ja: "元のファイルのままです" };
  return {
    en: `${node}: an earlier deployment (${who}) was not finished; ${put.en}. The next deployment finishes or reverts it.`,
    ja: `${node}: 以前の配備（${who}）が完了していません。${put.ja}。次の配備の際に完了するか元に戻します。`,
  };
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
