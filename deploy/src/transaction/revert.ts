// Puts the old file back everywhere, newest first, and reads back what each node then holds. A node that cannot be
// reached is asked again until its own timer must have done it.

import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { ByteText } from "@lkcluster/core/text/byteText.ts";
import { type HostFailure, isFailure, nameCause } from "../failure.ts";
import { waitUntil } from "../wait.ts";
import { sessionOf, type Transaction } from "./transaction.ts";

/** What is known of a node when all is over. */
export interface End {
  readonly node: string;
  readonly file: "old" | "new" | "other" | "unknown";
  readonly content: ByteText | undefined;
  /** Whether our file was ever in place there, as the node wrote it down; undefined when it did not say. */
  readonly put: boolean | undefined;
  /** The generation under which the node kept the old file, because somebody had changed ours. */
  readonly keptAs: number | undefined;
  /** Something of this deployment is still there. */
  readonly left: boolean;
  readonly failure: HostFailure | undefined;
}

/** Beyond the timer's own time: for its last second, the rename and a slow connection. */
const graceSeconds = 5;

export async function revert(transaction: Transaction): Promise<readonly End[]> {
  const { committed, halted, staged, plan, reporter } = transaction;
  const newestFirst = [...committed].reverse();
  const ends = new Map<string, End>();
  for (const node of newestFirst) ends.set(node, await revertAloud(transaction, node));
  const onlyStaged = [...staged].filter((node) => !committed.has(node));
  await Promise.all(onlyStaged.map(async (node) => ends.set(node, await revertAloud(transaction, node))));

  // Second round, together: whoever could not be reached puts the old file back by itself in time.
  const open = [...ends.values()].filter(({ file, left }) => left || file === "unknown");
  await Promise.all(
    open.map(async ({ node }) => {
      const isSettled = await waitUntil(
        transaction.clock,
        // Where our file never was, nothing happens by itself that would be worth waiting for.
        (committed.has(node) ? transaction.confirmWithinSeconds : 0) + graceSeconds,
        async () => {
          const end = await revertOne(transaction, node);
          ends.set(node, end);
          return !end.left && end.file !== "unknown";
        },
      );
      if (isSettled) reporter.done("revert", node);
    }),
  );
  // Once a file was to be replaced, or LifeKeeper stopped, anything said of a node is said of one that was looked at.
  const others = plan.nodes.filter(({ node }) => !ends.has(node));
  if (committed.size + halted.size === 0) for (const planned of others) ends.set(planned.node, untouched(planned));
  else for (const end of await Promise.all(others.map((each) => readEnd(transaction, each)))) ends.set(end.node, end);
  return plan.nodes.flatMap(({ node }) => ends.get(node) ?? []);
}

/** Changes nothing: what the nodes hold when some of them keep the new file. */
export function readEnds(transaction: Transaction): Promise<readonly End[]> {
  return Promise.all(transaction.plan.nodes.map((planned) => readEnd(transaction, planned)));
}

/** Starting LifeKeeper takes its time; what is said at the end is what was seen after that. */
export function readAgain(transaction: Transaction, ends: readonly End[]): Promise<readonly End[]> {
  return Promise.all(
    ends.map(async (end): Promise<End> => {
      const planned = transaction.plan.nodes.find(({ node }) => node === end.node);
      const read = await sessionOf(transaction, end.node).request({ kind: "read" });
      if (planned === undefined || isFailure(read)) return end;
      return {
        ...endOf(planned, read.facts, transaction.id),
        failure: end.file === "unknown" ? undefined : end.failure,
      };
    }),
  );
}

async function readEnd(transaction: Transaction, planned: NodePlan): Promise<End> {
  const session = sessionOf(transaction, planned.node);
  let read = await session.request({ kind: "read" });
  await waitUntil(transaction.clock, graceSeconds, async () => {
    if (!isFailure(read)) return true;
    read = await session.request({ kind: "read" });
    return !isFailure(read);
  });
  if (isFailure(read)) return unread(planned.node, read);
  return { ...endOf(planned, read.facts, transaction.id), failure: undefined };
}

function unread(node: string, failure: HostFailure | undefined): End {
  return { node, file: "unknown", content: undefined, put: undefined, keptAs: undefined, left: false, failure };
}

/** Never asked to change anything, so it holds what it held. */
function untouched({ node, before }: NodePlan): End {
  return { node, file: "old", content: before, put: false, keptAs: undefined, left: false, failure: undefined };
}

async function revertAloud(transaction: Transaction, node: string): Promise<End> {
  const { reporter } = transaction;
  reporter.begins("revert", node);
  const end = await revertOne(transaction, node);
  if (end.file === "old" && !end.left) reporter.done("revert", node);
  else if (end.failure !== undefined) reporter.failed("revert", nameCause(end.failure), node);
  return end;
}

async function revertOne(transaction: Transaction, node: string): Promise<End> {
  const { id, plan } = transaction;
  const session = sessionOf(transaction, node);
  const reverted = await session.request({ kind: "revert", transaction: id });
  const read = await session.request({ kind: "read" });
  const planned = plan.nodes.find((each) => each.node === node);
  if (isFailure(read) || planned === undefined) {
    return unread(node, isFailure(read) ? read : undefined);
  }
  return { ...endOf(planned, read.facts, id), failure: isFailure(reverted) ? reverted : undefined };
}

function endOf({ node, before, after }: NodePlan, facts: NodeFacts, id: string): Omit<End, "failure"> {
  const { target, unfinished, journal, generations } = facts;
  const content = target.kind === "file" ? target.content : undefined;
  const known = target.kind !== "other";
  const file = known && content === before ? "old" : known && content === after ? "new" : "other";
  const written = journal.findLast((line) => line.transaction === id && "put" in line.event)?.event;
  const put = written !== undefined && "put" in written ? written.put : undefined;
  const keptAs = generations.find(({ record, confirmed }) => record?.transaction === id && !confirmed)?.number;
  return { node, file, content, put, keptAs, left: unfinished?.transaction === id };
}
