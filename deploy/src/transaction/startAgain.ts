// LifeKeeper after a deployment that could not go on: what was started on the new values is stopped before the old
// files come back, and what this run stopped runs again on the old ones.

import type { PlanStep } from "@lkcluster/core/plan/deploymentPlan.ts";
import { isFailure } from "../failure.ts";
import { waitUntil } from "../wait.ts";
import { runStep } from "./activate.ts";
import { keepRenewing } from "./renewing.ts";
import type { End } from "./revert.ts";
import { mayHoldOurs, standingOf } from "./standing.ts";
import { sessionOf, type Transaction } from "./transaction.ts";

/** Otherwise a node would go on with the new values in its memory while its file, and its peers, have the old ones. */
export async function stopOnNew(transaction: Transaction): Promise<void> {
  const { onNew } = transaction;
  if (onNew.size === 0) return;
  const stopRenewing = keepRenewing(transaction, "second");
  try {
    for (const node of inOrder(transaction, "stop", onNew)) await runStep(transaction, "stop", node, "stop", "old");
  } finally {
    await stopRenewing();
  }
}

export async function startAgain(transaction: Transaction, ends: readonly End[]): Promise<void> {
  const { clock, confirmWithinSeconds, stopped, onNew, started } = transaction;
  // One that does not start, or cannot be reached for a while, must not keep the others down.
  for (const node of inOrder(transaction, "start", new Set([...stopped, ...onNew]))) {
    let running = false;
    const wasRead = await waitUntil(clock, confirmWithinSeconds, async () => {
      const answer = await sessionOf(transaction, node).request({ kind: "read" });
      if (isFailure(answer)) return false;
      running = answer.facts.lifekeeper === "running";
      return true;
    });
    const end = ends.find((known) => known.node === node);
    const standing = end === undefined ? "untouched" : standingOf(end, transaction);
    if (!wasRead || mayHoldOurs(standing)) continue;
    // It could not be reached when it was to be stopped; now its file is old and its memory may not be.
    const isOnNew = running && onNew.has(node);
    if (isOnNew && (await runStep(transaction, "stop", node, "stop", "old")) !== undefined) continue;
    onNew.delete(node);
    if (running && !isOnNew) {
      // Its own timer was faster, or the command that was not answered never stopped it.
      stopped.delete(node);
      started.add(node);
    } else {
      await runStep(transaction, "start", node, "start", "old");
    }
  }
}

/** In the order of the plan, which is the documented one; what the plan does not name comes last. */
function inOrder({ plan }: Transaction, kind: PlanStep["kind"], nodes: ReadonlySet<string>): readonly string[] {
  const listed = plan.steps.filter((step) => step.kind === kind).flatMap(({ node }) => node ?? []);
  return [...new Set([...listed, ...nodes])].filter((node) => nodes.has(node));
}
