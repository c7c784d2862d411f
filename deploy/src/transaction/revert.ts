// Puts the old file back everywhere, newest first, and reads back what each node then holds. A node that cannot be
// reached is asked again until its own timer must have done it.

import type { ByteText } from "@lkcluster/core/plan/byteText.ts";
import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { describeFailure, type HostFailure, isFailure } from "../failure.ts";
import { waitUntil } from "../wait.ts";
import { sessionOf, type Transaction } from "./transaction.ts";

/** What is known of a node when all is over. `left`: something of this deployment is still there. */
export interface End {
  readonly node: string;
  readonly file: "old" | "new" | "other" | "unknown";
  readonly content: ByteText | undefined;
  readonly left: boolean;
  readonly failure: HostFailure | undefined;
}

/** Beyond the timer's own time: for its last second, the rename and a slow connection. */
const graceSeconds = 5;

export async function revert(transaction: Transaction): Promise<readonly End[]> {
  const { committed, staged, changed, plan } = transaction;
  const newestFirst = [...committed].reverse();
  const ends = new Map<string, End>();
  for (const node of newestFirst) ends.set(node, await revertOne(transaction, node));
  const onlyStaged = [...staged].filter((node) => !committed.has(node));
  await Promise.all(onlyStaged.map(async (node) => ends.set(node, await revertOne(transaction, node))));

  // Second round, together: whoever could not be reached puts the old file back by itself in time.
  const open = [...ends.values()].filter(({ file, left, node }) => left || (file === "unknown" && committed.has(node)));
  await Promise.all(
    open.map(({ node }) =>
      waitUntil(transaction.clock, transaction.confirmWithinSeconds + graceSeconds, async () => {
        const end = await revertOne(transaction, node);
        ends.set(node, end);
        return !end.left && end.file !== "unknown";
      }),
    ),
  );
  return plan.nodes.map(
    ({ node }) =>
      ends.get(node) ?? untouched(changed.find((planned) => planned.node === node) ?? nodeOf(transaction, node)),
  );
}

function nodeOf({ plan }: Transaction, node: string): NodePlan | undefined {
  return plan.nodes.find((planned) => planned.node === node);
}

/** Never asked to change anything, so it holds what it held. */
function untouched(planned: NodePlan | undefined): End {
  return { node: planned?.node ?? "", file: "old", content: planned?.before, left: false, failure: undefined };
}

async function revertOne(transaction: Transaction, node: string): Promise<End> {
  const { id, reporter } = transaction;
  const session = sessionOf(transaction, node);
  reporter.begins("revert", node);
  const reverted = await session.request({ kind: "revert", transaction: id });
  const read = await session.request({ kind: "read" });
  const planned = nodeOf(transaction, node);
  if (isFailure(read) || planned === undefined) {
    const failure = isFailure(read) ? read : undefined;
    if (failure !== undefined) reporter.failed("revert", describeFailure(failure), node);
    return { node, file: "unknown", content: undefined, left: false, failure };
  }
  const { target, unfinished } = read.facts;
  const content = target.kind === "file" ? target.content : undefined;
  const known = target.kind !== "other";
  const file = known && content === planned.before ? "old" : known && content === planned.after ? "new" : "other";
  const left = unfinished?.transaction === id;
  const failure = isFailure(reverted) ? reverted : undefined;
  if (file === "old" && !left) reporter.done("revert", node);
  else if (failure !== undefined) reporter.failed("revert", describeFailure(failure), node);
  return { node, file, content, left, failure };
}
